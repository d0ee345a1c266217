"""Those who act in an annex: the participants that it lists, by whatever words a step calls them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from adilet_parser.language.actors import (
    ABBREVIATION,
    ABOUT_THING,
    ACTIVE_PARTICIPLE,
    CALLED,
    CLAUSE_END,
    COMITATIVE,
    DEED,
    DOER_CASE,
    DOER_END,
    FINITE,
    HEADS,
    NAMES_APART,
    NO_MODIFIER,
    PARTICIPANTS,
    POSSESSED,
    POSSESSED_GENITIVE,
    POSSESSED_THING,
    POSTPOSITION,
    SAID_OF,
    TAKE_PART,
    VERBAL_NOUN_END,
    WHOSE,
)
from adilet_parser.language.cases import GENITIVE_END, Case, bare, case_of
from adilet_parser.segment.element import Element

CLOSING = regex.compile(r"[\s.;,]+$")
WORD = regex.compile(r"[\p{L}\d][\p{L}\d-]*")
BRACKETED = regex.compile(r"\([^()]*\)")
BULLET = regex.compile(r"^\s*[-–—•]\s*")
COMMA = regex.compile(r",\s+")
LONGEST_NAME = 160
LONGEST_CASE = 6
TOGETHER = frozenset(["мен", "бен", "пен", "және"])
PROVIDER = frozenset(bare(word) for word in ("көрсетілетін", "қызмет", "қызметті", "беруші"))
SERVED = ("көрсетілетін қызметті алушы", "тұтынушы")
MOST_BETWEEN = 4
"""So many words at most stand between an owner without an ending and the doer that is his."""


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part: the name as the list has it, the stems that go before its last word, and that word's stem."""

    name: str
    modifiers: tuple[str, ...]
    head: str

    @staticmethod
    def of(name: str, called: str | None = None) -> Participant:
        """A participant by his name, or by what else he is called.

        >>> Participant.of("Басқарманың кадр бөлімінің маманы")
        Participant(name='Басқарманың кадр бөлімінің маманы', modifiers=('басқарма', 'кадр', 'бөлім'), head='маман')
        """
        stems = [bare(word) for word in WORD.findall(called or name)] or [""]
        return Participant(name, tuple(stems[:-1]), stems[-1])


@dataclass(frozen=True, slots=True)
class Mention:
    """A doer in the words of a step: where its last word ends, who it is, and its case."""

    end: int
    name: str
    case: Case


