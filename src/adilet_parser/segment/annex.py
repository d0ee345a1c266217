"""Annexes: where each begins, its number, title and kind, also where the source has lost its header."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import regex

from adilet_parser.language.line_forms import NOTE_START, TERMINAL
from adilet_parser.model.problems import Problem, problem
from adilet_parser.model.records import Annex, Chapter
from adilet_parser.repair.mend import Paragraph
from adilet_parser.segment.annex_list import Promise, assign
from adilet_parser.segment.body import Body
from adilet_parser.segment.element import Element
from adilet_parser.segment.numbering import forms_of
from adilet_parser.segment.quoted import quoted_lines
from adilet_parser.segment.stamps import Stamp, is_title, kind_of, service_of, stamp_of

# Parts of an annex that are not its body
HEAD_KINDS = frozenset(["stamp", "title", "note", "torn"])
SHORTEST_TITLE = 20
MOST_ABOVE = 200
"""So many lines of the operative part are looked through for the title of what they approve."""
FORM_WORDS = frozenset(["нысан", "нысаны", "форма"])
# "______ (берушінің атауы)", "(қолы, тегі)", "ұйымның атауы": a line of a form that is filled in, never its title
BLANK_FIELD = regex.compile(r"^\(|_{3}")


@dataclass(slots=True)
class AnnexPart:
    """The paragraphs [first, last) of one annex; `stamp` is null where its header is lost."""

    first: int
    last: int
    stamp: Stamp | None
    number: str | None = None
    at: str = ""
    parent: AnnexPart | None = None


def annex_parts(lines: list[str], paragraphs: tuple[Paragraph, ...], start: int) -> list[AnnexPart]:
    """Where annexes begin: at their headers, and at titles that have lost theirs."""
    parts: list[AnnexPart] = []
    stamped = False  # a header stands right above, but for notes
    quoted = quoted_lines(lines)
    for index in range(start, len(lines)):
        line = lines[index]
        if index in quoted or paragraphs[index].torn or paragraphs[index].cell is not None or NOTE_START.match(line):
            continue
        stamp = stamp_of(line)
        if stamp is not None:
            if not stamped:
                parts.append(AnnexPart(index, len(lines), stamp))
            stamped = True
            continue
        begins = is_title(line) and _begins_document(lines, paragraphs, index + 1)
        if not stamped and (begins or (not parts and _approved(line, lines[start : min(index, start + MOST_ABOVE)]))):
            parts.append(AnnexPart(index, len(lines), None))
        stamped = False
    for part, following in itertools.pairwise(parts):
        part.last = following.first
    return parts


def _approved(line: str, above: list[str]) -> bool:
    """True for a title in capitals that the operative part names: `ЖЕМҚОРЛЫҚҚА ҚАРСЫ СТРАТЕГИЯСЫ`."""
    if not line.isupper() or len(line) < SHORTEST_TITLE or not above:
        return False
    title = " ".join(line.casefold().split())
    return any(title in " ".join(text.casefold().split()) for text in above)


def _begins_document(lines: list[str], paragraphs: tuple[Paragraph, ...], index: int) -> bool:
    """True if numbering begins anew right below: a first chapter or a first point."""
    while index < len(lines) and (paragraphs[index].torn or NOTE_START.match(lines[index])):
        index += 1
    return index < len(lines) and forms_of(lines[index : index + 1])[0].number == "1"


def build_annexes(
    root: Element, text: str, paragraphs: tuple[Paragraph, ...], parts: list[AnnexPart], promises: list[Promise]
) -> tuple[list[Annex], list[Chapter], list[Problem]]:
    """Adds the annexes to the tree; returns their records, chapters and problems."""
    problems: list[Problem] = []
    _set_parents(parts)
    _set_lost_numbers(parts, [text[paragraphs[p.first].start : paragraphs[p.first].end] for p in parts], promises)
    _set_locators(parts)
    annexes: list[Annex] = []
    chapters: list[Chapter] = []
    elements: dict[int, Element] = {}
    for part in parts:
        holder = elements[id(part.parent)] if part.parent is not None else root
        element, annex, body = _build(text, paragraphs, part)
        elements[id(part)] = holder.add(element)
        annexes.append(annex)
        chapters += chapters_of(element, part.at)
        problems += body.problems
        if annex.kind == "process_directory" and all(child.kind in HEAD_KINDS for child in element.children):
            message = "The directory of processes is a picture: its steps are not in the text."
            problems.append(problem("figure_without_text", message, part.at, annex.span))
        if not annex.header_present:
            message = _lost_message(part, promises)
            problems.append(problem("annex_header_lost", message, part.at, annex.span))
    problems += _missing_annexes(annexes, [promise.number for promise in promises])
    return annexes, chapters, problems


def _lost_message(part: AnnexPart, promises: list[Promise]) -> str:
    if part.number is None:
        return "The header of this annex is not in the text, and no listed title fits: its number is unknown."
    place = next((promise.at for promise in promises if promise.number == part.number), None)
    return f"The header of this annex is not in the text; its number {part.number} comes from the list in {place}."


def _set_parents(parts: list[AnnexPart]) -> None:
    """An annex of a document belongs to the annex that holds the document."""
    top: AnnexPart | None = None
    for part in parts:
        if part.stamp is not None and part.stamp.of_document:
            part.parent = top
        else:
            top = part
        if part.stamp is not None:
            part.number = part.stamp.number


def _set_lost_numbers(parts: list[AnnexPart], titles: list[str], promises: list[Promise]) -> None:
    """Numbers for annexes without a header, from the list in the operative part."""
    lost = [(part, title) for part, title in zip(parts, titles, strict=True) if part.stamp is None]
    taken = {part.number for part in parts if part.parent is None}
    open_promises = [promise for promise in promises if promise.number not in taken and promise.title]
    names = [service_of(title) or title for _, title in lost]
    for (part, _), promise in zip(lost, assign(names, open_promises), strict=True):
        part.number = promise.number if promise is not None else None


def _set_locators(parts: list[AnnexPart]) -> None:
    """`annex_4`, `annex_4.annex`, `annex_2.annex_1`; `annex_x1` where a number is missing or taken."""
    families: dict[int, list[AnnexPart]] = {}
    for part in parts:
        families.setdefault(id(part.parent), []).append(part)
    for siblings in families.values():
        taken: set[str] = set()
        odd: list[AnnexPart] = []
        for part in siblings:
            if part.number is None or part.number in taken:
                odd.append(part)
            else:
                taken.add(part.number)
                part.at = f"annex_{part.number}"
        for place, part in enumerate(odd, 1):
            part.at = "annex" if len(odd) == 1 and part.number is None else f"annex_x{place}"
    for part in parts:
        if part.parent is not None:
            part.at = f"{part.parent.at}.{part.at}"


def _build(text: str, paragraphs: tuple[Paragraph, ...], part: AnnexPart) -> tuple[Element, Annex, Body]:
    """One annex: header lines, notes, title, then the body."""
    first, last = paragraphs[part.first], paragraphs[part.last - 1]
    element = Element("annex", part.at, first.start, last.end, "annex", part.number)
    index = part.first
    stamp_text = title = None
    form = False
    while index < part.last and title is None:
        paragraph = paragraphs[index]
        line = text[paragraph.start : paragraph.end]
        if paragraph.torn or paragraph.cell is not None:
            break
        if NOTE_START.match(line):
            kind, at, rule = "note", f"{part.at}.note", "note_of_annex"
        elif stamp_of(line) is not None:
            kind, at, rule = "stamp", part.at, "stamp"
            form = form or line.casefold().endswith("нысан")
            stamp_text = f"{stamp_text} {line}" if stamp_text else line
        elif line.casefold().strip(" .") in FORM_WORDS:
            form = True
            kind, at, rule = "paragraph", part.at, "form_word"
        elif BLANK_FIELD.search(line) or line[:1].islower():
            kind, at, rule = "paragraph", part.at, "blank_field"
        elif forms_of([line])[0].form == "text" and not TERMINAL.search(line[-4:]):
            title = line
            kind, at, rule = "title", part.at, "annex_title"
        else:
            break
        element.add(Element(kind, at, paragraph.start, paragraph.end, rule))  # type: ignore[arg-type]
        index += 1
    element.heading = title
    body = Body(element, text, part.at)
    body.fill(paragraphs[index : part.last])
    annex = Annex(
        span=(first.start, last.end),
        rule="stamp_of" if part.stamp else "annex_list.assign" if part.number else "is_title",
        number=part.number,
        at=part.at,
        parent=part.parent.at if part.parent else None,
        kind=kind_of(title, form),
        title=title,
        service=service_of(title) or service_of(stamp_text),
        header_present=part.stamp is not None,
    )
    return element, annex, body


def chapters_of(container: Element, annex: str | None) -> list[Chapter]:
    """The headings of a container as records."""
    found: list[Chapter] = []
    for element in container.children:
        if element.kind in {"chapter", "part", "section"} and element.heading is not None:
            leaf = element.children[0]
            found.append(
                Chapter(
                    span=element.own[0],
                    rule=element.rule,
                    annex=annex,
                    number=element.number,
                    title=element.heading,
                    level=leaf.rule,  # type: ignore[arg-type]
                )
            )
    return found


def _missing_annexes(annexes: list[Annex], listed: list[str]) -> list[Problem]:
    """Annexes that are listed and not there, or there and not listed."""
    there = {annex.number for annex in annexes if annex.parent is None}
    found = [
        problem("annex_missing", f"Annex {number} is listed but not in the text.")
        for number in listed
        if number not in there
    ]
    if listed:
        for annex in annexes:
            if annex.parent is None and annex.number is not None and annex.number not in listed:
                message = f"Annex {annex.number} is not listed in the operative part."
                found.append(problem("annex_unlisted", message, annex.at, annex.span))
    return found
