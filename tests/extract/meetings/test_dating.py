"""When occasions without a date of their own were, by the report around them: rows of (text, dates). All is invented."""

import pytest

from extract import Article, Extractor

PUBLISHED = "2022-05-12"  # a Thursday
ROWS = [
    # "last held" tells of the one before the news
    (
        "The defence ministers of Japan and Kenya held talks in Lima. "
        "Talks between the defence chiefs of the two countries were last held in October 2018.",
        [None, "2018-10"],
    ),
    # the date of what a journey follows is not that of the journey
    (
        "The visit of Omani General Said Al Harthy to Egypt follows the signing of a pact on May 3. "
        "He met with the Egyptian Defence Minister, Hany Adel.",
        ["2022-05"],
    ),
    # the act told again with its day
    (
        "Omani General Said Al Harthy and Egyptian General Tarek Nassar have signed a pact on ports. The signing took place in "
        "Muscat on Tuesday.",
        ["2022-05-10"],
    ),
    # the talks told again with their day
    (
        "Omani General Said Al Harthy has met Egyptian General Tarek Nassar. The discussions on Tuesday centred on ports.",
        ["2022-05-10"],
    ),
    # what followed is of the day last spoken of
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
        "He then met with the Egyptian Defence Minister, Hany Adel.",
        ["2022-05-10", "2022-05-10"],
    ),
    (
        "Omani General Said Al Harthy is in Egypt for four days. He met General Tarek Nassar on Tuesday. "
        "Talks with the Egyptian Defence Minister, Hany Adel, came after that.",
        ["2022-05-10", "2022-05-10"],
    ),
    (
        "Omani General Said Al Harthy is in Egypt for four days. He met General Tarek Nassar on Tuesday. "
        "After that he called on the Egyptian Defence Minister, Hany Adel.",
        ["2022-05-10", "2022-05-10"],
    ),
    # the lead's day is that of a forum whose parties it names
    (
        "The defence chiefs of Japan, Kenya, Norway and Peru agreed on Tuesday to train together. "
        "In a meeting in Lima, Japanese Defence Minister Kenji Ito, Kenyan Defence Minister Sam Otieno, Norwegian Defence "
        "Minister Olav Berg and Peruvian Defence Minister Luis Soto expressed concern.",
        ["2022-05-10"],
    ),
    # a journey is not of the day since which somebody is in office
    (
        "General Luis Soto of Chile will pay a four-day visit to Peru from June 4. It is his first trip since he took over on "
        "April 30. He will have a meeting with General Juan Paz, the Peruvian Army chief.",
        ["2022-06"],
    ),
    # nor of the day on which it is reported
    (
        "General's dates told\n\nLima, May 11 Peru expects General Luis Soto of Chile on June 4 for a visit of four days. "
        "He will have a meeting with General Juan Paz, the Peruvian Army chief.",
        ["2022-06"],
    ),
    # what is to come on a journey of today
    (
        "Kenyan Defence Minister Sam Otieno flies to Oman today to sign an accord. "
        "His Omani counterpart, Said Al Harthy, is to sign for his government when the two meet in Muscat.",
        ["2022-05-12"],
    ),
    # what was held beside it too
    (
        "Polish Defence Minister Jan Nowak and Latvian Defence Minister Arturs Ozols signed a pact on Monday. "
        "Before the ceremony, Nowak met with Estonian Defence Minister Mart Tamm.",
        ["2022-05-09", "2022-05-09"],
    ),
    # the act that two signed is of the day told for it before
    (
        "An accord on ports was signed on Tuesday by Oman and Egypt. "
        "Omani General Said Al Harthy and Egyptian General Tarek Nassar signed it in Muscat.",
        ["2022-05-10"],
    ),
    # what was said in a quotation dates nothing outside it
    (
        'KIRKUK, May 12 -- "The ban ended in October 2020," Omani General Said Al Harthy told Egyptian General Tarek Nassar.',
        [None],
    ),
    # nor does the day since which something lasts
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. The port has been open since May 3. "
        "Later in the day, Nassar is to be received by Omani Minister Ali Al Balushi.",
        ["2022-05-10", "2022-05-10"],
    ),
    # who will be in a country from a day is on a journey
    (
        "Omani General Said Al Harthy will be in Egypt from June 3 to 6. He is to meet Egyptian General Tarek Nassar.",
        ["2022-06"],
    ),
    # "also" ties nothing to a day
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
        "He also met with the Egyptian Defence Minister, Hany Adel.",
        ["2022-05-10", None],
    ),
    # nor does an occasion that is not that of the day
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
        "He also received Chilean attaché Colonel Luis Soto on the occasion of the end of his term.",
        ["2022-05-10", None],
    ),
    # a journey between parts the days
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
        "He then flew to Amman, where he met Jordanian General Omar Haddad.",
        ["2022-05-10", None],
    ),
    # the day of an arrival is not that of what followed
    ("Chilean General Luis Soto, who arrived in Lima on Monday, met Peruvian Defence Minister Rosa Quispe.", [None]),
    # the lead dates the news that a later sentence tells
    (
        "Ghana and Togo signed a border pact on Monday. "
        "Ghanaian Defence Minister Kofi Boateng and his Togolese counterpart Yao Agbeko signed the document.",
        ["2022-05-09"],
    ),
    # of what lasted several days it is their month
    (
        "Omani General Said Al Harthy attended a chiefs' conference in Cairo from 3 to 6 May 2022. "
        "During the conference, he met Egyptian General Tarek Nassar.",
        ["2022-05"],
    ),
    # of a journey too
    (
        "Omani General Said Al Harthy visited Cairo from 25 to 28 April. He met Egyptian General Tarek Nassar.",
        ["2022-04"],
    ),
    (
        "Omani General Said Al Harthy, who visited Cairo in March, held talks there with Egyptian General Tarek Nassar.",
        ["2022-03"],
    ),
    # where a journey of a day is announced, the day
    (
        "Polish President Jan Nowak will visit Latvia on Monday. Nowak will meet Latvian President Arturs Ozols.",
        ["2022-05-16"],
    ),
    (
        "Polish President Jan Nowak will begin a visit to Latvia on Monday. Nowak will meet Latvian President Arturs Ozols.",
        ["2022-05"],
    ),
    # a courtesy visit is no journey
    (
        "Omani General Said Al Harthy paid a courtesy visit to Egyptian General Tarek Nassar.",
        [None],
    ),
    # one of several is of their day, and of their leading figure
    (
        "Polish Defence Minister Jan Nowak held several meetings in Brussels on Tuesday. "
        "Estonian Defence Minister Mart Tamm sat down with the Polish minister too.",
        ["2022-05-10"],
    ),
    # a part of what all did together is of that day
    (
        "Polish Defence Minister Jan Nowak, Latvian Defence Minister Arturs Ozols and Estonian Defence Minister Mart Tamm "
        "held talks on Monday. In a meeting with Ozols, Nowak raised the border.",
        ["2022-05-09", "2022-05-09"],
    ),
    # "the same day" is that of the meeting told last
    (
        "The delegation of Omani General Said Al Harthy landed on Monday. He met Egyptian General Tarek Nassar the day after. "
        "On the same day, he met Egyptian Defence Minister Hany Adel.",
        ["2022-05-10", "2022-05-10"],
    ),
    # the day of what was spoken of is not theirs
    (
        "Polish President Jan Nowak met Latvian President Arturs Ozols on Monday. They discussed the plan of 3 April.",
        ["2022-05-09"],
    ),
    # a journey of one day is of that day, others of their month
    (
        "A visit will bring Omani General Said Al Harthy to Egypt for one day tomorrow. "
        "He will hold talks with Egyptian General Tarek Nassar.",
        ["2022-05-13"],
    ),
    (
        "A visit will bring Omani General Said Al Harthy to Egypt for three days tomorrow. "
        "He will hold talks with Egyptian General Tarek Nassar.",
        ["2022-05"],
    ),
    # the date right before the journey is its own
    (
        "After the drill of May 3 Oman expects Egyptian General Tarek Nassar on June 4 for a visit of four days. "
        "He will hold talks with Omani General Ali Al Harthy.",
        ["2022-06"],
    ),
    # the day on which it was reported does not
    (
        "Ghana and Togo have signed a border pact, the ministry said on Monday. "
        "Ghanaian Defence Minister Kofi Boateng and his Togolese counterpart Yao Agbeko signed the document.",
        [None],
    ),
    # a visit is over today, those met on it were met before
    (
        "Today Chilean Envoy Luis Soto and Colonel Paz Rojas concluded their visit to Peru. "
        "During the trip, they met with Peruvian General Juan Paz.",
        ["2022-05"],
    ),
    # "this trip" is the one told further up
    (
        "Chilean President Luis Soto will visit Peru from 20 to 24 June to deepen the ties between the governments, the "
        "economies and the peoples. This trip will advance the firm commitment of his government to a free and open region. "
        "He has worked for it all his life, as have many others, in all the years since he came to office in Chile. "
        "There, he will hold talks with Peruvian General Juan Paz.",
        ["2022-06"],
    ),
    # a day to come does not date what was before it
    (
        "Chilean Envoy Luis Soto met Peruvian General Juan Paz in Lima. "
        "They discussed ties, including through their May 20 trilateral meeting with Cuban General Ana Mora.",
        [None, "2022-05-20"],
    ),
    # what was before a journey to come is not of its month
    (
        "Chilean Envoy Luis Soto is travelling to Peru from 20 to 24 May. "
        "There he will celebrate their ties, following the successful Chile-Peru Energy Dialogue.",
        [None],
    ),
]


