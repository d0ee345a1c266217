"""The stages in their order: read, repair, segment, recognise, find steps, check, assemble."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeVar

from adilet_parser.check.conservation import balance, leaf_problems
from adilet_parser.check.holes import open_holes
from adilet_parser.check.quotes import unclosed_quotes
from adilet_parser.identity.attach import identify_act, identify_citations
from adilet_parser.model.act import Act, Conservation
from adilet_parser.model.problems import Problem, ProblemCode, problem
from adilet_parser.model.provenance import SourceInfo, SourceMap
from adilet_parser.model.records import ActFacts, Duration, Link, Point, Step
from adilet_parser.model.tree import Node
from adilet_parser.procedure.steps import find_steps
from adilet_parser.read.media import read
from adilet_parser.read.pdf import PdfEngine
from adilet_parser.read.source import Source
from adilet_parser.read.text import UnreadableError
from adilet_parser.recognise.amendments import read_amendments
from adilet_parser.recognise.citations import read_citations
from adilet_parser.recognise.durations import read_durations
from adilet_parser.recognise.effective import effective_on
from adilet_parser.recognise.external import find_external
from adilet_parser.recognise.notes import read_notes
from adilet_parser.recognise.places import Places
from adilet_parser.recognise.terms import read_terms
from adilet_parser.repair.mend import repair_source
from adilet_parser.repair.repaired import Repaired
from adilet_parser.resolve.internal import Locators
from adilet_parser.segment.act import Segmented, segment
from adilet_parser.segment.element import Element
from adilet_parser.version import __version__

Input = str | Path | bytes
Found = TypeVar("Found")


def parse(source: Input, name: str | None = None, *, engine: PdfEngine = "pdfium") -> Act:
    """Reads an act.

    `source` is a path, or the bytes of a file (then `name` is what the record calls it); `engine` reads PDFs. Unreadable input gives an
    empty act with an error-level problem; only a path that cannot be opened raises (OSError).
    """
    data, name = _bytes_of(source, name)
    try:
        read_ = read(data, engine)
    except UnreadableError as error:
        code: ProblemCode = "unreadable_input" if data.strip() else "empty_input"
        return _empty(data, name, problem(code, f"{name} is {error}." if data.strip() else f"{name} is empty."))
    try:
        return _assemble(read_, data, name)
    except TimeoutError:
        return _empty(data, name, problem("pattern_timeout", f"{name} takes too long to tell apart: it was not read."))


def repair(source: Input, *, engine: PdfEngine = "pdfium") -> str:
    """The repaired text of an act, one paragraph a line. Raises UnreadableError (a ValueError) or OSError."""
    data, _ = _bytes_of(source, None)
    return repair_source(read(data, engine)).text


def _bytes_of(source: Input, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "<bytes>"
    path = Path(source)
    return path.read_bytes(), name or path.name


def _assemble(source: Source, data: bytes, name: str) -> Act:
    repaired = repair_source(source)
    text = repaired.text
    found = segment(repaired)
    places = Places(found.root)
    late: list[Problem] = []
    locators = Locators(found.root, list(found.annexes))
    durations, duration_problems = _in_time("durations", lambda: read_durations(text, places), late) or ([], [])
    externals = _in_time("cited acts", lambda: find_external(text), late) or []
    terms = _in_time("defined terms", lambda: read_terms(text, places, externals), late) or []
    citations, citation_problems = _in_time(
        "citations", lambda: read_citations(text, places, locators, terms, found.facts, externals), late
    ) or ([], [])
    citations = identify_citations(citations, terms)
    steps = _in_time("steps", lambda: find_steps(found.root, text, durations, citations, terms), late) or []
    amendments = _in_time("amendments", lambda: read_amendments(found.root, text, citations), late) or []
    conservation, lost = balance(source, repaired)
    problems = [
        *source.problems,
        *late,
        *_unread_pages(source, repaired, places, found),
        *lost,
        *leaf_problems(found.root, text),
        *_nature(text, name, repaired, found),
        *repaired.problems,
        *found.problems,
        *unclosed_quotes(text, places),
        *open_holes(text, places),
        *duration_problems,
        *citation_problems,
    ]
    return Act(
        source=_info(data, name, source),
        language="ru" if repaired.language == "ru" else "kk",
        act=identify_act(found.facts.model_copy(update={"effective": effective_on(found.root, text)})),
        text=text,
        tree=found.root.node(text),
        annexes=found.annexes,
        chapters=found.chapters,
        points=tuple(_points(found.root, text)),
        steps=tuple(steps),
        durations=_timed(durations, steps),
        citations=tuple(citations),
        notes=tuple(read_notes(text, places)),
        defined_terms=tuple(terms),
        amendments=tuple(amendments),
        links=tuple(_links(source, repaired)),
        repairs=repaired.repairs,
        problems=tuple(_placed(problems, places)),
        conservation=conservation,
        source_map=_source_map(source, repaired),
    )


def _in_time(what: str, work: Callable[[], Found], late: list[Problem]) -> Found | None:
    """What a stage finds; null, and a problem, if one of its patterns takes too long."""
    try:
        return work()
    except TimeoutError:
        late.append(problem("pattern_timeout", f"A pattern took too long for this text: its {what} were not read."))
        return None


def _nature(text: str, name: str, repaired: Repaired, found: Segmented) -> list[Problem]:
    """What kind of thing was read, if it is not a Kazakh act."""
    if not text:
        return [problem("empty_input", f"{name} has no text in it.")]
    if not found.is_act:
        return [
            problem("not_an_act", f"{name} does not look like a legal act: no header, no enacting words, no points.")
        ]
    if repaired.language == "ru":
        return [problem("language_not_supported", "A Russian act: repaired and numbered, other facts are not read.")]
    return []


def _unread_pages(source: Source, repaired: Repaired, places: Places, found: Segmented) -> list[Problem]:
    """Pages that are pictures. After the title of a directory of processes they are its drawing; else text is lost."""
    drawings = {annex.at for annex in found.annexes if annex.kind == "process_directory"}
    problems = []
    for number, offset in source.pictures:
        before = max((at for at, start, _ in repaired.runs if start < offset), default=None)
        if before is None or places.of(before).annex not in drawings:
            message = f"Page {number} is a picture without characters: run OCR on the file first."
            problems.append(problem("page_without_text", message))
    return problems


def _points(root: Element, text: str) -> list[Point]:
    found = []
    for element in root.walk():
        if element.kind in {"point", "subpoint", "article"} and element.own:
            found.append(
                Point(
                    span=(element.start, element.end),
                    pieces=tuple(element.own),
                    rule=element.rule,
                    at=element.at or "",
                    text=element.own_text(text) or "",
                )
            )
    return found


def _links(source: Source, repaired: Repaired) -> list[Link]:
    """The page's hyperlinks, by where their texts came to stand; a text cut by repair is left out."""
    runs = sorted((start, at, length) for at, start, length in repaired.runs)
    starts = [run[0] for run in runs]
    found = []
    for link in source.links if runs else ():
        start, at, length = runs[max(bisect_right(starts, link.start) - 1, 0)]
        if start <= link.start and link.end <= start + length:
            span = (at + link.start - start, at + link.end - start)
            kind: Literal["annotation", "paint_order"] = "annotation" if link.uri else "paint_order"
            rule = "link_annotation" if link.uri else "painted_late"
            found.append(Link(span=span, rule=rule, text=repaired.text[slice(*span)], uri=link.uri, found=kind))
    return found


