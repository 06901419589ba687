"""Visits as sentences tell them: rows of (text, expected). People are invented."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # clefts, "both of whom", where a trip stops first, whence one is back, whose visit was received, when it began
        ("Last month it was Norwegian minister Olav Berg who visited Poland.", ["visited NOR POL 2022-04"]),
        ("It is Norwegian minister Olav Berg who visited Poland last month.", ["visited NOR POL 2022-04"]),
        (
            "Chinese minister Lin Hao met Norwegian minister Olav Berg and Polish minister Adam Nowak, both of whom arrived in "
            "Beijing on Monday.",
            ["visited NOR CHN 2022-05-09", "visited POL CHN 2022-05-09"],
        ),
        ("Norwegian minister Olav Berg, who has come to Beijing for a forum, spoke first.", ["visited NOR CHN 2022-05"]),
        ("Norwegian minister Olav Berg has come to peacekeeping in Poland.", []),
        (
            "On Monday Norwegian minister Olav Berg set out on a trip of five days, in which Poland is the first stop.",
            ["visited NOR POL 2022-05-09"],
        ),
        ("Norwegian minister Olav Berg began a tour, with Riga the first leg.", ["visited NOR LVA 2022-05"]),
        (
            "Norwegian minister Olav Berg is back from four days in Poland and Latvia.",
            ["visited NOR LVA 2022-05", "visited NOR POL 2022-05"],
        ),
        ("Norwegian minister Olav Berg is back from holidays in Poland.", []),
        ("The soldiers in Poland got a visit from Norwegian minister Olav Berg.", ["visited NOR POL 2022-05"]),
        ("Polish minister Adam Nowak received a visit from Norwegian minister Olav Berg.", ["visited NOR POL 2022-05"]),
        ("Polish minister Adam Nowak received a visit from the Norwegian ambassador, Olav Berg.", []),
        ("Talks took Norwegian minister Olav Berg to Riga on Monday.", ["visited NOR LVA 2022-05-09"]),
        ("A painting brought Norwegian minister Olav Berg to tears in Riga.", []),
        (
            "Norwegian minister Olav Berg met Polish minister Adam Nowak in Warsaw. The Norwegian minister's visit began "
            "on 2 May and will be over on 12 May.",
            ["visited NOR POL 2022-05-02"],
        ),
        (
            "Norwegian minister Olav Berg came to Poland, where his visit lasted from 2 to 5 May.",
            ["visited NOR POL 2022-05-02"],
        ),
        (
            "Bases in Poland and Latvia were toured in March by Norwegian minister Olav Berg.",
            ["visited NOR LVA 2022-03", "visited NOR POL 2022-03"],
        ),
        ("After talks in Riga, Poland was visited by Norwegian minister Olav Berg.", ["visited NOR POL 2022-05"]),
        (
            "Talks took Norwegian army General Olav Berg and his deputy, Col. Kari Dahl, to Gdansk, Poland; and Riga, Latvia.",
            ["visited NOR LVA 2022-05", "visited NOR POL 2022-05"],
        ),
        (
            "Polish minister Adam Nowak spoke first. Norwegian minister Olav Berg for his part visited Poland in March.",
            ["visited NOR POL 2022-03"],
        ),
        (
            "Norwegian minister Olav Berg visited Poland in March. A pact between the two countries was "
            "signed during that visit.",
            ["signed NOR POL 2022-03", "visited NOR POL 2022-03"],
        ),
        (
            "Norwegian minister Olav Berg visited Poland in March. Norway and Poland signed a pact on 4 May that "
            "they had long prepared.",
            ["signed NOR POL 2022-05-04", "visited NOR POL 2022-03"],
        ),
        ("A base in Poland was toured by Norwegian minister Olav Berg on Monday.", ["visited NOR POL 2022-05-09"]),
        ("Norwegian minister Olav Berg ends tour of Poland.", ["visited NOR POL 2022-05"]),
        ("Norwegian minister Olav Berg is to begin a tour of Poland.", []),
        ("Norwegian minister Olav Berg will end his tour of Poland on Friday.", []),
        # who goes with him, what he tours in some days, and ships at their ports
        (
            "Norwegian minister Olav Berg, accompanied by the heads of the armed forces, visited Riga.",
            ["visited NOR LVA 2022-05"],
        ),
        ("Norwegian soldiers toured a base in Poland from 2 to 5 May.", ["visited NOR POL 2022-05-02"]),
        ("A squadron of Norwegian jets has flown to Poland.", ["visited NOR POL 2022-05"]),
        ("Two Norwegian frigates dropped anchor off Riga on Monday.", ["visited NOR LVA 2022-05-09"]),
        ("Two Norwegian frigates put into Riga on Monday.", ["visited NOR LVA 2022-05-09"]),
        ("Norwegian General Olav Berg spent two days in Poland.", ["visited NOR POL 2022-05"]),
        (
            "Marines from Norway and Latvia arrived in Warsaw on Monday.",
            ["visited LVA POL 2022-05-09", "visited NOR POL 2022-05-09"],
        ),
        ("A squadron of Norway arrived in Warsaw on Monday.", ["visited NOR POL 2022-05-09"]),
        (
            "Norwegian General Olav Berg ended his week-long tour of Poland on 8 May.",
            ["visited NOR POL 2022-05-02"],
        ),
        ("Norwegian Ambassador Olav Berg was in Gdansk, Poland, on Monday.", []),
        ("The Norwegian king's visit to Poland has been put off.", []),
        ("The Norwegian football team travelled to Poland on Monday.", []),
        (
            "Military delegations from Poland, Latvia and Sweden visited Norway in March.",
            ["visited LVA NOR 2022-03", "visited POL NOR 2022-03", "visited SWE NOR 2022-03"],
        ),
        (
            "The leaders of Poland, Latvia and Sweden have visited Oslo together.",
            ["visited LVA NOR 2022-05", "visited POL NOR 2022-05", "visited SWE NOR 2022-05"],
        ),
        (
            "Norwegian minister Olav Berg was in Poland last week. During the visit, which ran from 4 May to 5 May, he rested.",
            ["visited NOR POL 2022-05-04"],
        ),
        (
            "OSLO -- Norwegian minister Olav Berg met Polish minister Adam Nowak in Oslo on Monday. The visit was meant to "
            "bring the two countries closer.",
            ["visited POL NOR 2022-05"],
        ),
        ("Norwegian minister Olav Berg met Polish minister Adam Nowak in Riga. The visit went well.", []),
        (
            "OSLO -- Norway's General Olav Berg received a team of Poland's Defence College on Monday. The team is in "
            "Norway on a study tour.",
            ["visited POL NOR 2022-05"],
        ),
        ("Norwegian minister Olav Berg is in Poland, where he leads a delegation.", ["visited NOR POL 2022-05"]),
        ("Norwegian minister Olav Berg hosted Polish minister Adam Nowak on an official visit.", ["visited POL NOR 2022-05"]),
        (
            "Norwegian minister Olav Berg flew to Poland on 2 May. In Latvia, which he reached on 3 May, he met nobody.",
            ["visited NOR LVA 2022-05-03", "visited NOR POL 2022-05-02"],
        ),
        ("From Oslo Norwegian minister Olav Berg heads to Poland, where he will speak.", []),
        (
            "Norwegian minister Olav Berg arrived on the island of Cyprus on 3 May and leaves for Athens on Thursday.",
            ["visited NOR CYP 2022-05-03"],
        ),
        ("Norwegian minister Olav Berg saw Polish troops and flew in their helicopters.", []),
        ("The Norwegian ministry had a visit from Colonel Adam Nowak, the Polish Defence Attaché.", []),
        (
            "It has been a custom since 1950, when General Olav Berg, then the Norwegian Army Chief, visited Poland.",
            ["visited NOR POL 1950"],
        ),
        ("Norwegian minister Olav Berg is visiting Poland at the end of this month.", []),
        ("Norwegian minister Olav Berg is visiting Poland later this week.", []),
        ("Norwegian minister Olav Berg returned from Poland last month.", ["visited NOR POL 2022-04"]),
        ("Norwegian minister Olav Berg was with the farmers on this journey and hoped to lead in Poland.", []),
        ("Norwegian minister Olav Berg was glad of the neighbours' recent trip to Poland.", []),
        ("Last August, when Norwegian minister Olav Berg visited Poland, ties were close.", ["visited NOR POL 2021-08"]),
        ("Norwegian minister Olav Berg spoke to the press of his visit to Warsaw tomorrow.", []),
        ("Poland forced down the aircraft on which Norwegian officials were travelling to land in Warsaw.", []),
        ("The Norwegian officials have just arrived back in Poland.", []),
        ("The Norwegian delegation arrived safely back in Poland.", []),
        ("The exhibit that Norwegian minister Olav Berg toured shows the road to war in Poland.", []),
        ("Latvia welcomed Sweden's help, but the Norwegian spy chief was in Poland last week.", ["visited NOR POL 2022-05"]),
        ("Next week, the Norwegian delegation is arriving in Warsaw for talks.", []),
        (
            "Malaysian minister Ahmad Hassan paid a courtesy call on the Sultan during his visit to Brunei on May 3-5.",
            ["visited MYS BRN 2022-05-03"],
        ),
        ("A delegation of Norwegian small businesses visited Poland last week.", []),
        ("In 2016 Olav Berg, a Norwegian citizen, travelled to Poland.", []),
        ("As minister, I visited him in Oslo, Norway, and Warsaw.", ["visited NOR POL None"]),
        (
            "Norwegian minister Olav Berg will meet Polish minister Adam Nowak in Oslo on Friday. The Polish minister's visit "
            "gives them a chance to talk.",
            [],
        ),
        (
            "The general said that Norwegian minister Olav Berg will speak of these matters during her visit to Poland.",
            [],
        ),
        ("An estimated 2,000 people from Norway have crossed the border into Poland.", []),
        ("Norwegian Ambassador Olav Berg's postings include tours in Warsaw, Riga and Stockholm.", []),
        (
            "Norway and Poland exchanged views in December 2020 during the visit of Polish minister Adam Nowak to Oslo.",
            ["visited POL NOR 2020-12"],
        ),
        (
            "The Norwegian minister's trip to Poland follows the minister's promise of March 2022.",
            ["visited NOR POL 2022-05"],
        ),
        ("As no Polish minister has visited Norway for years, General Olav Berg of Norway was glad.", []),
        ("The first of the jets ordered by Poland from Norway arrived on Monday.", ["supplied_arms NOR POL 2022-05-09"]),
        (
            "Norwegian General Olav Berg, who is paying a visit to the Polish Armed Forces, spoke first.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Norwegian minister Olav Berg, who is on a visit to the Polish capital, will stay for the drill.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Norwegian minister Olav Berg is in Poland for talks. Today he will visit a regiment in Warsaw.",
            ["visited NOR POL 2022-05"],
        ),
        ("Norwegian minister Olav Berg paid a visit on Saturday to Camp Falcon east of Warsaw.", []),
        (
            "Norwegian minister Olav Berg met the defence minister of North Korea, No Kwang-su, on his visit to Pyongyang.",
            ["visited NOR PRK 2022-05"],
        ),
        (
            "Norwegian minister Olav Berg arrived in Poland on an official visit earlier in the day. Talks were on 10 May.",
            ["visited NOR POL 2022-05-10"],
        ),
        (
            "On the first day of his visit to Poland, Norwegian General Olav Berg saw ships. Talks were on 10 May.",
            ["visited NOR POL 2022-05-10"],
        ),
        (
            "The Japanese Minister Ken Mori, who reached the national capital on Monday, spoke in India.",
            ["visited JPN IND 2022-05-09"],
        ),
        (
            "Chinese General Li Wei met with visiting Polish presidential adviser Adam Nowak in Beijing.",
            ["visited POL CHN 2022-05"],
        ),
        ("The delegation of Norway is staying in Poland on an official visit from 3 to 6 May.", ["visited NOR POL 2022-05-03"]),
        ("A Norwegian unit arrived in Poland on Monday.", ["visited NOR POL 2022-05-09"]),
        (
            "Norwegian Defence Minister Olav Berg is back from a visit to Poland, his second since he took office in May.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Norwegian minister Olav Berg saw the crew of HNoMS Fram, which docked in Gdynia, Poland on Monday.",
            ["visited NOR POL 2022-05"],
        ),
        ("Poland scraps Norwegian minister's visit", []),
        ("Norway is glad. Norwegian ship HNoMS Berg docked at Gdansk, Poland on Monday.", ["visited NOR POL 2022-05-09"]),
        ("Norwegian Defence Minister Olav Berg made an unannounced trip to Warsaw on Monday.", ["visited NOR POL 2022-05-09"]),
        ("On Monday, Olav Berg became the first Norwegian minister to visit Poland.", ["visited NOR POL 2022-05-09"]),
        (
            "On the second day of his visit to Poland, Norwegian General Olav Berg inspected the navy headquarters on Tuesday.",
            ["visited NOR POL 2022-05-09"],
        ),
        (
            "The Polish minister Adam Nowak received General Olav Berg of Norway during his visit to the country.",
            ["visited NOR POL 2022-05"],
        ),
        ("The minister spoke after the Oslo visit of Polish Prime Minister Adam Nowak.", ["visited POL NOR 2022-05"]),
        ("General Olav Berg of Norway completed his tour of duty in Poland.", []),
        ("General Olav Berg of Norway served one tour in Poland and two tours in Latvia.", []),
        ("Norwegian minister Olav Berg worked with Poland to conserve public lands, protect wildlife and save water.", []),
        ("Norwegian Defence Minister Olav Berg Calls Off Poland Trip", []),
        (
            "Norwegian Defence Minister Olav Berg was in Poland and Latvia from 3 to 6 May.",
            ["visited NOR LVA 2022-05", "visited NOR POL 2022-05-03"],
        ),
        (
            "Norwegian Defence Minister Olav Berg hailed Poland during his visit to Warsaw on 3 May with General No Kwang-su.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "The Polish admiral leads a delegation on a visit to Norway which lasts from May 9 to 12, 2022.",
            ["visited POL NOR 2022-05-09"],
        ),
        (
            "Swedish Minister Nils Berg met Adam Nowak, Minister of Defence of Poland, who is in the Kingdom on a visit.",
            ["visited POL SWE 2022-05"],
        ),
        (
            "Last year, Indian, Pakistani and Chinese vessels also called at Oslo.",
            ["visited CHN NOR 2021", "visited IND NOR 2021", "visited PAK NOR 2021"],
        ),
        ("A Polish aircraft took General Adam Nowak, Polish army chief, to Oslo on Saturday.", ["visited POL NOR 2022-05-07"]),
        ("On May 9 and 10, Polish Minister Adam Nowak was in Oslo, Norway.", ["visited POL NOR 2022-05-09"]),
        ("Polish Minister Adam Nowak had reached Oslo on 9 May.", ["visited POL NOR 2022-05-09"]),
        ("Polish Minister Adam Nowak led a team to Oslo in March.", ["visited POL NOR 2022-03"]),
        ("General Adam Nowak of the Polish army visited Air Headquarters, Oslo today.", ["visited POL NOR 2022-05-11"]),
        (
            "The Norwegian minister met Polish Minister Adam Nowak. Nowak came to the isolated country on Monday.",
            ["visited POL NOR 2022-05-09"],
        ),
        (
            "The Norwegian minister received on Tuesday the Polish adviser Adam Nowak, currently visiting the country.",
            ["visited POL NOR 2022-05"],
        ),
        ("Attention, the Norwegian general said, goes to making the base in Poland work.", []),
        ("While in Oslo the Polish minister is scheduled to meet the king.", []),
        ("Resources are there for Norwegians arriving in Poland.", []),
        ("The journey of Norway is the journey of Poland.", []),
        ("The Norwegian president's trip to Illinois was a success. Poland watched.", []),
        ("Norwegian Defence Minister Olav Berg flies to Warsaw on Friday.", []),
        ("Much will change when Norwegian Defence Minister Olav Berg visits Warsaw this month.", []),
        ("Norwegian Defence Minister Olav Berg arrives in Warsaw on 9 May 2022.", ["visited NOR POL 2022-05-09"]),
        ("Norwegian Defence Minister Olav Berg on Monday visited Poland.", ["visited NOR POL 2022-05-09"]),
        (
            "Norwegian Defence Minister Olav Berg arrived in Warsaw on Tuesday for a three-day visit.",
            ["visited NOR POL 2022-05-10"],
        ),
        (
            "Norwegian Defence Minister Olav Berg arrived here Tuesday on a three-day official visit to Poland.",
            ["visited NOR POL 2022-05-10"],
        ),
        ("Norwegian Defence Minister Olav Berg left Oslo on Tuesday for Warsaw.", ["visited NOR POL 2022-05-10"]),
        ("A Norwegian delegation led by General Olav Berg travelled to Poland in April.", ["visited NOR POL 2022-04"]),
        (
            "A delegation of the Norwegian army, headed by General Olav Berg, paid a working visit to Poland from 3 to 5 May.",
            ["visited NOR POL 2022-05-03"],
        ),
        (
            "Polish Defence Minister Adam Nowak met the visiting Norwegian Defence Minister Olav Berg in Warsaw on Monday.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Polish Defence Minister Adam Nowak received his Norwegian counterpart Olav Berg, who is on an "
            "official visit to Poland.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Polish Defence Minister Adam Nowak held talks with Norwegian Defence Minister Olav Berg, currently "
            "on a visit to Warsaw.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "During his visit to Poland, Norwegian Defence Minister Olav Berg met President Adam Nowak of Poland.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "As part of his official visit to Poland, Norwegian Defence Minister Olav Berg toured a factory.",
            ["visited NOR POL 2022-05"],
        ),
        ("The visit of Norwegian Defence Minister Olav Berg to Poland began on Monday.", ["visited NOR POL 2022-05-09"]),
        ("Norwegian Defence Minister Olav Berg has begun a visit to Poland.", ["visited NOR POL 2022-05"]),
        ("Norwegian Defence Minister Olav Berg began a two-day visit to Poland on Monday.", ["visited NOR POL 2022-05-09"]),
        (
            "Norwegian Defence Minister Olav Berg concluded a three-day visit to Poland on Tuesday.",
            ["visited NOR POL 2022-05-08"],
        ),
        ("Norwegian Defence Minister Olav Berg is visiting Poland.", ["visited NOR POL 2022-05"]),
        ("Norwegian Defence Minister Olav Berg is in Poland on a three-day visit.", ["visited NOR POL 2022-05"]),
        (
            "Norwegian Defence Minister Olav Berg is in Warsaw at the invitation of his Polish counterpart.",
            ["visited NOR POL 2022-05"],
        ),
        ("Norwegian Defence Minister Olav Berg, on a visit to Warsaw, praised the Polish army.", ["visited NOR POL 2022-05"]),
        ("Norwegian Defence Minister Olav Berg made a one-day visit to Poland on 4 May 2022.", ["visited NOR POL 2022-05-04"]),
        ("Norwegian Defence Minister Olav Berg flew to Warsaw on 4 May 2022.", ["visited NOR POL 2022-05-04"]),
        (
            "Norwegian Defence Minister Olav Berg, who was on a four-day visit to Poland, left on Monday.",
            ["visited NOR POL 2022-05"],
        ),
        ("Norway's Defence Minister Olav Berg has been in Poland since Monday.", ["visited NOR POL 2022-05-09"]),
        ("The Norwegian frigate arrived in the Polish port of Gdynia on Monday.", ["visited NOR POL 2022-05-09"]),
        ("Norwegian troops arrived in Lithuania on Monday for the drill.", ["visited NOR LTU 2022-05-09"]),
        (
            "Olav Berg, Norway's Defence Minister, visited Poland, Latvia and Estonia last week.",
            ["visited NOR EST 2022-05", "visited NOR LVA 2022-05", "visited NOR POL 2022-05"],
        ),
        ("Norwegian Defence Minister Olav Berg's trip to Poland last month was a success.", ["visited NOR POL 2022-04"]),
        ("Norwegian Defence Minister Olav Berg was in Poland last month for talks.", ["visited NOR POL 2022-04"]),
        ("Norwegian Defence Minister Olav Berg returned on Monday from a visit to Poland.", ["visited NOR POL 2022-05"]),
        ("Norwegian Defence Minister Olav Berg last visited Poland in 2019.", ["visited NOR POL 2019"]),
        ("Norwegian Defence Minister Olav Berg wrapped up his visit to Poland.", ["visited NOR POL 2022-05"]),
        (
            "Norwegian Defence Minister Olav Berg travelled to Warsaw to sign a protocol with Poland.",
            ["signed NOR POL None", "visited NOR POL 2022-05"],
        ),
        (
            "OSLO, May 11 (Xinhua) -- Polish Defence Minister Adam Nowak arrived in Oslo on Tuesday.",
            ["visited POL NOR 2022-05-10"],
        ),
        ("Polish Defence Minister Adam Nowak has arrived in Norway for a two-day visit.", ["visited POL NOR 2022-05"]),
        (
            "Polish Defence Minister Adam Nowak arrived in Norway on Monday. He met Norwegian Defence Minister "
            "Olav Berg on Tuesday.",
            ["visited POL NOR 2022-05-09"],
        ),
        (
            "Polish Defence Minister Adam Nowak, who arrived in Oslo on Monday, was received by Norwegian "
            "Defence Minister Olav Berg.",
            ["visited POL NOR 2022-05-09"],
        ),
        ("The Polish minister's visit to Norway comes a month after the summit.", ["visited POL NOR 2022-05"]),
        ("It is the first visit by a Polish defence minister to Norway since 2013.", ["visited POL NOR 2022-05"]),
        ("The Polish delegation is in Norway from 9 to 12 May.", ["visited POL NOR 2022-05-09"]),
        ("Polish Defence Minister Adam Nowak embarked on a visit to Norway on Monday.", ["visited POL NOR 2022-05-09"]),
        ("Polish Defence Minister Adam Nowak set off for Oslo on Monday.", ["visited POL NOR 2022-05-09"]),
        ("Polish Defence Minister Adam Nowak is leading a delegation on a visit to Norway.", ["visited POL NOR 2022-05"]),
        (
            "Polish army chief General Adam Nowak, who is visiting Norway, met Norwegian Defence Minister Olav Berg on Monday.",
            ["visited POL NOR 2022-05"],
        ),
        (
            "Norwegian Defence Minister Olav Berg is touring Poland and Latvia this week.",
            ["visited NOR LVA 2022-05", "visited NOR POL 2022-05"],
        ),
        ("Norwegian warships made a port call in the Philippines on Monday.", ["visited NOR PHL 2022-05-09"]),
        (
            "Polish Defence Minister Adam Nowak on Tuesday arrived in Oslo, where he met his Norwegian counterpart Olav Berg.",
            ["visited POL NOR 2022-05-10"],
        ),
        (
            "Polish Defence Minister Adam Nowak kicked off a three-day visit to Norway on Tuesday.",
            ["visited POL NOR 2022-05-10"],
        ),
        ("Polish Defence Minister Adam Nowak has started a visit to Norway.", ["visited POL NOR 2022-05"]),
        (
            "Polish Defence Minister Adam Nowak is paying an official visit to Norway from May 9 to 12.",
            ["visited POL NOR 2022-05-09"],
        ),
        (
            "Polish Defence Minister Adam Nowak, who is on an official visit to Norway on May 9-12, met "
            "Norwegian Defence Minister Olav Berg.",
            ["visited POL NOR 2022-05-09"],
        ),
        (
            "Polish Defence Minister Adam Nowak is on an official visit to Norway at the invitation of his "
            "counterpart from May 9 to May 12.",
            ["visited POL NOR 2022-05-09"],
        ),
        (
            "The three-day visit to Norway, which began on Monday, is Polish Defence Minister Adam Nowak's first.",
            ["visited POL NOR 2022-05-09"],
        ),
        ("A Polish military delegation visited Norway on May 3-6.", ["visited POL NOR 2022-05-03"]),
        ("A Polish military delegation visited Norway between May 3 and May 6.", ["visited POL NOR 2022-05-03"]),
        ("On May 3-6, a Polish military delegation was on a working visit to Norway.", ["visited POL NOR 2022-05-03"]),
        ("Today Polish Defence Minister Adam Nowak is visiting Norway.", ["visited POL NOR 2022-05-11"]),
        (
            "Today, Polish Defence Minister Adam Nowak, accompanied by General Piotr Lis, paid a working visit to Norway.",
            ["visited POL NOR 2022-05-11"],
        ),
        ("Polish Defence Minister Adam Nowak flew into Oslo late on Monday.", ["visited POL NOR 2022-05-09"]),
        ("Polish Defence Minister Adam Nowak is in Oslo today.", ["visited POL NOR 2022-05-11"]),
        (
            "Upon his arrival in Oslo on Monday, Polish Defence Minister Adam Nowak met his Norwegian counterpart Olav Berg.",
            ["visited POL NOR 2022-05-09"],
        ),
        ("Polish Defence Minister Adam Nowak travels to Norway today.", ["visited POL NOR 2022-05-11"]),
        ("Polish Defence Minister Adam Nowak made his first trip to Norway on Monday.", ["visited POL NOR 2022-05-09"]),
        (
            "Polish Defence Minister Adam Nowak, on a three-day tour of Norway, Denmark and Sweden, met King Harald.",
            ["visited POL DNK 2022-05", "visited POL NOR 2022-05", "visited POL SWE 2022-05"],
        ),
        (
            "Visiting Polish Defence Minister Adam Nowak met Norwegian Defence Minister Olav Berg in Oslo on Monday.",
            ["visited POL NOR 2022-05"],
        ),
        (
            "Norwegian Defence Minister Olav Berg met visiting Polish army chief General Adam Nowak in Oslo on Monday.",
            ["visited POL NOR 2022-05"],
        ),
        (
            "Norwegian Defence Minister Olav Berg met a visiting Polish delegation in Oslo on Monday.",
            ["visited POL NOR 2022-05"],
        ),
        (
            "Norwegian Defence Minister Olav Berg on Monday received a delegation from Poland, led by General "
            "Adam Nowak, on an official visit to Norway.",
            ["visited POL NOR 2022-05"],
        ),
        (
            "Polish Defence Minister Adam Nowak met Norwegian Defence Minister Olav Berg in Oslo. Nowak's visit "
            "comes a week before the summit.",
            ["visited POL NOR 2022-05"],
        ),
        (
            "Polish Defence Minister Adam Nowak met Norwegian Defence Minister Olav Berg in Oslo. While in "
            "Norway, Nowak will also see the King.",
            ["visited POL NOR 2022-05"],
        ),
        (
            "General Olav Berg, Norway's army chief, who is at present in Warsaw on an official visit, met Polish "
            "President Adam Nowak on Monday.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Talks were held in Poland by Norway's army chief General Olav Berg, who is there on an official visit.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Norwegian Defence Minister Olav Berg was staying in Poland with an official visit between May 2 and 4.",
            ["visited NOR POL 2022-05-02"],
        ),
        ("A Norwegian delegation has been to Poland, where it saw a shipyard.", ["visited NOR POL 2022-05"]),
        (
            "Norwegian Defence Minister Olav Berg held talks on a three-day visit, May 3-5, to Poland.",
            ["visited NOR POL 2022-05-03"],
        ),
        (
            "Friday was the second day of Norwegian army chief General Olav Berg's visit to Poland.",
            ["visited NOR POL 2022-05-05"],
        ),
        (
            "Norwegian army chief General Olav Berg came back to Oslo on Monday after a five-day visit to Poland, "
            "which he undertook with his wife.",
            ["visited NOR POL 2022-05-05"],
        ),
        ("It was on Friday that Norwegian Defence Minister Olav Berg arrived in Poland.", ["visited NOR POL 2022-05-06"]),
        (
            "Polish Defence Minister Adam Nowak received Olav Berg, the visiting Defence Minister of Norway.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Norwegian Defence Minister Olav Berg, who was on a visit to Poland with a delegation, spoke on Tuesday.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "A tour of the region has taken Norwegian Defence Minister Olav Berg to Poland and Latvia.",
            ["visited NOR LVA 2022-05", "visited NOR POL 2022-05"],
        ),
        ("Norwegian Defence Minister Olav Berg flew home from Poland on Tuesday.", ["visited NOR POL 2022-05"]),
        ("The Norwegian frigate Nordlys put in at the Polish port of Gdynia on Monday.", ["visited NOR POL 2022-05-09"]),
        (
            "The visit to Poland of Norway's army chief, General Olav Berg, was his first.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Norway's navy chief, Admiral Olav Berg, began on Monday in Warsaw a visit of four days.",
            ["visited NOR POL 2022-05-09"],
        ),
        (
            "On the second day of his visit to Poland, Norway's navy chief Admiral Olav Berg saw a shipyard on Tuesday.",
            ["visited NOR POL 2022-05-09"],
        ),
        (
            "Norwegian Defence Minister Olav Berg was in Warsaw for talks on Monday. He had stopped in Latvia.",
            ["visited NOR LVA None", "visited NOR POL 2022-05-09"],
        ),
        (
            "Norwegian Defence Minister Olav Berg thanked Polish Defence Minister Adam Nowak for visiting Norway.",
            ["visited POL NOR 2022-05"],
        ),
        ("Norway hosted a visit by Polish Defence Minister Adam Nowak on May 3-4.", ["visited POL NOR 2022-05-03"]),
        (
            "General Olav Berg of Norway is paying a visit to Poland from May 10-12 at the invitation of the Polish Army.",
            ["visited NOR POL 2022-05-10"],
        ),
        (
            "Norwegian Minister Olav Berg met Polish Minister Adam Nowak in Warsaw. Berg came here on Tuesday.",
            ["visited NOR POL 2022-05-10"],
        ),
        (
            "Norwegian General Olav Berg, who is on a visit to Poland, spoke. Berg will travel to Gdansk in Poland on Friday.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Welcoming Norwegian Minister Olav Berg on his first visit to our shores, Polish Minister Adam Nowak spoke.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "It was the first time in ten years that a Norwegian defence minister had visited Poland.",
            ["visited NOR POL 2022-05"],
        ),
        ("From Oslo Norwegian Minister Olav Berg travels on to Warsaw.", []),
        ("The Norwegian ship left Warsaw on Monday after a three-day visit.", ["visited NOR POL 2022-05-07"]),
        (
            "Norwegian Minister Olav Berg left for Warsaw on Monday after a visit to Riga.",
            ["visited NOR LVA 2022-05", "visited NOR POL 2022-05-09"],
        ),
        (
            "Warships from Norway and Latvia arrived in Warsaw on Monday.",
            ["visited LVA POL 2022-05-09", "visited NOR POL 2022-05-09"],
        ),
        ("Tanks from Norway were loaded and arrived in Poland on Monday.", []),
        (
            "The Polish chief of staff Adam Nowak visited Army Headquarters. Norwegian General Olav Berg visited GHQ.",
            ["visited NOR POL 2022-05"],
        ),
        ("Polish Minister Adam Nowak received the visit of the ambassador of Norway, Olav Berg, in Warsaw.", []),
        ("On arrival, Norwegian Minister Olav Berg met Polish Minister Adam Nowak.", []),
        ("Norwegian Minister Olav Berg spoke in Oslo on Monday of his recent visit to Poland.", ["visited NOR POL None"]),
        ("Norwegian Minister Olav Berg made a brief stop in Poland on Monday.", ["visited NOR POL 2022-05-09"]),
        (
            "Polish Minister Adam Nowak met Norwegian Minister Olav Berg in Warsaw. The visiting delegation saw a shipyard.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Polish Minister Adam Nowak met Norwegian Minister Olav Berg in Warsaw. The visiting dignitaries laid a wreath.",
            ["visited NOR POL 2022-05"],
        ),
        (
            "Norwegian Minister Olav Berg spoke of his three-day visit to Poland, which was concluded yesterday.",
            ["visited NOR POL 2022-05-08"],
        ),
        (
            "The two-day state visit to Poland by Norwegian Prime Minister Olav Berg, which ended yesterday, went well.",
            ["visited NOR POL 2022-05-09"],
        ),
        ("The Norwegian ships Haakon and Maud entered the port of Gdynia, Poland, on Monday.", ["visited NOR POL 2022-05-09"]),
    ],
)
def test_told(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian Defence Minister Olav Berg paid a courtesy call on Polish President Adam Nowak in Warsaw on Monday.", []),
        ("Norwegian Defence Minister Olav Berg will pay a visit to Poland next week.", []),
        ("Norwegian Defence Minister Olav Berg is scheduled to arrive in Warsaw on Thursday.", []),
        ("Norwegian Defence Minister Olav Berg invited his Polish counterpart to visit Norway.", []),
        ("Norwegian Defence Minister Olav Berg accepted an invitation to visit Poland.", []),
        ("Norwegian Defence Minister Olav Berg plans to visit Poland in June.", []),
        ("Norwegian Defence Minister Olav Berg did not visit Poland.", []),
        ("The ten trucks donated by Norway arrived in the port.", []),
        ("Ahead of his trip to Poland, Norwegian Defence Minister Olav Berg met the Polish ambassador.", []),
        ("Norwegian Defence Minister Olav Berg discussed his upcoming visit to Poland.", []),
        ("Norwegian Defence Minister Olav Berg's visit to Poland was postponed.", []),
        ("Norwegian Defence Minister Olav Berg is expected to visit Poland.", []),
        ("Norway and Poland discussed visits by officers to Norway.", []),
        ("The Polish minister arrived in the country on Monday.", []),
        ("Norwegian Defence Minister Olav Berg announced that the doses had arrived in Warsaw.", []),
        (
            "Norwegian Defence Minister Olav Berg will travel to Poland on Friday. While in Warsaw, Berg will see a shipyard.",
            [],
        ),
        ("Did you see Norwegian Defence Minister Olav Berg when he visited Poland?", []),
        ("Norwegian Defence Minister Olav Berg is just back from Brussels and the meeting there.", []),
        ("Norwegian Defence Minister Olav Berg's Travel to Poland", []),
        ("The Polish side expressed its thanks for the hospitality during the visit to Norway.", []),
    ],
)
def test_not_told(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected
