"""What a sentence is about, by the topics of data/topics.toml."""

from extract.clauses.clauses import Sentence
from extract.words.lexicon import topic_phrases


def topics_in(sentence: Sentence) -> list[str]:
    """Ids of the topics that the sentence names."""
    hits = sentence.find(topic_phrases())
    return list(dict.fromkeys(hit.value for hit in hits))
