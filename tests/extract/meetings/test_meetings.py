"""Meetings as whole articles tell them: rows of (text, expected). People and occasions are invented."""

import pytest

from extract import Article, Extractor
from extract.clauses.sentences import sentences
from extract.meetings.component import find_sittings
from extract.words.meeting_words import meeting_words

PUBLISHED = "2022-05-12"  # a Thursday


def meetings(extractor: Extractor, text: str):
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    return [
        (m.date, m.status, m.mode, "|".join(m.parties), ", ".join(m.officials))
        for m in sorted(record.meetings, key=lambda m: m.start_char)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb with a direct object
        (
            "Norwegian Defence Minister Olav Berg met his Polish counterpart Jan Nowak on Tuesday.",
            [("2022-05-10", "held", "in_person", "NOR|POL", "Olav Berg, Jan Nowak")],
        ),
        # a plural subject
        (
            "Ghanaian President Kofi Boateng and Togolese President Yao Agbeko held talks in Lome on 3 May 2022.",
            [("2022-05-03", "held", "in_person", "GHA|TGO", "Kofi Boateng, Yao Agbeko")],
        ),
        # the passive: the guest is the subject
        (
            "Chilean General Luis Soto was received on Monday by the Peruvian Defence Minister, Rosa Quispe.",
            [("2022-05-09", "held", "in_person", "CHL|PER", "Luis Soto, Rosa Quispe")],
        ),
        # by phone
        (
            "Latvian Defence Minister Arturs Ozols spoke by phone with Estonian Defence Minister Mart Tamm on Wednesday.",
            [("2022-05-11", "held", "phone", "EST|LVA", "Arturs Ozols, Mart Tamm")],
        ),
        # a noun with "between"
        (
            "A video conference between Finnish General Eero Laine and Swedish General Nils Holm took place on May 4.",
            [("2022-05-04", "held", "video", "FIN|SWE", "Eero Laine, Nils Holm")],
        ),
        # a clause set between commas is passed over
        (
            "Omani Minister Said Al Harthy, who is in Egypt on a visit, met Egyptian Defence Minister Tarek Nassar on Sunday.",
            [("2022-05-08", "held", "in_person", "EGY|OMN", "Said Al Harthy, Tarek Nassar")],
        ),
        # what is to come
        (
            "Kenyan Defence Minister Otieno Mwangi will meet Ugandan Defence Minister Sam Okello in Kampala on 20 May.",
            [("2022-05-20", "planned", "in_person", "KEN|UGA", "Otieno Mwangi, Sam Okello")],
        ),
        # what was called off
        (
            "The talks of Kenyan Minister Otieno Mwangi with Ugandan Minister Sam Okello on 20 May were postponed.",
            [("2022-05-20", "cancelled", "in_person", "KEN|UGA", "Otieno Mwangi, Sam Okello")],
        ),
        # several nationalities before one plural
        (
            "Danish Defence Minister Mette Lund and her Norwegian and Finnish counterparts met in Copenhagen on Monday.",
            [("2022-05-09", "held", "in_person", "DNK|FIN|NOR", "Mette Lund")],
        ),
        ("The Ukrainian and Polish presidents met in Kyiv on Wednesday.", [("2022-05-11", "held", "in_person", "POL|UKR", "")]),
        # a body of two parties
        (
            "The Joint Military Commission of India and Nepal held its 12th meeting in Kathmandu on May 2, 2022.",
            [("2022-05-02", "held", "in_person", "IND|NPL", "")],
        ),
        # a visit to come, for talks
        (
            "Chinese Minister Li Qiang is scheduled to visit Seoul on 20 May for talks with South Korean President Park Ji-ho.",
            [("2022-05-20", "planned", "in_person", "CHN|KOR", "Li Qiang, Park Ji-ho")],
        ),
        # no meeting: a wish, a negation, a habit, one country alone, a purpose
        ("Kenya hopes to hold talks with Uganda.", []),
        ("Did Kenyan Defence Minister Otieno Mwangi meet Ugandan Defence Minister Sam Okello?", []),
        ("Kenyan Defence Minister Otieno Mwangi has not met Ugandan Defence Minister Sam Okello.", []),
        ("The Kenya-Uganda dialogue is held annually.", []),
        ("Kenyan Defence Minister Otieno Mwangi met Kenyan Army Chief Joseph Kariuki.", []),
        ("Norway welcomes the offer announced on Monday by Polish Defence Minister Jan Nowak to begin talks.", []),
        ("Norway's Prime Minister Olav Berg will sign an order that will deprive Polish President Jan Nowak of money.", []),
        ("The United States and Poland have been partners since Poland declared its independence.", []),
        ("Norwegian President Olav Berg signed an order to respond to Polish President Jan Nowak's acts on Monday.", []),
        (
            "The meeting between Norwegian Minister Olav Berg and Polish Minister Jan Nowak on 20 June marks their ties.",
            [("2022-06-20", "planned", "in_person", "NOR|POL", "Olav Berg, Jan Nowak")],
        ),
        ("We reaffirm our call on Poland to stop, and Norway highlighted its preparedness to meet Poland.", []),
        ("The aircraft met the standards of Norway and Sweden.", []),
    ],
)
def test_one_sentence(extractor: Extractor, text: str, expected: list[tuple[str, ...]]) -> None:
    assert meetings(extractor, text) == expected


