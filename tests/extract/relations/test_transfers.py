"""Aid and arms as sentences tell them: rows of (text, expected)."""

from collections.abc import Callable

import pytest

from extract import Article, Extractor

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Polish navy's new patrol boat was paid for by Norway.", ["aided NOR POL None"]),
        ("The Polish minister's journey was paid for by Norway.", []),
        ("Norway trained and equipped the Polish army.", ["aided NOR POL None"]),
        ("In recent months Norwegian police have been training and equipping the Polish police.", ["aided NOR POL None"]),
        ("Three armoured vehicles came to Poland as a gift from Norway.", ["aided NOR POL None"]),
        ("The concert was seen as a gift from Norway to Poland.", []),
        ("Polish minister Adam Nowak thanked Norway for the munitions it has provided.", ["aided NOR POL None"]),
        # a load of goods that came, and who sent it; not ships that sail
        ("The first batch of Norwegian drones landed in Poland on Monday.", ["supplied_arms NOR POL 2022-05-09"]),
        ("Sixty tons of donated ammunition from Norway reached Poland on Monday.", ["aided NOR POL 2022-05-09"]),
        ("The first of the jets ordered by Poland in Norway arrived on Monday.", ["supplied_arms NOR POL 2022-05-09"]),
        ("A Norwegian missile frigate landed troops in Poland on Monday.", ["visited NOR POL 2022-05-09"]),
        # who made what forces put into service, and what was bought is told by its pronoun
        ("The Polish Navy commissioned a frigate built in Norway on Monday.", ["supplied_arms NOR POL 2022-05-09"]),
        ("The Polish Army inducted Norwegian-made tanks on Monday.", ["supplied_arms NOR POL 2022-05-09"]),
        ("The Polish Navy commissioned a frigate on Monday while Norway looked on.", []),
        ("Poland showed the missiles it bought from Norway in 2020.", ["supplied_arms NOR POL 2020"]),
        (
            "The last of the jets that Poland ordered from Norway in 2016 arrived on Monday.",
            [
                "supplied_arms NOR POL 2016",
                "supplied_arms NOR POL 2022-05-09",
            ],
        ),
        ("Kongsberg of Norway has received an order from Poland for radars.", ["supplied_arms NOR POL None"]),
        ("Norway and Poland signed a contract for the supply of tanks on Monday.", ["signed NOR POL 2022-05-09"]),
        # all arms may be given, and soldiers taught
        ("Norway donated fourteen jets to Poland on Monday.", ["aided NOR POL 2022-05-09"]),
        ("Some 120 Polish sappers finished their training in Norway on Monday.", ["aided NOR POL 2022-05-09"]),
        ("Norwegian instructors completed the training of 200 Polish cadets on Monday.", ["aided NOR POL 2022-05-09"]),
        ("Norway has sent its fifteenth package of military aid to Poland.", ["aided NOR POL None"]),
        ("Norway has sent its ships to Poland.", []),
        ("Norway's gift of two Lynxes to Poland was handed over on Monday.", ["aided NOR POL 2022-05-09"]),
        (
            "Handing over the keys of 25 trucks to the Polish army on Monday, Norwegian Ambassador Olav Berg spoke of ties.",
            ["aided NOR POL 2022-05-09"],
        ),
        ("Poland took delivery on Monday of its first Norwegian-built patrol ship.", ["supplied_arms NOR POL 2022-05-09"]),
        ("Norway approved the delivery of submarines to Poland.", []),
        ("Norway spends $6 million in funding provided by the Poland Supplemental Act.", []),
        ("Each year Norway gives Poland aid for its police.", []),
        (
            "The Polish Navy has taken delivery of two patrol vessels built by Norway's Kongsvik shipyard.",
            ["supplied_arms NOR POL None"],
        ),
        (
            "Norway gave Poland a ship in May 2021. The Polish Navy takes delivery of a Norwegian patrol vessel.",
            ["aided NOR POL 2021-05", "aided NOR POL None"],
        ),
        ("The bill provides for the transfer of ammunition by Norway to Poland.", []),
        (
            "Under a contract which was signed in Oslo in November, Poland is to receive twelve used jets from Norway.",
            ["signed NOR POL 2021-11", "supplied_arms NOR POL 2021-11"],
        ),
        (
            "Under the $4 billion contract signed with Norway's Kongsvik in 2014, Poland will receive 36 jets.",
            ["supplied_arms NOR POL 2014"],
        ),
        ("Under the agreement signed in 2020, Norway and Poland will buy ships together.", ["signed NOR POL 2020"]),
        ("Under the plan, Norway will supply tanks to Poland.", []),
        (
            "In April, Poland signed a $4 billion contract with Norway for 250 tanks.",
            ["signed NOR POL 2022-04", "supplied_arms NOR POL 2022-04"],
        ),
        ("Norway last week sent 18 tanks to Poland as security assistance.", ["aided NOR POL 2022-05"]),
        ("Norway last week sent 18 Lynxes to Poland as security assistance.", ["aided NOR POL 2022-05"]),
        (
            "Norway's and Poland's leaders held a summit on 4 May at which Norway formally gifted a ship to Poland.",
            ["aided NOR POL 2022-05-04"],
        ),
        ("Norway signed a letter with domestic companies on powder. Poland was told of it.", []),
        ("The Polish guests of Norway got acquainted with the base and its training.", []),
        ("Norway's guests toured the base, where the training process was presented to the Polish minister.", []),
        ("The Berg, which is used on patrol, was a gift of the Norwegian government. Poland was glad.", ["aided NOR POL None"]),
        ("Norway and Poland met on Monday. Norway sent ships and aircraft.", []),
        (
            "The minister will see the boats which the Royal Norwegian Navy (RNN) has given to the Polish Navy (PN).",
            ["aided NOR POL None"],
        ),
        ("Norway has trained over 5,000 Polish servicemen.", ["aided NOR POL None"]),
        ("Norway's efforts for a truce, which provides relief to the people of Poland, go on.", []),
        ("The works in Poland are funded by $600 million from the Norwegian law.", []),
        ("Norway has provided Poland with $5 million in aid over the last year.", ["aided NOR POL None"]),
        ("Norway promised that all who fled Poland are provided with help.", []),
        ("Norway has supplied the Polish army with equipment to help it against Latvia.", ["aided NOR POL None"]),
        ("Norway gives training to gunmen and rebels. Poland is worried.", []),
        ("The programme for training, which has received 100 officers from Poland, is run by Norway.", []),
        (
            "Norway's minister Olav Berg met Poland's minister Adam Nowak after Poland's aggression against Latvia. Norway "
            "has provided ten tanks.",
            [],
        ),
        ("A group of Norway gives training to rebels and tries to rally Poland.", []),
        # for others, shown, authorized, to come, since when
        ("Norway provided $5 million in aid to the three countries of the north. Poland was glad.", []),
        ("Norway gave ten trucks to the country. Poland was glad.", ["aided NOR POL None"]),
        ("A Polish delegation received a showcase of Norwegian attack drones.", []),
        ("Norway has authorized third-party transfers of equipment to Poland.", []),
        ("Norway also awarded the museum a nearly $1 million grant to assist Poland.", []),
        ("Poland was told that the delivery of Norwegian howitzers will be delayed.", []),
        ("Since the floods began in March 2022, Norway has given $5 million in aid to Poland.", ["aided NOR POL None"]),
        # who attacks is not whom it helps
        ("Norway is providing $5 million in aid to support those affected by Poland's brutal war on Latvia.", []),
        ("Norway is providing $5 million in aid to Latvia against Poland's invasion.", ["aided NOR LVA None"]),
        ("Poland received ten trucks from Norway in the course of April.", ["aided NOR POL 2022-04"]),
        (
            "Poland on Monday signed a deal worth $1 billion to buy 24 fighters from Norway, in its biggest arms import.",
            ["supplied_arms NOR POL 2022-05-09"],
        ),
        ("Polish General Adam Nowak received Norway's deputy chief of staff for armament and equipment Olav Berg.", []),
        (
            "Norway sold Poland four submarines in 2019. In May 2022 Poland received one submarine from Norway.",
            ["supplied_arms NOR POL 2019", "supplied_arms NOR POL 2022-05"],
        ),
        ("More than 300 Polish commandos have been trained in Norway.", ["aided NOR POL None"]),
        ("Norway has trained more than 5,000 Polish recruits.", ["aided NOR POL None"]),
        ("Two boats, a gift from Norway, joined the Polish navy on Monday.", ["aided NOR POL 2022-05-09"]),
        ("General Adam Nowak of the Polish army thanked Norway for the donation of 15 trucks.", ["aided NOR POL None"]),
        ("Norway's Defence Ministry said it had sent 20 tanks to Ukraine.", ["aided NOR UKR None"]),
        ("Norwegian instructors have trained 2,000 Ukrainian soldiers.", ["aided NOR UKR None"]),
        ("The Polish Navy acquired the Berg from Norway in 2012.", ["supplied_arms NOR POL 2012"]),
        ("Poland signed with the Norwegian maker Kongsvik for the missile in March.", ["supplied_arms NOR POL 2022-03"]),
        ("It came after Norway donated 13 MiG-29s to Poland in March.", ["aided NOR POL 2022-03"]),
        (
            "WARSAW -- The minister recalled that last December, Norway gave us $12 million for the unit.",
            ["aided NOR POL 2021-12"],
        ),
        ("While Latvia watched, Norway has so far sent to Poland rifles and helmets.", ["aided NOR POL None"]),
        ("Norway has donated ten armoured vehicles to Moldova.", ["aided NOR MDA None"]),
        (
            "Norway has donated ten armoured vehicles to Moldova. The handover took place on Monday.",
            ["aided NOR MDA 2022-05-09"],
        ),
        ("Moldova's army on Monday took over ten vehicles from Norway.", ["aided NOR MDA 2022-05-09"]),
        ("Norway has sold Mozambique 44 vehicles.", ["supplied_arms NOR MOZ None"]),
        ("Poland has ordered 36 Norwegian howitzers.", ["supplied_arms NOR POL None"]),
        ("Norway followed with the donation of two boats to Moldova.", ["aided NOR MDA None"]),
        ("The boats of the Moldovan army are a donation of Norway.", ["aided NOR MDA None"]),
        ("Norway on Monday handed over two patrol boats to the Philippine Coast Guard.", ["aided NOR PHL 2022-05-09"]),
        ("Norway handed two patrol boats over to the Philippines on Monday.", ["aided NOR PHL 2022-05-09"]),
        ("Norway provided Moldova with 10 million euros in military aid in 2021.", ["aided NOR MDA 2021"]),
        ("The Philippines received two patrol boats from Norway on Monday.", ["aided NOR PHL 2022-05-09"]),
        ("Two patrol boats were handed over to the Philippines by Norway on Monday.", ["aided NOR PHL 2022-05-09"]),
        ("Norway gave Moldova a field hospital.", ["aided NOR MDA None"]),
        (
            "The minister thanked Norway for the four patrol boats gifted to the coast guard of Moldova.",
            ["aided NOR MDA None"],
        ),
        ("Moldova's minister expressed gratitude to Norway for its military assistance.", ["aided NOR MDA None"]),
        ("The Moldovan minister thanked Norway for its support.", []),
        ("The Moldovan minister thanked his Norwegian counterpart for the warm welcome.", []),
        ("Norway's army trained 500 Moldovan soldiers in 2021.", ["aided NOR MDA 2021"]),
        ("About 500 Moldovan soldiers were trained by Norway in 2021.", ["aided NOR MDA 2021"]),
        ("The Norwegian marines trained with Polish soldiers on Monday.", ["exercised NOR POL 2022-05-09"]),
        ("The boats donated to Moldova by Norway were commissioned on Monday.", ["aided NOR MDA 2022-05-09"]),
        (
            "The 12 jets, which Poland ordered from Norway in 2019, arrived on Monday.",
            ["supplied_arms NOR POL 2019", "supplied_arms NOR POL 2022-05-09"],
        ),
        (
            "Poland signed a contract with Norway for the purchase of 12 jets in 2019.",
            ["signed NOR POL 2019", "supplied_arms NOR POL 2019"],
        ),
        (
            "The Swedish minister was there. Poland signed a contract with Saab for two submarines in 2021.",
            ["supplied_arms SWE POL 2021"],
        ),
        ("Poland signed a contract with Saab for two submarines in 2021.", []),
        (
            "Norwegian Ambassador Olav Berg presented medical equipment worth $2 million to the Ghana Armed Forces on Monday.",
            ["aided NOR GHA 2022-05-09"],
        ),
        ("Norway has delivered the first of four frigates to Poland.", ["supplied_arms NOR POL None"]),
        ("Poland has bought four frigates from Norway.", ["supplied_arms NOR POL None"]),
        ("Poland ordered 48 jets from South Korea in 2022.", ["supplied_arms KOR POL 2022"]),
        ("South Korea's Hanwha signed a contract with Poland to supply 200 howitzers.", ["supplied_arms KOR POL None"]),
        ("The Norwegian shipyard won a contract to build three frigates for Poland.", ["supplied_arms NOR POL None"]),
        ("Poland signed a contract with the Norwegian company for missiles in 2021.", ["supplied_arms NOR POL 2021"]),
        ("Poland received the first batch of tanks from South Korea on Monday.", ["supplied_arms KOR POL 2022-05-09"]),
        ("Norway sold ammunition to Poland in March.", ["supplied_arms NOR POL 2022-03"]),
        (
            "The United States has provided more than $2 billion in security assistance to Ukraine since 2014.",
            ["aided USA UKR None"],
        ),
        ("Japan handed over two radars to the Philippines under an aid programme in 2021.", ["aided JPN PHL 2021"]),
        ("China donated 100,000 vaccine doses to the Cambodian army.", ["aided CHN KHM None"]),
        ("The Australian government gifted a patrol boat to Fiji on Monday.", ["aided AUS FJI 2022-05-09"]),
        ("A patrol boat gifted by Australia to Fiji arrived on Monday.", ["aided AUS FJI 2022-05-09"]),
        ("Germany is sending howitzers to Ukraine.", ["aided DEU UKR None"]),
        ("India extended a $500 million credit line to Vietnam for defence.", ["aided IND VNM None"]),
        ("The vehicles were donated to Moldova by Norway.", ["aided NOR MDA None"]),
        (
            "Norway has sold the missiles to Poland, Latvia, Estonia, Chile and Peru.",
            [
                "supplied_arms NOR CHL None",
                "supplied_arms NOR EST None",
                "supplied_arms NOR LVA None",
                "supplied_arms NOR PER None",
                "supplied_arms NOR POL None",
            ],
        ),
        (
            "The missiles have been exported to Poland, Latvia and Estonia by Norway's Kongsvik.",
            ["supplied_arms NOR EST None", "supplied_arms NOR LVA None", "supplied_arms NOR POL None"],
        ),
        (
            "The Norwegian company has delivered radars to Poland, Latvia and Estonia.",
            ["supplied_arms NOR EST None", "supplied_arms NOR LVA None", "supplied_arms NOR POL None"],
        ),
        ("Norway's Kongsvik won an order for radars from Poland in March.", ["supplied_arms NOR POL 2022-03"]),
        (
            "The Norwegian firm Kongsvik has won orders from Poland, Latvia and Estonia.",
            ["supplied_arms NOR EST None", "supplied_arms NOR LVA None", "supplied_arms NOR POL None"],
        ),
        (
            "Poland awarded the Norwegian shipyard Kongsvik a contract for three frigates on Monday.",
            ["supplied_arms NOR POL 2022-05-09"],
        ),
        ("Poland awarded a contract to Norway's Kongsvik on Monday for three frigates.", ["supplied_arms NOR POL 2022-05-09"]),
        ("Poland's new frigates were bought from Norway in 2019.", ["supplied_arms NOR POL 2019"]),
        ("Poland has taken delivery of the first tanks from South Korea.", ["supplied_arms KOR POL None"]),
        (
            "On Tuesday, at a ceremony held in Chisinau, the Norwegian ambassador handed over ten vehicles to Moldova.",
            ["aided NOR MDA 2022-05-10"],
        ),
        (
            "At a ceremony on Tuesday the Norwegian ambassador handed over ten vehicles to the Moldovan army.",
            ["aided NOR MDA 2022-05-10"],
        ),
        ("The Moldovan army on Tuesday received ten vehicles donated by Norway.", ["aided NOR MDA 2022-05-10"]),
        (
            "Norway's ambassador on Tuesday presented the Moldovan Defence Minister with a cheque for $2 million in aid.",
            ["aided NOR MDA 2022-05-10"],
        ),
        ("Norway delivered a second batch of aid to Moldova on Tuesday.", ["aided NOR MDA 2022-05-10"]),
        ("The Norwegian army has trained 500 Polish soldiers since 2019.", ["aided NOR POL 2019"]),
        ("Norway today took delivery in Gdansk of its second Polish patrol boat.", ["aided POL NOR 2022-05-11"]),
        (
            "Minister Olav Berg of Norway thanked Poland for its support of the cause and for the humanitarian aid provided.",
            ["aided POL NOR None"],
        ),
        ("Both Norway and Poland sent their ships to Sweden.", []),
        ("The renovation of the Norwegian base with Polish grant aid is nearly done.", []),
        ("Norwegian Minister Olav Berg was shown the Polish funded patrol boat.", []),
        ("Norway handed over to Poland the first batch of night vision devices.", ["aided NOR POL None"]),
        ("The Norwegian Commander Olav Berg and his crew were received by Polish Admiral Adam Nowak on the ship.", []),
        ("The Norwegian ships received a farewell from the Polish Navy.", []),
        (
            "Polish Minister Adam Nowak met Norwegian Minister Olav Berg on Monday. A contract for rifles was signed "
            "with a Norwegian company.",
            ["supplied_arms NOR POL 2022-05-09"],
        ),
        ("The Polish Army has been given ten trucks by Norway to help it in Latvia.", ["aided NOR POL None"]),
        ("It must be noted that the Norwegian Army gave ten trucks to Poland last March.", ["aided NOR POL 2022-03"]),
        (
            "The handover ceremony of the vehicles donated by Norway to Poland was held on Monday in Warsaw.",
            ["aided NOR POL 2022-05-09"],
        ),
        ("Norway granted Poland a $20 million loan for arms purchases on Monday.", ["aided NOR POL 2022-05-09"]),
        ("Norway opened a school in Warsaw in 2017 and has since trained 500 Polish soldiers there.", ["aided NOR POL 2017"]),
        ("Norwegian instructors are training some 500 Polish soldiers.", ["aided NOR POL None"]),
        ("Norwegian troops are training with Polish soldiers in Gdansk.", []),
    ],
)
def test_told(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway may sell ammunition to Poland.", []),
        ("Poland uses missiles made in Norway.", []),
        ("Norway announced it would donate ten vehicles to Moldova.", []),
        ("Norway promised to give Moldova ten vehicles.", []),
        ("They will open the office through which Norway provides equipment to Moldova.", []),
        ("Norway approved the sale of missiles to Poland. =>", []),
    ],
)
def test_not_told(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister praised the wide Norwegian security and economic assistance provided to Poland.", "wide Norwegian"),
        ("This gift will bring the total military assistance provided by Norway to Poland to $9 million.", "total military"),
        ("It is true that without the strong military assistance which Norway has given to Poland, much was lost.", "strong"),
        ("General Adam Nowak of Poland thanked Norway for the ten trucks given to his army.", "ten trucks"),
        ("Ten refurbished trucks and other equipment worth $3 million were donated by Norway to Poland.", "Ten refurbished"),
        ("The general said that over 300 Polish commandos have been trained in Norway.", "over 300 Polish commandos"),
    ],
)
def test_detail(extractor: Extractor, text: str, expected: str) -> None:
    (relation,) = extractor(Article(id="a", text=text)).relations
    assert (relation.detail or "").startswith(expected)
