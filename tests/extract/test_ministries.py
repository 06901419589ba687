"""Bodies of government and their owners."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extract import Article, Extractor
from extract.ministries import kind_of
from extract.record import Ministry
from extract.words.ministry_words import ministries

Read = Callable[[str], Doc]


def found(doc: Doc) -> list[str]:
    return [span.id_ for span in doc.spans["ministries"]]


@pytest.mark.parametrize("kind", ministries().kinds)
def test_examples_of_a_kind(read: Read, kind: str) -> None:
    for example in ministries().kinds[kind].examples:
        assert any(name.endswith(f"/{kind}") for name in found(read(example))), example
    for example in ministries().kinds[kind].not_examples:
        assert not any(name.endswith(f"/{kind}") for name in found(read(example))), example


@pytest.mark.parametrize("acronym", ministries().acronyms)
def test_every_acronym_names_a_body_of_a_known_kind(acronym: str) -> None:
    body = ministries().acronyms[acronym]
    kind = kind_of(body.words)
    assert kind is not None
    assert Ministry(country=body.country, kind=kind).country == body.country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul's defense ministry said so.", ["KOR/defense"]),
        ("The Ministry of Defence of Brunei said so.", ["BRN/defense"]),
        ("The Royal Thai Navy came.", ["THA/armed_forces"]),
        ("U.S. and Polish air forces trained.", ["USA/armed_forces", "POL/armed_forces"]),
        (
            "The defence forces of Kenya, Uganda and Rwanda trained.",
            ["KEN/armed_forces", "UGA/armed_forces", "RWA/armed_forces"],
        ),
        ("Norway and Denmark spoke. The two armies will train.", ["DNK/armed_forces", "NOR/armed_forces"]),
        ("Bangladesh was glad, the Inter-Services Public Relations said.", ["BGD/armed_forces"]),
        ("Norway is glad. The chair of the NATO Military Committee spoke of the NATO military.", []),  # no country's
        (
            "Defence Minister Nimal Silva left. Denmark, Danes, Danes and Sri Lanka agree. The defence ministry said so.",
            ["LKA/defense"],
        ),  # of him who needs no country
        ("Malaysia was glad, the RMAF said.", ["MYS/armed_forces"]),
        ("AFP reported from Oslo.", []),  # an acronym of a country that is not named
        ("Norwegian Defense Minister Jonas Berg left.", []),  # a compact title
        ("He met Malta Armed Forces commander Brig. Carmel Vella.", ["MLT/armed_forces"]),
        ("The Norwegian army chief left.", []),
        ("Norway is glad, a ministry statement said.", ["NOR/defense"]),
        ("Norway is glad, an interior ministry statement said.", []),
        ("The Norwegian Chief of General Staff left.", []),
        ("Jonas Berg, chief executive of Norway's Ministry of Defence, left.", ["NOR/defense"]),  # spelled out in a title
        ("Jonas Berg, chief of staff of the Norwegian Armed Forces, left.", ["NOR/armed_forces"]),
        ("Pentagon press secretary Jonas Berg left.", ["USA/defense"]),
        ("They met at the Pentagon.", []),  # a place
        ("Norwegian military cooperation grew.", []),
        ("Norwegian Defence Ministry spokesman Jonas Berg said the ministry was glad.", ["NOR/defense", "NOR/defense"]),
        ("Norway's foreign ministry spoke. The ministry said more.", ["NOR/foreign", "NOR/foreign"]),
        ("In Denmark he praised the country's Armed Forces.", ["DNK/armed_forces"]),
        ("OSLO, May 3 -- He met Danes. The defense ministry said so.", ["NOR/defense"]),  # the article's own
        ("RIGA, May 3 (Yonhap) -- A Korean met Latvians. The defense ministry said so.", ["KOR/defense"]),  # its agency's
    ],
)
def test_owners(read: Read, text: str, expected: list[str]) -> None:
    assert found(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Mali spoke of ties in the military, economic and other spheres.", []),
        ("The Defense Ministries of Mongolia and Laos agreed.", ["LAO/defense", "MNG/defense"]),
        ("Norway and Denmark spoke. The two defence ministries agreed.", ["DNK/defense", "NOR/defense"]),
        ("Norway met Denmark. They praised both countries' defense ministries.", ["DNK/defense", "NOR/defense"]),
        ("Norway met Denmark. Contacts between their ministries of defence grow.", ["DNK/defense", "NOR/defense"]),
        ("Norway and Denmark spoke of ties between the militaries.", ["DNK/armed_forces", "NOR/armed_forces"]),
        (
            "Norway, Denmark and Sweden met. A drill of the three navies ended.",
            ["DNK/armed_forces", "NOR/armed_forces", "SWE/armed_forces"],
        ),
        ("Officials of foreign ministries came to Oslo.", ["NOR/foreign"]),
        (
            "Mali, Mali and Fiji saw ties between the US and Norway and ways for the two militaries to train.",
            ["NOR/armed_forces", "USA/armed_forces"],
        ),
        ("Norway and Denmark will see to it that their armed forces train.", ["DNK/armed_forces", "NOR/armed_forces"]),
        (
            "Norway, Denmark and Sweden met. The three countries said that their armed forces would train.",
            ["DNK/armed_forces", "NOR/armed_forces", "SWE/armed_forces"],
        ),
        ("Norway and Denmark met. Danes praised their armed forces.", ["DNK/armed_forces"]),
    ],
)
def test_bodies_of_several(read: Read, text: str, expected: list[str]) -> None:
    assert sorted(found(read(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China spoke. The PLA General Staff Department sent him.", ["CHN/armed_forces", "CHN/joint_staff"]),
        ("Japan is ready: the JSDF and the Ministry of Defense will help.", ["JPN/armed_forces", "JPN/defense"]),
        ("South Sudan spoke of the Sudan People's Liberation Army.", ["SSD/armed_forces"]),
        ("The Vietnam People's Army trained.", ["VNM/armed_forces"]),
        ("The Royal Navy of Oman sailed.", ["OMN/armed_forces"]),
        ("The Danish army and its Finnish counterpart drill.", ["DNK/armed_forces", "FIN/armed_forces"]),
        ("Finland's Ministry of Defence, Justice and Security of Finland met.", ["FIN/defense"]),
        ("The Ministry of Defence and Veterans Affairs of Namibia said so.", ["NAM/defense"]),
    ],
)
def test_bodies_of_bodies(read: Read, text: str, expected: list[str]) -> None:
    assert found(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the Pentagon, Norway agreed.", ["USA/defense"]),
        ("They met outside of the Pentagon.", []),
        ("Norway's king received him at the royal palace.", []),
        ("He was seen at the Norwegian Royal Palace.", []),
        ("The Norwegian Royal Palace announced it.", ["NOR/presidency"]),
        ("Norwegian military specialists left.", []),
        ("The Norwegian military and political leaders met.", []),
        ("The Norwegian military and its allies met.", ["NOR/armed_forces"]),
        ("Norway wants the Danish military to build a bridge.", ["DNK/armed_forces"]),
        ("Danish military to military ties grew.", []),
        ("Norway spoke of logistics between armed forces.", []),
        ("Joint Staff spokesperson Jonas Berg of Norway left.", ["NOR/joint_staff"]),
        ("Jonas Berg, commander of the Norway Defence Force (NDF), left.", ["NOR/armed_forces"]),
        ("Jonas Berg, chief of the Army Staff (COAS) of Norway, left.", []),
        ("Armed Forces of Norway chief Jonas Berg left.", ["NOR/armed_forces"]),
        ("Commander Norwegian Navy Jonas Berg left.", ["NOR/armed_forces"]),
        ("Diplomats of the State Department left.", ["USA/foreign"]),
        ("The German Presidency of the Council of the European Union agreed.", []),
        ("The head of the Libyan Presidency Council came.", []),
        ("Indonesia sent General TNI Budi Hartono.", []),
        ("Norway held a lecture at the General Staff Faculty.", []),
        ("The Norwegian Armed Forces Staff College was toured.", []),
        ("Norwegian military institutions train personnel.", []),
        ("The deputy chief of the Kuwaiti Army General Staff, Omar Rao, left.", ["KWT/joint_staff"]),
        ("The chief of staff of the French Air and Space Force left.", ["FRA/armed_forces"]),
        ("The Moroccan National Defense Administration agreed.", ["MAR/defense"]),
        ("The Norwegian PM's press service announced it.", ["NOR/presidency"]),
    ],
)
def test_what_names_no_body(read: Read, text: str, expected: list[str]) -> None:
    assert found(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China, the Philippines: China thanked the Department of National Defense.", ["PHL/defense"]),
        ("Norway thanked the Department of State.", ["USA/foreign"]),
        (
            "Fiji: the Prime Minister received at the Office of the Prime Minister the Norwegian General Jonas Berg.",
            ["FJI/presidency"],
        ),
        ("Norway is glad. Norway received Danish General Mads Holm at the Ministry of Defence.", ["NOR/defense"]),  # the host's
        ("Norway is glad. General Berg of Norway met Danish General Mads Holm at the Ministry of Defence.", ["DNK/defense"]),
        ("Oslo: Norway sent him to Doha. At the Ministry of Defence in Doha he met Qatar.", ["QAT/defense"]),
        ("South Africa's minister left for Norway, the department announced.", ["ZAF/defense"]),
        ("Norway's minister and Norwegian officers saw Danes, the defence ministry said.", ["NOR/defense"]),
        ("Norway: Danish General Visits Danish School\n\nThe Danish general came, the defence ministry said.", ["NOR/defense"]),
        ("Danish and Azerbaijani officers met Danes, Trend reports. The ministry of defence agreed.", ["AZE/defense"]),
        ("Norway thanked the Departments of State and Defense.", ["USA/foreign"]),
        ("Norway spoke with the Chairman of the Tri-Presidency.", []),
        ("Manila: the Philippines met Japan, a photo by AFP shows.", []),
        ("Manila: the Philippines and the AFP met Japan.", ["PHL/armed_forces"]),
    ],
)
def test_whose(read: Read, text: str, expected: list[str]) -> None:
    assert found(read(text)) == expected


def test_who_heads_several_ministries_is_not_the_ministries(extractor: Extractor) -> None:
    text = "The heads of the defence ministries of Norway, Mali and Fiji met. The Danish defence ministry said so."
    assert [ministry.country for ministry in extractor(Article(id="1", text=text)).ministries] == ["DNK"]