def test_several_tellings_are_one_meeting(extractor: Extractor) -> None:
    text = (
        "Norwegian Defence Minister Olav Berg met Polish Defence Minister Jan Nowak in Warsaw on Tuesday.\n\n"
        "During the talks, Berg said that patrols would go on. The two ministers met at the ministry.\n\n"
        "Norwegian General Nils Dahl was also present at the meeting."
    )
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    (meeting,) = record.meetings
    assert meeting.officials == ("Olav Berg", "Jan Nowak", "Nils Dahl")
    assert (meeting.place, meeting.place_country, meeting.level) == ("Warsaw", "POL", "ministerial")
    assert meeting.sides == (("NOR",), ("POL",))


def test_each_counterpart_is_a_meeting_of_its_own(extractor: Extractor) -> None:
    text = (
        "Norwegian Defence Minister Olav Berg met Polish Defence Minister Jan Nowak in Warsaw on Tuesday. "
        "On the same day Berg held talks with Polish President Ewa Lis."
    )
    assert meetings(extractor, text) == [
        ("2022-05-10", "held", "in_person", "NOR|POL", "Olav Berg, Jan Nowak"),
        ("2022-05-10", "held", "in_person", "NOR|POL", "Olav Berg, Ewa Lis"),
    ]


def test_separate_meetings_are_split(extractor: Extractor) -> None:
    text = "Norwegian Minister Olav Berg had separate meetings with Polish General Jan Nowak and Czech General Petr Malek."
    assert [m[3] for m in meetings(extractor, text)] == ["NOR|POL", "CZE|NOR"]


def test_an_earlier_sitting_of_the_series_is_another_meeting(extractor: Extractor) -> None:
    text = (
        "The fourth Norway-Poland defence dialogue took place in Oslo on 10 May 2022. "
        "The previous dialogue was held in Warsaw in June 2021."
    )
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [(m.date, m.place, m.ordinal) for m in record.meetings] == [("2022-05-10", "Oslo", 4), ("2021-06", "Warsaw", None)]
    assert [(s.name, s.parties) for s in record.series] == [("defence dialogue", ("NOR", "POL"))]


def test_a_series_with_its_beginning_rhythm_and_gap(extractor: Extractor) -> None:
    text = (
        "Norway and Poland held a staff dialogue in Oslo on Tuesday. "
        "The staff dialogue has been held annually since 2016, except in 2020."
    )
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [(s.since, s.cadence, s.skipped) for s in record.series] == [("2016", "annual", ("2020",))]
    assert len(record.meetings) == 1


