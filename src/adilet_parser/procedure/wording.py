"""The words of a step's action: which noun does what the sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from adilet_parser.language.actors import (
    ABBREVIATION,
    ABOUT_THING,
    ACTIVE_PARTICIPLE,
    CLAUSE_END,
    COMITATIVE,
    DEED,
    DOER_CASE,
    FINITE,
    GIVEN_TO,
    HEADS,
    NO_MODIFIER,
    OBJECT,
    OBLIQUE_DOER,
    PASSIVE,
    POSSESSED_GENITIVE,
    POSSESSED_THING,
    POSTPOSITION,
    RELATIVE,
    VERBAL_NOUN,
    VERBAL_NOUN_END,
    WHOSE_SYSTEM,
)
from adilet_parser.language.cases import GENITIVE_END, Case, bare, case_of

WORD = regex.compile(r"[\p{L}\d][\p{L}\d-]*")
BRACKETED = regex.compile(r"\([^()]*\)")
SERVED_ONE = regex.compile(r"(?:алушы|тұтынушы)$")
MOST_BETWEEN = 4
"""So many words at most stand between an owner without an ending and the doer that is his."""


class Wording:
    """The words of an action outside of brackets, those of a term's meaning replaced by the term."""

    def __init__(self, action: str, terms: Sequence[tuple[tuple[str, ...], tuple[str, ...]]] = ()) -> None:
        self.action = BRACKETED.sub(lambda match: " " * len(match.group()), action)
        found = list(WORD.finditer(self.action))
        self.words = [match.group() for match in found]
        self.stems = [bare(word) for word in self.words]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        for meaning, term in terms:
            self._replace(meaning, term)

    def _replace(self, meaning: tuple[str, ...], term: tuple[str, ...]) -> None:
        """The longest end of a meaning, of two words or more, that stands here becomes the term."""
        if len(meaning) < 2 or not term or meaning[-1] not in self.stems:
            return
        last = self.stems.index(meaning[-1])
        same = 0
        while same < min(len(meaning), last + 1) and self.stems[last - same] == meaning[-1 - same]:
            same += 1
        if same < 2 or (same < len(meaning) and last - same >= 0 and self.modifies(last - same)):
            return
        first = last - same + 1
        ending = self.words[last][len(self.stems[last]) :]
        self.stems[first : last + 1] = term
        self.words[first : last + 1] = [*term[:-1], term[-1] + ending]
        self.starts[first : last + 1] = [self.starts[first]] * len(term)
        self.ends[first : last + 1] = [*[self.starts[first]] * (len(term) - 1), self.ends[last]]

    def case(self, index: int, stem: str) -> Case | None:
        """The case of the noun at `index`, if it has this stem."""
        return case_of(self.words[index], stem)

    def joined(self, index: int) -> bool:
        """Whether nothing but a blank or a quote mark stands behind the word at `index`."""
        between = self.action[self.ends[index] : self.starts[index + 1]]
        return not between.strip(' "«»')

    def modifies(self, index: int) -> bool:
        """Whether the word at `index` may belong to the name that begins behind it: not "жобаны |дайындау|", but "|тіркеу| бөлімі"."""
        word = self.words[index].casefold()
        if index and VERBAL_NOUN.search(word) and OBJECT.search(self.words[index - 1].casefold()):
            return False
        return self.joined(index) and not NO_MODIFIER.search(word)

    def acts(self, index: int, case: Case) -> bool:
        """Whether the noun at `index` does what the sentence tells."""
        return self.acts_in_clause(index, case) and not self._subordinate(index, case)

    def acts_in_clause(self, index: int, case: Case) -> bool:
        """Whether the noun at `index` does something, in the main clause or before it."""
        rest = self.action[self.ends[index] :]
        following = self.words[index + 1].casefold() if index + 1 < len(self.words) and self.joined(index) else ""
        if case == "dative":
            return GIVEN_TO.match(rest) is not None
        if case == "instrumental" or following == "тарапынан":
            return bool(rest.strip()) and not COMITATIVE.match(rest)
        if self.owns(index):
            return False
        if case == "genitive":
            owner = POSSESSED_THING.search(following) or ABOUT_THING.match(rest) or WHOSE_SYSTEM.match(rest)
            return bool(DEED.search(rest)) and not owner
        if POSTPOSITION.match(following) or ACTIVE_PARTICIPLE.search(following):
            return False
        if FINITE.search(rest):
            return True
        return VERBAL_NOUN_END.search(rest) is not None and not POSSESSED_THING.search(following)

    def owns(self, index: int) -> bool:
        """Whether the noun at `index` only says whose the next is: "беруші кеңсе |қызметкері|", "басшының |орынбасары|"."""
        named = self.words[index].casefold()
        if bare(named) != named and not GENITIVE_END.search(named):
            return False
        for following in range(index + 1, min(index + 1 + MOST_BETWEEN, len(self.words))):
            if not self.joined(following - 1):
                return False
            word = self.words[following].casefold()
            doer = DOER_CASE.sub("", word)
            if following == index + 1 and not SERVED_ONE.search(named):
                doer = OBLIQUE_DOER.sub("", doer)
            if HEADS.fullmatch(doer) and bare(doer) != doer:
                return True
            if ABBREVIATION.fullmatch(self.words[following]) or POSSESSED_GENITIVE.search(word):
                return following == index + 1
            if NO_MODIFIER.search(word):
                return False
        return False

    def owns_at(self, end: int) -> bool:
        """Whether the noun that ends at an offset of the action, but one who is served, only says whose the next is."""
        return end in self.ends and not SERVED_ONE.search(self.action, 0, end) and self.owns(self.ends.index(end))

    def _subordinate(self, index: int, case: Case) -> bool:
        """Whether the clause of the noun at `index` ends as one that goes before another ("... жүгінген кезде", "болса,"), or
        as one in which something is done to a thing: "директор қол қойған жолдама |енгізіледі|. Одан соң ..."."""
        rest = self.action[self.ends[index] :]
        verb = FINITE.search(rest)
        if case == "nominative" and verb is not None and PASSIVE.search(rest, 0, verb.end()) and RELATIVE.match(rest):
            return True
        end = CLAUSE_END.search(rest)
        return end is not None and (verb is None or end.start() < verb.start())
