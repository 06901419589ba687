"""Who took part in each occasion: rows of (text, surnames for each). All people are invented."""

import pytest

from extract import Article, Extractor

PUBLISHED = "2022-05-12"  # a Thursday
MET = "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
COMPANY = [
    # those told to have been there
    (MET + "Omani Ambassador Ali Al Balushi also took part.", ["Balushi Harthy Nassar"]),
    (MET + "Omani Ambassador Ali Al Balushi and Egyptian Colonel Hany Adel were witnesses.", ["Adel Balushi Harthy Nassar"]),
    (
        "Omani General Said Al Harthy received Egyptian General Tarek Nassar in the presence of Colonel Ali Al Balushi.",
        ["Balushi Harthy Nassar"],
    ),
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar. He was accompanied by Colonel Ali Al Balushi.",
        ["Balushi Harthy Nassar"],
    ),
    (
        MET + "Present together with Nassar were Egyptian Ambassador Hany Adel and Omani Colonel Ali Al Balushi.",
        ["Adel Balushi Harthy Nassar"],
    ),
    # who joined them, or came along in the next sentence, and one of a third country at "the meeting"
    (MET + "Omani Ambassador Ali Al Balushi joined General Nassar in the talks.", ["Balushi Harthy Nassar"]),
    (MET + "The talks were joined by Omani Ambassador Ali Al Balushi.", ["Balushi Harthy Nassar"]),
    (MET + "Libyan General Omar Zaki also attended the meeting.", ["Harthy Nassar Zaki"]),
    (MET + "Libyan General Omar Zaki attended the meeting of his party in Sirte.", ["Harthy Nassar"]),
    (
        "Omani General Said Al Harthy will meet Egyptian General Tarek Nassar on Sunday. He will be accompanied by Colonel "
        "Ali Al Balushi.",
        ["Balushi Harthy Nassar"],
    ),
    (
        MET + "Also at the meeting were Omani Ambassador Ali Al Balushi and Egyptian Colonel Hany Adel.",
        ["Adel Balushi Harthy Nassar"],
    ),
    (MET + "Joining General Nassar was Egyptian Colonel Hany Adel.", ["Adel Harthy Nassar"]),
    # nobody stands beside one who only calls
    (
        MET + "The two had talked by phone in January. Nassar was flanked by Colonel Hany Adel.",
        ["Adel Harthy Nassar", "Harthy Nassar"],
    ),
    # who came along, or stood there
    (MET + "With the general came Omani Ambassador Ali Al Balushi and Colonel Hany Adel.", ["Adel Balushi Harthy Nassar"]),
    (
        MET + "At their side were Omani Ambassador Ali Al Balushi and Colonel Hany Adel.",
        ["Adel Balushi Harthy Nassar"],
    ),
    (MET + "The talks also had in attendance Egyptian Colonel Hany Adel.", ["Adel Harthy Nassar"]),
    (
        MET + "In the picture are, from left, Omani Ambassador Ali Al Balushi and General Nassar.",
        ["Balushi Harthy Nassar"],
    ),
    (MET + "With Norway came new rules. Omani Ambassador Ali Al Balushi wrote them.", ["Harthy Nassar"]),
    (
        "Omani General Said Al Harthy is to call on Egyptian General Tarek Nassar, with Colonel Hany Adel at his side.",
        ["Adel Harthy Nassar"],
    ),
    # at the head of a delegation
    (
        "A delegation of the Omani Army with General Said Al Harthy, its chief, at its head came to Egypt. "
        "A courtesy call of the delegation on Egyptian General Tarek Nassar followed.",
        ["Harthy Nassar"],
    ),
    (
        "An Egyptian delegation visited Omani General Ali Al Balushi. At its head was General Tarek Nassar.",
        ["Balushi Nassar"],
    ),
    # an office in the name of an event is nobody
    (
        MET + "Egyptian Chief of Defence Hany Adel spoke of patrols. "
        "The Chief of Defence Conference is among the settings in which the two countries work with each other.",
        ["Harthy Nassar"],
    ),
    # also where they are told behind the verb
    (MET + "With the general came Egyptian Ambassador Hany Adel.", ["Adel Harthy Nassar"]),
    (MET + "Also there were Egyptian Ambassador Hany Adel and Omani Colonel Ali Al Balushi.", ["Adel Balushi Harthy Nassar"]),
    (
        "Omani General Said Al Harthy and Egyptian General Tarek Nassar were in the chair when the committee met.",
        ["Harthy Nassar"],
    ),
    (MET + "With this accord was born an age that Egyptian President Hany Adel had wanted.", ["Harthy Nassar"]),
    # at a ceremony, told of one side first
    (
        "Omani General Said Al Harthy commissioned the ship on Tuesday. Egyptian Ambassador Hany Adel also graced the event.",
        ["Adel Harthy"],
    ),
    (
        "The contracts were signed on Tuesday by Omani General Said Al Harthy. Present were Egyptian Minister Hany Adel and "
        "Omani Minister Ali Al Balushi.",
        ["Adel Balushi Harthy"],
    ),
    ("Omani General Said Al Harthy signed the law on Tuesday. Also present at both calls was Egyptian Colonel Hany Adel.", []),
    # not those who went along elsewhere
    (MET + "Nassar, accompanied by Egyptian Colonel Hany Adel, then toured a shipyard.", ["Harthy Nassar"]),
    (MET + "He greeted sailors in the presence of Egyptian Colonel Hany Adel.", ["Harthy Nassar"]),
    # nor who tells of it
    (MET + "The talks were attended by officers of both sides, Egyptian spokesman Colonel Hany Adel said.", ["Harthy Nassar"]),
    # nor of whom they spoke
    (
        "Omani General Said Al Harthy thanked Egyptian General Tarek Nassar for efforts to stop Libyan General Omar Zaki. "
        "They also discussed patrols.",
        ["Harthy Nassar"],
    ),
    (MET + "They deplored Libyan General Omar Zaki's raid. They also discussed patrols.", ["Harthy Nassar"]),
    # nor who attended something far behind
    (MET + "It rained in Muscat for many a day. " * 30 + "Egyptian Colonel Hany Adel attended a school.", ["Harthy Nassar"]),
    # who was there was not at what is to come
    (
        MET + "A committee of Oman and Egypt will meet in Cairo in June. Omani Colonel Ali Al Balushi took part.",
        ["Balushi Harthy Nassar", ""],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMPANY)