def test_a_larger_event_stands_with_those_it_brought_together(extractor: Extractor) -> None:
    text = (
        "Norwegian Minister Olav Berg met Polish Minister Jan Nowak on Tuesday on the sidelines of the Oslo Security Forum, "
        "which opened that day. This year's OSF brought together officials from Finland, Germany and Canada."
    )
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    talks, forum = record.meetings
    assert talks.sidelines_of == "Oslo Security Forum"
    assert (forum.name, forum.parties, forum.sides, forum.place_country) == (
        "Oslo Security Forum",
        ("CAN", "DEU", "FIN", "NOR"),
        (),
        "NOR",
    )


def test_a_sitting_without_one_side_is_the_leading_figures(extractor: Extractor) -> None:
    text = (
        "Norwegian Defence Minister Olav Berg began a tour on Tuesday. Berg landed in Tunis first. "
        "A meeting took place there with Tunisian Defence Minister Ali Trabelsi."
    )
    assert [m[3:] for m in meetings(extractor, text)] == [("NOR|TUN", "Olav Berg, Ali Trabelsi")]


def _triggers(extractor: Extractor, text: str) -> list[str]:
    doc = extractor.doc(Article(id="a", text=text, published=PUBLISHED))
    told = [s for sentence in sentences(doc) for s in find_sittings(sentence) if len(s.codes) > 1]
    return [doc[s.start : s.end].text.lower() for s in told]


VERBS = [(verb, text) for verb in meeting_words().verb for text in verb.examples]
NOT_VERBS = [(verb, text) for verb in meeting_words().verb for text in verb.not_examples]


@pytest.mark.parametrize(("verb", "text"), VERBS, ids=lambda value: value if isinstance(value, str) else "")
def test_examples_of_verbs(extractor: Extractor, verb, text: str) -> None:
    assert set(_triggers(extractor, text)) & set(verb.forms)


@pytest.mark.parametrize(("verb", "text"), NOT_VERBS, ids=lambda value: value if isinstance(value, str) else "")
def test_not_examples_of_verbs(extractor: Extractor, verb, text: str) -> None:
    assert not set(_triggers(extractor, text)) & set(verb.forms)


@pytest.mark.parametrize("text", meeting_words().nouns.examples)
def test_examples_of_nouns(extractor: Extractor, text: str) -> None:
    assert extractor(Article(id="a", text=text, published=PUBLISHED)).meetings


@pytest.mark.parametrize("text", meeting_words().nouns.not_examples)
def test_not_examples_of_nouns(extractor: Extractor, text: str) -> None:
    assert not extractor(Article(id="a", text=text, published=PUBLISHED)).meetings


def test_the_headline_tells_that_those_who_spoke_did_so_on_the_phone(extractor: Extractor) -> None:
    text = "Norwegian Defence Minister Olav Berg spoke with Polish Defence Minister Jan Nowak on Tuesday."
    record = extractor(Article(id="a", title="Minister Berg Call with Minister Nowak", text=text, published=PUBLISHED))
    assert [m.mode for m in record.meetings] == ["phone"]


def test_the_headline_tells_nothing_of_those_whom_it_does_not_name(extractor: Extractor) -> None:
    text = (
        "Norwegian President Olav Berg met Danish President Mette Lund on Tuesday. "
        "Norwegian President Olav Berg spoke with Polish President Jan Nowak on Wednesday."
    )
    record = extractor(Article(id="a", title="President Berg's Call with President Nowak", text=text, published=PUBLISHED))
    assert {(m.parties[0], m.mode) for m in record.meetings} == {("DNK", "in_person"), ("NOR", "phone")}


def test_a_headline_without_a_verb_has_the_status_of_the_body(extractor: Extractor) -> None:
    title = "Statement on the Meeting between President Olav Berg and President Jan Nowak"
    text = "Norwegian President Olav Berg will welcome Polish President Jan Nowak on 20 May."
    record = extractor(Article(id="a", title=title, text=f"{title}\n\n{text}", published=PUBLISHED))
    assert [m.status for m in record.meetings] == ["planned"]


