"""Marks inside a line: links, durations, terms, new wordings, cut so that elements never overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement

from adilet_parser.export.akn_meta import Concepts
from adilet_parser.export.xml_text import xml_text
from adilet_parser.model.act import Act
from adilet_parser.model.base import Span
from adilet_parser.model.records import Amendment, Citation

# which mark goes around which, where two cover the same stretch
RANK = {"mod": 0, "quotedText": 1, "def": 2, "ref": 3, "term": 4, "quantity": 5}
CALENDAR = {"working": "жұмыс уақыты", "calendar": "күнтізбелік уақыт", None: "уақыт"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element over a stretch of the text."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[int, int, int]:
        return (self.start, -self.end, RANK[self.tag])


class Marks:
    """All marks of an act, found by stretch."""

    def __init__(self, act: Act, ids: Mapping[str, str], concepts: Concepts) -> None:
        self.text = act.text
        found = [*_apart(_refs(act, ids)), *_quantities(act, concepts), *_terms(act, concepts), *_mods(act)]
        self.marks = sorted(found, key=lambda mark: mark.order)
        self.starts = [mark.start for mark in self.marks]
        self.longest = max((mark.end - mark.start for mark in self.marks), default=0)

    def fill(self, parent: Element, start: int, end: int, *, without: frozenset[str] = frozenset()) -> None:
        """Write `text[start:end]` into an element that has only elements before it, with its marks."""
        low, high = bisect_left(self.starts, start - self.longest), bisect_left(self.starts, end)
        inside = (_clip(mark, start, end) for mark in self.marks[low:high] if mark.tag not in without)
        self._write(parent, start, end, [mark for mark in inside if mark.start < mark.end])

    def _write(self, parent: Element, start: int, end: int, marks: list[Mark]) -> None:
        queue, position = sorted(marks, key=lambda mark: mark.order), start
        while queue:
            mark = queue.pop(0)
            if mark.tag == "quotedText" and parent.tag != "mod":
                continue  # the schema has it nowhere else
            inner = [other for other in queue if other.start < mark.end]
            # what sticks out goes on after this mark, as a second piece
            rest = [replace(other, start=mark.end) for other in inner if other.end > mark.end]
            queue = sorted([*rest, *queue[len(inner) :]], key=lambda other: other.order)
            _append(parent, self.text[position : mark.start])
            element = SubElement(parent, mark.tag, dict(mark.attributes))
            self._write(element, mark.start, mark.end, [_clip(other, mark.start, mark.end) for other in inner])
            position = mark.end
        _append(parent, self.text[position:end])


def _append(parent: Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + xml_text(text)
    else:
        parent.text = (parent.text or "") + xml_text(text)


def _clip(mark: Mark, start: int, end: int) -> Mark:
    return replace(mark, start=max(mark.start, start), end=min(mark.end, end))


def _refs(act: Act, ids: Mapping[str, str]) -> Iterator[Mark]:
    """Citations that lead somewhere; the others stay text, for a link must have a target."""
    for citation in act.citations:
        href = _href(act, citation, ids)
        if href is not None:
            for start, end in citation.pieces or (citation.span,):
                yield Mark(start, end, "ref", (("href", xml_text(href)),))


def _href(act: Act, citation: Citation, ids: Mapping[str, str]) -> str | None:
    if citation.resolution != "resolved":
        return None
    if citation.target is not None:
        return f"#{ids[citation.target]}" if citation.target in ids else None
    if citation.kind == "defined_term" and citation.document is not None:
        citation = act.citations[citation.document]
    return citation.frbr_uri or citation.url


def _apart(refs: Iterable[Mark]) -> Iterator[Mark]:
    """Links side by side instead of one in another: of two laws that share their last words, the later keeps them."""
    marks = sorted(refs, key=lambda mark: mark.order)
    borders = sorted({border for mark in marks for border in (mark.start, mark.end)})
    owner: dict[int, Mark] = {}
    for mark in marks:  # outer before inner, so that the inner one stays
        for place in range(bisect_left(borders, mark.start), bisect_left(borders, mark.end)):
            owner[place] = mark
    previous: tuple[int, Mark] | None = None
    start = 0
    for place in [*sorted(owner), len(borders)]:
        mark_here = owner.get(place)
        if previous is not None and (mark_here is not previous[1] or place != previous[0] + 1):
            yield replace(previous[1], start=start, end=borders[previous[0] + 1])
            previous = None
        if mark_here is None:
            continue
        if previous is None:
            start = borders[place]
        previous = (place, mark_here)


def _quantities(act: Act, concepts: Concepts) -> Iterator[Mark]:
    for duration in act.durations:
        concept = concepts.refer(
            "TLCConcept", f"time-{duration.calendar or 'unspecified'}", CALENDAR[duration.calendar]
        )
        for start, end in duration.pieces or (duration.span,):
            yield Mark(start, end, "quantity", (("refersTo", concept), ("normalized", duration.iso8601)))


def _terms(act: Act, concepts: Concepts) -> Iterator[Mark]:
    """The term where it is defined, and the words that say what it means."""
    for number, defined in enumerate(act.defined_terms, 1):
        concept = concepts.refer("TLCTerm", f"term-{number}", defined.term)
        for start, end in defined.pieces or (defined.span,):
            tag = "term" if (start, end) == defined.span or act.text[start:end] == defined.term else "def"
            yield Mark(start, end, tag, (("refersTo", concept),))


def _mods(act: Act) -> Iterator[Mark]:
    """New words that stand in one line with their instruction; whole quoted paragraphs are blocks of their own."""
    for amendment in act.amendments:
        quote = _quote(act.text, amendment)
        if quote is not None:
            line_start, line_end = act.text.rfind("\n", 0, quote[0]) + 1, act.text.find("\n", quote[1])
            start, end = max(amendment.span[0], line_start), amendment.span[1]
            yield Mark(start, end if line_end < 0 else min(end, line_end), "mod")
            yield Mark(*quote, "quotedText")


def _quote(text: str, amendment: Amendment) -> Span | None:
    if not amendment.new_text or "\n" in amendment.new_text:
        return None
    start = text.rfind(amendment.new_text, *amendment.span)
    return (start, start + len(amendment.new_text)) if start >= 0 else None
