"""Office phrases in running text, and their classes."""

import pytest
import spacy

import extract.countries
import extract.organizations  # noqa: F401  (registers the factory)
from extract.officials.offices import find_offices
from extract.text.prose import prose
from extract.text.tokens import LinearTokenizer
from extract.words.lexicon import Held, titles
from extract.words.roles import Role, plain, role_class, roles

nlp = spacy.blank("en")
nlp.tokenizer = LinearTokenizer(nlp.vocab)
nlp.add_pipe("defense_countries")
nlp.add_pipe("defense_organizations")


def found(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(office.role, office.role_class, office.countries) for office in find_offices(prose(nlp(text)))]


def in_a_country(role: Role) -> str | None:
    """A country for which the entry holds, None where it holds for all."""
    return ("KOR" if "*" in role.countries else min(role.countries)) if role.countries else None


@pytest.mark.parametrize("role", roles().role, ids=lambda role: role.role_class)
def test_examples_of_a_class(role: Role) -> None:
    for example in role.examples:
        assert role_class(example, in_a_country(role)) == role.role_class, example
    for example in role.not_examples:
        assert not role.fits(example, in_a_country(role)), example


@pytest.mark.parametrize("held", titles().held, ids=lambda held: held.pattern.pattern)
def test_examples_of_offices_that_not_every_country_has(held: Held) -> None:
    for example in held.examples:
        assert held.pattern.search(plain(example)), example
    for example in held.not_examples:
        assert not held.pattern.search(plain(example)), example


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Korean Vice Defense Minister Lee spoke.", [("vice defense minister", "deputy_defense_minister", ("KOR",))]),
        (
            "the Deputy Minister of National Defence of Viet Nam came",
            [("deputy minister of national defence of viet nam", "deputy_defense_minister", ("VNM",))],
        ),
        ("Chairman Joint Chiefs of Staff Committee", [("chairman joint chiefs of staff committee", "chief_of_defense", ())]),
        ("Army Chief General Rao", [("army chief", "service_chief", ())]),  # the rank is no part of it
        (
            "an army chief under former Norwegian President",
            [("army chief", "service_chief", ("NOR",)), ("president", "head_of_state", ("NOR",))],
        ),
        ("the RMAF chief", [("rmaf chief", "service_chief", ("MYS",))]),  # a body of one country alone
        ("foreign and defense ministers of Japan", [("foreign and defense ministers of japan", "defense_minister", ("JPN",))]),
        ("Japan's ambassador to Kenya", [("ambassador to kenya", "ambassador", ("JPN",))]),  # sent, not owned
        ("the Prime Minister's security adviser", [("prime minister's security adviser", "national_security_adviser", ())]),
        (
            "secretary of state at the Cambodian Ministry of Defense",
            [("secretary of state at the cambodian ministry of defense", "deputy_defense_minister", ("KHM",))],
        ),
        (
            "Under Secretary for Civilian Security, Democracy, and Human Rights",
            [("under secretary for civilian security, democracy, and human rights", "other", ())],
        ),
        (
            "Deputy Prime Minister and Defence Minister Ola",
            [("deputy prime minister and defence minister", "defense_minister", ())],
        ),
        ("acting president and commander-in-chief", [("acting president and commander-in-chief", "head_of_state", ())]),
        ("his Greek counterpart", [("counterpart", "", ("GRC",))]),
        ("her Danish and Swedish counterparts", [("counterpart", "", ("DNK", "SWE"))]),
        ("Commander Danish Navy Rao", [("commander danish navy", "service_chief", ("DNK",))]),
        ("Commander RFMF General Rao", [("commander rfmf", "chief_of_defense", ("FJI",))]),
        (
            "Armed Forces of Mali (MAF) chief of staff",
            [("armed forces of mali (maf) chief of staff", "chief_of_defense", ("MLI",))],
        ),
        (
            "Special Envoy of the Danish President for Mali",
            [("special envoy of the danish president for mali", "other", ("DNK",))],
        ),
        ("envoy of Danish President Berg", [("envoy of danish", "other", ("DNK",)), ("president", "head_of_state", ())]),
        ("the Secretary and Foreign Minister Rao", [("secretary", "other", ()), ("foreign minister", "foreign_minister", ())]),
        (
            "between the Prime Minister and Deputy Secretary of State Rao",
            [("prime minister", "head_of_government", ()), ("deputy secretary of state", "deputy_foreign_minister", ())],
        ),
        ("Permanent Secretary (Defence Development)", [("permanent secretary (defence development)", "other", ())]),
        ("Chief Petty Officer Rao and Warrant Officer Das", []),  # ranks
        (
            "Commander-in-Chief Danish Defence Force",
            [("commander-in-chief danish defence force", "chief_of_defense", ("DNK",))],
        ),
        ("Flag Officer Commanding Western Fleet", [("flag officer commanding western fleet", "military_officer", ())]),
        ("Chief of Staff (CoS) of the Malian Army", [("chief of staff (cos) of the malian army", "service_chief", ("MLI",))]),
        (
            "Chief of the Air Staff, Danish Air Force, Air Chief Marshal Rao",
            [("chief of the air staff, danish air force", "service_chief", ("DNK",))],
        ),
        (
            "the head of the Danish defense department and the Minister of Defense of Mali",
            [
                ("head of the danish defense department", "defense_minister", ("DNK",)),
                ("minister of defense of mali", "defense_minister", ("MLI",)),
            ],
        ),
        ("President of Denmark Copenhagen Holm", [("president of denmark", "head_of_state", ("DNK",))]),
        (
            "Minister of Police, National Security and Parole Services Rao",
            [("minister of police, national security and parole services", "other", ())],
        ),
        (
            "commander of NATO's Steady Hand mission",
            [("commander of nato's steady hand mission", "military_officer", ("NATO",))],
        ),
        ("Malian Air Force (MAF XY) chief", [("air force (maf xy) chief", "service_chief", ("MLI",))]),
        ("the Danish chargé d'affaires in the country", [("chargé d'affaires in the country", "ambassador", ("DNK",))]),
        ("Finland chairs NORDEFCO", []),
        ("his counterparts from Mali and Niger", [("counterpart", "", ("MLI", "NER"))]),
        ("her opposite number there", [("counterpart", "", ())]),
        ("the top general of Norway", [("top general of norway", "military_officer", ("NOR",))]),
        ("European Commission President Ida", [("president", "other", ("EU",))]),  # a body has no head of state
        ("his new Danish counterpart", [("counterpart", "", ("DNK",))]),
        ("On his visit to Norway General Secretary Berg", [("general secretary", "other", ())]),  # Norway is where he was
        ("Norway Defence Minister Berg", [("defence minister", "defense_minister", ("NOR",))]),
        ("Military Attaché at the Danish Embassy", [("military attaché at the danish embassy", "ambassador", ("DNK",))]),
        ("who heads to Oslo", []),
        ("a large number of ministries", []),  # "number" alone is none
        ("president of Acme Aviation", []),  # a firm's
        ("director of the Institute for Peace Studies", []),
        ("he heads to Oslo", []),
        ("General Amir Karimi", []),  # a name
        ("arrived at 5 pm", []),
        ("Air Chief Marshal Rao", []),  # a rank
        ("Ohio under Governor Rao", [("governor", "other", ())]),
        ("the Under Secretary of Defense", [("under secretary of defense", "deputy_defense_minister", ())]),
        ("Permanent Secretary, Ministry of Defence, Rao", [("permanent secretary, ministry of defence", "other", ())]),
        ("the Commander, Army Gen. Rao", [("commander", "military_officer", ())]),  # the rank's army
        ("Assistant Secretary for Executive Affairs", [("assistant secretary for executive affairs", "other", ())]),
        ("commander of Mali's 1st Division", [("commander of mali's 1st division", "military_officer", ("MLI",))]),
        ("commander of the 7th Fleet", [("commander of the 7th fleet", "military_officer", ())]),
        (
            "Chief of the General Staff of the forces of the Interim Government",
            [("chief of the general staff of the forces", "chief_of_defense", ())],
        ),
        # where a commander is posted is not whose he is
        (
            "Commander of the French Forces in Djibouti, Colonel Roy",
            [("commander of the french forces in djibouti", "military_officer", ("FRA",))],
        ),
        (
            "Commander of the French Forces in Djibouti on Friday",
            [("commander of the french forces", "military_officer", ("FRA",))],
        ),
        ("Minister of Sport", [("minister of sport", "other", ())]),
        ("the NASA Administrator", [("nasa administrator", "other", ())]),
        ("Surgeon General Berg", [("surgeon general", "other", ())]),
        (
            "Adviser to U.S. Trade Representative Berg",
            [("adviser", "other", ()), ("trade representative", "other", ("USA",))],
        ),
        ("a member of the Senior Executive Service", [("member of the senior executive service", "other", ())]),
        (
            "Minister for Environment, Forest and Climate Change of India",
            [("minister for environment, forest and climate change of india", "other", ("IND",))],
        ),
        ("Deputy Marshal of the Senate Berg", [("deputy marshal of the senate", "legislator", ())]),
        ("Special Envoy for Drought Response Berg", [("special envoy for drought response", "other", ())]),
        (
            "Senior Adviser and Crisis Recovery Coordinator Berg",
            [("senior adviser and crisis recovery coordinator", "other", ())],
        ),
        ("the Secretary of Defense Spokesperson", [("secretary of defense spokesperson", "spokesperson", ())]),
        ("the pro-Russian president of Moldova", [("president of moldova", "head_of_state", ("MDA",))]),
        (
            "Procurement Administration (DAPA) Minister Rao",
            [("procurement administration (dapa) minister", "other", ())],
        ),
        ("minister of the Kingdon of Norway", [("minister of the kingdon of norway", "other", ("NOR",))]),
        (
            "Aide to the Defense Minister and Chief of the General Staff",
            [("aide to the defense minister and chief of the general staff", "chief_of_defense", ())],
        ),
    ],
)
def test_phrases(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("role", "country", "expected"),
    [
        ("defence secretary", "GBR", "defense_minister"),
        ("defence secretary", "LKA", "other"),  # the ministry's civil-service head
        ("leader", "PRK", "head_of_state"),
        ("leader", None, "other"),
        ("chief of defense", None, "chief_of_defense"),
        ("chief of defence intelligence", None, "military_officer"),
        ("commander of the PNGDF", None, "chief_of_defense"),
        ("commander of the contingent of the PNGDF", None, "military_officer"),
        ("pentagon chief", "USA", "defense_minister"),
        ("director for national security for the estonian prime minister", "EST", "other"),
        ("chief of the military staff of the president of the republic", "FRA", "military_officer"),
        ("commander of the people's liberation army air force", "CHN", "service_chief"),
        ("updf chief of military intelligence", "UGA", "military_officer"),
        ("defence advisor to mali", "DNK", "ambassador"),
        ("head of the national security council", None, "national_security_adviser"),
        ("head of the government administration", None, "other"),
        ("party general secretary and president", "LAO", "head_of_state"),
        ("head of the Southern Command", "USA", "military_officer"),
        ("embassy chief of staff", "USA", "other"),
        ("chief of the joint staffs", None, "chief_of_defense"),
        ("secdef", "USA", "defense_minister"),
        ("secretary of defence", "NZL", "other"),
        ("foreign affairs secretary", "PNG", "other"),
        ("secretary of state of the Laotian defence ministry", None, "deputy_defense_minister"),
        ("chair of the NATO military committee", None, "military_officer"),
        ("chairman chiefs of staff committee", None, "chief_of_defense"),
        ("head of the national council of human rights", None, "other"),
        ("head of state border service", None, "other"),
        ("prime minister-designate", None, "other"),
        ("head of the ministry of defence", None, "defense_minister"),
        ("deputy prime minister for defence affairs", None, "defense_minister"),
        ("deputy prime minister and minister of state for defence affairs", None, "deputy_defense_minister"),
        ("commander-in-chief of the armed forces and minister of defense", None, "defense_minister"),
        ("representatives", None, "legislator"),
        ("special representative", None, "other"),
        ("deputy chairman of the national assembly", None, "legislator"),
        ("president and general secretary of the party", None, "head_of_state"),
        ("chairman of the presidency", None, "head_of_state"),
        ("chairman of the council of ministers", None, "head_of_government"),
        ("deputy chairman of the council of ministers", None, "other"),
        ("defence industries agency president", None, "other"),
        ("chief of the joint command of the armed forces", None, "chief_of_defense"),
        ("commander of the land forces of the armed forces", None, "service_chief"),
        ("inspector general of the royal armed forces", None, "chief_of_defense"),
        ("head of defence intelligence", None, "military_officer"),
        ("deputy defense chief", None, "deputy_defense_minister"),
        ("chief of the joint staff", "CSTO", "military_officer"),
        ("leader of the opposition", None, "legislator"),
        ("commander of the Ohio national guard", None, "military_officer"),
        ("defence force (rdf) army chief of staff", None, "service_chief"),
        ("army chief of general staff", None, "chief_of_defense"),
        ("commander of SOUTHCOM", None, "military_officer"),
        ("chief of staff", "NOR", "chief_of_defense"),
        ("chief of staff", None, "military_officer"),
        ("vice minister and head of the general staff", None, "chief_of_defense"),
        ("deputy defense chief of seoul", None, "deputy_defense_minister"),
        ("undersecretary of state", "USA", "deputy_foreign_minister"),
        ("Kansas representative", "USA", "legislator"),
        ("trade representative", "USA", "other"),
        ("chief of staff to the deputy secretary of defense", "USA", "other"),
        ("assistant to the president and chief of staff", "USA", "other"),
        ("chief of staff of the army", "USA", "service_chief"),
        ("chief of staff of the army", "KWT", "chief_of_defense"),
        ("chief of the somali national army", "SOM", "chief_of_defense"),
        ("commander of the army's first division", "LBN", "military_officer"),
        ("head of the defence minister's cabinet", None, "other"),
        ("commander of the national guard", "BHR", "military_officer"),
        ("secretary of state for the defence industry", "AGO", "deputy_defense_minister"),
        ("undersecretary for defence industries", "TUR", "other"),
        ("minister of state for military production", "EGY", "other"),
        ("military secretary", "ISR", "military_officer"),
        ("defence and war veterans affairs minister", "ZWE", "defense_minister"),
        ("director of defence information", "NGA", "spokesperson"),
        ("head of the u.s. southern command", None, "military_officer"),
    ],
)
def test_classes(role: str, country: str | None, expected: str) -> None:
    assert role_class(role.lower(), country) == expected