@pytest.mark.parametrize("topic", ["human rights in China", "Russia's war in Russia's south", "the crisis in Ethiopia"])
def test_what_was_discussed_does_not_tell_where(extractor: Extractor, topic: str) -> None:
    text = f"Norwegian President Olav Berg met Polish President Jan Nowak. Berg and Nowak discussed {topic}."
    assert [m.place_country for m in extractor(Article(id="a", text=text)).meetings] == [None]


def test_what_the_meeting_was_for_does_not_tell_where(extractor: Extractor) -> None:
    text = "Norwegian President Olav Berg met Polish officers to thank them for their service in Mali."
    assert [m.place_country for m in extractor(Article(id="a", text=text)).meetings] == [None]


def test_a_demonym_does_not_tell_where(extractor: Extractor) -> None:
    text = "On Friday, President Olav Berg of Norway will meet his NATO counterparts and then speak to the Norwegian people."
    assert [m.place_country for m in extractor(Article(id="a", text=text)).meetings] == [None]


def test_the_summit_that_is_prepared_does_not_tell_where(extractor: Extractor) -> None:
    text = "President Olav Berg of Norway met Polish President Jan Nowak to prepare for the June 29 NATO Summit in Madrid."
    assert [(m.place, m.place_country) for m in extractor(Article(id="a", text=text)).meetings] == [(None, None)]


def test_an_earlier_journey_does_not_tell_where(extractor: Extractor) -> None:
    text = (
        "OSLO, May 12, 2022 -- Norwegian President Olav Berg met Polish President Jan Nowak on Thursday. "
        "Berg recalled his visit to Poland in August 2021."
    )
    assert [m.place_country for m in extractor(Article(id="a", text=text)).meetings] == ["NOR"]


def test_the_calls_of_the_president_are_of_the_articles_country(extractor: Extractor) -> None:
    text = (
        "OSLO, May 12 -- Following the President's call with Polish President Jan Nowak, Norwegian Minister Olav Berg spoke "
        "with Polish Minister Ewa Kowal by phone."
    )
    assert ("NOR|POL", "Jan Nowak") in [m[3:] for m in meetings(extractor, text)]


def test_meetings_in_general_are_no_telling_of_the_one_told(extractor: Extractor) -> None:
    text = (
        "Norwegian Defence Minister Olav Berg met Polish Defence Minister Jan Nowak in Oslo. "
        '"I am ready to discuss this over the phone and during face-to-face meetings," Berg said.'
    )
    assert [m.mode for m in extractor(Article(id="a", text=text)).meetings] == ["in_person"]


def test_those_met_on_a_journey_to_several_countries_are_of_the_country_named_last(extractor: Extractor) -> None:
    text = (
        "Norwegian Deputy Minister Olav Berg will travel to Angola, Gabon and France from May 12 to 17.\n\n"
        "In Angola, Berg will meet with President Luis Soto. "
        "Berg will then travel to Libreville, Gabon, where he will meet with President Paul Nze and Defence Minister Marc Oba."
    )
    assert [m[3:] for m in meetings(extractor, text)] == [
        ("AGO|NOR", "Olav Berg, Luis Soto"),
        ("GAB|NOR", "Olav Berg, Paul Nze, Marc Oba"),
    ]


def test_a_verb_in_a_name_holds_nothing(extractor: Extractor) -> None:
    text = "Norwegian Minister Olav Berg and Polish Minister Jan Nowak opened the Baltic Action Plan Meeting on Tuesday."
    assert [m[1] for m in meetings(extractor, text)] == ["held"]


def test_what_the_leaders_plan_to_do_during_a_meeting_is_to_come(extractor: Extractor) -> None:
    text = (
        "Norwegian President Olav Berg will host Polish President Jan Nowak on 20 May. "
        "During the meeting, the leaders plan to reaffirm the ties."
    )
    assert [m[1] for m in meetings(extractor, text)] == ["planned"]


