"""Records of all sorts, for properties that hold for any."""

from hypothesis import strategies as st

from extract.record import Meeting, Ministry, Official, Record, Relation, Series
from kg.identity.corrections import Corrections, MovedMeeting, NoMeeting, NoOfficial, NoRelation, PeopleCorrection

CODES = ["KOR", "VNM", "USA", "ASEAN", "NATO", "THA"]
NAMES = [
    "Park Jae-min",
    "Jae-min Park",
    "Kim Seon Ho",
    "Kim Seon-ho",
    "Seonho Kim",
    "Hoang Xuan Chien",
    "Hoàng Xuân Chiến",
    "Kim",
]
DATES = st.sampled_from([None, "2021", "2021-09", "2021-09-08", "2021-09-09"])
PARTIES = st.lists(st.sampled_from(CODES), min_size=1, max_size=5, unique=True).map(tuple)
TEXT = st.text(max_size=8)

officials = st.builds(
    Official,
    name=st.sampled_from(NAMES),
    country=st.sampled_from([None, "KOR", "VNM", "NATO"]),
    role=st.none() | TEXT,
    role_class=st.sampled_from(["defense_minister", "ambassador", "other"]),
    evidence=TEXT,
    start_char=st.none() | st.integers(0, 9),
)
meetings = st.builds(
    Meeting,
    date=DATES,
    status=st.sampled_from(["held", "planned"]),
    mode=st.sampled_from(["in_person", "video"]),
    name=st.none() | st.sampled_from(["Shangri-La Dialogue", "Defense Dialogue"]),
    parties=PARTIES,
    officials=st.lists(st.sampled_from(NAMES), max_size=3).map(tuple),
    place=st.none() | TEXT,
    place_country=st.none() | st.sampled_from(CODES),
    sidelines_of=st.none() | st.just("Shangri-La Dialogue"),
    series=st.none() | st.just("Defense Dialogue"),
    topics=st.lists(TEXT, max_size=3).map(tuple),
    evidence=TEXT,
)
relations = st.builds(
    Relation,
    type=st.sampled_from(["visited", "signed"]),
    source=st.sampled_from(CODES),
    target=st.sampled_from(CODES),
    date=DATES,
    detail=st.none() | TEXT,
    amount=st.none() | st.floats(0, 9, allow_subnormal=False),  # which igraph cannot read
    evidence=TEXT,
)
records = st.lists(
    st.builds(
        Record,
        id=st.text(min_size=1, max_size=3),
        published=DATES,
        title=st.none() | TEXT,
        countries=PARTIES,
        ministries=st.lists(st.builds(Ministry, country=st.sampled_from(CODES), kind=st.just("defense")), max_size=2).map(
            tuple
        ),
        officials=st.lists(officials, max_size=3).map(tuple),
        meetings=st.lists(meetings, max_size=3).map(tuple),
        relations=st.lists(relations, max_size=3).map(tuple),
        series=st.lists(st.builds(Series, name=st.just("Defense Dialogue"), parties=PARTIES), max_size=1).map(tuple),
    ),
    max_size=5,
    unique_by=lambda record: record.id,
)


@st.composite
def crowded(draw: st.DrawFn) -> list[Record]:
    """Records of few meetings and relations of the same people and days, so that many reports are of one event, or nearly."""
    names = ["Jonas Berg", "Berg", "Kari Berg", "Mads Holm"]
    dates = st.sampled_from([None, "2021-09", "2021-09-08", "2021-09-09", "2021-09-10"])
    people = tuple(Official(name=name, country="DNK" if "Holm" in name else "NOR", role_class="ambassador") for name in names)
    meeting = st.builds(
        Meeting,
        date=dates,
        status=st.sampled_from(["held", "held", "planned", "cancelled"]),
        name=st.sampled_from([None, None, "Sound Dialogue", "3rd Sound Dialogue", "Belt Dialogue"]),
        parties=st.sampled_from([("DNK", "NOR"), ("DNK", "FIN", "NOR"), ("NOR",), ("DNK", "FIN", "NOR", "SWE")]),
        officials=st.lists(st.sampled_from(names), max_size=3, unique=True).map(tuple),
        place=st.sampled_from([None, "Oslo"]),
        evidence=st.sampled_from(["", "The defense ministers met.", "They signed."]),
    )
    relation = st.builds(
        Relation,
        type=st.just("signed"),
        source=st.sampled_from(["DNK", "NOR"]),
        target=st.just("NOR"),
        date=dates,
        detail=st.sampled_from([None, "Sound Pact", "the Sound Pact"]),
        amount=st.sampled_from([None, 3.0, 5.0]),
        evidence=st.sampled_from(["", "They signed."]),
    )
    meetings = draw(st.lists(meeting, min_size=1, max_size=4))
    relations = draw(st.lists(relation, min_size=1, max_size=3))
    record = st.builds(
        Record,
        id=st.sampled_from("abcdefghij"),
        published=st.sampled_from([None, None, "2021-09-09"]),
        officials=st.just(people),
        meetings=st.lists(st.sampled_from(meetings), max_size=3).map(tuple),
        relations=st.lists(st.sampled_from(relations), max_size=2).map(tuple),
    )
    return draw(st.lists(record, max_size=10, unique_by=lambda record: record.id))


_people = st.builds(PeopleCorrection, a=st.sampled_from(NAMES), b=st.sampled_from(NAMES))
_meeting = {"date": st.sampled_from([None, "2021-09-08"]), "parties": st.just(frozenset({"KOR", "VNM"}))}
corrections = st.builds(
    Corrections,
    same=st.lists(_people, max_size=1).map(tuple),
    different=st.lists(_people, max_size=1).map(tuple),
    not_official=st.lists(st.builds(NoOfficial, name=st.sampled_from(NAMES)), max_size=1).map(tuple),
    no_meeting=st.lists(st.builds(NoMeeting, **_meeting), max_size=1).map(tuple),
    meeting_on=st.lists(st.builds(MovedMeeting, **_meeting, on=st.just("2021-09-09")), max_size=1).map(tuple),
    wrong=st.lists(
        st.builds(NoRelation, type=st.just("signed"), source=st.just("KOR"), target=st.just("VNM"), date=st.none()), max_size=1
    ).map(tuple),
)
articles = st.lists(
    st.tuples(st.sampled_from("abcdef"), records.filter(bool).map(lambda some: some[0])),
    max_size=4,
    unique_by=lambda told: told[0],
)