def _timed(durations: list[Duration], steps: list[Step]) -> tuple[Duration, ...]:
    """Durations of steps get the role `step`."""
    own = {index for step in steps for index in step.durations}
    return tuple(
        duration.model_copy(update={"role": "step"}) if index in own else duration
        for index, duration in enumerate(durations)
    )


def _placed(problems: list[Problem], places: Places) -> list[Problem]:
    """Problems of the repair know their span; the tree tells their place."""
    return [
        entry.model_copy(update={"at": places.of(entry.span[0]).at})
        if entry.at is None and entry.span is not None and places.leaves
        else entry
        for entry in problems
    ]


def _source_map(source: Source, repaired: Repaired) -> SourceMap:
    unit = "glyph" if source.media_type == "application/pdf" else "character"
    return SourceMap(
        unit=unit,  # type: ignore[arg-type]
        runs=tuple((at, at + length, *source.file_span(start, start + length)) for at, start, length in repaired.runs),
        lines=source.printed,
    )


def _info(data: bytes, name: str, source: Source | None) -> SourceInfo:
    pages = None
    if source is not None and (source.media_type == "application/pdf" or len(source.pages) > 1):
        pages = len(source.pages)
    return SourceInfo(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=source.media_type if source else ("application/pdf" if b"%PDF-" in data[:1024] else "text/plain"),
        encoding=source.encoding if source else None,
        pages=pages,
        engine=source.engine if source else "text",
        engine_version=source.engine_version if source else "",
        parser_version=__version__,
    )


def _empty(data: bytes, name: str, fault: Problem) -> Act:
    """The record of an input that could not be read."""
    return Act(
        source=_info(data, name, None),
        language="kk",
        act=ActFacts(
            type="other", title=None, issuer=None, adopted_on=None, number=None, registration=None, status="unknown",
            status_source=None, repealed_by=None, signed_by=(),
        ),
        text="",
        tree=Node(kind="act", at=None, span=(0, 0)),
        annexes=(), chapters=(), points=(), steps=(), durations=(), citations=(), notes=(), defined_terms=(),
        amendments=(), repairs=(),
        problems=(fault,),
        conservation=Conservation(source=0, dropped=0, substituted=0, added=0, text=0, exact=True),
        source_map=SourceMap(unit="character", runs=()),
    )  # fmt: skip