def test_an_envoy_for_a_country_is_not_its_own(extractor: Extractor) -> None:
    text = "The Norwegian government said that Special Envoy for Yemen Olav Berg met Saudi Foreign Minister Faisal Said."
    assert [m[3] for m in meetings(extractor, text)] == ["NOR|SAU"]


def test_a_summit_hosted_by_somebody_is_a_topic_of_those_who_discuss_it(extractor: Extractor) -> None:
    text = (
        "Norwegian Minister Olav Berg and Polish Minister Jan Nowak discussed the NATO summit on 11 May "
        "hosted by Spanish Prime Minister Luis Soto with Danish President Mette Lund participating."
    )
    assert ("NOR|POL", "Olav Berg, Jan Nowak") in [m[3:] for m in meetings(extractor, text)]


def test_who_speaks_in_a_joint_statement_is_no_party_of_his_own(extractor: Extractor) -> None:
    text = "We, the defence ministers of Norway and Poland, met in Oslo. We welcome the accord hailed by Danish leaders."
    assert [m[3] for m in meetings(extractor, text)] == ["NOR|POL"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever speaks well of what others did was not there
        (
            "Danish Minister Mette Lund thanked Polish Minister Jan Nowak for hosting the Norway-Finland talks in Warsaw.",
            ["DNK|POL: Mette Lund, Jan Nowak", "FIN|NOR|POL: Jan Nowak"],
        ),
        ("Norwegian Minister Olav Berg praised Latvia for its part in the Poland-Finland Summit.", ["FIN|POL: "]),
        # but was, where he held it himself or tells of what was theirs
        (
            "Danish Minister Mette Lund thanked the staff and held a trilateral meeting with Norway and Finland.",
            ["DNK|FIN|NOR: Mette Lund"],
        ),
        # a verb goes with the one before "that", not with what may be
        (
            "Norwegian King Olav Berg noted that Iran may come and briefed Danish King Ole Holm on the talks.",
            ["DNK|NOR: Olav Berg, Ole Holm"],
        ),
        # "the dialogue he has opened": he is no object
        ("Norwegian Minister Olav Berg welcomed the work Danish Minister Mette Lund has begun in Oslo.", []),
        (
            "Norwegian Minister Olav Berg noted that his worries will inform the work at the Poland-Finland Summit.",
            ["FIN|POL: "],
        ),
        # those whom a body met with met others as well
        (
            "Norwegian President Olav Berg will go to Jeddah for the Summit of the Gulf Cooperation Council along with Egypt.",
            ["EGY|GCC|NOR: Olav Berg"],
        ),
        # a country in the name of a conference that others hosted is its topic
        ("The ministers spoke of the Moldova Support Conference co-hosted by Norway and Poland.", ["NOR|POL: "]),
        # the comma closes what opens the sentence
        (
            "After the meeting with Saudi King Salem Said, Norwegian King Olav Berg and Saudi Prince Faisal Said held talks.",
            ["NOR|SAU: Olav Berg, Salem Said", "NOR|SAU: Olav Berg, Faisal Said"],
        ),
        (
            "In a call with Polish King Jan Nowak, Danish King Ole Holm and Finnish King Aku Ek, Swedish King Nils Ek spoke.",
            ["DNK|FIN|POL|SWE: Nils Ek, Jan Nowak, Ole Holm, Aku Ek"],
        ),
        # who only helped others to talk
        ("Norwegian Minister Olav Berg reiterated the need to return to the EU-facilitated Dialogue.", []),
        ("The EU-mediated talks between Norway and Poland were held in Riga.", ["NOR|POL: "]),
        # people of one country talk
        ("Norway welcomed the national dialogue that Kenya's President Sam Otieno opened on Monday.", []),
        # what is only launched may sit later
        ("Last year, Norway and Poland launched the Norway-Poland Trade and Technology Council.", []),
        ("Norway and Poland launched a new Norway-Poland Energy Dialogue.", []),
        ("Norway and Poland launched the second round of talks in Oslo on Monday.", ["NOR|POL: "]),
        # what goes on
        ("Through our ongoing Baltic Dialogue, Norway and Poland have grown closer since last year.", []),
        ("The Norway-Poland Energy Council will continue to coordinate their policies.", []),
        ("Norway and Poland intend to go on with their regular political consultations.", []),
        ("The Norway-Poland talks will continue in Oslo on 20 May.", ["NOR|POL: "]),
        # what was the topic had begun elsewhere
        (
            "The envoys of Norway, Poland and Denmark met in Riga to discuss the crisis after the talks in Doha in April.",
            ["DNK|NOR|POL: "],
        ),
    ],
)
def test_who_only_speaks_of_a_meeting(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [f"{parties}: {people}" for *_, parties, people in meetings(extractor, text)] == expected


def test_the_delegation_is_of_its_own_country_wherever_it_comes(extractor: Extractor) -> None:
    text = (
        "Norwegian Minister Olav Berg will lead a Norwegian delegation to Kenya, Uganda and Togo in June. "
        "In Kenya, the delegation will meet with senior Kenyan officials. "
        "In Togo, the delegation will meet with top Togolese officials. They will also meet with Benin's Minister Paul Nze."
    )
    assert [m[3:] for m in meetings(extractor, text)] == [
        ("KEN|NOR", "Olav Berg"),
        ("NOR|TGO", "Olav Berg"),
        ("BEN|NOR", "Olav Berg, Paul Nze"),
    ]


def test_they_are_not_those_of_an_earlier_talk(extractor: Extractor) -> None:
    text = (
        "Following Norwegian President Olav Berg's talk with Polish President Jan Nowak on Monday, Norwegian Minister "
        "Nils Holm met today with Polish Minister Ewa Zielinska. They also discussed trade. "
        "Holm and Zielinska continued their discussions on energy and the need to continue helping others."
    )
    assert [(m[0], *m[3:]) for m in meetings(extractor, text)] == [
        ("2022-05-09", "NOR|POL", "Olav Berg, Jan Nowak"),
        ("2022-05-12", "NOR|POL", "Nils Holm, Ewa Zielinska"),
    ]


def test_they_are_not_those_whom_one_was_thanked_for_hosting(extractor: Extractor) -> None:
    text = (
        "Norwegian Minister Olav Berg spoke today with Danish Minister Mette Lund. Berg thanked Lund for hosting "
        "General Nils Holm for a Norway-Denmark-Finland meeting in Odense. They also discussed trade."
    )
    assert [m[3:] for m in meetings(extractor, text)] == [
        ("DNK|NOR", "Olav Berg, Mette Lund"),
        ("DNK|FIN|NOR", "Mette Lund, Nils Holm"),
    ]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the successful Norway-Poland Energy Dialogue", "Norway-Poland Energy Dialogue"),
        ("the annual Baltic Security Forum", "Baltic Security Forum"),
        ("the second Norway-Poland Energy Dialogue", "second Norway-Poland Energy Dialogue"),
    ],
)
def test_what_is_said_of_a_meeting_is_no_part_of_its_name(extractor: Extractor, phrase: str, name: str) -> None:
    text = f"Norwegian Minister Olav Berg and Polish Minister Jan Nowak held {phrase} on Monday."
    assert [m.name for m in extractor(Article(id="a", text=text, published=PUBLISHED)).meetings] == [name]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norwegian Minister Olav Berg spoke of his journey yesterday to Riga to meet Latvian Minister Arturs Ozols.", "held"),
        ("Norwegian Minister Olav Berg will travel to Riga on 20 May to meet Latvian Minister Arturs Ozols.", "planned"),
    ],
)
def test_a_purpose_of_a_day_that_is_over_was_done(extractor: Extractor, text: str, status: str) -> None:
    assert [m[1] for m in meetings(extractor, text)] == [status]


