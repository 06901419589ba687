"""What the two articles the project began with say, key by key."""

from pathlib import Path

import pytest

from extract import Extractor, Meeting, Mention, Record, Relation, read_articles

ASEAN_MEMBERS = ("BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM")
VIDEO_TALKS, POLICY_DIALOGUE = "000_cc191f8cfcb2935b", "003_61cc0cd76c02e46e"


@pytest.fixture(scope="module")
def texts(seeds: Path) -> dict[str, str]:
    return {article.id: article.text for article in read_articles(seeds)}


@pytest.fixture(scope="module")
def records(seeds: Path) -> dict[str, Record]:
    return {record.id: record for record in Extractor().stream(read_articles(seeds))}


def keys(item: Meeting | Relation | None, *names: str) -> dict[str, object]:
    assert item is not None
    return {name: getattr(item, name) for name in names}


def relation(record: Record, kind: str) -> Relation:
    (found,) = (relation for relation in record.relations if relation.type == kind)
    return found


def mentioned(record: Record, text: str, name: str) -> list[str]:
    """The words that mention an official, in order."""
    return [text[m.start_char : m.end_char] for m in record.mentions if (m.kind, m.id) == ("official", name)]


# ---- 000: South Korea and ASEAN by video -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def asean(records: dict[str, Record]) -> Record:
    return records[VIDEO_TALKS]


def test_000_parties(asean: Record) -> None:
    assert asean.title == "S. Korea, ASEAN nations agree to boost defense ties"
    assert asean.published == "2021-09-08"
    assert asean.countries == tuple(sorted({*ASEAN_MEMBERS, "CHN", "JPN", "KOR", "RUS", "USA"}))
    assert asean.organizations == ("ASEAN",)


def test_000_the_ministry_is_one_however_it_is_called(asean: Record, texts: dict[str, str]) -> None:
    assert [(body.country, body.kind) for body in asean.ministries] == [("KOR", "defense")]
    mentions = [m for m in asean.mentions if m.kind == "ministry"]
    assert {m.id for m in mentions} == {"KOR/defense"}
    words = [texts[VIDEO_TALKS][m.start_char : m.end_char] for m in mentions]
    assert [word for word in words if "defense" in word] == ["defense ministry", "defense ministry"]
    assert words.count("ministry") == 3


def test_000_official(asean: Record, texts: dict[str, str]) -> None:
    (park,) = asean.officials
    assert (park.name, park.country, park.role, park.role_class) == (
        "Park Jae-min",
        "KOR",
        "vice defense minister",
        "deputy_defense_minister",
    )
    assert not park.inferred
    assert mentioned(asean, texts[VIDEO_TALKS], "Park Jae-min") == [
        "South Korean Vice Defense Minister Park Jae-min",
        "Vice Minister Park Jae-min",
        "Park",
    ]


def test_000_talks(asean: Record) -> None:
    talks, _ = asean.meetings
    assert keys(talks, "date", "end", "status", "mode", "level", "name", "sidelines_of", "officials", "series") == {
        "date": "2021-09-08",
        "end": None,
        "status": "held",
        "mode": "video",
        "level": "vice_ministerial",
        "name": None,
        "sidelines_of": "Seoul Defense Dialogue",
        "officials": ("Park Jae-min",),
        "series": "vice-ministerial dialogue",
    }
    assert talks.parties == tuple(sorted({"ASEAN", "KOR", *ASEAN_MEMBERS}))
    assert sorted(talks.sides) == [("ASEAN", *ASEAN_MEMBERS), ("KOR",)]
    assert {"defense_industry", "security_and_defense"} <= set(talks.topics)
    assert talks.evidence.startswith(
        "The meeting between Vice Minister Park Jae-min and his counterparts from 10 Southeast Asian"
    )


def test_000_series(asean: Record) -> None:
    (series,) = asean.series
    assert (series.name, series.parties) == ("vice-ministerial dialogue", ("ASEAN", "KOR"))
    assert (series.since, series.cadence, series.skipped) == ("2017", "annual", ("2020",))
    assert series.evidence == (
        "The vice-ministerial dialogue has been held on an annual basis since being launched in 2017, "
        "excluding last year amid the COVID-19 pandemic."
    )


def test_000_forum(asean: Record) -> None:
    _, forum = asean.meetings
    assert keys(forum, "name", "date", "end", "status", "mode", "place_country", "sides", "officials", "sidelines_of") == {
        "name": "Seoul Defense Dialogue",
        "date": "2021-09-08",
        "end": "2021-09-10",
        "status": "held",
        "mode": "in_person",
        "place_country": "KOR",
        "sides": (),
        "officials": (),
        "sidelines_of": None,
    }
    assert forum.parties == ("CHN", "JPN", "KOR", "RUS", "USA")
    assert forum.evidence.startswith("This year's SDD brought together")


def test_000_agreement(asean: Record) -> None:
    agreed = relation(asean, "agreed")
    assert keys(agreed, "source", "target", "date") == {"source": "ASEAN", "target": "KOR", "date": "2021-09-08"}
    assert agreed.detail == "boost exchanges and cooperation in security and defense fields"
    assert {"defense_industry", "security_and_defense"} <= set(agreed.topics)
    assert agreed.evidence.startswith("South Korea and the Association of Southeast Asian Nations agreed Wednesday to boost")
    assert len(asean.relations) == 1


# ---- 003: the 11th policy dialogue -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dialogue(records: dict[str, Record]) -> Record:
    return records[POLICY_DIALOGUE]


