"""What follows the head noun of an office: "(Chief) of the General Staff of Mali", "(ambassador) to Kenya"."""

import re
from calendar import day_name, month_name

from extract.officials.office_links import past_besides, past_charge
from extract.text.prose import Prose
from extract.words.lexicon import Titles
from extract.words.ministry_words import ministries
from extract.words.provinces import Province, province_at
from extract.words.roles import spelled_bodies

ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}s?\Z")
_LINKS = frozenset({"of", "for", "to", "in", "at", "with", "and", "&", "/", ",", "-", "'s"})
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)\Z")
_FIELD = re.compile(r"(?:.tion|.sion|..ity|..ism|ology|ment)s?\Z")
_MINISTERIAL = frozenset({"minister", "ministers", "undersecretary"})
_IN_CHIEF = (["chief"], ["charge"], ["command"], ["-"])
_OF_ONE = frozenset({"secretary", "president"})
_ONE_MORE = frozenset(
    {"secretary", "senator", "governor", "speaker", "ambassador", "congressman", "congresswoman", "representative", "leader"}
)
_TOP = (("president",), ("prime", "minister"), ("premier",), ("foreign", "minister"), ("defense", "minister"))
_DESCRIBING = frozenset({"joint", "general", "armed", "air", "permanent"})  # "in Joint Press Conference"
_GRADES = frozenset({"vice", "prime"})
_REALMS = frozenset({"country", "kingdom", "sultanate", "emirate", "republic", "state"})
_FORCES = frozenset({"ground", "air", "navy", "rocket", "army", "naval", "land", "marine"})
_ASSISTING = frozenset({"assistant", "aide", "adviser", "advisor"})
_DAYS_AND_MONTHS = frozenset(name.lower() for name in (*day_name, *month_name))
_IN_REMITS = frozenset({"and", "&", "of", "the", "-", "/"})
_COMMANDING = frozenset({"commander", "commandant", "chief", "head", "director"})
_LONGEST = 40
_LEAD_IN = 4
_BEFORE_BODIES = frozenset({"the", "his", "its", "country", "nation", "kingdom", "'s"})


def leads_to_head(k: int, lower: list[str], table: Titles) -> bool:
    """Whether the modifiers from `k` on end in a head noun ("and Defence Minister")."""
    k += 2 * (lower[k : k + 2] == ["of", "staff"])
    for at, word in enumerate(lower[k : k + 5], k):
        if table.is_head(word):
            return not (word in table.name_heads and lower[at - 1] in table.bodies)  # "Minister of Defence | Prince X"
        if word == "under" and lower[at + 1 : at + 2] not in (["secretary"], ["secretaries"], ["-"]):  # "under President X"
            return False
        if word not in table.attributes and word not in {"and", "-", "&"}:
            return False
    return False


def country_of_body(acronym: str, found: Prose) -> str | None:
    """Whose a body is that only one country has ("PLA"), if the article names that country, or none."""
    body = ministries().acronyms.get(acronym)
    return body.country if body and (body.country in found.codes or not found.codes) else None


