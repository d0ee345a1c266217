"""Annexes: where each begins, its number, title and kind, also where the source has lost its header."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass

import regex

from adilet_parser.language.line_forms import EDITOR_HEAD, NOTE_START, TERMINAL
from adilet_parser.model.problems import Problem, problem
from adilet_parser.model.records import Annex, Chapter
from adilet_parser.repair.repaired import Paragraph
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
MOST_HEAD_LINES = 6
"""An annex's title stands within so many lines."""
# "№ 108 қаулысына", "N 158/2 қаулысына": which act a header belongs to
ACT_NUMBER = regex.compile(
    r"(?:№|\bN)\s?(?P<number>[\p{L}\d/-]+)\s+(?:бірлескен\s+)?(?:қаулы|бұйры|шешім|жарлы)", regex.IGNORECASE
)
FORM_WORDS = frozenset(["нысан", "нысаны", "форма"])
# "______ (берушінің атауы)", "(қолы, тегі)", "ұйымның атауы": a line of a form that is filled in, never its title
BLANK_FIELD = regex.compile(r"^\(|_{3}")
# "Емтихан комиссиясы отырысының № ____ хаттамасы": a title with a place to fill in
FORM_TITLE = regex.compile(r"^[\p{Lu}\"«].*(?:хаттамасы|актісі|журналы|нысаны|куәлігі|шарты|анықтамасы)$")
# "________", "20__ жылғы": what only forms hold
BLANKS = regex.compile(r"_{3}|20_{2}")
FEWEST_BLANKS = 2


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
    above: str | None = None  # the header that stands right above, but for notes
    quoted = quoted_lines(lines)
    for index in range(start, len(lines)):
        line = lines[index]
        if index in quoted or paragraphs[index].torn or paragraphs[index].cell is not None or NOTE_START.match(line):
            continue
        stamp = stamp_of(line)
        if stamp is not None:
            if above is None or not _doubles(above, line):
                parts.append(AnnexPart(index, len(lines), stamp))
            above = line
            continue
        begins = is_title(line) and _begins_document(lines, paragraphs, index + 1)
        if above is None and (begins or (not parts and _approved(line, lines[start : min(index, start + MOST_ABOVE)]))):
            parts.append(AnnexPart(index, len(lines), None))
        above = None
    for part, following in itertools.pairwise(parts):
        part.last = following.first
    return parts


def _doubles(above: str, line: str) -> bool:
    """True for a second header of one annex: that of the amending act stands above that of the act or document it amends.

    Two headers of one act, or one below that of a document's annex, are annexes of which the upper one is empty (a picture was lost).
    """
    first = stamp_of(above)
    if first is None or first.document is not None:
        return False
    numbers = [match["number"] for match in (ACT_NUMBER.search(above), ACT_NUMBER.search(line)) if match is not None]
    return len(set(numbers)) == len(numbers)


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
    lines = [text[p.start : p.end] for p in paragraphs]
    _set_parents(parts, lines)
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


def _set_parents(parts: list[AnnexPart], lines: list[str]) -> None:
    """An annex of a document belongs to the annex that holds the document: of the last top annex and those in it, the
    latest whose title ends with the noun that the header names ("стандартына қосымша")."""
    family: list[AnnexPart] = []
    for part in parts:
        if part.stamp is not None:
            part.number = part.stamp.number
        if part.stamp is None or part.stamp.document is None:
            family = [part]
            continue
        if family:
            noun = part.stamp.document
            holders = (other for other in reversed(family) if _title_ends_with(other, lines, noun))
            part.parent = next(holders, family[0])
        family.append(part)


def _title_ends_with(part: AnnexPart, lines: list[str], noun: str) -> bool:
    """True if the annex's title is a document of that kind."""
    for line in lines[part.first : part.last][:MOST_HEAD_LINES]:
        if stamp_of(line) is None and not NOTE_START.match(line):
            return line.casefold().rsplit(None, 1)[-1:] != [] and line.casefold().rsplit(None, 1)[-1].startswith(noun)
    return False


def _set_lost_numbers(parts: list[AnnexPart], titles: list[str], promises: list[Promise]) -> None:
    """Numbers for annexes without a header, from the list in the operative part."""
    lost = [(part, title) for part, title in zip(parts, titles, strict=True) if part.stamp is None]
    taken = {part.number for part in parts if part.parent is None}
    open_promises = [promise for promise in promises if promise.number not in taken and promise.title]
    names = [service_of(title) or title for _, title in lost]
    for (part, _), promise in zip(lost, assign(names, open_promises), strict=True):
        part.number = promise.number if promise is not None else None


def _set_locators(parts: list[AnnexPart]) -> None:
    """`annex_4`, `annex_4.annex`, `annex_2.annex_1`; `annex_x1`, `annex_x2` where a number is missing or comes twice."""
    families: dict[int, list[AnnexPart]] = {}
    for part in parts:
        families.setdefault(id(part.parent), []).append(part)
    for siblings in families.values():
        times = Counter(part.number for part in siblings)
        odd = [part for part in siblings if part.number is None or times[part.number] > 1]
        for part in siblings:
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
    form = editor = False
    while index < part.last and title is None:
        paragraph = paragraphs[index]
        line = text[paragraph.start : paragraph.end]
        if paragraph.torn or paragraph.cell is not None:
            break
        if NOTE_START.match(line) or editor:
            kind, at, rule = "note", f"{part.at}.note", "note_of_annex"
        elif stamp_of(line) is not None:
            kind, at, rule = "stamp", part.at, "stamp"
            form = form or line.casefold().endswith("нысан")
            stamp_text = f"{stamp_text} {line}" if stamp_text else line
        elif line.casefold().strip(" .") in FORM_WORDS:
            form = True
            kind, at, rule = "paragraph", part.at, "form_word"
        elif (BLANK_FIELD.search(line) and not FORM_TITLE.search(line)) or line[:1].islower():
            kind, at, rule = "paragraph", part.at, "blank_field"
        elif forms_of([line])[0].form == "text" and not TERMINAL.search(line[-4:]):
            title = line
            kind, at, rule = "title", part.at, "annex_title"
        else:
            break
        element.add(Element(kind, at, paragraph.start, paragraph.end, rule))  # type: ignore[arg-type]
        editor = EDITOR_HEAD.match(line) is not None
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
        kind=kind_of(title, form or _is_form(title, element, text)),
        title=title,
        service=service_of(title) or service_of(stamp_text),
        header_present=part.stamp is not None,
    )
    return element, annex, body


def _is_form(title: str | None, element: Element, text: str) -> bool:
    """True for an annex whose title tells no kind and whose lines leave blanks to be filled in."""
    if kind_of(title) != "other" or any(child.kind == "chapter" for child in element.children):
        return False
    return len(BLANKS.findall(text, element.start, element.end)) >= FEWEST_BLANKS


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
