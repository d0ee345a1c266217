"""Text -> tree: head, operative part, signature, annexes."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from adilet_parser.model.problems import Problem
from adilet_parser.model.records import ActFacts, Annex, Chapter, Signature
from adilet_parser.repair.repaired import Paragraph, Repaired
from adilet_parser.segment.annex import AnnexPart, annex_parts, build_annexes, chapters_of
from adilet_parser.segment.annex_list import promised
from adilet_parser.segment.body import PREAMBLE_NOTE, Body, number_problems
from adilet_parser.segment.element import Element
from adilet_parser.segment.header import Header, find_header, read_facts
from adilet_parser.segment.signatures import AGREED, signatures_at

# Words that only legal acts are full of, in both languages
LEGAL = regex.compile(
    r"\b(?:тармақ|тармағ|қаулы|бұйры|заң|ереже|қағида|стандарт|регламент|қосымша|бап|баб|"
    r"стать|пункт|постановл|приказ|закон|правил|приложени)\p{Ll}*",
    regex.IGNORECASE,
)
# A line that begins with a number of a point or sub-point
NUMBERED_LINE = regex.compile(r"\d+(?:-\d+)*[.)]\s?\p{L}")


@dataclass(frozen=True, slots=True)
class Segmented:
    """The tree with the records that fall out of it."""

    root: Element
    facts: ActFacts
    annexes: tuple[Annex, ...]
    chapters: tuple[Chapter, ...]
    problems: tuple[Problem, ...]
    is_act: bool


def segment(repaired: Repaired) -> Segmented:
    """The structure of a repaired act."""
    text, paragraphs = repaired.text, repaired.paragraphs
    lines = [text[p.start : p.end] for p in paragraphs]
    root = Element("act", None, 0, len(text), "act")
    header = find_header(lines)
    _add_header(root, header, paragraphs, lines)
    parts = annex_parts(lines, paragraphs, header.end)
    stop = parts[0].first if parts else len(lines)
    signed, sign_from, sign_to = _signature(lines, header.end, stop)
    operative = root.add(Element("operative", None, 0, 0, "operative"))
    body = Body(operative, text, None)
    body.fill([p for i, p in enumerate(paragraphs[header.end : stop], header.end) if not sign_from <= i < sign_to])
    _add_signature(root, paragraphs[sign_from:sign_to])
    annexes, chapters, problems = build_annexes(root, text, paragraphs, parts, promised(operative, text))
    if not operative.children:
        root.children.remove(operative)
    root.close()
    root.children.sort(key=lambda child: child.start)
    problems = [*body.problems, *problems, *number_problems(root)]
    return Segmented(
        root=root,
        facts=read_facts(header, lines, signed),
        annexes=tuple(annexes),
        chapters=(*chapters_of(operative, None), *chapters),
        problems=tuple(problems),
        is_act=_is_act(header, lines, root, parts),
    )


def _add_header(root: Element, header: Header, paragraphs: tuple[Paragraph, ...], texts: list[str]) -> None:
    head = Element("header", "header", 0, 0, "header")
    preamble = Element("preamble", "preamble", 0, 0, "preamble")
    places = (
        [(i, "title") for i in header.title]
        + [(i, "status") for i in header.status]
        + [(i, "info") for i in header.info]
        + [(i, "note") for i in header.notes]
    )
    for index, kind in sorted(places):
        about_preamble = kind == "note" and PREAMBLE_NOTE.match(texts[index])
        at = "preamble.note" if about_preamble else "header.note" if kind == "note" else "header"
        head.add(Element(kind, at, paragraphs[index].start, paragraphs[index].end, f"header_{kind}"))  # type: ignore[arg-type]
    for index in header.preamble:
        span = (paragraphs[index].start, paragraphs[index].end)
        preamble.add(Element("paragraph", "preamble", *span, "preamble"))
        preamble.own.append(span)
    for element in (head, preamble):
        if element.children:
            root.add(element)


def _signature(lines: list[str], first: int, stop: int) -> tuple[tuple[Signature, ...], int, int]:
    """Who signed, and the paragraphs of `lines[first:stop]` that say so: from the first signature to the annexes.

    Behind the last numbered line only, so that no point is taken for a signature.
    """
    numbered = (i for i in range(stop - 1, first - 1, -1) if lines[i][:1].isdigit() and NUMBERED_LINE.match(lines[i]))
    for index in range(next(numbered, first - 1) + 1, stop):
        found = signatures_at(lines[index:stop])
        if found:
            return tuple(found), index, stop
        if AGREED.match(lines[index]):
            return (), index, stop
    return (), stop, stop


def _add_signature(root: Element, paragraphs: tuple[Paragraph, ...]) -> None:
    if paragraphs:
        block = root.add(Element("signature", "signature", 0, 0, "signature"))
        for paragraph in paragraphs:
            block.add(Element("signature", "signature", paragraph.start, paragraph.end, "signature"))


def _is_act(header: Header, lines: list[str], root: Element, parts: list[AnnexPart]) -> bool:
    """An act has a head or an enacting word; a torn piece of one has numbered points and speaks of laws."""
    if header.info or header.enacted:
        return True
    numbered = sum(element.kind in {"point", "article", "subpoint"} for element in root.walk())
    legal = sum(1 for line in lines if LEGAL.search(line))
    return legal >= 3 and (numbered >= 3 or bool(parts)) and legal * 10 >= len(lines)