def test_company(extractor: Extractor, text: str, expected: list[str]) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    told = sorted(record.meetings, key=lambda m: m.start_char)
    assert [" ".join(sorted(name.split()[-1] for name in m.officials)) for m in told] == expected


HOLDERS = [
    # offices named together are those of whom the article tells elsewhere
    (
        "The defence ministers of Ghana and Togo met in Lome on Monday. Ghanaian Defence Minister Kofi Boateng "
        "thanked the hosts. Togolese Defence Minister Yao Agbeko spoke of the border.",
        ["Agbeko Boateng"],
    ),
    (
        "Ghana and Togo held their first 2+2 talks in Lome on Monday. Ghanaian Defence Minister Kofi Boateng "
        "thanked the hosts. Togolese Foreign Minister Yao Agbeko spoke of the border.",
        ["Agbeko Boateng"],
    ),
    (
        "Ghanaian Defence Minister Kofi Boateng met his counterparts from Togo and Benin in Lome on Monday. "
        "Togolese Defence Minister Yao Agbeko was glad. So was Beninese Defence Minister Jean Sossou.",
        ["Agbeko Boateng Sossou"],
    ),
    # not their fellows
    (
        "The foreign ministers of Ghana and Togo met in Lome on Monday. Ghanaian Defence Minister Kofi Boateng "
        "thanked the hosts. Togolese Foreign Minister Yao Agbeko spoke of the border.",
        ["Agbeko"],
    ),
    # nor those who hold them today of what was long ago
    (
        "The defence ministers of Ghana and Togo met in Lome in March 2012. Ghanaian Defence Minister Kofi Boateng "
        "recalled it.",
        [""],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_holders_of_offices(extractor: Extractor, text: str, expected: list[str]) -> None:
    test_company(extractor, text, expected)


def test_a_trilateral_meeting_is_no_summary_of_two(extractor: Extractor) -> None:
    text = (
        "Ghanaian Defence Minister Kofi Boateng met Togolese Defence Minister Yao Agbeko and Beninese Defence Minister "
        "Jean Sossou on Monday. The trilateral meeting was the first of its kind. Boateng also had one-on-one talks with "
        "Agbeko and with Sossou."
    )
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert {"|".join(m.parties) for m in record.meetings} == {"BEN|GHA|TGO", "GHA|TGO", "BEN|GHA"}


NEXT = [
    # the next one is of the same parties
    (MET + "The next meeting will take place in Muscat in June.", [("held", "2022-05-10"), ("planned", "2022-06")]),
    # what two agreed upon for a day is planned
    (MET + "The two generals agreed to meet again in Muscat in June.", [("held", "2022-05-10"), ("planned", "2022-06")]),
    (MET + "The two generals agreed to step up patrols in June.", [("held", "2022-05-10")]),
    # the first since a day is none of that day
    (MET + "It was their first meeting since General Nassar took up his post in January.", [("held", "2022-05-10")]),
    # conversations of the two sides are those told before
    (MET + "The two sides exchanged cordial conversations.", [("held", "2022-05-10")]),
    # what is told apart is another meeting
    (
        "Omani General Said Al Harthy and Egyptian General Tarek Nassar signed a plan on Tuesday. Earlier in the day, "
        "Al Harthy and Nassar held talks in Muscat.",
        [("held", "2022-05-10"), ("held", "2022-05-10")],
    ),
    (
        "Omani General Said Al Harthy and Egyptian General Tarek Nassar signed a plan on Tuesday. Before the ceremony, "
        "Egyptian Minister Hany Adel and Al Harthy had a meeting.",
        [("held", "2022-05-10"), ("held", "2022-05-10")],
    ),
    (
        "Omani General Said Al Harthy and Egyptian General Tarek Nassar signed a plan on Tuesday. Al Harthy and Omani Minister "
        "Ali Al Balushi then joined Egyptian Minister Hany Adel for talks.",
        [("held", "2022-05-10"), ("held", "2022-05-10")],
    ),
    # nor is the next one of a body spoken of theirs
    (MET + "They hailed the council of generals. Its next meeting will take place in Lima in June.", [("held", "2022-05-10")]),
    # but not what was referred to before
    (
        MET + "Nassar spoke of his talks with the Omani defence minister. Earlier the same day, Nassar held talks with Omani "
        "Defence Minister Ali Al Balushi.",
        [("held", "2022-05-10"), ("held", "2022-05-10")],
    ),
    (
        "Delegations of Oman and Egypt held staff talks in Muscat on Tuesday. Omani General Said Al Harthy met separately with "
        "Egyptian General Tarek Nassar.",
        [("held", "2022-05-10"), ("held", None)],
    ),
    # so is a call on somebody else, who is not named
    (
        MET + "General Al Harthy also called on the Prime Minister of Egypt.",
        [("held", "2022-05-10"), ("held", None)],
    ),
    # a call that is due is no verb
    (
        MET + "His call on the Egyptian Defence Minister, Hany Adel, is due on Friday.",
        [("held", "2022-05-10"), ("planned", "2022-05-13")],
    ),
    # of a journey that begins the talks are to come
    (
        "Omani General Said Al Harthy leaves for Cairo on Sunday for talks with Egyptian General Tarek Nassar.",
        [("planned", "2022-05-15")],
    ),
    (
        "Omani General Said Al Harthy will fly to Cairo for meetings with Egyptian officials and a dialogue with Egyptian "
        "General Tarek Nassar.",
        [("planned", "2022-05")],
    ),
    # and those before it
    (
        "Omani General Said Al Harthy will travel to Cairo following his talks with Turkish General Can Aydin.",
        [("planned", "2022-05")],
    ),
    # what offers a chance is still to come
    (
        "The meeting between Omani General Said Al Harthy and Egyptian General Tarek Nassar is an opportunity to settle this.",
        [("planned", None)],
    ),
    # what is next of what was held, and what was before it
    (
        "The sixth round of Omani-Egyptian staff talks was held in Muscat on Tuesday. The next round is due in Cairo in July.",
        [("held", "2022-05-10"), ("planned", "2022-07")],
    ),
    (
        "The sixth round of Omani-Egyptian staff talks was held in Muscat on Tuesday. The fifth was hosted by Cairo in 2019.",
        [("held", "2022-05-10"), ("held", "2019")],
    ),
    (
        "The sixth round of Omani-Egyptian staff talks was held in Muscat on Tuesday; the fifth was in Cairo in May 2021.",
        [("held", "2022-05-10"), ("held", "2021-05")],
    ),
    (
        "The sixth round of Omani-Egyptian staff talks was held in Muscat on Tuesday. The second was a failure.",
        [("held", "2022-05-10")],
    ),
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. A similar meeting took place in May 2021.",
        [("held", "2022-05-10"), ("held", "2021-05")],
    ),
    # a body that sits
    (
        "The joint committee of Oman and Egypt met in Muscat on Tuesday. The committee last sat in Cairo in May 2021.",
        [("held", "2022-05-10"), ("held", "2021-05")],
    ),
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. The committee met the needs of both.",
        [("held", "2022-05-10")],
    ),
    # what was called off in the end
    (
        "The meeting between Omani General Al Harthy and Egyptian General Nassar, which was to take place on Friday, has been "
        "put off.",
        [("cancelled", "2022-05-13")],
    ),
    (
        "Omani General Said Al Harthy was to meet Egyptian General Tarek Nassar on Friday, but the meeting was cancelled.",
        [("cancelled", "2022-05-13")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEXT)
def test_what_is_to_come(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [(m.status, m.date) for m in sorted(record.meetings, key=lambda m: m.start_char)] == expected


SAID = [
    # what was said at a meeting is no second one
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. Nassar and Al Harthy praised the drill of "
        "May last year. They stressed the vote of 2019. Al Harthy thanked Nassar.",
        ["EGY OMN 2022-05-10"],
    ),
    # and nobody else came who is only spoken of
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. Al Harthy stressed the "
        "ties between Oman and Egypt, and the General thanked the Libyan officers.",
        ["EGY OMN 2022-05-10"],
    ),
    # "they" may be more than those who met
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. Libyan Minister Omar Zway is at home. "
        "The three noted the drill.",
        ["EGY OMN 2022-05-10"],
    ),
    # but what others told each other is
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. On Monday, Omani Minister Ali Al Balushi "
        "told Egyptian Minister Hany Adel that the drill would go on.",
        ["EGY OMN 2022-05-10", "EGY OMN 2022-05-09"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_said(extractor: Extractor, text: str, expected: list[str]) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [f"{' '.join(m.parties)} {m.date}" for m in record.meetings] == expected


ALONE = [
    # of several who were met, each whose talk is told has a meeting of his own
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar and Egyptian Minister Hany Adel on Tuesday. "
        "In his talks with General Nassar, Al Harthy praised the drill. With Minister Adel, Al Harthy spoke about the port.",
        ["Harthy Nassar", "Adel Harthy"],
    ),
    # one whose talk is told leaves them together
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar and Egyptian Minister Hany Adel on Tuesday. "
        "In the talks, Al Harthy thanked General Nassar.",
        ["Adel Harthy Nassar"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ALONE)
def test_each_met_alone(extractor: Extractor, text: str, expected: list[str]) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [" ".join(sorted(name.split()[-1] for name in m.officials)) for m in record.meetings] == expected


def test_headline_tells_who_they_were(extractor: Extractor) -> None:
    title = "Omani General Said Al Harthy's Call with Egyptian General Tarek Nassar"
    text = (
        f"{title}\n\nThe war of Libyan Colonel Omar Zway against General Nassar's friends goes on. They agreed to talk again."
    )
    record = extractor(Article(id="a", title=title, text=text, published=PUBLISHED))
    assert [m.parties for m in record.meetings] == [("EGY", "OMN")]


def test_headline_names_the_one_who_called_those_of_the_body(extractor: Extractor) -> None:
    title = "Readout of Omani General Said Al Harthy's Video Call with Allied Generals"
    text = (
        f"{title}\n\nParticipants in the call included General Tarek Nassar of Egypt, "
        "General Omar Zway of Libya and General Ali Ben of Tunisia."
    )
    (meeting,) = extractor(Article(id="a", title=title, text=text, published=PUBLISHED)).meetings
    assert meeting.parties == ("EGY", "LBY", "OMN", "TUN")
    assert set(meeting.officials) == {"Said Al Harthy", "Tarek Nassar", "Omar Zway", "Ali Ben"}


def test_what_is_told_of_two_scenes_is_two_meetings(extractor: Extractor) -> None:
    text = (
        "Omani General Said Al Harthy will travel to Austria and Italy. In Vienna, Al Harthy will meet with officials of the "
        "IAEA and the United Nations. In Rome, Al Harthy will meet with officials of the United Nations."
    )
    assert len(extractor(Article(id="a", text=text, published=PUBLISHED)).meetings) == 2


def test_headline_is_no_second_telling(extractor: Extractor) -> None:
    title = "Statement on the Meeting between Omani General Said Al Harthy and Egyptian General Tarek Nassar"
    text = f"{title}\n\nOmani General Said Al Harthy will receive Egyptian General Tarek Nassar in Muscat on 20 May."
    record = extractor(Article(id="a", title=title, text=text, published=PUBLISHED))
    assert [(m.status, m.date) for m in record.meetings] == [("planned", "2022-05-20")]
