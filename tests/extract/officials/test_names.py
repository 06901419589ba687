"""Names of people: where they end, and whether two are one person's."""

import pytest
import spacy

from extract.officials.names import name_end, name_start, parts_of, same_name
from extract.text.prose import Prose, prose
from extract.text.tokens import LinearTokenizer

nlp = spacy.blank("en")
nlp.tokenizer = LinearTokenizer(nlp.vocab)


def read(text: str) -> Prose:
    return prose(nlp(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hoang Xuan Chien said", "Hoang Xuan Chien"),
        ("Park Jae-min attended", "Park Jae-min"),
        ("Berg Do So left", "Berg"),
        ("Do In-soo left", "Do In-soo"),
        ("An How left", ""),
        ("Olof d'Almeida came", "Olof d'Almeida"),
        ("Olof Van Horn came", "Olof Van Horn"),
        ("Olof horn came", "Olof"),
        ("Olof isn't there", "Olof"),
        ("He So left", ""),
        ("To May left", ""),
        ("Park In-soo attended", "Park In-soo"),
        ("Olof Berg In-depth talks", "Olof Berg"),
        ("Olof de los Berg came", "Olof de los Berg"),
        ("Olof delos Berg came", "Olof delos Berg"),
        ("Olof ag Berg came", "Olof ag Berg"),
        ("Joko “Jokowi” Widodo won", "Joko “Jokowi” Widodo"),
        ("Robert (Bob) Brown won", "Robert (Bob) Brown"),
        ("Robert Brown (NATO) Berg", "Robert Brown"),
        ("Mohammed bin Salman Al Saud left", "Mohammed bin Salman Al Saud"),
        ("Abdel Fattah el-Sisi met", "Abdel Fattah el-Sisi"),
        ("Ursula von der Leyen met", "Ursula von der Leyen"),
        ("J. B. Priestman, Jr. left", "J. B. Priestman, Jr."),
        ("J. B. Priestman, Jr. Born abroad", "J. B. Priestman, Jr."),
        ("Harun II ibn Al Salem came", "Harun II ibn Al Salem"),
        ("Retirement Thrift Board", ""),
        ("Aleksey A Bondar said", "Aleksey A Bondar"),
        ("Fred O’Brien’s car", "Fred O’Brien"),
        ("Anna Berg MP spoke", "Anna Berg"),  # letters behind a name
        ("Olof Berg on Friday", "Olof Berg"),
        ("Heng Olof How came", "Heng Olof How"),
        ("Olof Berg as Associate Judge", "Olof Berg"),
        ("Salah an-Berg came", "Salah an-Berg"),
        ("Olof Karim Tofig oglu came", "Olof Karim Tofig oglu"),
        ("To Van Long left", "To Van Long"),
        ("Won In-choul met", "Won In-choul"),
        ("Kim So-yeong met", "Kim So-yeong"),
        ("Olof Berg In-Depth", "Olof Berg"),
        ("Olof Berg On-site", "Olof Berg"),
        ("To Join Talks", ""),
        ("Nikos Berg I had", "Nikos Berg"),
        ("Penda ya Berg left", "Penda ya Berg"),
        ("Association of Chiefs", ""),
        ("Inclusion and Innovation", ""),
        ("HHS with", ""),
        ("Berg administration", ""),
        ("Olof Berg Museum opened", ""),  # a place
        ("Financial Services Authority", ""),
        ("Defense Ministry", ""),
        ("the minister", ""),
    ],
)
def test_name_end(text: str, name: str) -> None:
    found = read(text)
    end = name_end(0, found, set())
    assert "".join(word + " " * space for word, space in zip(found.text[:end], found.spaced[:end], strict=True)).strip() == name


def test_names_run_over_the_lines_of_a_sentence() -> None:
    doc = nlp("General Upendra\nDwivedi spoke.")
    for token in doc:
        token.is_sent_start = token.i == 0
    found = prose(doc)
    assert found.text[1 : name_end(1, found, set())] == ["Upendra", "Dwivedi"]


def test_name_start_takes_the_longest() -> None:
    found = read("and Hoang Xuan Chien, the minister")
    assert name_start(4, 0, found, set()) == 1
    assert name_start(4, 0, found, {2}) == 3  # a blocked word ends it


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoang Xuan Chien", "Chien", True),
        ("Kim Seon Ho", "Kim Seon-ho", True),
        ("Phan Văn Giang", "Phan Van Giang", True),
        ("Lloyd J. Austin III", "Lloyd Austin", True),
        ("Kim Min-seok", "Kim Min-jae", False),
        ("Ali Khan", "Omar Khan", False),
        ("L.Bold", "Bold", True),
        ("Aviv Kochari", "Aviv Kohari", True),
        ("Sergei Shoigan", "Sergey Shoygan", True),
        ("Kim Seong-ho", "Kim Seon-ho", False),
        ("Joe Smith", "Joseph R. Smith, Jr.", True),
        ("Joe Smith", "John Smith", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(parts_of(one), parts_of(other)) is same
