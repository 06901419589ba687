"""Countries, and the places where meetings are held.

`doc.spans["countries"]` holds every mention of a country, labelled `name`, `demonym`, `capital` or `seat`, with the country's
code as id. `doc.spans["places"]` holds every `capital` and `city` (cities, bases, venues), with the code of the country it lies
in; a city mentions no country.
"""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc

from extract.gazetteer import Country, countries, enclosing_names, places, readings
from extract.text.marked import Marked, mark
from extract.text.tokens import words
from extract.words.readings import Mention, Name, NameMatcher


@Language.factory("defense_countries", assigns=["doc.spans"])
def make_country_finder(nlp: Language, name: str) -> "CountryFinder":
    """The component `defense_countries`, for the tokenizer of `nlp`."""
    return CountryFinder(nlp)


class CountryFinder:
    """Writes `doc.spans["countries"]` and `doc.spans["places"]`."""

    def __init__(self, nlp: Language) -> None:
        self._find = NameMatcher(nlp, country_names(), readings("countries"))
        self._capitals = {capital for country in countries().values() for capital in country.capitals}

    def __call__(self, doc: Doc) -> Doc:
        """`doc`, with its countries and places marked."""
        mentions = self._find(doc)
        named = {mention.start: mention.code for mention in mentions if mention.name.label == "name"}
        countries, places = [], []
        for mention in mentions:
            if mention.name.label == "city":
                code = _country_after_comma(doc, mention, named) or mention.code
                places.append(Marked(mention.start, mention.end, "city", code))
                continue
            countries.append(Marked(mention.start, mention.end, mention.name.label, mention.code))
            if mention.name.text in self._capitals:
                places.append(Marked(mention.start, mention.end, "capital", mention.code))
        mark(doc, "countries", countries)
        mark(doc, "places", places)
        return doc


def country_names() -> Iterator[Name]:
    """Every name of countries and places; names that only enclose a country's come last and have no owner."""
    for country in countries().values():
        yield from _names_of(country)
    for place, code in places().items():
        yield Name(place, "city", code)
    for text in enclosing_names():
        yield Name(text, "name", "")


def _names_of(country: Country) -> Iterator[Name]:
    for text in country.all_names:
        yield Name(text, "name", country.code)
    for text in (*country.demonyms, *country.combining):
        yield Name(text, "demonym", country.code)
    for text in country.capitals:
        yield Name(text, "capital", country.code)
    for seat in country.seats:
        yield Name(seat.name, "seat", country.code)


def _country_after_comma(doc: Doc, city: Mention, named: Mapping[int, str]) -> str | None:
    """FRA for "Brest" in "Brest, France"."""
    return named.get(city.end + 1) if words(doc).text[city.end : city.end + 1] == [","] else None
