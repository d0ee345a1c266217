"""Text -> tree: head, operative part, signature, annexes."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from adilet_parser.model.problems import Problem
from adilet_parser.model.records import ActFacts, Annex, Chapter, Signature
from adilet_parser.repair.mend import Paragraph, Repaired
from adilet_parser.segment.annex import AnnexPart, annex_parts, build_annexes, chapters_of
from adilet_parser.segment.annex_list import promised
from adilet_parser.segment.body import Body, number_problems
from adilet_parser.segment.element import Element
from adilet_parser.segment.header import Header, find_header, read_facts
from adilet_parser.segment.signatures import is_name, is_position, signature_of

# Words that only legal acts are full of, in both languages
LEGAL = regex.compile(
    r"\b(?:тармақ|тармағ|қаулы|бұйры|заң|ереже|қағида|стандарт|регламент|қосымша|бап|баб|"
    r"стать|пункт|постановл|приказ|закон|правил|приложени)\p{Ll}*",
    regex.IGNORECASE,
)
SIGNATURE_LINES = 8


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
    _add_header(root, header, paragraphs)
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


def _add_header(root: Element, header: Header, paragraphs: tuple[Paragraph, ...]) -> None:
    head = Element("header", "header", 0, 0, "header")
    preamble = Element("preamble", "preamble", 0, 0, "preamble")
    places = (
        [(i, "title") for i in header.title]
        + [(i, "status") for i in header.status]
        + [(i, "info") for i in header.info]
        + [(i, "note") for i in header.notes]
    )
    for index, kind in sorted(places):
        at = "header.note" if kind == "note" else "header"
        head.add(Element(kind, at, paragraphs[index].start, paragraphs[index].end, f"header_{kind}"))  # type: ignore[arg-type]
    for index in header.preamble:
        span = (paragraphs[index].start, paragraphs[index].end)
        preamble.add(Element("paragraph", "preamble", *span, "preamble"))
        preamble.own.append(span)
    for element in (head, preamble):
        if element.children:
            root.add(element)


def _signature(lines: list[str], first: int, stop: int) -> tuple[tuple[Signature, ...], int, int]:
    """Who signed, and which paragraphs of `lines[first:stop]` say so."""
    for index in range(stop - 1, max(first - 1, stop - SIGNATURE_LINES - 1), -1):
        one = signature_of(lines[index])
        if one is not None:
            return (one,), index, index + 1
        if is_name(lines[index]):
            start = index
            while (
                start > first and index - start < 4 and (start == index or not lines[start].endswith((".", ";", ":")))
            ):
                if lines[start - 1].endswith((".", ";", ":")) or lines[start - 1][:1].isdigit():
                    break
                start -= 1
            position = " ".join(lines[start:index])
            if is_position(position):
                return (Signature(position=position, name=lines[index]),), start, index + 1
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