class Cast:
    """The participants of an annex, and the terms that hold there with what they stand for."""

    def __init__(self, participants: Sequence[Participant] = (), terms: Sequence[tuple[str, str]] = ()) -> None:
        self.participants = list(participants)
        self.terms = [
            (tuple(bare(word) for word in WORD.findall(meaning)), tuple(bare(word) for word in WORD.findall(term)))
            for term, meaning in terms
        ]

    @property
    def names(self) -> list[str]:
        """The names, longest first."""
        return sorted({participant.name for participant in self.participants}, key=len, reverse=True)

    def doer(self, action: str) -> Mention | None:
        """The first participant that acts by the form of the words; null if none does, or if it may be one of several.

        >>> cast = Cast([Participant.of("Басқарма кеңсесінің қызметкері"), Participant.of("Басқарма басшысының орынбасары")])
        >>> cast.doer("тіркелген өтінішті басшының орынбасары кеңсе қызметкеріне береді").name
        'Басқарма басшысының орынбасары'
        """
        words = _Words(action, self.terms)
        spare: Mention | None = None
        for index in range(len(words.stems)):
            named = self._named(words, index)
            if named is None:
                continue
            mention = Mention(words.ends[index], *named)
            if mention.case == "nominative" and (both := self._pair(words, index, mention)) is not None:
                return both
            if words.acts(index, mention.case):
                return mention
            if spare is None and words.acts_in_clause(index, mention.case):
                spare = mention
        return spare

    def _pair(self, words: _Words, index: int, first: Mention) -> Mention | None:
        """Two who act together: "бөлім басшысы мен |жауапты орындаушы| анықтайды"."""
        if index + 2 >= len(words.words) or words.words[index + 1].casefold() not in TOGETHER:
            return None
        for second in range(index + 2, min(index + 2 + MOST_BETWEEN, len(words.words))):
            if not words.joined(second - 1):
                return None
            named = self._named(words, second)
            if named is not None and named[1] == "nominative" and words.acts_in_clause(second, "nominative"):
                return Mention(words.ends[second], f"{first.name} {words.words[index + 1]} {named[0]}", "nominative")
        return None

    def bracketed(self, conditions: Sequence[str]) -> str | None:
        """The participant whom a bracket behind a step's time names, and nothing else: "... (бөлім маманы)"."""
        return next((name for said in conditions if (name := self.listed(said)) in self.names), None)

    def listed(self, name: str) -> str:
        """The one participant that a doer's words can mean, as the list names him; else the words themselves.

        >>> cast = Cast([Participant.of("қызмет берушінің басшысы"), Participant.of("қызмет берушінің маманы")])
        >>> cast.listed("басшы"), cast.listed("қызмет беруші маманы"), cast.listed("ХҚКО маманы")
        ('қызмет берушінің басшысы', 'қызмет берушінің маманы', 'ХҚКО маманы')
        """
        words = _Words(name, self.terms)
        named = self._named(words, len(words.stems) - 1) if words.stems else None
        return named[0] if named is not None else name

    def _named(self, words: _Words, index: int) -> tuple[str, Case] | None:
        """The name of the one participant that the noun at `index` can mean with the words before it, and its case."""
        best: list[tuple[int, Participant, Case]] = []
        for participant in self.participants:
            case = words.case(index, participant.head)
            if case is None:
                continue
            first = index
            while first and words.joined(first - 1) and words.stems[first - 1] in participant.modifiers:
                first -= 1
            told = index - first
            further = first > 0 and words.modifies(first - 1)
            if further and (not participant.modifiers or told < len(set(participant.modifiers))):
                continue
            best.append((told, participant, case))
        if not best:
            return None
        most = max(told for told, *_ in best)
        closest = [entry for entry in best if entry[0] == most]
        exact = [entry for entry in closest if len(entry[1].modifiers) == most]
        chosen = exact if exact and most else closest
        if len({entry[1].name for entry in chosen}) > 1:
            # "басшы": the provider's own, if others have one too
            chosen = [entry for entry in chosen if PROVIDER.issuperset(entry[1].modifiers) and entry[1].modifiers]
        if len({entry[1].name for entry in chosen}) != 1:
            return None
        return chosen[0][1].name, chosen[0][2]


def cast_of(container: Element, text: str, terms: Sequence[tuple[str, str]]) -> Cast:
    """Those whom an annex names as taking part: items of "... қатысатын ... тізбесі:", or names in a sentence."""
    found: list[Participant] = []
    aliases: set[str] = set()
    words = text[container.start : container.end]
    for element in container.walk():
        if element.kind != "point" or not element.own:
            continue
        first = text[slice(*element.own[0])]
        if not PARTICIPANTS.search(first):
            continue
        items = [text[slice(*child.own[0])] for child in element.children if child.kind == "subpoint"]
        items = items or [
            item for line in element.own[1:] if (item := BULLET.sub("", text[slice(*line)])) != text[slice(*line)]
        ]
        for item in items:
            called = CALLED.search(item)
            for name in _apart(CLOSING.sub("", SAID_OF.sub("", item))):
                found.append(Participant.of(name))
                if called is not None:
                    found.append(Participant.of(name, called["term"]))
                    aliases.add(called["term"])
        if not items:
            found += [Participant.of(name) for name in _named_in(first, words)]
    terms = [(term, meaning) for term, meaning in terms if _one_who_acts(term) or _one_who_acts(meaning)]
    found += [Participant.of(term) for term, _ in terms if term not in aliases]
    found += [Participant.of(name) for name in SERVED if name in words and all(entry.name != name for entry in found)]
    return Cast([entry for entry in found if len(entry.name) <= LONGEST_NAME], terms)