def test_003_parties(dialogue: Record) -> None:
    assert dialogue.published == "2024-04-24"
    assert dialogue.countries == ("KOR", "VNM")
    assert dialogue.organizations == ("ASEAN", "UN")
    assert [(body.country, body.kind) for body in dialogue.ministries] == [("VNM", "defense")]


def test_003_meeting(dialogue: Record) -> None:
    (meeting,) = dialogue.meetings
    assert keys(meeting, "date", "end", "status", "mode", "ordinal", "series", "place", "place_country", "level") == {
        "date": "2024-04-23",
        "end": None,
        "status": "held",
        "mode": "in_person",
        "ordinal": 11,
        "series": "defense policy dialogue",
        "place": "Ha Noi",
        "place_country": "VNM",
        "level": "vice_ministerial",
    }
    assert meeting.name is not None
    assert meeting.name.startswith("11th Viet Nam-")
    assert meeting.parties == ("KOR", "VNM")
    assert meeting.officials == ("Hoang Xuan Chien", "Kim Seon Ho")
    assert sorted(meeting.sides) == [("KOR",), ("VNM",)]
    assert set(meeting.topics) == {
        "consultation_mechanisms",
        "cybersecurity",
        "defense_industry",
        "delegation_exchanges",
        "education_and_training",
        "military_medicine",
        "military_trade",
        "un_peacekeeping",
        "war_legacy",
    }
    (series,) = dialogue.series
    assert (series.name, series.parties) == ("defense policy dialogue", ("KOR", "VNM"))


def test_003_officials(dialogue: Record) -> None:
    offices = [(o.name, o.country, o.role, o.role_class) for o in dialogue.officials]
    office = ("deputy minister of defense", "deputy_defense_minister")
    assert offices == [("Hoang Xuan Chien", "VNM", *office), ("Kim Seon Ho", "KOR", *office)]
    hoang, kim = dialogue.officials
    assert {"role", "role_class"} <= set(kim.inferred)  # from "his Korean counterpart"
    assert "country" not in kim.inferred
    assert "role" not in hoang.inferred


def test_003_surnames_and_pronouns(dialogue: Record, texts: dict[str, str]) -> None:
    text = texts[POLICY_DIALOGUE]
    assert mentioned(dialogue, text, "Hoang Xuan Chien") == [
        "Deputy Minister of Defense Hoang Xuan Chien",
        "he",  # stressed
        "He",  # took the occasion
        "Hoang",
        "he",  # said Viet Nam maintains
    ]
    assert mentioned(dialogue, text, "Kim Seon Ho") == ["his Korean counterpart Kim Seon Ho", "Kim"]


def test_003_ties_raised(dialogue: Record) -> None:
    raised = relation(dialogue, "upgraded_ties")
    assert keys(raised, "source", "target", "date", "detail") == {
        "source": "KOR",
        "target": "VNM",
        "date": "2022-12",
        "detail": "comprehensive strategic partnership",
    }


def test_003_money_granted(dialogue: Record) -> None:
    aided = relation(dialogue, "aided")
    assert keys(aided, "source", "target", "amount", "currency", "date") == {
        "source": "KOR",
        "target": "VNM",
        "amount": 34_000_000,
        "currency": "USD",
        "date": None,
    }
    assert aided.detail is not None
    assert "US$34 million" in aided.detail
    assert "war_legacy" in aided.topics


def test_003_minutes_signed(dialogue: Record) -> None:
    signed = relation(dialogue, "signed")
    assert keys(signed, "source", "target", "date") == {"source": "KOR", "target": "VNM", "date": "2024-04-23"}
    assert signed.documents == ("dialogue's minutes",)
    assert signed.evidence.startswith("They also signed the dialogue's minutes")


def test_003_agreement(dialogue: Record) -> None:
    agreed = relation(dialogue, "agreed")
    assert keys(agreed, "source", "target", "date") == {"source": "KOR", "target": "VNM", "date": "2024-04-23"}
    assert agreed.detail == "orientations for joint work in the time to come"
    assert sorted(one.type for one in dialogue.relations) == ["agreed", "aided", "signed", "upgraded_ties"]


# ---- both --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [VIDEO_TALKS, POLICY_DIALOGUE])
def test_evidence_is_the_sentence_verbatim(name: str, records: dict[str, Record], texts: dict[str, str]) -> None:
    record, text = records[name], texts[name]
    items = (*record.ministries, *record.officials, *record.meetings, *record.relations, *record.series)
    assert all(item.evidence and text[item.start_char : item.end_char] == item.evidence for item in items)
    for event in (*record.meetings, *record.relations):
        assert event.trigger is not None
        assert event.start_char is not None
        assert event.end_char is not None
        assert event.start_char <= event.trigger[0] < event.trigger[1] <= event.end_char


@pytest.mark.parametrize("name", [VIDEO_TALKS, POLICY_DIALOGUE])
def test_mentions_are_in_order_and_inside_the_text(name: str, records: dict[str, Record], texts: dict[str, str]) -> None:
    def place(mention: Mention) -> tuple[int, int]:
        return mention.start_char, mention.end_char

    mentions = records[name].mentions
    assert list(mentions) == sorted(mentions, key=place)
    assert {m.kind for m in mentions} == {"country", "organization", "ministry", "official"}
    assert all(texts[name][m.start_char : m.end_char].strip() for m in mentions)
