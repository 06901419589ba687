"""Organizations: `doc.spans["organizations"]` holds every mention of an intergovernmental body or its organs.

Spans are labelled `organization` and have the body's code as id. After `defense_countries` in a pipeline, readings may rest
on the countries that were found.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extract.gazetteer import organizations, readings
from extract.text.marked import Marked, mark, marked
from extract.words.readings import Name, NameMatcher


@Language.factory("defense_organizations", assigns=["doc.spans"])
def make_organization_finder(nlp: Language, name: str) -> "OrganizationFinder":
    """The component `defense_organizations`, for the tokenizer of `nlp`."""
    return OrganizationFinder(nlp)


class OrganizationFinder:
    """Writes `doc.spans["organizations"]`."""

    def __init__(self, nlp: Language) -> None:
        self._find = NameMatcher(nlp, organization_names(), readings("organizations"))

    def __call__(self, doc: Doc) -> Doc:
        """`doc`, with its organizations marked."""
        countries = frozenset(span.id_ for span in marked(doc, "countries"))
        found = self._find(doc, countries)
        mark(doc, "organizations", (Marked(mention.start, mention.end, "organization", mention.code) for mention in found))
        return doc


def organization_names() -> Iterator[Name]:
    """Every name of every organization and of its bodies."""
    for organization in organizations().values():
        for text in (*organization.all_names, *organization.bodies):
            yield Name(text, "organization", organization.code)
