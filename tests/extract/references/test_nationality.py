"""The countries of officials of whom the words beside the name do not tell it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extract import Article, Extractor
from extract.references.cues import country_of_publisher
from extract.references.nationality import country_of_title

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Norwegian Foreign Minister Jonas Berg and Defense Minister Ida Lund met Danish King Frode.",
            "Ida Lund",
            "NOR",
        ),  # joined
        (
            "Defense Minister Jonas Berg and Danish Defense Minister Mads Holm met. Norway was glad.",
            "Jonas Berg",
            "NOR",
        ),  # opposed
        ("Defence Minister Ida Lund met her Danish counterpart Mads Holm in Denmark.", "Ida Lund", None),  # a counterpart
        (
            "OSLO -- Norway is ready. Defence Minister Ole Rao arrived on Sunday for his first visit to Norway.",
            "Ole Rao",
            None,
        ),  # a visitor
        (
            "Norway is ready. On the last day of his visit to Norway, Defence Minister Ole Rao thanked the Norwegian hosts.",
            "Ole Rao",
            None,
        ),
        ("OSLO, May 3 -- Defense Minister Jonas Berg said he would visit Denmark.", "Jonas Berg", "NOR"),  # the dateline
        ("Norway sent General Jonas Berg, who left for Denmark.", "Jonas Berg", "NOR"),  # a traveller
        ("He was in Norway. There he met Jonas Berg, the country's chief of defence.", "Jonas Berg", "NOR"),
        ("Norwegian President Ida Lund and her defense minister, Jonas Berg, spoke about Denmark.", "Jonas Berg", "NOR"),
        (
            "Denmark and Brazil agree. President Ida Lund met Prime Minister Jonas Berg.",
            "Ida Lund",
            "BRA",
        ),  # a kingdom has none
        ("Denmark and Brazil agree. President Ida Lund met Prime Minister Jonas Berg.", "Jonas Berg", "DNK"),
        ("Secretary General Jonas Berg welcomed Danish King Frode to NATO Headquarters.", "Jonas Berg", "NATO"),
        ("In Oslo Norway received a delegation from Denmark led by Defense Minister Mads Holm.", "Mads Holm", "DNK"),
        ("Norway's army received a Danish delegation in Oslo. At its head was General Mads Holm.", "Mads Holm", "DNK"),
        ("Norway's army received a Danish delegation in Oslo. It was led by General Mads Holm.", "Mads Holm", "DNK"),
        (
            "Minister of Defence Moussa Keita hosted the Danish Ambassador to Mali. Earlier, the Danish Ambassador, Ida Lund, "
            "accompanied by Political Adviser Mads Holm, thanked the minister.",
            "Moussa Keita",
            "MLI",
        ),
        ("The ambassador of Denmark to Mali, Ida Lund, called on Defense Minister Jonas Berg.", "Jonas Berg", "MLI"),
        ("Secretary of State Jonas Berg met Danish King Frode.", "Jonas Berg", "USA"),  # an office of one country
        ("Qatar and Jordan agree. His Majesty King Jonas and Emir Mads thanked Qatar.", "Jonas", "JOR"),  # an emirate has none
        ("Mali thanks Norway. The keys were given by Norwegian General Ida Lund to General Zub.", "Zub", "MLI"),
        ("Norway and Mali agree. The last stop was Fiji, where he met General Zub.", "Zub", "FJI"),
        ("Mali saw Norway. General Ida Lund of Mali left. In Oslo they saw Ambassador Zub.", "Zub", "MLI"),  # posted there
        (
            "Denmark, Norway, Denmark agree. Defence Minister Jonas Berg met his Danish counterpart, Mads Holm.",
            "Jonas Berg",
            "NOR",
        ),
        (
            "Danish King Frode called on Norwegian President Ida Lund and met General Jonas Berg.",
            "Jonas Berg",
            "NOR",
        ),  # the King met both
        (
            "Danish and Norwegian forces train. Danish General Mads Holm is in Norway on a visit. He called on Minister Zub.",
            "Zub",
            "NOR",
        ),  # whom a guest meets
        (
            "Norway and Mali agree. Norwegian General Ida Lund spoke. Later she met Minister Zub in the garden.",
            "Zub",
            "MLI",
        ),  # whom "she" met
        (
            "Norway, Mali, Mali agree. Norwegian General Ida Lund spoke. She was accompanied by Colonel Zub.",
            "Zub",
            "NOR",
        ),  # who was with her
        (
            "Norway, Mali, Mali agree. Norwegian General Ida Lund met President Keita with a message from Minister Zub.",
            "Zub",
            "NOR",
        ),  # who sent a message by her
        (
            "Uganda, Kenya, Kenya and Kenya agree. Senior UPDF officers came. They included General Zub.",
            "Zub",
            "UGA",
        ),  # forces by their letters
        ("Norway, Norway and Mali agree. General Zub was in Norway on Monday.", "Zub", "MLI"),  # a traveller
        ("Norway, Norway and Mali agree. General Zub arrived in Denmark and Norway.", "Zub", "MLI"),
        ("Norway, Norway and Mali agree. General Zub said so before he returned to Mali.", "Zub", "MLI"),
        ("Norway, Norway and Mali agree. General Zub invited him to visit Mali.", "Zub", "MLI"),
        (
            "Norway and Denmark agree. In Oslo General Mads Holm of Denmark was joined by Colonel Zub.",
            "Zub",
            "DNK",
        ),  # with him
        (
            "Danish General Mads Holm thanked Denmark. In Oslo he was received by Prime Minister Zub and held separate meetings"
            " with Norwegian General Ida Lund.",
            "Zub",
            "NOR",
        ),  # he met both
        ("Seoul said so. North Korea agrees. Defense Minister Zub spoke.", "Zub", "PRK"),
        ("In the Maldives, Foreign Secretary Jonas Berg met Danish King Frode.", "Jonas Berg", "MDV"),
        ("Brazil warned Denmark. The talks between President Jonas Berg and Danish King Frode failed.", "Jonas Berg", "BRA"),
        ("Norway and Denmark met. Danish King Frode came, and he met General Jonas Berg.", "Jonas Berg", "NOR"),
        (
            "The Norwegian defense minister left for Denmark. Defense Minister Jonas Berg told Danish King Frode so.",
            "Jonas Berg",
            "NOR",
        ),
        (
            "Norway and Denmark agree. Defense Minister Jonas Berg met Danish King Frode and his opposite number, Mads Holm.",
            "Mads Holm",
            "DNK",
        ),  # the number of the first in the sentence
        (
            "Norway fears Russian missiles, Russian war, Russian sanctions. Defense Minister Jonas Berg spoke.",
            "Jonas Berg",
            "NOR",
        ),  # a threat
        (
            "Mali and Fiji met. President Jonas Berg told President Ida Lund of Fiji and Danish King Frode so.",
            "Jonas Berg",
            "MLI",
        ),
        (
            "Fiji and Mali met. It was led by Colonel Jonas Berg on the Fijian side and Colonel Mads Holm on the Malian side.",
            "Mads Holm",
            "MLI",
        ),
        ("Defense Minister Jonas Berg met Danish Defense Minister Mads Holm.", "Jonas Berg", None),  # only that he is no Dane
        ("Defense Minister Jonas Berg spoke.", "Jonas Berg", None),
        (
            "Mali and Norway agree. An accord links Denmark with Mali, whose Chief of Staff Sam Cole signed it.",
            "Sam Cole",
            "MLI",
        ),
        (
            "Two ideas of Prime Minister Ida Lund, one for Norway and one for Mali, failed, according to Norwegian "
            "Defence Minister Jonas Berg.",
            "Ida Lund",
            "NOR",
        ),  # who only tells it is not whom he met
        (
            "Norway was glad. On a visit to Mali Prime Minister Ida Lund heard from Sam Cole, her counterpart there, of it.",
            "Ida Lund",
            "NOR",
        ),
        ("Japan and Georgia agree. Defense Minister Levan Beradze met General Sadao Murayoshi.", "Levan Beradze", "GEO"),
        ("Japan and Georgia agree. Defense Minister Levan Beradze met General Sadao Murayoshi.", "Sadao Murayoshi", "JPN"),
    ],
)
def test_inferred_countries(read: Read, text: str, name: str, country: str | None) -> None:
    person = next(p for p in read(text)._.officials if p.name == name)
    assert person.country == country
    assert ("country" in person.inferred) is (country is not None)


def test_a_country_that_is_told_is_not_weighed_against_the_spelling(read: Read) -> None:
    (person,) = read("Armenian Defense Minister Levan Beradze spoke about Georgia.")._.officials
    assert (person.country, person.inferred) == ("ARM", ())


@pytest.mark.parametrize(
    "told",
    [
        "General Ida Lund chaired the Malian side, while General Jonas Berg led the Norwegian side.",
        "Minister of Defence Ida Lund headed the Malian delegation, and Minister of Defence Jonas Berg led the Norwegian one.",
        "The Malian side was led by General Ida Lund and the Norwegian side by General Jonas Berg.",
        "Representing the Malian side was General Ida Lund. The Norwegian delegation was represented by General Jonas Berg.",
        "General Ida Lund represented Mali and General Jonas Berg represented Norway.",
        "Mali was represented by General Ida Lund, and Norway by General Jonas Berg.",
        "On the Malian side were also General Ida Lund, Commander of the Navy, and on the Norwegian side General Jonas Berg.",
        "From the Malian side, the talks were attended by General Ida Lund. On the Norwegian side was Colonel Jonas Berg.",
        "General Ida Lund spoke on the Malian side and General Jonas Berg on the Norwegian side.",
        "At the head of the Malian delegation stood General Ida Lund, and General Jonas Berg led the Norwegian team.",
        "General Ida Lund, who was leading the Malian army contingent, greeted Norwegian General Jonas Berg.",
        "The Malian minister was accompanied by General Ida Lund. The Norwegian team was headed by General Jonas Berg.",
    ],
)
def test_for_whose_side_one_is_named(read: Read, told: str) -> None:
    found = {person.name: person.country for person in read(f"Norway, Norway, Mali and Fiji agree. {told}")._.officials}
    assert found == {"Ida Lund": "MLI", "Jonas Berg": "NOR"}


@pytest.mark.parametrize(
    "told",
    [
        "General Jonas Berg received the Malian delegation.",
        "General Jonas Berg met the Malian side in Oslo.",
        "General Jonas Berg assured the side of Mali of help.",
        "General Jonas Berg met officers leading the Malian delegation.",
        "General Jonas Berg received a team from Mali led by its minister.",
        "General Jonas Berg talked with the Malian delegation led by General Zub.",
    ],
)
def test_who_meets_a_side_is_not_of_it(read: Read, told: str) -> None:
    assert read(f"Norway, Norway and Mali agree. {told}")._.officials[0].country == "NOR"


@pytest.mark.parametrize(
    "told",
    [
        "Malian General Ida Lund, who commands the army, along with Dr. Sam Zub, Assistant for Security, toured bases.",
        "In May Malian General Ida Lund travelled to Norway, with the Inspector General of Police, Sam Zub.",
        "Malian General Ida Lund toured Norway in the company of General Sam Zub.",
        "Malian Minister Ida Lund met General Jonas Berg of Norway. Her delegation included General Rao and General Sam Zub.",
        "Malian Minister Ida Lund met General Jonas Berg of Norway. With her were General Rao and Colonel Sam Zub.",
        "Malian Defence Minister Ida Lund came to Oslo; the Deputy Minister of Interior, Sam Zub, came with her.",
        "General Jonas Berg of Norway met Malian Defence Minister Ida Lund. The defence minister was accompanied by Ole Rao, "
        "Chief of Staff; and Colonel Sam Zub, director of plans.",
    ],
)
def test_who_is_with_an_official_is_of_his_country(read: Read, told: str) -> None:
    found = read(f"Norway, Norway and Mali agree. {told}")._.officials
    assert next(person for person in found if person.name == "Sam Zub").country == "MLI"


@pytest.mark.parametrize(
    "told",
    [
        "Malian General Ida Lund travelled to Norway for talks with the Inspector General of Police, Sam Zub.",
        "Malian General Ida Lund travelled to Norway and met with the Inspector General of Police, Sam Zub.",
        "Malian General Ida Lund came to Norway to meet with General Sam Zub.",
    ],
)
def test_whom_a_traveller_meets_is_not_with_him(read: Read, told: str) -> None:
    found = read(f"Norway, Norway and Mali agree. {told}")._.officials
    assert next(person for person in found if person.name == "Sam Zub").country == "NOR"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norwegian General Jonas Berg", "NOR"),
        ("Norwegian Embassy Bamako Chargé d'Affaires Jonas Berg", "NOR"),
        ("Norway's Defence Minister Jonas Berg", "NOR"),
        ("General Jonas Berg of Norway", "NOR"),
        ("General Jonas Berg (Norway)", "NOR"),
        ("General Jonas Berg, Norwegian Army,", "NOR"),
        ("Chinese forces and General Li Wei, PLA Navy,", "CHN"),
        ("General Jonas Berg, Norway's defence adviser,", "NOR"),
        ("Defence Minister of Norway Jonas Berg", "NOR"),
        ("Norway's ambassador to Mali Jonas Berg", "NOR"),
        ("Norway`s Chief of Staff Jonas Berg", "NOR"),
        ("the Qatar Armed Forces' Chief of Staff Jonas Berg", "QAT"),
        ("Secretary of Norway's Supreme National Security Council Jonas Berg", "NOR"),
        ("Jonas Berg, commander of the Ohio National Guard,", "USA"),
        ("the North Carolina National Guard commander Jonas Berg", "USA"),
        ("the consul general of Norway in New York Jonas Berg", "NOR"),
        ("the Alaska National Guard's Maj. Gen. Jonas Berg", "USA"),
        ("Royal Norwegian Army General Jonas Berg", "NOR"),
        ("Tennessee's Governor Jonas Berg", "USA"),
        ("Yap State's Lt. Gov. Jonas Berg", "FSM"),
        ("General Jonas Berg, who took over last week as Commander of KFOR,", "NATO"),
        ("they spoke. Norway: The Hon Jonas Berg, Minister of Culture,", "NOR"),
        ("they spoke. Norway: Jonas Berg, Minister of Culture,", "NOR"),
        ("Jonas Berg, member of Parliament from Norway,", "NOR"),
    ],
)
def test_told_countries(read: Read, text: str, country: str) -> None:
    (person,) = read(f"Here {text} spoke.")._.officials
    assert (person.country, person.inferred) == (country, ())


def test_holders_of_a_plural_office_are_of_its_countries_in_their_order(read: Read) -> None:
    text = "The defence ministers of Norway, Mali and Fiji, Jonas Berg, General Sam Dembele and Josua Waqa, met in Oslo."
    found = [(person.name, person.country, person.role) for person in read(text)._.officials]
    assert found == [
        ("Jonas Berg", "NOR", "defence minister"),
        ("Sam Dembele", "MLI", "defence minister"),
        ("Josua Waqa", "FJI", "defence minister"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Foreign Minister Jonas Berg, a Danish official said.",
        "Jonas Berg, the premier of the Denmark-backed government.",
        "the envoy of the King to the United Kingdom Prince Jonas.",
    ],
)
def test_what_is_told_of_another_country(read: Read, told: str) -> None:
    assert "country" in next(person for person in read(f"Norway was glad. Norway met {told}")._.officials).inferred


def test_offices_of_one_country() -> None:
    assert country_of_title("raksha mantri") == "IND"
    assert country_of_title("assistant secretary of defence for policy") == "USA"
    assert country_of_title("minister of defence") is None


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        ("U.S. Department of Health", "USA"),
        ("The White House", "USA"),
        ("Norwegian Ministry of Defence", "NOR"),
        ("In Depth News", None),
    ],
)
def test_publishers(publisher: str, country: str | None) -> None:
    assert country_of_publisher(publisher) == country


def test_officials_are_the_publishers_where_nothing_else_is_told(extractor: Extractor) -> None:
    article = Article(id="a", text="Defense Minister Jonas Berg spoke about Denmark.", publisher="Government of Norway")
    assert [(o.name, o.country) for o in extractor(article).officials] == [("Jonas Berg", "NOR")]


def test_a_release_is_of_the_publishers_whom_its_headline_names_first(extractor: Extractor) -> None:
    text = "Readout of President Berg's Call with President Holm\n\nPresident Berg spoke today with President Holm about Fiji."
    article = Article(id="a", title="Readout of President Berg's Call with President Holm", text=text, publisher="Brazil")
    assert extractor(article).officials[0].country == "BRA"


@pytest.mark.parametrize(
    "told",
    [
        "The Secretary spoke with President Jonas Berg in Fiji.",
        "I met President Jonas Berg, and we spoke of Fiji.",
        "President Jonas Berg's war of choice in Fiji goes on.",
        "President Mads Holm spoke in Fiji. He saw President Jonas Berg. The Holm administration helps Fiji.",
    ],
)
def test_whom_a_release_tells_of_as_anothers(extractor: Extractor, told: str) -> None:
    article = Article(id="a", text=f"{told} He visited Fiji.", publisher="Government of Brazil")
    assert {o.name: o.country for o in extractor(article).officials}["Jonas Berg"] == "FJI"


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("In Fiji, after the murder of President Jonas Holm, Brazil sent food to Fiji.", "FJI"),
        ("Fiji grieves for President Jonas Holm and thanked Brazil for its food.", "FJI"),
        ("President Jonas Holm once signed the Highways Act for Brazil.", "BRA"),
    ],
)
def test_a_second_president_of_a_release_is_of_the_country_around_him(extractor: Extractor, told: str, country: str) -> None:
    text = f"President Lund leads the Brazilian administration. Fiji is a friend of Brazil. President Berg of Mali left. {told}"
    found = {o.name: o.country for o in extractor(Article(id="a", text=text, publisher="Brazil")).officials}
    assert (found["Lund"], found["Jonas Holm"]) == ("BRA", country)


def test_the_deputies_of_a_department_that_publishes(extractor: Extractor) -> None:
    text = "Under Secretary for Political Affairs Jonas Berg met Deputy Secretary of the Treasury Mads Holm."
    article = Article(id="a", text=text, publisher="U.S. Department of State")
    assert [o.role_class for o in extractor(article).officials] == ["deputy_foreign_minister", "other"]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Secretary Berg met Secretary Holm. Secretary Berg left.", ["foreign_minister", "other"]),
        ("Secretary Holm met Secretary of State Ida Lund.", ["other", "foreign_minister"]),
        ("Norwegian State Secretary Jonas Berg was there.", ["other"]),
    ],
)
def test_the_secretary_of_a_department_that_publishes(extractor: Extractor, text: str, classes: list[str]) -> None:
    article = Article(id="a", text=text, publisher="U.S. Department of State")
    assert [o.role_class for o in extractor(article).officials] == classes


def test_the_president_of_a_body_is_no_head_of_state(read: Read) -> None:
    (person,) = read("European Council President Jonas Berg spoke. President Berg left.")._.officials
    assert (person.country, person.role_class) == ("EU", "other")


def test_brussels_speaks_for_nato_where_it_is_spoken_of(read: Read) -> None:
    text = (
        "Defence Minister Olu Bako spoke in Brussels, Belgium, at NATO. Brussels is calm, and Brussels is open. Norway is glad."
    )
    assert read(text)._.officials[0].country == "NOR"
    assert read(text.replace(", at NATO", ""))._.officials[0].country == "BEL"
