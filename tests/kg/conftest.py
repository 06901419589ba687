"""Two records written by hand, in the shape of the two seed articles, and the graph they make."""

import pytest

from extract.record import ArticleSource, Meeting, Ministry, Official, Record, Relation, Series
from kg.defense_graph import DefenseGraph

TEN = ("BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM")


@pytest.fixture
def video_talks() -> Record:
    """South Korea and ASEAN by video beside a forum; only one side names anybody."""
    sentence = "Vice Minister Park Jae-min spoke by video with his counterparts of the ten on the sidelines of the forum."
    return Record(
        id="talks",
        published="2021-09-08",
        title="Seoul and ASEAN talk by video",
        countries=("CHN", "JPN", "KOR", "RUS", "USA", *TEN),
        organizations=("ASEAN",),
        ministries=(Ministry(country="KOR", kind="defense", evidence="The ministry said so.", start_char=300, end_char=321),),
        officials=(
            Official(
                name="Park Jae-min",
                country="KOR",
                role="vice defense minister",
                role_class="deputy_defense_minister",
                evidence=sentence,
                start_char=40,
                end_char=40 + len(sentence),
            ),
        ),
        meetings=(
            Meeting(
                date="2021-09-08",
                mode="video",
                parties=("ASEAN", "KOR", *TEN),
                officials=("Park Jae-min",),
                sidelines_of="Seoul Defense Dialogue",
                level="vice_ministerial",
                series="vice-ministerial dialogue",
                sides=(("KOR",), ("ASEAN", *TEN)),
                evidence=sentence,
                start_char=40,
                end_char=40 + len(sentence),
            ),
            Meeting(
                date="2021-09-08",
                end="2021-09-10",
                name="Seoul Defense Dialogue",
                parties=("CHN", "JPN", "KOR", "RUS", "USA"),
                place_country="KOR",
                evidence="The forum brought together officials of five countries.",
            ),
        ),
        relations=(
            Relation(
                type="agreed",
                source="ASEAN",
                target="KOR",
                date="2021-09-08",
                detail="closer exchanges",
                evidence="They agreed.",
            ),
        ),
        series=(
            Series(
                name="vice-ministerial dialogue",
                parties=("ASEAN", "KOR"),
                since="2017",
                cadence="annual",
                skipped=("2020",),
                evidence="It has been held every year since 2017, but for last year.",
            ),
        ),
        article=ArticleSource(url="https://news.example/talks", publisher="Example News"),
    )


@pytest.fixture
def policy_dialogue() -> Record:
    """South Korea and Viet Nam in Ha Noi, with an official on each side and what came of it."""
    return Record(
        id="dialogue",
        published="2024-04-24",
        title="Dialogue in Ha Noi",
        countries=("KOR", "VNM"),
        officials=(
            Official(name="Hoang Xuan Chien", country="VNM", role="deputy minister", role_class="deputy_defense_minister"),
            Official(
                name="Kim Seon Ho",
                country="KOR",
                role="deputy minister",
                role_class="deputy_defense_minister",
                inferred=("role", "role_class"),
            ),
        ),
        meetings=(
            Meeting(
                date="2024-04-23",
                name="11th Viet Nam-South Korea defense policy dialogue",
                parties=("KOR", "VNM"),
                officials=("Hoang Xuan Chien", "Kim Seon Ho"),
                place="Ha Noi",
                place_country="VNM",
                ordinal=11,
                topics=("war_legacy", "cybersecurity"),
                evidence="The 11th dialogue took place in Ha Noi on April 23.",
            ),
        ),
        relations=(
            Relation(type="signed", source="KOR", target="VNM", date="2024-04-23", detail="minutes", documents=("minutes",)),
            Relation(
                type="upgraded_ties", source="KOR", target="VNM", date="2022-12", detail="comprehensive strategic partnership"
            ),
            Relation(type="aided", source="KOR", target="VNM", amount=34_000_000, currency="USD", detail="clearing of bombs"),
        ),
    )


@pytest.fixture
def graph(video_talks: Record, policy_dialogue: Record) -> DefenseGraph:
    return DefenseGraph.from_records([video_talks, policy_dialogue])
