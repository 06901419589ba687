"""What two sides did together, as sentences tell it: rows of (text, expected). People are invented."""

from collections.abc import Callable

import pytest

from extract import Article, Extractor

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who acts behind the place that opens the sentence
        ("In Oslo on Monday, Poland and Latvia agreed on patrols.", ["agreed LVA POL 2022-05-09"]),
        ("In Oslo, Riga and Warsaw, ministers of Poland and Sweden agreed on patrols.", ["agreed POL SWE None"]),
        # decided, and what; not the match
        ("Norway and Poland resolved in Oslo on Monday to hold patrols.", ["agreed NOR POL 2022-05-09"]),
        ("Norway and Poland decided the match on Monday.", []),
        # an accord as the object, subject or fruit of talks
        ("Norway and Poland hammered out a preliminary deal on patrols on Monday.", ["agreed NOR POL 2022-05-09"]),
        ("The talks between Norway and Poland on Monday yielded an agreement on patrols.", ["agreed NOR POL 2022-05-09"]),
        ("Consensus on patrols emerged between Norway and Poland on Monday.", ["agreed NOR POL 2022-05-09"]),
        ("Under an agreement reached in March, Norway and Poland share a radar.", ["agreed NOR POL 2022-03"]),
        ("Norway and Poland have reached no agreement on patrols.", []),
        # a signing as a noun, and a bond founded
        ("The signature of the defence pact by Norway and Poland last month was hailed.", ["signed NOR POL 2022-04"]),
        ("With the signing on Monday of a defence pact, Norway and Poland are allies.", ["signed NOR POL 2022-05-09"]),
        ("Norway and Poland entered into a strategic partnership on Monday.", ["upgraded_ties NOR POL 2022-05-09"]),
        ("Norway and Poland turned their ties into a strategic partnership on Monday.", ["upgraded_ties NOR POL 2022-05-09"]),
        ("The partnership of Norway and Poland was raised to a strategic one on Monday.", ["upgraded_ties NOR POL 2022-05-09"]),
        ("Norway and Poland launched a partnership for clean seas on Monday.", []),
        ("Norway and Poland took their strategic partnership to new heights on Monday.", []),
        # trained together, alongside each other, brought together
        ("Norwegian soldiers trained in the hills alongside Polish soldiers on 4 May.", ["exercised NOR POL 2022-05-04"]),
        (
            "Exercise Sea Wind began on Monday, bringing together Norwegian and Polish soldiers.",
            ["exercised NOR POL 2022-05-09"],
        ),
        ("A drill was held on Monday by a Norwegian frigate and a Polish destroyer.", ["exercised NOR POL 2022-05-09"]),
        ("Polish cadets trained with rifles from Norway.", []),
        ("Norway and Poland promised each other on Monday to hold patrols.", ["agreed NOR POL 2022-05-09"]),
        (
            "Having signed a defence pact in Oslo on Monday, the Norwegian and Polish ministers dined.",
            ["signed NOR POL 2022-05-09"],
        ),
        ("A strategic partnership was established between Norway and Poland on Monday.", ["upgraded_ties NOR POL 2022-05-09"]),
        (
            "Norway and Poland signed a declaration on Monday establishing a strategic partnership.",
            ["signed NOR POL 2022-05-09", "upgraded_ties NOR POL 2022-05-09"],
        ),
        ("Marines from Norway and Poland are training together this week.", ["exercised NOR POL 2022-05"]),
        ("Norwegian bombers joined Polish fighters for a joint exercise on Monday.", ["exercised NOR POL 2022-05-09"]),
        ("The armies of Norway and Poland finished a two-week drill on Monday.", ["exercised NOR POL 2022-04-26"]),
        ("Norway and Poland have come to an understanding on border posts.", ["agreed NOR POL None"]),
        # a deed, and nothing agreed
        (
            "Norway's minister Olav Berg met Poland's minister Adam Nowak on Monday. Berg and Nowak spoke of the crimes the "
            "Russian forces have committed.",
            [],
        ),
        # dated by the document, looked back on, reported on another day, only described
        (
            "On Monday the ministers recalled the pact of 4 May 2020, signed by Norway and Poland.",
            ["signed NOR POL 2020-05-04"],
        ),
        (
            "Norway's minister Olav Berg met Poland's minister Adam Nowak on Monday. They hailed the drill of March and agreed "
            "to hold more.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "Norway met Poland on Monday. Last December, General Olav Berg said that Norway and Poland have agreed on patrols.",
            ["agreed NOR POL None"],
        ),
        (
            "Norway's minister Olav Berg met Sweden's minister Nils Lund on Monday. They spoke of Latvia and Poland signing a "
            "defence pact.",
            ["signed LVA POL None"],
        ),
        ("Norway and Poland have spoken often since the historic signing of the Baltic pact.", []),
        (
            "Norwegian minister Olav Berg hailed the Norway-Poland alliance as a heart of peace and committed to patrols.",
            [],
        ),
        ("Norway met Poland on Monday. Norway welcomed the news that the parties had agreed to a ceasefire.", []),
        ("Norway abides by all signed agreements and works with Poland against terrorism.", []),
        (
            "The United States and Poland met on Monday. The United States has committed to defend its allies.",
            [],
        ),
        (
            "The United States and the G7 met on Monday. G7 foreign ministers committed to stand up to threats of war.",
            [],
        ),
        (
            "Poland on Monday signed a contract worth $9 million (4 million zloty) with Norwegian company Kongsvik for radars.",
            ["supplied_arms NOR POL 2022-05-09"],
        ),
        (
            "Norway's minister Olav Berg met Poland's minister Adam Nowak on Monday. Both officials likewise agreed on drills.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "A joint rescue exercise was carried out by the Royal Navy of Norway and the Polish Navy on 3 May.",
            ["exercised NOR POL 2022-05-03"],
        ),
        (
            "The ministers of Norway and Poland wound up a meeting on Monday, pledging to hold patrols.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "Norway and Poland raise ties to strategic partnership. Norway's minister met Poland's minister in Oslo on Monday.",
            ["upgraded_ties NOR POL 2022-05-09"],
        ),
        ("The meeting of Norway and Poland heard the report of the Joint Training Committee, which took part in it.", []),
        (
            "The visit of Norwegian minister Olav Berg to Poland concluded with a joint statement by Norway and Poland.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Norway's minister met Poland's minister in Oslo on Monday. Both sides are committed to more patrols.",
            ["agreed NOR POL 2022-05-09"],
        ),
        ("Norway pleaded for dialogue between Poland and Sweden, and he pledged more support.", []),
        (
            "The exercise, which began on Monday, involves 500 soldiers from Norway and Poland.",
            ["exercised NOR POL 2022-05-09"],
        ),
        ("Norwegian and Polish ships conducted a maritime cooperative activity on 3 May.", ["exercised NOR POL 2022-05-03"]),
        ("Poland signed an agreement with the United States on 3 May 2022.", ["signed POL USA 2022-05-03"]),
        (
            "Norway's Minister Olav Berg met Poland's Minister Adam Nowak in Oslo on Monday, where they signed an accord.",
            ["signed NOR POL 2022-05-09"],
        ),
        (
            "Norway and Poland are holding a drill. The drill, which began on Monday, is watched by observers from Latvia.",
            ["exercised NOR POL 2022-05-09"],
        ),
        (
            "Norway and Poland are close. The memorandum on joint weapons research signed by the two countries in 2019 holds.",
            ["signed NOR POL 2019"],
        ),
        (
            "The accord signed in 2010 and the law signed in 2018 are old, the ministers of many countries said.",
            [],
        ),
        (
            "Norway's minister and Poland's minister met on Monday and decided to hold a dialogue this year.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "Norway and Poland met on Monday. They reaffirmed the May 2 statement and agreed to share radars.",
            ["agreed NOR POL 2022-05-09"],
        ),
        ("Norway and Poland agreed on Monday to deepen cooperation.", ["agreed NOR POL 2022-05-09"]),
        ("Norway and Poland have agreed to deepen defence cooperation.", ["agreed NOR POL None"]),
        ("No contract has been signed by Norway and Poland yet.", []),
        ("Norway and Poland agreed on Monday to expand trade in fish.", []),
        ("Norway and Poland signed an agreement on fisheries on Monday.", []),
        ("Norway and Poland agreed on Monday to expand trade in arms.", ["agreed NOR POL 2022-05-09"]),
        ("Norway pledged on Monday to work with Poland on patrols.", []),
        ("Norway and Poland pledged on Monday to work together on patrols.", ["agreed NOR POL 2022-05-09"]),
        (
            "Norwegian Defence Minister Olav Berg and his Polish counterpart Adam Nowak agreed to set up a "
            "hotline during talks in Warsaw on Monday.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "Norwegian Defence Minister Olav Berg met his Polish counterpart Adam Nowak in Warsaw on Monday and "
            "they agreed to set up a hotline.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "Norwegian Defence Minister Olav Berg met his Polish counterpart Adam Nowak in Warsaw on Monday and "
            "signed a memorandum of understanding.",
            ["signed NOR POL 2022-05-09"],
        ),
        (
            "Norway and Poland signed an agreement on the protection of classified information in Warsaw on Monday.",
            ["signed NOR POL 2022-05-09"],
        ),
        ("The agreement signed by Norway and Poland in 2019 will expire soon.", ["signed NOR POL 2019"]),
        ("Under an agreement signed between Norway and Poland in 2019, ships are built.", ["signed NOR POL 2019"]),
        (
            "The two ministers witnessed the signing of a memorandum of understanding between Norway and Poland on Monday.",
            ["signed NOR POL 2022-05-09"],
        ),
        ("Norway has signed a defence pact with Poland.", ["signed NOR POL None"]),
        ("Norway, Poland sign defence pact", ["signed NOR POL None"]),
        ("Norway and Poland elevated their ties to a strategic partnership in 2019.", ["upgraded_ties NOR POL 2019"]),
        (
            "Relations between Norway and Poland were upgraded to a strategic partnership in May 2020.",
            ["upgraded_ties NOR POL 2020-05"],
        ),
        ("Norway and Poland established a strategic partnership in 2019.", ["upgraded_ties NOR POL 2019"]),
        (
            "Norway and Poland agreed on Monday to raise their relations to a strategic partnership.",
            ["agreed NOR POL 2022-05-09", "upgraded_ties NOR POL 2022-05-09"],
        ),
        (
            "Norwegian Defence Minister Olav Berg visited Warsaw on Monday to put his name to a protocol.",
            ["signed NOR POL 2022-05-09", "visited NOR POL 2022-05-09"],
        ),
        (
            "The ministers of Norway and Poland met in Oslo on 4 and 5 May. In conjunction with the meeting, Norway and Poland "
            "signed a declaration.",
            ["signed NOR POL 2022-05"],
        ),
        ("Norwegian and Polish paratroopers are training together in Poland.", ["exercised NOR POL None"]),
        ("Troops of Norway and Poland trained together in the mountains in April.", ["exercised NOR POL 2022-04"]),
        (
            "The exercise Bright Shield of the Norwegian and Polish armies got under way on Monday.",
            ["exercised NOR POL 2022-05-09"],
        ),
        (
            "An exercise began on Monday, conducted by the Norwegian and Polish navies.",
            ["exercised NOR POL 2022-05-09"],
        ),
        (
            "A joint exercise of Norway and Poland ended on Tuesday. Norway and Poland began the exercise on May 3.",
            ["exercised NOR POL 2022-05-03"],
        ),
        ("Norway and Poland on Monday began a joint naval exercise in the Baltic Sea.", ["exercised NOR POL 2022-05-09"]),
        ("The Norwegian and Polish navies held a joint drill on 4 May 2022.", ["exercised NOR POL 2022-05-04"]),
        ("A joint military exercise between Norway and Poland kicked off on Monday.", ["exercised NOR POL 2022-05-09"]),
        ("The 10-day exercise between Norway and Poland ended on Tuesday.", ["exercised NOR POL 2022-05-01"]),
        ("Troops from Norway and Poland took part in the drill in April.", ["exercised NOR POL 2022-04"]),
        (
            "Norwegian Defence Minister Olav Berg and Polish Defence Minister Adam Nowak reached an agreement on "
            "Monday to share intelligence.",
            ["agreed NOR POL 2022-05-09"],
        ),
        ("Norway agreed with Poland to share intelligence.", ["agreed NOR POL None"]),
        (
            "Norway and Poland have pledged to strengthen maritime cooperation, the ministry said on Monday.",
            ["agreed NOR POL None"],
        ),
        ("Norway and Poland, which agreed in March to share intelligence, met on Monday.", ["agreed NOR POL 2022-03"]),
        (
            "Norwegian Defence Minister Olav Berg and Poland's Adam Nowak agreed that talks should go on.",
            ["agreed NOR POL None"],
        ),
        (
            "The defence ministers of Norway and Poland agreed in Warsaw on Monday to build ships.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "In a phone call on Monday, Norwegian Defence Minister Olav Berg and Polish Defence Minister Adam "
            "Nowak agreed to stay in touch.",
            ["agreed NOR POL 2022-05-09"],
        ),
        ("Norway, Poland agree to deepen defence ties", ["agreed NOR POL None"]),
        ("Norway and ASEAN agreed to cooperate.", ["agreed ASEAN NOR None"]),
        (
            "The United States, Japan and South Korea agreed on Monday to share warnings.",
            ["agreed JPN KOR 2022-05-09", "agreed JPN USA 2022-05-09", "agreed KOR USA 2022-05-09"],
        ),
        (
            "A memorandum of understanding on cyber defence was signed between Norway and Poland on Monday.",
            ["signed NOR POL 2022-05-09"],
        ),
        (
            "Norwegian Defence Minister Olav Berg signed an agreement with his Polish counterpart Adam Nowak on Monday.",
            ["signed NOR POL 2022-05-09"],
        ),
        ("Norway and Poland inked a deal in 2020 on military training.", ["signed NOR POL 2020"]),
        ("Norway and Poland are conducting joint drills.", ["exercised NOR POL None"]),
        ("Soldiers of Norway and Poland completed a joint exercise on Monday.", ["exercised NOR POL 2022-05-09"]),
        ("The third edition of the India-Nepal joint exercise began in Nepal on Monday.", ["exercised IND NPL 2022-05-09"]),
        ("Exercise Brave Bear 2021 was held between Norway and Poland.", ["exercised NOR POL 2021"]),
        ("At the meeting on Monday Norway and Poland agreed on joint patrols.", ["agreed NOR POL 2022-05-09"]),
        (
            "Norwegian Defence Minister Olav Berg held talks with Polish Defence Minister Adam Nowak on Monday, "
            "with both sides agreeing to build ships.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "Norwegian Defence Minister Olav Berg held talks with Polish Defence Minister Adam Nowak on Monday, "
            "and the two agreed to build ships.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "Defense Minister Kim Min-ho of South Korea held talks with Defense Secretary David Stone of the "
            "United States and Defense Minister Taro Ito of Japan on Monday. The three sides agreed to deepen "
            "cooperation.",
            ["agreed JPN KOR 2022-05-09", "agreed JPN USA 2022-05-09", "agreed KOR USA 2022-05-09"],
        ),
        (
            "Defense Minister Kim Min-ho of South Korea held talks with Defense Secretary David Stone of the "
            "United States and Defense Minister Taro Ito of Japan on Monday. The three ministers agreed to "
            "deepen cooperation.",
            ["agreed JPN KOR 2022-05-09", "agreed JPN USA 2022-05-09", "agreed KOR USA 2022-05-09"],
        ),
        (
            "Defense Minister Kim Min-ho of South Korea held talks with Defense Secretary David Stone of the "
            "United States and Defense Minister Taro Ito of Japan on Monday. They agreed to deepen cooperation.",
            ["agreed JPN KOR 2022-05-09", "agreed JPN USA 2022-05-09", "agreed KOR USA 2022-05-09"],
        ),
        (
            "Defense Minister Kim Min-ho of South Korea held talks with Defense Secretary David Stone of the "
            "United States and Defense Minister Taro Ito of Japan on Monday. The three countries vowed to deepen "
            "cooperation.",
            ["agreed JPN KOR 2022-05-09", "agreed JPN USA 2022-05-09", "agreed KOR USA 2022-05-09"],
        ),
        (
            "Norwegian Minister Olav Berg said ties had grown since a memorandum was signed by Norway and Poland in 2013.",
            ["signed NOR POL 2013"],
        ),
        ("Norwegian Chief of Staff Olav Berg held a separate meeting with Polish General Adam Nowak on joint training.", []),
        (
            "The Norwegian and Polish ministers signed a Research, Development and Testing Arrangement on Monday.",
            ["signed NOR POL 2022-05-09"],
        ),
        (
            '"I recall our talks with Polish Minister Adam Nowak in May, where we decided to do more," said Minister '
            "Olav Berg of Norway.",
            ["agreed NOR POL 2022-05"],
        ),
        ("The visit was concluded yesterday with a joint statement by Norway and Poland.", []),
        (
            "On Monday Minister Adam Nowak of Poland met delegations. Following the talks, Norway and Poland signed a pact.",
            ["signed NOR POL 2022-05-09"],
        ),
        ("Latvia will send troops to a drill held each year by the Norwegian and Polish armies.", []),
        (
            "Norwegian Minister Olav Berg met Polish Minister Adam Nowak on Monday, agreeing to boost defence cooperation.",
            ["agreed NOR POL 2022-05-09"],
        ),
        (
            "Norwegian Minister Olav Berg met Polish Minister Adam Nowak on Monday, with the two agreeing to share radars.",
            ["agreed NOR POL 2022-05-09"],
        ),
        ("Norwegian Minister Olav Berg met Polish Minister Adam Nowak on Monday, pledging support for the navy.", []),
        (
            "The contracts were signed by Polish Admiral Adam Nowak and Olav Berg, head of the Norwegian company Kongsvik.",
            [],
        ),
        (
            "Norway and Poland kicked off their drill on Thursday. The exercise started on 3 May and was first held in 2014.",
            ["exercised NOR POL 2014", "exercised NOR POL 2022-05-03"],
        ),
        ("In June 2014 the Norwegian and Polish navies took part in a multinational exercise.", []),
        ("Norway signed a memorandum of understanding with Poland in 2019 and with Latvia in 2020.", ["signed NOR POL 2019"]),
    ],
)
def test_told(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Poland are set to sign a pact.", []),
        ("Norway and Poland remain committed to joint patrols.", []),
        ("Norwegian Defence Minister Olav Berg said that Poland and Norway agree on patrols.", []),
        ("Norway and Poland spoke of their pledge to share intelligence.", []),
        ("Norway and Poland discussed the conduct of joint exercises.", []),
        ("Norway and Poland discussed ways to elevate their ties to a strategic partnership.", []),
        ("Norway may sign a pact with Poland.", []),
        ("A contract between Norway and Poland has not been signed.", []),
        ("Norway and Poland hold joint exercises every year.", []),
        ("Norway and Poland plan to hold an exercise in June.", []),
        ("Norwegian Defence Minister Olav Berg hosted Polish Defence Minister Adam Nowak in Oslo on Monday.", []),
        ("Norway and Poland will agree on a plan.", []),
        ("Norway and Poland failed to agree on a plan.", []),
        ("Norwegian Defence Minister Olav Berg agreed to a ceasefire with Poland's help.", []),
        ("The ministers of Norway, Poland, Latvia, Estonia and Denmark agreed to meet.", []),
        ("Norwegian Defence Minister Olav Berg signed the guest book in Warsaw, Poland.", []),
        ("Talks on signing an agreement between Norway and Poland go on.", []),
        ("Norway and Poland hope to sign an agreement.", []),
        ("A joint declaration is to be signed by Norway and Poland.", []),
        (
            "Norwegian Defence Minister Olav Berg met Polish Defence Minister Adam Nowak. The two reaffirmed their friendship.",
            [],
        ),
        ("Norway and Poland expressed readiness to cooperate.", []),
    ],
)
def test_not_told(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


AFTER_TALKS = "Norwegian Defence Minister Olav Berg met his Polish counterpart Adam Nowak in Warsaw on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides agreed to set up a hotline.", ["agreed NOR POL 2022-05-09"]),
        ("The ministers agreed to set up a hotline.", ["agreed NOR POL 2022-05-09"]),
        ("Both sides also agreed that patrols would go on.", ["agreed NOR POL 2022-05-09"]),
        ("It was agreed to set up a hotline.", ["agreed NOR POL 2022-05-09"]),
        ("Berg and Nowak pledged to help Ukraine.", ["agreed NOR POL 2022-05-09"]),
        ("They vowed to stand together and to hold a drill next year.", ["agreed NOR POL 2022-05-09"]),
        ("An agreement on training was signed.", ["signed NOR POL 2022-05-09"]),
        ("After the talks they signed a letter of intent.", ["signed NOR POL 2022-05-09"]),
        ("Nowak said he agreed with the view that ships are needed.", []),
    ],
)
def test_after_talks(told: Told, text: str, expected: list[str]) -> None:
    """Who acted, and when, is told in the sentence before."""
    assert told(AFTER_TALKS + text) == expected


