"""In what way two spellings of a name are alike."""

import pytest

from kg.identity.names import Likeness, Script, key_of, likeness, read_name, scripts


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.name)
def test_what_a_script_writes_alike_and_what_apart(script: Script) -> None:
    country = min(script.countries, default=None)
    for one, other in script.alike:
        assert key_of(one, country) == key_of(other, country), (one, other)
    for one, other in script.apart:
        assert key_of(one, country) != key_of(other, country), (one, other)


@pytest.mark.parametrize(
    ("name", "country", "words"),
    [
        ("Gen. Jonas Berg", "NOR", ("jonas", "berg")),
        ("Senior Lieutenant General Chien", "VNM", ("chien",)),
        ("Tan Sri Dato' Ali Omar", "MYS", ("ali", "omar")),
        ('Gilberto "Bong" Reyes Jr.', "PHL", ("gilberto", "reyes")),
        ("J. B. Doe III", "USA", ("j", "b", "doe")),
        ("JB Doe", "USA", ("j", "b", "doe")),
        ("AK Mathew", "IND", ("a", "k", "mathew")),
        ("SUH Kyung Soo", "KOR", ("suh", "kyung", "soo")),
        ("U Tin Aye", "MMR", ("tin", "aye")),
        ("U Tin Aye", "THA", ("u", "tin", "aye")),
        ("Gen Matsuda", "JPN", ("gen", "matsuda")),
        ("Ursel von der Au", "DEU", ("ursel", "au")),
        ("General", "USA", ("general",)),
        ("?", None, ("?",)),
    ],
)
def test_a_name_taken_apart(name: str, country: str | None, words: tuple[str, ...]) -> None:
    assert read_name(name, country).words == words


@pytest.mark.parametrize(
    ("a", "b", "country", "how"),
    [
        ("Dorđe Žunić", "DORDE ZUNIC", "SRB", "same"),
        ("Park Do-yun", "Park Doyun", "KOR", "same"),
        ("Park Do-yun", "Do-yun Park", "KOR", "order"),
        ("Benko Tibold", "Tibold Benkő", "HUN", "order"),
        ("Seo Kyeong-su", "Suh Kyung-soo", "KOR", "spelling"),
        ("Jung Ha-eun", "Ha-eun Chung", "KOR", "order"),
        ("Sergei Shulgin", "Sergey Shoulgin", "RUS", "spelling"),
        ("Uladzimir Karol", "Vladimir Karol", "BLR", "spelling"),
        ("Khaled al-Mansour", "Khalid Al Mansur", "SYR", "spelling"),
        ("Abd Rahman Qasim", "Abdrahman Ghassem", "IRQ", "spelling"),
        ("Chiu Kuo-hsiang", "Qiu Guoxiang", "TWN", "spelling"),
        ("Jim Harding", "James Harding", "USA", "spelling"),
        ("A. K. Mathew", "Abraham Kuruvilla Mathew", "IND", "initials"),
        ("Bold Tumur", "T. Bold", "MNG", "order"),
        ("Jane Roe", "Jane Q. Roe", "USA", "shorter"),
        ("Sergei Shulgin", "Sergey Petrovich Shulgin", "RUS", "shorter"),
        ("Rosa Díaz", "Rosa Díaz Molina", "PER", "shorter"),
        ("Kari Berg Lund", "Kari Anne Berg Lund", "NOR", "shorter"),
        ("Thabo Dlamini-Mbeki", "Thabo Sipho Dlamini-Mbeki", "ZAF", "shorter"),
        ("Vasyl Grabar", "Vasyl Hrabar", "UKR", "spelling"),
        ("Petar Đurić", "Petar Djuric", "SRB", "spelling"),
        ("Reza Naghshi", "Reza Naqshi", "IRN", "spelling"),
        ("Zaw Htay Lin", "Zaw Tay Lin", "MMR", "spelling"),
        ("Saleh Omar", "Mohamed Saleh Omar", "MYS", "shorter"),
        ("Henry Goh", "Goh Wei Ming Henry", "SGP", "shorter"),
        ("Surya", "Surya Wibowo", "IDN", "first"),
        ("General Berg", "Jonas Berg", "NOR", "last"),
        ("Idriss Koty", "Mahamat Idriss Koty", "TCD", "last"),
        # not one person's
        ("Seo Min-jun", "Seo Min-hun", "KOR", None),
        ("Kim Seon-ho", "Kim Seong-ho", "KOR", None),
        ("Park Do-yun", "Park Yun-do", "KOR", None),
        ("Khalid bin Salman", "Khalid bin Sultan", "SAU", None),
        ("Hamad bin Saud", "Saud bin Hamad", "QAT", None),
        ("Salem Nassar", "Nassar Salem", "YEM", None),
        ("Mahmoud Nassar", "Mohamed Nassar", "EGY", None),
        ("John Doe Jr.", "John Doe III", "USA", None),
        ("John W. Doe", "John H. W. Doe", "USA", None),
        ("Ivan Grabar", "Ivan Hrabar", "RUS", None),
        ("Kari Berg Dahl Lund", "Kari Dahl Anne Berg Lund", "NOR", None),
        ("Ana Ruiz Vega", "Ana Ruiz Soto", "ESP", None),
        ("Nguyen Van An", "Nguyen Van", "VNM", None),
        ("J. D.", "John Doe", "USA", None),
    ],
)
def test_likeness(a: str, b: str, country: str, how: Likeness | None) -> None:
    assert likeness(a, b, country) == likeness(b, a, country) == how