def test_who_comes_along_is_of_ones_own_side(extractor: Extractor) -> None:
    text = (
        "Norwegian Minister Olga Berg met Polish President Jan Nowak. "
        "She was joined by Norwegian Ambassador Nils Holm and Norwegian General Ole Dahl."
    )
    assert [m[3:] for m in meetings(extractor, text)] == [("NOR|POL", "Olga Berg, Jan Nowak, Nils Holm, Ole Dahl")]


def test_who_was_on_a_journey_with_others_was_not_at_the_talk_on_it(extractor: Extractor) -> None:
    text = (
        "Norwegian Minister Olav Berg spoke with Polish Minister Jan Nowak. Berg told Nowak that Norwegian Envoy Nils Holm "
        "and some experts, accompanied by guards, travelled to Warsaw."
    )
    assert [m[4] for m in meetings(extractor, text)] == ["Olav Berg, Jan Nowak"]


def test_where_other_meetings_were_does_not_tell_where(extractor: Extractor) -> None:
    text = "Following meetings in Geneva, Norwegian Minister Olav Berg will meet with Polish Minister Jan Nowak in Riga."
    assert [m.place for m in extractor(Article(id="a", text=text, published=PUBLISHED)).meetings] == ["Riga"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # officials of whom no more is told govern where they are met
        ("In Kenya, Norwegian Minister Olav Berg will meet with senior government officials.", ["KEN|NOR"]),
        ("Norwegian Minister Olav Berg will travel to Lusaka, Zambia, where he will meet with officials.", ["NOR|ZMB"]),
        ("Norwegian Minister Olav Berg went to Kenya to meet with government and civil society members.", ["KEN|NOR"]),
        # but not where somebody else's are told, nobody who governs, several countries or their own
        ("In Kenya, Norwegian Minister Olav Berg will meet with officials from the African Union.", ["AU|NOR"]),
        ("In Kenya, Norwegian Minister Olav Berg will meet with officials at the base.", []),
        ("In Kenya, Norwegian Minister Olav Berg will meet with business leaders.", []),
        ("In Kenya, Uganda, and the Gambia, Norwegian Minister Olav Berg will meet with officials.", []),
        ("In Norway, Norwegian Minister Olav Berg will meet with senior officials.", []),
    ],
)
def test_officials_of_the_place(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [m[3] for m in meetings(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "It was in Bergen that Norwegian General Olav Berg and Polish General Jan Nowak met.",
            ("Bergen", "NOR"),
        ),
        ("It was in Bergen that a plan was made. Norwegian General Olav Berg met Polish General Jan Nowak.", (None, None)),
        (
            "What Norwegian General Olav Berg and Polish General Jan Nowak talked about in Bergen was war.",
            ("Bergen", "NOR"),
        ),
        ("Polish General Jan Nowak gets to Norway tomorrow. He will meet Norwegian General Olav Berg.", (None, "NOR")),
        ("Polish General Jan Nowak was received in audience by Norwegian President Olav Berg.", (None, "NOR")),
    ],
)
def test_where_they_met(extractor: Extractor, text: str, where: tuple[str | None, str | None]) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [(m.place, m.place_country) for m in record.meetings] == [where]