class Tail:
    """What follows a head noun: linked body words, acronyms and countries, one after another."""

    def __init__(self, head: int, found: Prose, table: Titles, country: str | None, link: str = "") -> None:
        self.head, self.found, self.table = head, found, table
        self.countries = [country] if country else []
        self.end = self.at = head + 1
        self.link = link
        self.completes = bool(link)  # an office that is told before: "Secretary X | of the Department …"
        self.accredited = found.lower[head] in table.accredited
        self.charged = found.lower[head] in table.charged
        self.serves = False  # "aide to …"

    def read(self) -> tuple[int, tuple[str, ...]]:
        """Where the phrase ends, and the countries it names."""
        if not self.link:
            self._joined_heads()
        while (
            self.link
            and self.at < len(self.found.lower)
            and (self.found.lower[self.at] in _BEFORE_BODIES or self.found.begins_owner(self.at + 1))
        ):
            self.at += 1
        while self.at < min(len(self.found.lower), self.head + _LONGEST) and self._step():
            pass
        return self.end, tuple(self.countries)

    def _joined_heads(self) -> None:
        """The words that belong to the head itself: "Secretary General", "commander-in-chief", "Chief of Staff"."""
        lower, k = self.found.lower, self.at
        if lower[k : k + 2] == ["d", "'"] and lower[k + 2 : k + 3] in (["affaires"], ["affairs"]):
            self.end = k = k + 3
        while k < len(lower) and (
            lower[k] == "-"
            or (lower[k] == "general" and lower[k - 1] in self.table.general_offices)
            or (lower[k] in self.table.tails and (lower[k] != "in" or lower[k + 1 : k + 2] in _IN_CHIEF))
            or (lower[k] == "command" and lower[k - 1] in {"in", "-"})
        ):
            k += 1
            if lower[k - 1] != "-":
                self.end = k
        if lower[self.end : self.end + 2] == ["of", "staff"]:
            self.end += 2
        self.at = self.end

    def _step(self) -> bool:
        """Take the next piece; False where the phrase ends."""
        k, found, table = self.at, self.found, self.table
        word = found.lower[k]
        if word == "-" and found.says(k + 1, "in", "-", "chief"):
            link = self.link
            self._take(k + 4)
            self.link = link
            return True
        if found.begins_owner(k) and (self.link or self._heads_directly(k)):
            self.link = self.link or "of"
            return self._owner(k)
        if word == "," and (end := self._apposed_owner(k + 1)) > k + 1:
            return self._take(end)
        of_another = k - 1 > self.head and table.is_head(found.lower[k - 1])  # "Undersecretary and Officer | in Charge of"
        if found.lower[self.head] in _MINISTERIAL and not of_another and (field := past_charge(k, found)) > k:
            self.link, self.at = "for", field
            return True
        if (second := past_besides(k, found)) > k and leads_to_head(second, found.lower, table):
            self.link, self.at = "and", second
            return True
        if (
            self.accredited
            and found.lower[k : k + 2] in (["in", "the"], ["to", "the"])
            and found.lower[k + 2] in _REALMS
            and not found.says(k + 3, "of")
        ):
            return self._take(k + 3)
        if word in {"on", "for"} and (end := self._remit_end(k)) > k:
            return self._take(end)
        if word in _LINKS:
            return self._take_link(k, word)
        if self.link and (province := province_at(found.lower, k)):
            return self._province(k, province)
        if word in table.attributes and self.link in {"and", "&", "/"} and leads_to_head(k, found.lower, table):
            self.at = k + 1
            return True
        if word in table.bodies or (table.is_head(word) and self.link in {"and", "&", "/", "to", "of", "-"}):
            return self._body(k)
        if self.link and found.is_capital(k) and (word in table.common_words or self._is_seat(k)):
            return self._take(k + 1)
        if word == "(" and (closing := self._portfolio_end(k)) > k:
            return self._take(closing)
        if word == "(" and found.lower[k + 2 : k + 3] == [")"] and ACRONYM.match(found.text[k + 1].upper()):
            self.at = k + 3
            return self.at < len(found.lower) and (
                found.lower[self.at] in _LINKS or found.begins_owner(self.at) or self._goes_on_with_force(self.at)
            )
        if self._is_acronym(k):
            country = country_of_body(found.text[k], found)
            if country and not self.countries:
                self.countries.append(country)
            return self._take(k + 1)
        if (body := self._body_ahead(k)) > k:
            self.at, self.link = body, "of"
            return True
        if self._is_inside_body(k):
            return self._take(k + 2)
        return self._is_portfolio(k) and self._take(k + 1)

    def _goes_on_with_force(self, k: int) -> bool:
        """Whether a force's name goes on at word `k` behind a bracket: "People's Liberation Army (PLA) | Ground Force"."""
        return self.found.lower[k] in _FORCES and self.found.text[k][0].isupper() and self.link == "body"

    def _remit_end(self, k: int) -> int:
        """The word after what an adviser or envoy is for, from word `k` to a comma: "on Media and Publicity"; else `k`."""
        found, end = self.found, k + 1
        if not (self.accredited or self.charged or found.lower[self.head] in _ASSISTING):
            return k
        while (
            end < len(found.text)
            and end not in found.owners
            and (
                found.lower[end] in _IN_REMITS
                or (found.text[end][0].isupper() and found.lower[end] not in self.table.style_words)
            )
        ):
            end += 1
        dated = not _DAYS_AND_MONTHS.isdisjoint(found.lower[k + 1 : end])
        return end if end > k + 1 and found.says(end, ",") and found.text[end - 1][0].isupper() and not dated else k

    def _apposed_owner(self, k: int) -> int:
        """The word after the country or its force at word `k` before a comma and a rank: "Chief of Air Staff, Chad Army,"."""
        found = self.found
        if self.countries or self.link != "body" or not found.begins_owner(k):
            return k
        end = found.owners[k].end
        while end < len(found.lower) and found.lower[end] in self.table.bodies and found.text[end][0].isupper():
            end += 1
        if (
            not found.says(end, ",")
            or found.lower[end + 1 : end + 2] == []
            or found.lower[end + 1] not in self.table.style_words
        ):
            return k
        self.countries.append(found.owners[k].code)
        return end

    def _portfolio_end(self, k: int) -> int:
        """The word after the bracket at `k` that tells what an office is for: "Permanent Secretary (Defence)"; else `k`."""
        found = self.found
        closing = next((j for j in range(k + 2, min(k + _LEAD_IN + 2, len(found.lower))) if found.lower[j] == ")"), k)
        inner = range(k + 1, closing)
        return closing + 1 if inner and all(found.lower[j] in self.table.bodies for j in inner) else k

    def _is_portfolio(self, k: int) -> bool:
        """Whether an unknown word is what a minister is for: "Minister of Sport"."""
        found = self.found
        ministerial = found.lower[self.head] in _MINISTERIAL and k == self.end + 1
        return ministerial and self.link in {"of", "for"} and found.text[k][0].isupper() and found.text[k].isalpha()

    def _is_inside_body(self, k: int) -> bool:
        """Whether an unknown word at `k` stands between two of a body's name: "of the Consumer | Product Safety Commission"."""
        found, table = self.found, self.table
        if self.link != "body" or not all(found.is_capital(j) for j in (k - 1, k, k + 1)):
            return False
        known = found.lower[k - 1] in table.works and found.lower[k + 1] in table.works
        unknown = found.lower[k] not in table.style_words and not table.is_head(found.lower[k])
        return known and unknown and "the" in found.lower[self.head : k]

    def _body_ahead(self, k: int) -> int:
        """The body word to which unknown words from `k` on lead ("for Executive Affairs", "of the 7th Fleet"); else `k`."""
        found, table = self.found, self.table
        numbered = _ORDINAL.match(found.lower[k])
        owner = found.owners.get(k - 1 - found.says(k - 1, "'s"))
        owned = owner is not None and (owner.label in {"demonym", "organization"} or found.says(k - 1, "'s"))
        listed = self.link in {"and", ",", "&"} and found.lower[self.head] in _MINISTERIAL
        leads = owned or listed or self.link in {"of", "for"}
        if not numbered and (not leads or found.lower[self.head] in table.business_heads):
            return k
        capital = numbered or found.text[k][0].isupper()
        if capital and self.link == "of" and found.says(k + 1, "of") and found.begins_owner(k + 2):  # "the Commonwealth of …"
            return k + 2
        for j in range(k, min(len(found.lower), k + (_LEAD_IN if capital else 2))):
            word = found.lower[j]
            if j > k and word in table.bodies:
                return j if found.text[j][0].isupper() or not capital or found.says(k - 1, "'s") else k
            unknown = j == k if numbered else word.isalpha() and found.text[j][0].isupper() == capital
            if (
                not unknown
                or (word in table.style_words and not numbered)
                or (word in table.nameless and word not in table.attributes)
            ):
                return k
        return k

    def _province(self, k: int, province: Province) -> bool:
        if not self.countries and not (self.accredited and self.link in {"to", "in", "at"}):
            self.countries.append(province.country)
        return self._take(k + len(province.words))

    def _is_acronym(self, k: int) -> bool:
        """Whether a body's acronym stands at `k`: "of the PNGDF", "of the Polish MoD"."""
        word = self.found.text[k]
        if word in spelled_bodies():
            return self.link in {"of", "to", "for", "body"} or (not self.link and self.found.lower[self.head] == "commander")
        ship = self.found.lower[k] in self.table.ships
        return self.link in {"of", "to", "for"} and bool(ACRONYM.match(word)) and word != "MP" and not ship

    def _take(self, end: int) -> bool:
        self.at = self.end = end
        self.link = "body"
        return True

    def _owner(self, k: int) -> bool:
        owner, link, lower = self.found.owners[k], self.link, self.found.lower
        away = link in {"to", "in", "at"}
        if link == "body" and k - 1 in self.found.owners and owner.label == "capital":
            return False  # a name: "President of Kazakhstan Astana …"
        if self.found.says(owner.end, "-", "based"):  # "heads of the Rome-based agencies"
            return False
        posted = link == "in" and self._is_post(k)
        if link in {"/", "-", "&", ""} or (away and not (self.accredited or posted) and not self._opens_house(owner.end)):
            return False
        following = self.found.text[owner.end] if owner.end < len(lower) else ""
        if owner.label == "demonym" and link in {"of", "for"} and following[:1].isupper() and not self._is_public(owner.end):
            return False
        if link == "and" and owner.label == "demonym" and not (owner.end < len(lower) and self.table.is_head(lower[owner.end])):
            return False
        abroad = (away and (self.accredited or posted)) or (link == "for" and self.charged)
        if not (abroad and not self._opens_house(owner.end)) and (not self.countries or link in {"and", ","}):
            self.countries.append(owner.code)
        return self._take(self._past_office(owner.end) if owner.label == "demonym" and link != "and" else owner.end)

    def _is_post(self, k: int) -> bool:
        """Whether one commands in the country at word `k` for another: "commander of French troops in Peru, Gen. X"."""
        found, owner = self.found, self.found.owners[k]
        behind = owner.end + found.says(owner.end, ",")
        named = behind + 1 < len(found.lower) and not self.table.ranks.isdisjoint(found.lower[behind : behind + 2])
        elsewhere = bool(self.countries) and owner.code not in self.countries
        return elsewhere and named and found.lower[self.head] in _COMMANDING

    def _past_office(self, k: int) -> int:
        """The word after the office at word `k` that no name follows: "envoy of the French President for Mali"; else `k`."""
        lower, table, end = self.found.lower, self.table, k
        while end < len(lower) and (lower[end] in table.modifiers or table.is_head(lower[end])):
            end += 1
        return end if end > k and table.is_head(lower[end - 1]) and not self._is_before_name(end - 1) else k

    def _heads_directly(self, k: int) -> bool:
        """Whether a body follows the head without "of", the country named at word `k` first: "Commander Turkish Navy"."""
        found, beyond = self.found, self.found.owners[k].end
        direct = self._takes_bodies() and found.text[self.head][0].isupper()
        body = beyond < len(found.text) and found.lower[beyond] in self.table.bodies and found.text[beyond][0].isupper()
        return direct and body and not self.table.ranks.issuperset(found.lower[beyond : beyond + 2])

    def _is_public(self, k: int) -> bool:
        """Whether a word names a body of government, and no society or firm."""
        word = self.found.lower[k]
        return word in self.table.bodies or self.table.is_head(word) or word in self.table.describing or self._is_acronym(k)

    def _is_seat(self, k: int) -> bool:
        """Whether the city of an embassy stands at word `k`: "chargé d'affaires at the U.S. Embassy | Kolonia, Ann Berg"."""
        return self.found.lower[k - 1] == "embassy" and self.found.says(k + 1, ",")

    def _opens_house(self, k: int) -> bool:
        """Whether a body of its own is named at `k`: "at the Cambodian Ministry of Defense"."""
        k += self.found.says(k, "'s")
        first, second = [*self.found.lower[k : k + 2], "", ""][:2]
        if "ministry" in {first, second}:
            return True
        return first in self.table.houses and (first not in _DESCRIBING or second in self.table.bodies)

    def _take_link(self, k: int, word: str) -> bool:
        lower, table = self.found.lower, self.table
        if word == "'s" and k == self.end and not self.link:  # "the President's Intelligence Priorities" are no office
            return False
        if word == "and" and self.end == self.head + 1 and self._is_anothers(k + 1):
            return False
        if word == "and" and self.completes and self._leads_to_office(k + 1):
            return False
        if word == "and" and self.countries and self.found.says(k + 1, "the") and leads_to_head(k + 2, lower, table):
            return False
        listed = bool(self.link) and self._is_listed(k + 1)
        last_listed = (
            lower[k + 1 : k + 2] == ["and"] and self.link == "body" and lower[k + 2 : k + 3] and lower[k + 2] in table.bodies
        )
        last_listed = (
            bool(last_listed) and not leads_to_head(k + 2, lower, table) and table.ranks.isdisjoint(lower[k + 2 : k + 4])
        )
        last_listed = last_listed or (word == "," and self._ends_countries(k + 1))
        if word == "," and (end := self._portfolios_end(k)) > k:
            return self._take(end)
        if word == "," and not listed and not last_listed and not self._opens_body(k + 1):
            return False
        after = k + 1 + (word == "," and last_listed)
        while after < len(lower) and lower[after] in {"the", "its", "his", "her", "their"}:
            after += 1
        if lower[after : after + 1] in (["newly"], ["recently"]):
            after = next((j for j in range(after + 1, min(after + 4, len(lower))) if lower[j] in table.bodies), after)
        if word in {"at", "in"} and lower[k + 1] in {"his", "her", "their"}:  # "called on the Minister at his office"
            return False
        if word == "in" and (end := self._chief_office_end(after)) > after:
            return self._take(end)
        beyond = self.found.owners[after].end if self.found.begins_owner(after) else after
        if word == "in" and not self.accredited and lower[after] in _REALMS and beyond > after:
            word = "of"  # "Minister of Defence in the State of Qatar"
        posted = word == "in" and after != beyond and self._is_post(after)
        if (word in {"at", "with"} or (word == "in" and not (self.accredited or posted))) and not self._opens_house(beyond):
            return False
        self.link = "to" if word == "-" else "of" if word == "," and not self.link else word
        self.serves = self.serves or (word == "to" and (not self.accredited or lower[self.head] in _ASSISTING))
        self.at = after
        return True

    def _chief_office_end(self, k: int) -> int:
        """The word after the office of a head of state or government named at word `k`: "President's Office"; else `k`."""
        titled = k + 1 + (self.found.lower[k] == "prime")
        return titled + 2 if self.found.says(titled, "'s", "office") and self.table.is_head(self.found.lower[titled - 1]) else k

    def _is_listed(self, k: int) -> bool:
        """Whether a portfolio or a country stands at word `k` and the list goes on behind it: ", National Security and …"."""
        k += self.found.says(k, "the")
        lower, end = self.found.lower, self.found.owners[k].end if k in self.found.owners else k
        while end < len(lower) and lower[end] in self.table.bodies and not self.table.is_head(lower[end]):
            end += 1
        return k < end < len(lower) and lower[end] in {",", "and", "&"}

    def _is_anothers(self, k: int) -> bool:
        """Whether another's office stands at word `k`: "the Secretary and Foreign Minister X", "between the premier and …"."""
        lower, table, start = self.found.lower, self.table, self.head
        while start and lower[start - 1] in table.describing:
            start -= 1
        if leads_to_head(k, lower, table) and lower[max(start - 2, 0) : start] == ["between", "the"]:
            return True
        if start < self.head:
            return False
        if self.found.says(start - 1, "the") and self.found.begins_owner(k) and self._leads_to_office(k):
            return True
        if self.found.says(start - 1, "the") and lower[k] in _ONE_MORE and self.found.text[k][0].isupper():
            return self._is_before_name(k) and lower[k + 1] not in table.bodies
        return self.found.says(k, "the") or (lower[start] in _OF_ONE and any(self.found.says(k, *office) for office in _TOP))

    def _leads_to_office(self, k: int) -> bool:
        """Whether the office of a country or of none is named from word `k` on: "the German | chancellor"."""
        k += self.found.says(k, "the")
        return leads_to_head(self.found.owners[k].end if k in self.found.owners else k, self.found.lower, self.table)

    def _portfolios_end(self, comma: int) -> int:
        """The word after a minister's further portfolios: "of Police | , National Security and Prisons"; else `comma`."""
        lower, k = self.found.lower, comma
        while self.link and lower[self.head] in _MINISTERIAL and k < len(lower) and lower[k] in {",", "and", "&"}:
            last = lower[k] != "," or lower[k + 1 : k + 2] in (["and"], ["&"])
            start = k + 1 + (last and lower[k] == ",")
            k = self._portfolio(start)
            if k == start and not last and self._is_lone_field(k):
                k += 1
            if k == start:
                return comma
            if last:
                return k
        return comma

    def _is_lone_field(self, k: int) -> bool:
        """Whether one capitalised word stands in a list at `k`: "of Environment, | Forest and Climate Change"."""
        return self.found.text[k][0].isupper() and self.found.lower[k + 1 : k + 2] in (["and"], [","], ["&"])

    def _portfolio(self, k: int) -> int:
        """The word after the last of a few capitalised words from `k` on that names a field of government; else `k`."""
        found, end = self.found, k
        opens_office = leads_to_head(k, found.lower, self.table)
        for j in range(k, k if opens_office else min(k + _LEAD_IN, len(found.text))):
            if not found.text[j][0].isupper() or j in found.owners or found.lower[j] in self.table.style_words:
                break
            if self.table.is_head(found.lower[j]):
                break
            if (
                found.lower[j] in self.table.bodies
                or found.lower[j] in self.table.common_words
                or _FIELD.search(found.lower[j])
            ):
                end = j + 1
        return end

    def _ends_countries(self, k: int) -> bool:
        """Whether "and" at `k` leads to the last of the countries of several: "the ministers of A, B, and C"."""
        found = self.found
        several = len(self.countries) > 1 and found.lower[self.head] in self.table.plural_heads
        last = k + 1 + (found.lower[k + 1 : k + 2] == ["the"])
        return several and found.lower[k] == "and" and found.begins_owner(last) and found.owners[last].label != "demonym"

    def _is_before_name(self, k: int) -> bool:
        """Whether a capital stands behind the word at `k`."""
        return self.found.text[k + 1 : k + 2] == [] or self.found.text[k + 1][0].isupper()

    def _opens_body(self, k: int) -> bool:
        """Whether behind a comma the body of a head without one is named at `k`: "Permanent Secretary, Ministry of Defence"."""
        found, table = self.found, self.table
        if self.link or k >= len(found.lower) or not found.text[self.head][0].isupper():
            return False
        k += found.lower[k] == "the"
        k = found.owners[k].end if found.begins_owner(k) and found.owners[k].label != "capital" else k
        if not found.text[k : k + 1] or (found.lower[k + 1 : k + 2] and found.lower[k + 1] in table.ranks):
            return False
        named = found.text[k][0].isupper() and found.lower[k] in table.bodies and not table.is_head(found.lower[k])
        return named and (found.says(k, "joint", "chiefs") or not leads_to_head(k, found.lower, table))

    def _body(self, k: int) -> bool:
        found, link = self.found, self.link
        if not link:
            capitals = found.text[k][0].isupper() and found.text[self.head][0].isupper()
            ranked = found.lower[k] in {"general", "senior"} or found.lower[k : k + 2] == ["army", "general"]
            if not self._takes_bodies() or not capitals or ranked:
                return False
        return self._belongs(k, link or "of") and self._take(k + 1)

    def _takes_bodies(self) -> bool:
        """Whether a body may follow the head without "of": "Commander Pacific Fleet", "Flag Officer Commanding"."""
        return self.found.lower[self.head] in self.table.direct_heads or self.found.lower[self.end - 1] == "commanding"

    def _belongs(self, k: int, link: str) -> bool:
        """Whether the body word at `k` continues the phrase, and is not the rank or office of the name that follows."""
        lower, table = self.found.lower, self.table
        following = lower[k + 1] if k + 1 < len(lower) else ""
        if lower[k] == "general":
            return following in table.after_general or lower[k - 1] in table.general_offices
        if link == "body" and (table.is_head(lower[k]) or lower[k] in {"vice", "deputy", "senior", "first", "acting", "chief"}):
            if lower[k - 1] in _GRADES and "to" in lower[self.head : k]:
                return True
            owns = self.found.says(k + 1, "'s") and not table.bodies.isdisjoint(
                lower[k + 2 : k + 3]
            )  # "of the Minister's office"
            return lower[k] in {"chiefs", "people's"} or owns or (self.serves and not self._is_before_name(k))
        if lower[k] in _GRADES and link == "to" and lower[k - 1] == "to" and self._is_before_name(k + 1):
            return False  # "assistant to | Vice President X"
        owner = self.found.owners.get(k - 1)
        if owner is not None and owner.label == "demonym":  # "of the British Army General X"
            return True
        if lower[k] in {"army", "air", "navy", "police"} and following in {
            "general",
            "marshal",
            "chief",
            "vice",
            "commodore",
            "captain",
        }:
            return following in {"general", "chief"} and lower[k + 2 : k + 3] in (["of"], ["staff"])
        return True
