"""Those who act in an annex: the participants that it lists, by whatever words a step calls them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from adilet_parser.language.actors import (
    ALL_TAKE_PART,
    CALLED,
    DOER_END,
    HEADS,
    IN_CHARGE,
    NAMES_APART,
    PARTICIPANTS,
    POSSESSED,
    SAID_OF,
    TAKE_PART,
    WHOSE,
)
from adilet_parser.language.cases import GENITIVE_END, Case, bare
from adilet_parser.procedure.wording import MOST_BETWEEN, WORD, Wording
from adilet_parser.segment.element import Element

CLOSING = regex.compile(r"[\s.;,]+$")
BULLET = regex.compile(r"^\s*[-–—•]\s*")
COMMA = regex.compile(r",\s+")
# "(бұдан әрі – БНАЖ)" gives a name to what stands before it, and tells of no doer
NAMING = regex.compile(r"\(?\s*(?:бұдан|одан)\s")
LONGEST_NAME = 160
MOST_PARTICIPANTS = 100
"""No annex lists more: what does is no list of participants, and the search stays short."""
LONGEST_CASE = 6
TOGETHER = frozenset(["мен", "бен", "пен", "және", "немесе", "не"])
PROVIDER = frozenset(bare(word) for word in ("көрсетілетін", "қызмет", "қызметті", "беруші"))
SERVED = ("көрсетілетін қызметті алушы", "тұтынушы")


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
    """A doer in the words of a step: where its last word ends, who it is, its case, and whether it acts in the main clause."""

    end: int
    name: str
    case: Case
    main: bool = False


class Cast:
    """The participants of an annex, and the terms that hold there with what they stand for."""

    def __init__(self, participants: Sequence[Participant] = (), terms: Sequence[tuple[str, str]] = ()) -> None:
        self.participants = list(participants)
        self.terms = [
            (tuple(bare(word) for word in WORD.findall(meaning)), tuple(bare(word) for word in WORD.findall(term)))
            for term, meaning in terms
        ]
        self.names = sorted({participant.name for participant in participants}, key=len, reverse=True)
        """The names, longest first."""

    def doer(self, action: str) -> Mention | None:
        """The first participant that acts by the form of the words; null if none does, or if it may be one of several.

        >>> cast = Cast([Participant.of("Басқарма кеңсесінің қызметкері"), Participant.of("Басқарма басшысының орынбасары")])
        >>> cast.doer("тіркелген өтінішті басшының орынбасары кеңсе қызметкеріне береді").name
        'Басқарма басшысының орынбасары'
        """
        words = Wording(action, self.terms)
        spare: Mention | None = None
        for index in range(len(words.stems)):
            named = self._named(words, index)
            if named is None:
                continue
            mention = Mention(words.ends[index], *named)
            if mention.case == "nominative" and (both := self._pair(words, index, mention)) is not None:
                return both
            if words.acts(index, mention.case):
                return replace(mention, main=True)
            if spare is None and words.acts_in_clause(index, mention.case):
                spare = mention
        return spare

    def _pair(self, words: Wording, index: int, first: Mention) -> Mention | None:
        """Two who act together, or one of them: "бөлім басшысы мен |жауапты орындаушы| анықтайды"."""
        if index + 2 >= len(words.words) or words.words[index + 1].casefold() not in TOGETHER:
            return None
        for second in range(index + 2, min(index + 2 + MOST_BETWEEN, len(words.words))):
            if not words.joined(second - 1):
                return None
            named = self._named(words, second)
            if named is not None and named[1] == "nominative" and words.acts_in_clause(second, "nominative"):
                return Mention(words.ends[second], f"{first.name} {words.words[index + 1]} {named[0]}", "nominative")
        return None

    def bracketed(self, said: Sequence[str]) -> str | None:
        """The participant whom a bracket names, and nothing else: "(бөлім маманы)", "(орындаушы – бас маман)"."""
        told = (self.listed(IN_CHARGE.sub("", words)) for words in said if not NAMING.match(words))
        return next((name for name in told if name in self.names), None)

    def listed(self, name: str) -> str:
        """The one participant that a doer's words can mean, as the list names him; else the words themselves.

        >>> cast = Cast([Participant.of("қызмет берушінің басшысы"), Participant.of("қызмет берушінің маманы")])
        >>> cast.listed("басшы"), cast.listed("қызмет беруші маманы"), cast.listed("ХҚКО маманы")
        ('қызмет берушінің басшысы', 'қызмет берушінің маманы', 'ХҚКО маманы')
        """
        words = Wording(name, self.terms)
        named = self._named(words, len(words.stems) - 1) if words.stems else None
        return named[0] if named is not None else name

    def _named(self, words: Wording, index: int) -> tuple[str, Case] | None:
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
        items = [text[slice(*child.own[0])] for child in element.children if child.kind == "subpoint"]
        if not PARTICIPANTS.search(first) and not (items and ALL_TAKE_PART.search(items[-1])):
            continue
        items = items or [
            item for line in element.own[1:] if (item := BULLET.sub("", text[slice(*line)])) != text[slice(*line)]
        ]
        for item in items:
            called = CALLED.search(item)
            for name in _apart(CLOSING.sub("", SAID_OF.sub("", ALL_TAKE_PART.sub("", item)))):
                found.append(Participant.of(name))
                if called is not None:
                    found.append(Participant.of(name, called["term"]))
                    aliases.add(called["term"])
        if not items:
            found += [Participant.of(name) for name in _named_in(first, words)]
    terms = [(term, meaning) for term, meaning in terms if _one_who_acts(term) or _one_who_acts(meaning)]
    found += [Participant.of(term) for term, _ in terms if term not in aliases]
    found += [Participant.of(name) for name in SERVED if name in words and all(entry.name != name for entry in found)]
    found = [entry for entry in found if len(entry.name) <= LONGEST_NAME]
    return Cast(found[:MOST_PARTICIPANTS], terms[:MOST_PARTICIPANTS])


def _one_who_acts(words: str) -> bool:
    """Whether a name ends with a noun for one who acts, whatever its case: "халыққа қызмет көрсету орталығына", "веб-порталы"."""
    last = (WORD.findall(words) or [""])[-1].removeprefix("веб-")
    noun = HEADS.match(last)
    return noun is not None and len(last) - noun.end() <= LONGEST_CASE


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