BESIDE = [
    (
        "Norwegian General Olav Berg, who is in Warsaw for the 5th Baltic Forum, met Polish General Jan Nowak.",
        "5th Baltic Forum",
    ),
    ("Norwegian General Olav Berg met Polish General Jan Nowak, who has come to Oslo for the Nordic Forum.", "Nordic Forum"),
    (
        "Norwegian General Olav Berg, who was visiting Poland to attend the Baltic Forum, met Polish General Jan Nowak.",
        "Baltic Forum",
    ),
    ("Norwegian General Olav Berg, in Warsaw for the NATO summit, met Polish General Jan Nowak.", "NATO summit"),
    (
        "Norwegian General Olav Berg met Polish General Jan Nowak in Warsaw. Berg is in Poland for the 5th Baltic Forum.",
        "5th Baltic Forum",
    ),
    # the meeting itself
    ("Norwegian General Olav Berg met Polish General Jan Nowak in Bergen for the Strategic Dialogue.", None),
    ("Norwegian General Olav Berg, who is in Warsaw for the 5th Norway-Poland Dialogue, met Polish General Jan Nowak.", None),
    ("Norwegian General Olav Berg will travel to Warsaw for the NATO Summit.", None),
    # no journey, no event
    ("Norwegian General Olav Berg thanked Polish General Jan Nowak for the Baltic Forum.", None),
    ("Norwegian General Olav Berg, who is in Warsaw for the Polish Army, met Polish General Jan Nowak.", None),
]