def _one_who_acts(words: str) -> bool:
    """Whether a name ends with a noun for one who acts, whatever its case: "халыққа қызмет көрсету орталығына"."""
    last = WORD.findall(words)[-1:]
    noun = HEADS.match(last[0]) if last else None
    return noun is not None and len(last[0]) - noun.end() <= LONGEST_CASE


def _named_in(sentence: str, text: str) -> list[str]:
    """The participants that a sentence names; whose they are may be said once, before the first.

    >>> _named_in("Қызмет көрсету процесіне қызмет берушінің кеңсесі, басшысы және маманы қатысады.", "")
    ['қызмет берушінің кеңсесі', 'қызмет берушінің басшысы', 'қызмет берушінің маманы']
    >>> _named_in("Процеске мұрағаттың іс жүргізушісі, мұрағат директоры және жауапты мұрағатшы қатысады.", "")
    ['мұрағаттың іс жүргізушісі', 'мұрағат директоры', 'жауапты мұрағатшы']
    """
    told = next((match for pattern in TAKE_PART if (match := pattern.search(sentence)) is not None), None)
    return _apart(told["names"], text) if told is not None else []


def _apart(said: str, text: str = "") -> list[str]:
    """Names that a sentence joins, each whole."""
    names: list[str] = []
    for part in COMMA.split(said):
        pieces = NAMES_APART.split(part)
        names += pieces if all(DOER_END.search(piece) for piece in pieces) else [part]
    whose = WHOSE.match(names[0]) if names else None
    if whose is None:
        return names
    return [
        whose.group() + name
        if not GENITIVE_END.search(name) and (f"{whose.group()}{name}" in text or POSSESSED.fullmatch(name))
        else name
        for name in names
    ]


class _Words:
    """The words of an action outside of brackets, those of a term's meaning replaced by the term."""

    def __init__(self, action: str, terms: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
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
        """Whether the word at `index` may belong to the name that begins behind it."""
        return self.joined(index) and not NO_MODIFIER.search(self.words[index].casefold())

    def acts(self, index: int, case: Case) -> bool:
        """Whether the noun at `index` does what the sentence tells."""
        return self.acts_in_clause(index, case) and not self._subordinate(index)

    def acts_in_clause(self, index: int, case: Case) -> bool:
        """Whether the noun at `index` does something, in the main clause or before it."""
        rest = self.action[self.ends[index] :]
        following = self.words[index + 1].casefold() if index + 1 < len(self.words) and self.joined(index) else ""
        if case == "instrumental":
            return bool(rest.strip()) and not COMITATIVE.match(rest)
        if self._owns(index):
            return False
        if case == "genitive":
            return bool(DEED.search(rest)) and not (POSSESSED_THING.search(following) or ABOUT_THING.match(rest))
        if POSTPOSITION.match(following) or ACTIVE_PARTICIPLE.search(following):
            return False
        if FINITE.search(rest):
            return True
        return VERBAL_NOUN_END.search(rest) is not None and not POSSESSED_THING.search(following)

    def _owns(self, index: int) -> bool:
        """Whether the noun at `index` only says whose the next is: "беруші кеңсе |қызметкері|", "басшының |орынбасары|"."""
        named = self.words[index].casefold()
        if bare(named) != named and not GENITIVE_END.search(named):
            return False
        for following in range(index + 1, min(index + 1 + MOST_BETWEEN, len(self.words))):
            if not self.joined(following - 1):
                return False
            word = self.words[following].casefold()
            doer = DOER_CASE.sub("", word)
            if HEADS.fullmatch(doer) and bare(doer) != doer:
                return True
            if ABBREVIATION.match(self.words[following]) or POSSESSED_GENITIVE.search(word):
                return following == index + 1
            if NO_MODIFIER.search(word):
                return False
        return False

    def _subordinate(self, index: int) -> bool:
        """Whether the clause of the noun at `index` ends as one that goes before another: "... жүгінген кезде", "болса,"."""
        rest = self.action[self.ends[index] :]
        end = CLAUSE_END.search(rest)
        if end is None:
            return False
        verb = FINITE.search(rest)
        return verb is None or end.start() < verb.start()
