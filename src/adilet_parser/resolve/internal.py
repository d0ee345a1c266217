"""References to places in this act -> locators, exactly one or a refusal."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from adilet_parser.language.kazakh import plain
from adilet_parser.model.base import Span
from adilet_parser.model.records import Annex, Pinpoint, Resolution
from adilet_parser.recognise.places import Place
from adilet_parser.recognise.references import Reference
from adilet_parser.segment.element import Element

# "қаулының", "бұйрыққа", "шешімнің", "Заңның": the act itself
ACT_WORD = regex.compile(r"(?:қаулы|бұйры|шешім|жарлы|заң|кодекс|өкім)", regex.IGNORECASE)
# "тармақтың", "баптың", "тармақшаның": the element the reference stands in
HERE_WORD = regex.compile(r"^(?P<unit>тармақша|тармақ|тармағ|бап|баб|тарау|қосымша|бөлі)", regex.IGNORECASE)
# "регламентке", "Стандарттың", "Қағидаларға": the kind of document around the reference
DOCUMENTS: tuple[tuple[regex.Pattern[str], str], ...] = (
    (regex.compile(r"регламент", regex.IGNORECASE), "regulation"),
    (regex.compile(r"стандарт", regex.IGNORECASE), "standard"),
    (regex.compile(r"қағида|ереже|нұсқаулы|тәртіп|тәртіб", regex.IGNORECASE), "rules"),
)
LEVELS = ("chapter", "article", "point", "subpoint")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads; `rest` is the part of the pinpoint that the target does not hold."""

    at: str | None
    span: Span | None
    rest: Pinpoint | None
    resolution: Resolution
    reason: str | None = None


class Locators:
    """All places of the act by their locators."""

    def __init__(self, root: Element, annexes: list[Annex]) -> None:
        self.spans: dict[str, Span] = {}
        for element in root.walk():
            if element.at is not None and element.at not in self.spans and element.kind != "note":
                self.spans[element.at] = (element.start, element.end)
        self.annexes = annexes

    def resolve(self, reference: Reference, place: Place) -> Target:
        """The element that "осы ..." and its chain of places mean."""
        pinpoint: dict[str, tuple[str, ...]] = dict((reference.pinpoint or {}).items())
        here = HERE_WORD.match(reference.what)
        if reference.what.startswith("бекітілген"):
            base = self._titled(reference.what)
        elif here is not None:
            unit = here["unit"].casefold()
            base = self._enclosing(place.at, unit)
            if base is None and unit == "тарау":
                base = place.annex or ""  # numbers run through the chapters: they are in no locator
        elif ACT_WORD.match(reference.what.split()[-1]):
            base = ""
        else:
            base = self._document(reference.what.split()[-1], place.annex)
        if base is None:
            return Target(None, None, reference.pinpoint, "unresolved", "there is no such element to start from")
        return self._walk(base, pinpoint)

    def _titled(self, words: str) -> str | None:
        """The annex that "бекітілген Емтихан өткізу қағидаларының" names: the one whose title it is, but for its ending."""
        title = plain(words).removeprefix("бекітілген ")
        found = [row.at for row in self.annexes if row.title and title.startswith(plain(row.title))]
        return found[0] if len(found) == 1 else None

    def _document(self, word: str, annex: str | None) -> str:
        """The annex that "осы Қағидалардың", "осы регламенттің" means: the innermost of that kind around the place."""
        kind = next((kind for pattern, kind in DOCUMENTS if pattern.match(word)), None)
        at = annex
        while at is not None and kind is not None:
            row = next((row for row in self.annexes if row.at == at), None)
            if row is None:
                break
            if row.kind == kind:
                return row.at
            at = row.parent
        return annex or ""

    def _enclosing(self, at: str, unit: str) -> str | None:
        """The locator of the point, sub-point, article or annex that a place is in."""
        key = {"тармақша": "subpoint", "тармақ": "point", "тармағ": "point", "бап": "article", "баб": "article"}.get(
            unit
        )
        if key is None:
            key = "chapter" if unit == "тарау" else "annex"
        steps = at.split(".")
        for index in range(len(steps), 0, -1):
            if steps[index - 1].startswith((f"{key}_", key)):
                return ".".join(steps[:index])
        return None

    def _walk(self, base: str, pinpoint: dict[str, tuple[str, ...]]) -> Target:
        at = base
        rest = dict(pinpoint)
        if "annex" in rest:
            numbers = rest["annex"]
            if len(numbers) > 1:
                return self._found(at, rest)
            rest.pop("annex")
            found = self._annex(at, numbers)
            if found is None:
                return Target(None, None, _pin(pinpoint), "unresolved", "no such annex")
            at = found
        for level in LEVELS:
            numbers = rest.get(level, ())
            if level not in rest:
                continue
            if len(numbers) != 1:
                break
            step = f"{at}.{level}_{numbers[0]}" if at else f"{level}_{numbers[0]}"
            if step not in self.spans:
                if level == "chapter":
                    continue
                return Target(None, None, _pin(pinpoint), "unresolved", f"there is no {step}")
            at = step
            rest.pop(level)
        return self._found(at, rest)

    def _found(self, at: str, rest: dict[str, tuple[str, ...]]) -> Target:
        if not at:
            return Target(None, None, _pin(rest), "unresolved", "more than one place is meant")
        return Target(at, self.spans.get(at), _pin(rest), "resolved")

    def _annex(self, parent: str, numbers: tuple[str, ...]) -> str | None:
        """An annex of the act (`parent` empty) or of one of its annexes, by number or because it is the only one."""
        family = [annex for annex in self.annexes if (annex.parent or "") == parent]
        if numbers:
            family = [annex for annex in family if annex.number == numbers[0]]
        return family[0].at if len(family) == 1 else None


def _pin(rest: dict[str, tuple[str, ...]]) -> Pinpoint | None:
    return rest or None  # type: ignore[return-value]