@pytest.mark.parametrize(("text", "event"), BESIDE)
def test_the_event_for_which_somebody_came(extractor: Extractor, text: str, event: str | None) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [m.sidelines_of for m in record.meetings] == [event]


def test_a_label_in_brackets_and_capitals_give_no_name(extractor: Extractor) -> None:
    text = "[Photo] FOUR-WAY TALKS. Norwegian General Olav Berg poses with Polish General Jan Nowak."
    assert [m.name for m in extractor(Article(id="a", text=text)).meetings] == [None]


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("He had a further meeting there with Polish Defence Minister Ewa Lis.", "Bergen"),
        ("He met Polish Defence Minister Ewa Lis there.", None),
        ("He met Polish Defence Minister Ewa Lis. There is hope.", None),
        ("In talks there was praise from Polish Defence Minister Ewa Lis.", None),
    ],
)
def test_there_is_the_city_spoken_of_last(extractor: Extractor, told: str, where: str | None) -> None:
    text = "In Bergen, Norwegian General Olav Berg met Polish General Jan Nowak. " + told
    found = extractor(Article(id="a", text=text, published=PUBLISHED)).meetings
    assert [m.place for m in found if "Ewa Lis" in m.officials][:1] == ([where] if "praise" not in told else [])


@pytest.mark.parametrize(
    ("beside", "name"),
    [
        ("the forum the minister Olav Berg of Norway", "forum"),
        ("the summit Norwegian Minister Olav Berg", "summit"),
        ("the summit of the African Union the minister Olav Berg of Norway", "summit of the African Union"),
    ],
)
def test_who_met_is_no_part_of_the_larger_event(extractor: Extractor, beside: str, name: str) -> None:
    record = extractor(Article(id="a", text=f"On the sidelines of {beside} met Polish Defence Minister Jan Nowak."))
    assert [m.sidelines_of for m in record.meetings] == [name]


@pytest.mark.parametrize(
    ("text", "where", "beside"),
    [
        ("It took place in Oslo on Tuesday.", "Oslo", None),
        ("It was held on the sidelines of the Riga Security Forum.", None, "Riga Security Forum"),
        # what is told of something else
        ("They took place in Oslo on Tuesday.", None, None),
        ("It opened the door to a deal in Oslo.", None, None),
    ],
)
def test_where_it_took_place(extractor: Extractor, text: str, where: str | None, beside: str | None) -> None:
    told = "Kenyan Defence Minister Otieno Mwangi had a meeting with Ugandan Defence Minister Sam Okello. "
    record = extractor(Article(id="a", text=told + text, published=PUBLISHED))
    assert [(m.place, m.sidelines_of) for m in record.meetings] == [(where, beside)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Oslo was the venue of talks between Kenyan General Otieno Mwangi and Ugandan General Sam Okello.", "Oslo"),
        ("Oslo hosted a meeting of Kenyan General Otieno Mwangi with Ugandan General Sam Okello.", "Oslo"),
        ("Oslo praised the talks between Kenyan General Otieno Mwangi and Ugandan General Sam Okello.", None),
    ],
)
def test_the_city_that_was_the_venue(extractor: Extractor, text: str, where: str | None) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert {m.place for m in record.meetings} <= {where}
    assert bool(record.meetings) or where is None
