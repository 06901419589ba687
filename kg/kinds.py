"""The closed words of the graph: its kinds of node and edge, and of the codebook's terms those that questions name."""

PLURALS = {
    "article": "articles",
    "country": "countries",
    "organization": "organizations",
    "ministry": "ministries",
    "official": "officials",
    "meeting": "meetings",
    "series": "series",
    "relation": "relations",
}

NODES = ("country", "organization", "ministry", "official", "meeting", "series")

RELATIONS = ("visited", "agreed", "signed", "upgraded_ties", "aided", "supplied_arms", "exercised")
SYMMETRIC = frozenset({"agreed", "signed", "upgraded_ties", "exercised"})

EDGES = (
    "represents",
    "holds_office",
    "belongs_to",
    "attended",
    "took_part",
    "held_in",
    "part_of",
    "held_beside",
    "met",
    *RELATIONS,
)

STATUSES = ("held", "planned", "cancelled")

# Each class of office, and the kind of ministry it belongs to; None where it belongs to no such body.
OFFICES = {
    "head_of_state": "presidency",
    "head_of_government": "presidency",
    "defense_minister": "defense",
    "deputy_defense_minister": "defense",
    "foreign_minister": "foreign",
    "deputy_foreign_minister": "foreign",
    "chief_of_defense": "joint_staff",
    "service_chief": "armed_forces",
    "military_officer": "armed_forces",
    "ambassador": None,
    "national_security_adviser": None,
    "legislator": None,
    "spokesperson": None,
    "other": None,
}


def counted(number: int, kind: str) -> str:
    """A number with its noun: "1 article", "2,400 countries"."""
    return f"{number:,} {kind if number == 1 else PLURALS[kind]}"
