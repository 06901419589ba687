"""What cooperation is about: every phrase of topics.toml names its topic, wherever a meeting or a relation is told with it."""

import pytest

from extract import Article, Extractor
from extract.words.lexicon import topics


@pytest.mark.parametrize("name", sorted(topics()))
def test_every_phrase(extractor: Extractor, name: str) -> None:
    for phrase in topics()[name].phrases:
        record = extractor(Article(id="a", text=f"Norway and Oman agreed on {phrase} for their armies in May 2022."))
        (relation,) = (r for r in record.relations if r.type == "agreed")
        assert name in relation.topics, phrase


def test_of_overlapping_phrases_the_longest_counts(extractor: Extractor) -> None:
    text = "Norway and Oman agreed in May 2022 on UN peacekeeping operations, cyber security and war games."
    (relation,) = extractor(Article(id="a", text=text)).relations
    assert relation.topics == ("un_peacekeeping", "cybersecurity", "joint_exercises")


def test_no_topic(extractor: Extractor) -> None:
    (relation,) = extractor(Article(id="a", text="Norway and Oman agreed in May 2022 to meet again.")).relations
    assert relation.topics == ()
