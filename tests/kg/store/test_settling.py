"""What a store keeps of who and what is reported is what all of its records, as corrected, say together."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.article import Article
from extract.record import Record
from kg.defense_graph import DefenseGraph
from kg.identity.corrections import NONE, Corrections
from kg.store.store import Store
from tests.kg.strategies import articles, corrections

steps = st.lists(st.tuples(articles, st.sets(st.sampled_from("abcdef"), max_size=2), st.none() | corrections), max_size=4)
"""In each step articles are put in, others taken out if they are there, and other corrections may come to hold."""


@settings(deadline=None, max_examples=60)
@given(steps)
def test_what_is_kept_is_what_all_records_say(
    taken: Sequence[tuple[Sequence[tuple[str, Record]], set[str], Corrections | None]],
) -> None:
    kept: dict[str, Record] = {}
    held = NONE
    with Store.temporary() as store:
        for told, leaving, corrected in taken:
            come = [record.model_copy(update={"id": name}) for name, record in told]
            store.put([(Article(id=record.id, text=f"Words of {record.id} alone."), record) for record in come])
            kept |= {record.id: record for record in come}
            gone = sorted(leaving & kept.keys())
            store.remove(gone)
            kept = {name: record for name, record in kept.items() if name not in gone}
            if corrected is not None:
                store.correct(corrected)
                held = corrected
            found, expected = DefenseGraph.from_store(store), DefenseGraph.from_records(kept.values(), held)
            assert dict(found.networkx.nodes(data=True)) == dict(expected.networkx.nodes(data=True))
            assert list(found.networkx.edges(keys=True, data=True)) == list(expected.networkx.edges(keys=True, data=True))
            assert store.unmatched() == expected.unmatched