@pytest.mark.parametrize(("text", "dates"), ROWS)
def test_dates_by_report(extractor: Extractor, text: str, dates: list[str | None]) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [m.date for m in sorted(record.meetings, key=lambda m: m.start_char)] == dates


IN_SENTENCE = [
    # of two acts each has its own date
    ("Chilean General Luis Soto arrived on Monday and was received by Peruvian General Juan Paz on Tuesday.", ["2022-05-10"]),
    ("Peruvian General Juan Paz met Chilean General Luis Soto, and on Tuesday Soto toured the port.", [None]),
    # what is to come dates nothing that was
    ("Peruvian General Juan Paz met Chilean General Luis Soto on a drill that Peru will host in June.", [None]),
    # nor does what has lasted since
    ("Peruvian General Juan Paz met Chilean General Luis Soto for the first time since Soto took office in March.", [None]),
    (
        "On Tuesday, Peruvian General Juan Paz, army chief since a few weeks, met Chilean General Luis Soto.",
        ["2022-05-10"],
    ),
    # but the day on which he did it may stand before his office and how long he has held it
    (
        "On May 8, General Juan Paz, the Peruvian Army chief since a few weeks, met Luis Soto, a Chilean general.",
        ["2022-05-08"],
    ),
    # a verb holds what stands behind a date
    ("Peruvian General Juan Paz held on Tuesday talks with Chilean General Luis Soto.", ["2022-05-10"]),
    # a clause about the talks dates them
    ("Peruvian General Juan Paz recalled talks with Chilean General Luis Soto, which were held in Lima in March.", ["2022-03"]),
    # and so does what was done where they were
    (
        "On Tuesday, Chilean General Luis Soto visited a base, where he was received by Peruvian General Juan Paz, Army Chief.",
        ["2022-05-10"],
    ),
    # what somebody is thanked for has a date of its own
    ("Peruvian General Juan Paz thanked Chilean General Luis Soto for the help given in March.", [None]),
    # the days of a journey are not those of what was done on it
    ("Peruvian General Juan Paz met Chilean General Luis Soto on his visit to Lima, paid on 3-6 May.", ["2022-05"]),
    # nor those of a stay during which somebody is to be met
    ("Peruvian General Juan Paz travels to Santiago from 13 to 17 May to meet Chilean General Luis Soto.", ["2022-05"]),
    # the date of what is told before is not that of what followed
    (
        "After his talks with Peruvian General Juan Paz on 3 May, Chilean General Luis Soto met Cuban General Ana Mora.",
        ["2022-05-03", None],
    ),
    ("Today's announcement follows the Chile-Peru Defence Dialogue, which was held in Lima in March.", ["2022-03"]),
    # what others prepare is no meeting of his
    ("Chilean President Luis Soto spoke today about preparations for the NATO Summit, which will be held on 29 June.", []),
    # nor what they went through
    ("Peruvian General Juan Paz and Chilean General Luis Soto reviewed the patrols and the charges filed in March.", [None]),
    # nor what only follows something of a day, or is done about it
    ("Following the May 9 vote, Peruvian General Juan Paz and Chilean General Luis Soto reviewed the patrols.", [None]),
    ("Peruvian General Juan Paz called Chilean General Luis Soto to condemn the May 3 and May 9 raids.", [None]),
    (
        "Chilean General Luis Soto spoke today with Cuban General Ana Mora to discuss her talks with Peruvian Envoy Juan Paz.",
        ["2022-05-12", None],
    ),
    # nor the day on which somebody said so, nor that of what was agreed before
    ("Her aide said today she was glad that Peruvian General Juan Paz plans to meet Chilean General Luis Soto.", [None]),
    ("As agreed to at the Andean Summit in March, Peru and Chile will hold a coordination meeting soon.", [None]),
    # nor the summit at which something was promised, nor another one in the row
    ("Peruvian General Juan Paz and Chilean General Luis Soto discussed the vows made at the June 2021 Summit.", [None]),
    ("Peruvian General Juan Paz met Chilean General Luis Soto at the Lima talks and last month's fair.", [None]),
    # days of a journey are worth its month, days of the talks are their own
    ("Peruvian General Juan Paz met Chilean General Luis Soto during his May 3-5 visit to Lima.", ["2022-05"]),
    ("Chilean General Luis Soto will visit Lima on May 20 and 21, where he will meet Peruvian General Juan Paz.", ["2022-05"]),
    ("Chilean General Luis Soto will travel to Lima from May 20 to 21 and meet Peruvian General Juan Paz.", ["2022-05"]),
    ("Peruvian General Juan Paz and Chilean General Luis Soto held talks in Lima from May 3 to 5.", ["2022-05-03"]),
    # a year in the name of a meeting dates it, and so does a day behind what is set aside
    ("Peruvian President Juan Paz met Chilean President Luis Soto at the 2021 APEC Summit.", ["2021"]),
    ("The minister confirmed this morning that Peru will meet Chile in Lima, as you said, on May 20.", ["2022-05-20"]),
    # a bare year right behind who or where it was, but not that of something else
    ("Peruvian General Juan Paz met Chilean General Luis Soto in Arica in 2012.", ["2012"]),
    ("Peruvian General Juan Paz met Chilean General Luis Soto in 2012.", ["2012"]),
    ("Peruvian General Juan Paz met Chilean General Luis Soto, who took office in 2012.", [None]),
    ("Peruvian General Juan Paz met Chilean General Luis Soto to settle the war that began in 2012.", [None]),
    # how often they met in a year is no date
    ("Peruvian General Juan Paz met Chilean General Luis Soto in Arica. It was their third meeting this year.", [None]),
    ("It was the third meeting of Peruvian General Juan Paz and Chilean General Luis Soto this year.", [None]),
    # of what was called off the day for which it had been set
    ("Peruvian General Juan Paz called off talks with Chilean General Luis Soto that were due on May 20.", ["2022-05-20"]),
    # each of his own day
    (
        "Peruvian General Juan Paz met on Monday with Chilean General Luis Soto and on Tuesday with Cuban General Ana Mora.",
        ["2022-05-09", "2022-05-10"],
    ),
    ("On Monday, Peruvian General Juan Paz met Chilean General Luis Soto and Cuban General Ana Mora.", ["2022-05-09"]),
    # also one in the name of the event at which it was, where nothing tells the day
    ("On the first day of SECEX 2021 in Lima, Peruvian General Juan Paz met Chilean General Luis Soto.", ["2021"]),
    ("Peruvian General Juan Paz met Chilean General Luis Soto on the sidelines of Lima Expo 2021.", ["2021"]),
    ("Peruvian General Juan Paz met Chilean General Luis Soto during the Andean Forum 2022 on Tuesday.", ["2022-05-10"]),
    ("Peruvian General Juan Paz met Chilean General Luis Soto and praised Southern Star 2021.", [None]),
    # a day rather than "this year's"
    (
        "Chilean General Luis Soto and Peruvian General Juan Paz held this year's defence talks in Lima early Tuesday.",
        ["2022-05-10"],
    ),
]


