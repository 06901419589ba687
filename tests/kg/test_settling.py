"""What a store keeps of who and what is reported is what all of its records, as corrected, say together."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.article import Article
from extract.record import Record
from kg.corrections import NONE, Corrections, MovedMeeting, NoMeeting, NoOfficial, NoRelation, PeopleCorrection
from kg.defense_graph import DefenseGraph
from kg.store import Store
from tests.kg.strategies import NAMES, records

people = st.builds(PeopleCorrection, a=st.sampled_from(NAMES), b=st.sampled_from(NAMES))
meetings = {"date": st.sampled_from([None, "2021-09-08"]), "parties": st.just(frozenset({"KOR", "VNM"}))}
corrections = st.builds(
    Corrections,
    same=st.lists(people, max_size=1).map(tuple),
    different=st.lists(people, max_size=1).map(tuple),
    not_official=st.lists(st.builds(NoOfficial, name=st.sampled_from(NAMES)), max_size=1).map(tuple),
    no_meeting=st.lists(st.builds(NoMeeting, **meetings), max_size=1).map(tuple),
    meeting_on=st.lists(st.builds(MovedMeeting, **meetings, on=st.just("2021-09-09")), max_size=1).map(tuple),
    wrong=st.lists(
        st.builds(NoRelation, type=st.just("signed"), source=st.just("KOR"), target=st.just("VNM"), date=st.none()), max_size=1
    ).map(tuple),
)
articles = st.lists(
    st.tuples(st.sampled_from("abcdef"), records.filter(bool).map(lambda some: some[0])),
    max_size=4,
    unique_by=lambda told: told[0],
)
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
