"""Records of odd and hostile content, by what is odd about them."""

from collections.abc import Mapping, Sequence

from extract.record import ArticleSource, Meeting, Official, Record, Relation, Series

PLANES = "".join(chr(plane << 16 | point) for plane in range(17) for point in (0x0041, 0x4E00, 0xFFFE, 0xFFFF))
HOSTILE = f"a\x00b\x1b[31m \ud800 <script>alert(1)</script> & \"quotes\" 'x' ]]> \x85 \u2028 \r\n tab\t é 한 𝔘 \x7f {PLANES}"
LONG = "The ministers met, and so did the ministers. " * 223

_TALKS = Meeting(parties=("KOR", "VNM"), sides=(("KOR",), ("VNM",)), officials=("Park Jae-min", "Hoang Xuan Chien"))
_PEOPLE = (Official(name="Park Jae-min", country="KOR"), Official(name="Hoang Xuan Chien", country="VNM"))


def _relations(*relations: Relation) -> list[Record]:
    return [Record(id="a", relations=relations)]


def _aid(**changes: object) -> Relation:
    return Relation.model_validate({"type": "aided", "source": "KOR", "target": "VNM", **changes})


def _met(*dates: str | None) -> list[Record]:
    """Talks of the same people, each told by an article of its own."""
    return [
        Record(id=str(number), officials=_PEOPLE, meetings=(_TALKS.model_copy(update={"date": date}),))
        for number, date in enumerate(dates)
    ]


ODD: Mapping[str, Sequence[Record]] = {
    "nothing": [],
    "one node": [Record(id="a", countries=("KOR",))],
    "hostile text": [
        Record(
            id=HOSTILE,
            title=HOSTILE,
            article=ArticleSource(url=HOSTILE, publisher=HOSTILE),
            officials=(Official(name=HOSTILE, country="KOR", role=HOSTILE, evidence=HOSTILE * 9),),
            meetings=(
                Meeting(
                    name=HOSTILE,
                    parties=("KOR", "VNM"),
                    officials=(HOSTILE,),
                    place=HOSTILE,
                    topics=(HOSTILE,),
                    series=HOSTILE,
                ),
            ),
            relations=(_aid(detail=HOSTILE, evidence=HOSTILE, documents=(HOSTILE, HOSTILE)),),
            series=(Series(name=HOSTILE, parties=("KOR", "VNM"), since="2017", cadence=HOSTILE),),
        )
    ],
    "blanks": _relations(_aid(detail=" ", evidence="\n \t\n"), _aid(detail="\n", amount=1.0), _aid(detail="\t", amount=2.0)),
    "long sentences": [Record(id="a", relations=(_aid(evidence=LONG, detail=LONG),), title=LONG)],
    "parallel edges": [
        *_met("2021-09-08", "2022-09-08", "2023-09-08"),
        *_relations(*(_aid(amount=n) for n in (1.0, 2.5, 1e22))),
    ],
    "both ways": _relations(_aid(date="2021-05-04"), _aid(source="VNM", target="KOR", date="2021-05-04")),
    "undated": [*_met(None), *_relations(_aid())],
    "dated to the year": [*_met("2021", "2022-02"), *_relations(_aid(date="2020"))],
    "to itself": _relations(_aid(target="KOR", date="2021"), _aid(source="VNM")),
    "a forum": [
        Record(
            id="a",
            published="2021-09-11",
            officials=_PEOPLE,
            meetings=(
                Meeting(
                    date="2021-09-08",
                    end="2021-09-10",
                    name="Sound Forum",
                    parties=("JPN", "KOR", "USA", "VNM"),
                    officials=("Park Jae-min", "Hoang Xuan Chien"),
                ),
            ),
        )
    ],
}
