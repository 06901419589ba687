"""Names joined to the offices, ranks and titles of honour that stand beside them.

A name stands right behind its titles ("Chief of Defence Force, Gen. X"), or before an office set in apposition or told of it
("X, who has just been appointed …"), or in a list beside an office of several ("ministers of three countries, X of Mali, …").
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from extract.officials.belonging import (
    country_behind,
    country_of_body_before,
    country_of_forces,
    introduces,
    is_teller,
    label_before,
    opens_sentence,
)
from extract.officials.beside import (
    before_brackets,
    before_small_rank,
    ends_phrase,
    ends_sentence,
    is_closed,
    past_brackets,
    tie_before,
)
from extract.officials.names import name_end, name_start
from extract.officials.naming import Naming, merged
from extract.officials.offices import Office, completed, further_body
from extract.officials.styles import Style, find_styles, is_weak
from extract.officials.things import WEAK, is_nobody, without_predicate
from extract.text.prose import Prose
from extract.words.lexicon import titles

_LISTED = 60  # words
_OF_OFFICERS = frozenset({"ambassador", "chief_of_defense", "service_chief", "military_officer"})
_NEXT = 250  # words
_LONGEST_PLACE = 4  # words
_POSSESSIVE = frozenset({"'s"})
_STATES = frozenset({"countries", "nations", "states", "sides", "neighbours", "neighbors"})


def find_namings(
    found: Prose, offices: list[Office], closed: set[int], furniture: set[int], headline: Set[int] = frozenset()
) -> list[Naming]:
    """Every name that stands with an office, a rank or a title of honour, in text order; no name holds words in `closed`."""
    offices = [office for office in offices if office.start not in furniture]
    styles = [style for style in find_styles(found, offices) if style.start not in furniture]
    counts = Counter(found.text[i] for i in headline)
    namings = (
        without_predicate(naming, found, counts) if naming.name_start in headline else naming
        for naming in _Reader(found, offices, styles, closed).namings()
    )
    return merged(naming for naming in namings if not is_nobody(naming, found))


class _Reader:
    """The titles of one text, and the words that belong to no name."""

    def __init__(self, found: Prose, offices: list[Office], styles: list[Style], closed: set[int]) -> None:
        self.found = found
        self.anchors: list[Office | Style] = sorted([*offices, *styles], key=lambda anchor: anchor.start)
        self.by_start = {anchor.start: anchor for anchor in self.anchors}
        self.closed = closed | {i for office in offices if not office.bare for i in range(office.start, office.end)}
        self.titled = self.closed | {i for style in styles if style.rank for i in range(style.start, style.end)}

    def namings(self) -> Iterator[Naming]:
        """All namings, those of one name apart."""
        used: set[int] = set()
        for anchor in self.anchors:
            if anchor.start in used:
                continue
            chain, after = self._chain(anchor)
            used.update(a.start for a in chain)
            behind = self._behind(chain, after)
            before = self._before(chain, after)
            read = before if before and (not behind or self._is_apposed(before[-1], after)) else behind
            several = next((anchor for anchor in chain if isinstance(anchor, Office) and anchor.plural), None)
            shares = several.shares(len(read)) if several else ()
            for number, naming in enumerate(read):
                if shares:
                    naming = replace(naming, offices=(shares[number],))
                if read is before and len(read) == 1:
                    naming = replace(naming, offices=(*naming.offices, *self._further_offices(after)))
                country = self._country(naming, number, len(read))
                if country is None and read is before and self.found.lower[after : after + 1] in ([","], ["from"]):
                    country = country_behind(after, self.found)
                yield naming if naming.country == country else replace(naming, country=country)
            if len(read) == 1 and read[0].offices and not read[0].offices[-1].plural:
                yield from self._likewise(read[0])
            if several is None:
                yield from self._listed_behind(chain[-1], after)
                continue
            yield from self._of_each(several, read)
            if several is next(anchor for anchor in reversed(chain) if isinstance(anchor, Office)):
                listed = [*self._listed(several, after)]
                yield from listed if len(listed) > 1 or several.role_class not in WEAK else ()
                yield from self._one_by_one(several, after)

    def _is_told_of_one_before(self, chain: list[Office | Style], after: int) -> bool:
        """Whether titles before word `after` are told of one named before them who has none in front."""
        before = self._before(chain, after)
        return bool(before) and self._is_apposed(before[-1], after)

    def _is_apposed(self, before: Naming, after: int) -> bool:
        """Whether titles before a comma at word `after` are told of the one named before them, who has none in front."""
        first = self._before_titles(before.name_start - (self.found.text[before.name_start - 1] == ","))
        return self.found.text[after] == "," and self.anchor_before(first) is None

    def _name_end(self, i: int) -> int:
        return name_end(i, self.found, self.closed) if i < len(self.found.text) else i

    # -- titles before the name

    def _chain(self, anchor: Office | Style) -> tuple[list[Office | Style], int]:
        """Titles that follow one another before one name ("Chief of Defence Forces (CDF), Gen"), and the word after them."""
        found = self.found
        chain, after = [anchor], past_brackets(self._past_owners(anchor), found)
        while after < len(found.text):
            step = after
            if found.text[step] == "," and step + 1 < len(found.text):
                step += 1 + (found.lower[step + 1] == "the")
            elif isinstance(chain[-1], Style) and found.lower[step] == "the":  # "His Highness the Amir"
                after = step = step + 1
            following = self.by_start.get(step)
            if following is None and (beyond := self._past_place(after, chain[-1])) > after:
                after = beyond
                continue
            if following is None or (step > after and self._ends_opening(anchor, after)):
                break
            if (
                step > after
                and isinstance(following, Office)
                and isinstance(chain[-1], Office)
                and (following.is_counterpart or not chain[-1].is_counterpart)
                and not (following.bare and following.role_class == chain[-1].role_class != "other")
            ):
                break
            if step > after and (isinstance(chain[-1], Style) or self._is_told_of_one_before(chain, after)):
                break
            chain.append(following)
            after = past_brackets(following.end, found)
        return chain, after

    def _past_owners(self, anchor: Office | Style) -> int:
        """The word behind titles of several and what tells whose they are: "the ministers of both countries, X and Y"."""
        found, k = self.found, anchor.end
        if not anchor.plural or not isinstance(anchor, Office):
            return k
        if not anchor.countries and found.lower[k : k + 1] in (["of"], ["from"]):
            end = next((j + 1 for j in range(k + 1, min(k + 5, len(found.lower))) if found.lower[j] in _STATES), k)
            k = end if found.says(end, ",") else k
        return k + 1 + found.says(k, "such") if found.lower[k : k + 1] in (["including"], ["namely"], ["such"]) else k

    def _past_place(self, k: int, anchor: Office | Style) -> int:
        """The word after a command's place at word `k` before a rank: "Commander Karachi Rear Admiral X"; else `k`."""
        found, end = self.found, k
        if not isinstance(anchor, Office):
            return k
        while (
            end - k < _LONGEST_PLACE and found.text[end][0].isupper() and end + 1 < len(found.text) and end not in self.by_start
        ):
            end += 1
        comma = found.says(end, ",")
        placed = end == k + 1 and not anchor.bare if comma else found.lower[anchor.end - 1] == "commander"
        following = self.by_start.get(end + comma)
        return end if placed and isinstance(following, Style) and following.rank else k

    def _behind(self, chain: list[Office | Style], after: int) -> list[Naming]:
        """The names right behind the titles, or after a comma behind a full office ("the Chief of Defence, R. Henault")."""
        found = self.found
        if after >= len(found.text):
            return []
        comma = found.text[after] == ","
        start = after + comma
        while not comma and start - after < 2 and found.lower[start : start + 1] in (["the"], ["hon"], ["hon."]):
            start += 1
        end = self._name_end(start)
        if (
            end == start
            or (end == start + 1 and self._continues_body(chain[-1], start))
            or (comma and self._ends_opening(chain[0], after))
            or (
                comma
                and (
                    (end - start < 2 and not (chain[0].is_of_one and ends_phrase(end, found)))
                    or (all(is_weak(anchor) for anchor in chain) and not self._is_introduced(chain[0], end))
                )
            )
        ):
            return []
        offices = tuple(anchor for anchor in chain if isinstance(anchor, Office))
        rank = next((anchor.rank for anchor in chain if isinstance(anchor, Style) and anchor.rank), None)
        whole = completed(offices[-1], end, found) if offices else None
        if whole is not None:
            offices = (*offices[:-1], whole)
        first = Naming(chain[0].start, end, start, end, offices, rank, tie=tie_before(chain[0].start, found))
        if not any(anchor.plural for anchor in chain):
            return [first]
        return [first, *(replace(first, start=s, end=e, name_start=s, name_end=e) for s, e in self._further(end))]

    def _is_introduced(self, anchor: Office | Style, end: int) -> bool:
        """Whether a title without more leads to the name before word `end`: "his envoy, X", "led by the President, X."."""
        found = self.found
        led = found.lower[max(anchor.start - 2, 0) : anchor.start] == ["by", "the"] and is_closed(end, found)
        return led or tie_before(anchor.start, found) is not None

    def _ends_opening(self, anchor: Office | Style, comma: int) -> bool:
        """Whether the comma ends what stands before a sentence's subject: "Besides the Thai minister, Dr X also met"."""
        found, table = self.found, titles().apposition
        first, k = self._clause_start(anchor.start), anchor.start
        k -= k > first and found.lower[k - 1] in {"the", "his", "her", "their", "its"}
        if k == first or found.lower[first] not in table.opening or found.lower[k - 1] not in table.governing:
            return False
        start = comma + 1
        while (title := self.by_start.get(start)) is not None:
            start = title.end
        end = self._name_end(start)
        goes_on = start < end and (found.says(end, "met") or not is_closed(end, found))
        return goes_on and "," not in found.text[first:k]

    def _continues_body(self, anchor: Office | Style, i: int) -> bool:
        """Whether the lone word at `i` is rather the rest of a body's name ("Director of Public Engagement") than a surname."""
        if not isinstance(anchor, Office) or (" of " not in anchor.role and " for " not in anchor.role):
            return False
        if self.found.lower[i + 1 : i + 2] in (["of"], ["for"]):
            return True
        if anchor.role_class not in {"other", "military_officer"} and self.found.lower[anchor.end - 1] in titles().bodies:
            return False
        return self.found.count(self.found.text[i]) < 2

    def _further(self, end: int) -> Iterator[tuple[int, int]]:
        """The names joined to one that ends at word `end`: "Secretaries Brown and Roy"."""
        end = past_brackets(end, self.found)
        while end + 1 < len(self.found.text) and self.found.lower[end] in {",", "and"}:
            start = end + 1 + (self.found.lower[end + 1] == "and")
            style = self.by_start.get(start)
            start = style.end if isinstance(style, Style) else start
            last = self._name_end(start)
            if last == start or start in self.by_start:
                return
            yield start, last
            end = past_brackets(last, self.found)

    def _likewise(self, naming: Naming) -> Iterator[Naming]:
        """Who is joined to an official by his country alone: "Turkish President X and Azerbaijan's Y"."""
        found = self.found
        k = past_brackets(naming.name_end, found)
        while k < len(found.text) and (found.lower[k] in {",", "and"} or k in found.owners):
            if k not in found.owners:
                k += 1
                continue
            owner = found.owners[k]
            start = self._past_honours(owner.end + 1)
            end = self._name_end(start) if found.says(owner.end, "'s") else start
            if end - start < 2:
                return
            yield Naming(start, end, start, end, naming.offices, country=owner.code)
            k = end

    # -- offices behind the name

    def _before(self, chain: list[Office | Style], after: int) -> list[Naming]:
        """The name, or of a plural office the names, of which an office is told: "X, the deputy minister", "X was named …"."""
        first, found = chain[0], self.found
        if isinstance(first, Style) or found.says(after, "'s"):
            return []
        k, telling = self._before_rank(self._before_owner(first.start)), False
        k -= 2 * (found.lower[max(k - 2, 0) : k] == ["duties", "of"])
        while (
            k
            and (found.lower[k - 1] in titles().apposition.between or found.text[k - 1] in {",", "(", ")"})
            and first.start - k < 11
        ):
            k = min(before_brackets(k, found), k - 1)
            telling = telling or (found.text[k] in {",", "("} or found.lower[k] in titles().apposition.verbs)
            if found.text[k] in {",", "("}:
                break
        if not telling or (first.bare and found.lower[k : first.start] == ["as"]):
            return []
        end = before_brackets(before_small_rank(k, found), found)
        told = titles().apposition.verbs.intersection(found.lower[k : first.start])
        acts = not first.bare and not titles().sides.meeting.isdisjoint(found.lower[after : after + 1])
        if (first.start - k == 1 and found.lower[k] == "is") or not (told or acts or is_closed(after, found)):
            return []
        offices = tuple(anchor for anchor in chain if isinstance(anchor, Office))
        tie = tie_before(first.start, found)
        namings: list[Naming] = []
        while True:
            start = name_start(end, max(0, end - 12), found, self.titled)
            honours = next(
                (a.end for k in range(start - 1, start - 4, -1) if isinstance(a := self.by_start.get(k), Style)), start
            )
            start = honours if start < honours < end else start
            title = self.by_start.get(start)
            if isinstance(title, Office) and title.end < end and isinstance(self.anchor_before(start), Style):
                start = title.end  # "His Majesty King | Frode"
            if start < end and first.bare and not first.countries and self._is_in_opening(start, first.start):
                return []
            ranked = start < end and start in {a.end for a in (self.anchor_before(start),) if a is not None}
            if end - start < 2 and not (ranked and end > start):
                break
            namings.insert(0, Naming(start, end, start, end, offices, tie=tie))
            offices = offices[:1]
            joint = self._before_titles(start) - 1
            joint -= found.says(joint - 1, ",", "and")
            if not first.plural or joint < 1 or found.lower[joint] not in {",", "and"}:
                break
            end = before_brackets(joint, found)
        return namings if len(namings) > first.plural else []

    def _is_in_opening(self, name: int, office: int) -> bool:
        """Whether a phrase before the subject holds the name, and "the" leads to the office: "At Fort Berg, the President"."""
        found, first, k = self.found, self._clause_start(name), name - 1
        while k > first and found.text[k][0].isupper():
            k -= 1
        opens = first < name and found.lower[first] in titles().apposition.opening and "," not in found.text[first:name]
        return found.lower[office - 1] == "the" and (opens or found.lower[k] in titles().sides.places)

    def _further_offices(self, after: int) -> Iterator[Office]:
        """The offices that follow one told of a name: "X, Crown Prince, | Deputy Premier and Minister of Defence,"."""
        while self.found.says(after, ","):
            office = self.by_start.get(after + 1)
            if not isinstance(office, Office) or office.plural or self._name_end(office.end) > office.end:
                return
            after = past_brackets(office.end, self.found)
            if not is_closed(after, self.found) or (self.found.says(after, ",") and self._name_end(after + 1) > after + 1):
                return
            yield office

    def _before_owner(self, start: int) -> int:
        """The word at which begins whose office is told from word `start` on: "President Berg's envoy"."""
        if not start or self.found.lower[start - 1] != "'s" or start - 2 in self.found.owners:
            return start
        first = name_start(start - 1, max(0, start - 6), self.found, self.titled)
        return first if first < start - 1 else start

    def _before_rank(self, start: int) -> int:
        """The word at which a rank begins that "and" joins to the office at word `start`: "X, Field Marshal and chief of …"."""
        if not self.found.says(start - 1, "and"):
            return start
        rank = self.anchor_before(start - 1)
        return rank.start if isinstance(rank, Style) and self.found.says(rank.start - 1, ",") else start

    def anchor_before(self, start: int) -> Office | Style | None:
        """The rank or office that ends where the name at word `start` begins."""
        k = start - 1
        while k >= 0 and start - k < 6:
            anchor = self.by_start.get(k)
            if anchor is not None:
                return anchor if anchor.end == start else None
            k -= 1
        return None

    def _before_titles(self, start: int) -> int:
        """The word at which the ranks and titles of honour before the name at word `start` begin."""
        while isinstance(title := self.anchor_before(start), Style):
            start = title.start
        return start

    def _past_honours(self, k: int) -> int:
        """The word after the titles of honour that stand from word `k` on."""
        while isinstance(title := self.by_start.get(k), Style) and title.rank is None:
            k = title.end
        return k

    # -- lists

    def _of_each(self, office: Office, read: Sequence[Naming]) -> Iterator[Naming]:
        """The further holders of a plural office, each told with his body: "ministers of trade, X, and of defence, Dr Y"."""
        end = read[-1].name_end if read else 0
        while (further := self._of_next_country(office, end)) is not None:
            yield further
            end = further.name_end
        while end > office.end and (body := further_body(office, end, self.found)) is not None:
            start = body.end + self.found.says(body.end, ",")
            style = self.by_start.get(start)
            start = style.end if isinstance(style, Style) else start
            end = self._name_end(start)
            if end - start < 2:
                return
            yield Naming(start, end, start, end, (body,), country=body.country)

    def _of_next_country(self, office: Office, end: int) -> Naming | None:
        """The next holder, told with his country behind word `end`: "the ministers of Mali, X, and of Chad, Y"."""
        found = self.found
        k = end + found.says(end, ",")
        k += found.says(k, "and")
        if end <= office.end or k == end or found.lower[k : k + 1] not in (["of"], ["from"]) or not found.begins_owner(k + 1):
            return None
        owner = found.owners[k + 1]
        start = owner.end + 1
        last = self._name_end(start) if found.says(owner.end, ",") else start
        like = replace(office, role=office.role.rpartition(" of ")[0] or office.role, countries=(owner.code,))
        return Naming(start, last, start, last, (like,), country=owner.code) if last - start > 1 else None

    def _listed(self, office: Office, after: int) -> Iterator[Naming]:
        """The holders of a plural office who are listed beside it with their countries: "X of Mali", "Japan's X"."""
        i, stop = self._clause_start(office.start), after + _LISTED
        heads = self._heads_list(office, after)
        stop = min(stop, len(self.found.text))
        while i < stop and (i <= after or not ends_sentence(i, self.found)):
            anchor = self.by_start.get(i)
            if isinstance(anchor, Office) or (anchor is not None and anchor.rank and office.role_class not in _OF_OFFICERS):
                i = max(self._name_end(anchor.end), anchor.end)
                continue
            i = anchor.end if anchor is not None else i
            end = self._name_end(i) if i < len(self.found.text) and self.found.text[i][0].isupper() else i
            if end - i < 2:
                i += 1
                continue
            link = self._before_titles(i) - 1
            owner = self.found.owners.get(link - 1) if link > 0 and self.found.says(link, "," if heads else "'s") else None
            country = owner.code if owner else None if heads else country_behind(end, self.found)
            if country:
                yield Naming(i, end, i, end, (office,), country=country)
            i = end

    def _listed_behind(self, anchor: Office | Style, colon: int) -> Iterator[Naming]:
        """Those who are listed behind a colon as holders of one office: "hold the office of defence minister: X of Mali, …"."""
        if self.found.says(colon, ":") and isinstance(anchor, Office) and not anchor.countries:
            listed = [naming for naming in self._listed(anchor, colon) if naming.start > colon]
            yield from listed if len(listed) > 1 else ()

    def _heads_list(self, office: Office, after: int) -> bool:
        """Whether each country stands before its own: "the ministers of Mali, X, Chad, Y, and Niger, Z"."""
        found = self.found
        owned = found.owners.get(office.end - 1)
        end = self._name_end(after + 1) if owned and found.says(after, ",") else after
        further = end + 1 + found.says(end + 1, "and")
        return found.says(end, ",") and further in found.owners and found.says(found.owners[further].end, ",")

    def _one_by_one(self, office: Office, after: int) -> Iterator[Naming]:
        """The holders of a plural office whom later sentences bring one by one: "With Japan's X, he …", "Japan's X said"."""
        found = self.found
        possessives = found.places(_POSSESSIVE)
        stop = min(after + _NEXT, len(found.text) - 1)
        for i in possessives[bisect_left(possessives, after) : bisect_left(possessives, stop)]:
            owner = found.owners.get(i - 1)
            if owner is None or not introduces(owner, office.countries, found):
                continue
            start = self._past_honours(i + 1)
            if (end := self._name_end(start)) - start > 1 and not found.says(end, "'s"):
                yield Naming(start, end, start, end, (office,), country=owner.code)

    def _clause_start(self, at: int) -> int:
        """Where the sentence of word `at` begins, not farther back than a list may."""
        return next(
            (i + 1 for i in range(at - 1, max(at - _LISTED, 0), -1) if ends_sentence(i, self.found)), max(at - _LISTED, 0)
        )

    # -- countries

    def _country(self, naming: Naming, number: int, count: int) -> str | None:
        """Whose official the words beside the name say he is: "Iraqi General X", "X of Mali", "X (Japan)", "X, Japan,"."""
        found = self.found
        office = next((office for office in naming.offices if office.countries), None)
        if office is not None and len(office.countries) == count:
            return office.countries[number]
        if office is not None and (not office.plural or len(office.countries) == 1):
            return office.countries[0]
        before = naming.start - 1 - (naming.start > 0 and found.lower[naming.start - 1] == "'s")
        owner = found.owners.get(before) if before >= 0 else None
        label = label_before(naming.start, found)
        if label and opens_sentence(label, found) and any(office.start >= naming.name_end for office in naming.offices):
            return label.code
        if owner and owner.end == before + 1 and (owner.label == "demonym" or before < naming.start - 1):
            return owner.code
        if not naming.offices and (code := country_of_body_before(before + 1, found)):
            return code
        after = max(naming.name_end, naming.end)
        return self._country_in_apposition(after) or country_behind(after, found)

    def _country_in_apposition(self, after: int) -> str | None:
        """The country with which an apposition behind a name opens: "Lt. Col. X, Japan's defence adviser", "X, the Thai …"."""
        found = self.found
        if found.text[after : after + 1] != [","]:
            return None
        inner = after + 1 + (found.lower[after + 1 : after + 2] in (["the"], ["a"], ["an"]))
        if code := country_of_forces(after + 1, found):
            return code
        owner = found.owners.get(inner)
        if owner is None or self._is_of_another(inner) or is_teller(owner.end, self.found):
            return None
        if not (found.says(owner.end, "'s") or (owner.label == "demonym" and inner > after + 1)):
            return None
        return owner.code

    def _is_of_another(self, start: int) -> bool:
        """Whether the office that begins at word `start` is that of one named behind it: "X, Norway's ambassador Y and …"."""
        anchor = self.by_start.get(start)
        return isinstance(anchor, Office) and self._name_end(anchor.end) > anchor.end