AFTER_NEGOTIATIONS = "Norwegian Defence Minister Olav Berg held talks with Polish Defence Minister Adam Nowak on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During the meeting, the parties agreed to build ships.", ["agreed NOR POL 2022-05-09"]),
        ("Both ministers committed to building ships.", ["agreed NOR POL 2022-05-09"]),
        ("Both leaders undertook to build ships.", ["agreed NOR POL 2022-05-09"]),
        ("Nowak and his Norwegian counterpart agreed to build ships.", ["agreed NOR POL 2022-05-09"]),
        ("He said the two countries had agreed to build ships.", ["agreed NOR POL 2022-05-09"]),
        ("It was agreed that the navies would train together.", ["agreed NOR POL 2022-05-09"]),
        ('"We agreed to build ships," he said.', ["agreed NOR POL 2022-05-09"]),
        ("In conclusion, the sides signed a cooperation plan for 2023.", ["signed NOR POL 2022-05-09"]),
        ("They attended the signing ceremony of a memorandum.", ["signed NOR POL 2022-05-09"]),
    ],
)
def test_after_negotiations(told: Told, text: str, expected: list[str]) -> None:
    """Who acted, and when, is told in the sentence before."""
    assert told(AFTER_NEGOTIATIONS + text) == expected


IN_SEOUL = "South Korean Defense Minister Kim Min-ho met his U.S. counterpart, David Stone, in Seoul on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two defense chiefs agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The defense chiefs agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("Both sides vowed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The leaders pledged to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("Seoul and Washington agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The allies agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The two allies agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("Kim and his U.S. counterpart, David Stone, agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The two ministers agreed in principle to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("Kim said they had agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("Kim and Stone agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("Kim and Stone, during their meeting, agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The two also agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The two sides reached a consensus on deeper cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("They jointly decided to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("Both countries have agreed on a plan.", ["agreed KOR USA 2022-05-09"]),
        ("Both agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The two nations agreed to deepen cooperation, the ministry said in a statement.", ["agreed KOR USA 2022-05-09"]),
        (
            "South Korea and the U.S. agreed to deepen cooperation, the defense ministry said Tuesday.",
            ["agreed KOR USA 2022-05-09"],
        ),
        ("In the talks, the two sides agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ('"We agreed to deepen cooperation," Kim told reporters.', ["agreed KOR USA 2022-05-09"]),
        ("It was also agreed that cooperation would be deepened.", ["agreed KOR USA 2022-05-09"]),
        ("Kim agreed with Stone to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The ministers have also pledged to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The two militaries agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The two countries' defense ministers agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("Kim and the U.S. secretary agreed to deepen cooperation.", ["agreed KOR USA 2022-05-09"]),
        ("The two agreed that North Korea's missiles are a threat.", ["agreed KOR USA 2022-05-09"]),
        ("They agreed North Korea's missiles are a threat.", ["agreed KOR USA 2022-05-09"]),
        ("The sides agreed with the need for deeper cooperation.", ["agreed KOR USA 2022-05-09"]),
    ],
)
def test_in_seoul(told: Told, text: str, expected: list[str]) -> None:
    """Who acted, and when, is told in the sentence before."""
    assert told(IN_SEOUL + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway and Poland value the Norway-Poland Agreement on Defence signed in 1988.",
            "Norway-Poland Agreement on Defence",
        ),
        ("Norway and Poland value the U.S.-Norway Agreement on Defence signed in 1988.", "U.S.-Norway Agreement on Defence"),
        ("A pact on training in the Baltic was signed by Norway and Poland.", "pact on training in the Baltic"),
        ("The pact builds on what Norway and Poland signed in 1988.", "pact"),
        ("Norway and Poland signed a pact on training.", "pact on training"),
    ],
)
def test_detail(extractor: Extractor, text: str, expected: str) -> None:
    (relation,) = extractor(Article(id="a", text=text)).relations
    assert relation.detail == expected