@pytest.mark.parametrize(("text", "dates"), IN_SENTENCE)
def test_dates_in_the_sentence(extractor: Extractor, text: str, dates: list[str | None]) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [m.date for m in record.meetings] == dates


def test_undated_news_is_no_part_of_what_was_long_past(extractor: Extractor) -> None:
    text = (
        "Peruvian Defence Minister Rosa Quispe met Chilean Defence Minister Luis Soto in Lima in March 2019. "
        "Quispe discussed the border with Soto in Santiago."
    )
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert {m.date for m in record.meetings} == {"2019-03", None}


SPEECH = "Foreign Minister Ito: {} I am glad. You and I know each other, and I trust you.\n\n" * 4


@pytest.mark.parametrize(
    ("greeting", "date"),
    [("It is a pleasure to have you here today.", "2022-05-12"), ("The law was passed today.", None), ("Welcome.", None)],
)
def test_a_meeting_of_the_headline_is_of_the_day_of_its_greetings(
    extractor: Extractor, greeting: str, date: str | None
) -> None:
    title = "Japanese Foreign Minister Kenji Ito and Kenyan Foreign Minister Sam Otieno Before Their Meeting"
    article = Article(id="a", title=title, text=f"{title}\n\n{SPEECH.format(*[greeting] * 4)}", published=PUBLISHED)
    assert [m.date for m in extractor(article).meetings] == [date]


def test_a_headline_that_bears_a_day_tells_which_is_today(extractor: Extractor) -> None:
    title = "Press Briefing by the Spokesman – May 11, 2022"
    text = f"{title}\n\nPeruvian General Juan Paz met Chilean General Luis Soto yesterday in Lima, and the talks went well."
    record = extractor(Article(id="a", title=title, text=text, published=PUBLISHED))
    assert [m.date for m in record.meetings] == ["2022-05-10"]


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("met Chilean General Luis Soto on Monday and Tuesday", ("2022-05-09", "2022-05-10")),
        ("held talks with Chilean General Luis Soto from Monday to Wednesday", ("2022-05-09", "2022-05-11")),
        ("will meet Chilean General Luis Soto on Monday and Tuesday", ("2022-05-16", "2022-05-17")),
        ("met Chilean General Luis Soto on Monday and Tuesday's mood was good", ("2022-05-09", None)),
    ],
)
def test_several_days_of_the_week(extractor: Extractor, when: str, days: tuple[str, str | None]) -> None:
    record = extractor(Article(id="a", text=f"Peruvian General Juan Paz {when}.", published=PUBLISHED))
    assert [(m.date, m.end) for m in record.meetings] == [days]
