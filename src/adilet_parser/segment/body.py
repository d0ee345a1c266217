"""Headings, points, sub-points and paragraphs of one container: the operative part, or one annex."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from adilet_parser.language.line_forms import RESULT_START
from adilet_parser.model.problems import Problem, problem
from adilet_parser.repair.repaired import Paragraph
from adilet_parser.segment.counted import counted_cells, gridded_cells, unparted_head
from adilet_parser.segment.element import Element
from adilet_parser.segment.numbering import Numbered, forms_of
from adilet_parser.segment.table import add_table

# The unit a note names: "Ескерту. 1-тармақ жаңа редакцияда", "Ескерту. 2-1-тармақпен толықтырылды"
NOTE_UNIT = regex.compile(
    r"^\s*(?:Ескерту\.\s+(?:\S+\s+)?)?(?P<number>\d+(?:-\d+)?)(?:\s?-\s?|\)\s?)(?P<unit>тармақша|тармақ|тармағ|бап|баб|тарау|бөлім)",
    regex.IGNORECASE,
)
# "Ескерту. Кіріспеге өзгеріс енгізілді", "Ескерту. Бұйрықтың кіріспесі жаңа редакцияда"
PREAMBLE_NOTE = regex.compile(r"^\s*Ескерту\.\s+(?:\p{L}+\s+)?(?:кіріспе|преамбула)", regex.IGNORECASE)
# `"1. Мемлекеттік ...`: a point that is quoted, or doubled
QUOTED_NUMBER = regex.compile(r"[\"«„“](?P<number>\d+(?:-\d+)?)\.\s")
BLANK = "____"
LIST_OVER = regex.compile(r"\.[\"»)]?$")


class Body:
    """Builds the parts of one container from its paragraphs, top to bottom."""

    def __init__(self, root: Element, text: str, base: str | None) -> None:
        self.root = root
        self.text = text
        self.base = base
        self.problems: list[Problem] = []
        self.chapter: Element | None = None
        self.article: Element | None = None
        self.point: Element | None = None
        self.subpoint: Element | None = None
        self.list_no = 1
        self.last_number: str | None = None
        self.seen: dict[str, Element] = {}
        self.copies: dict[str, int] = {}
        self.latest: dict[tuple[str, str | None], Element] = {}
        self.by_chapter = False

    def fill(self, paragraphs: Sequence[Paragraph]) -> None:
        """Adds all paragraphs of the container."""
        paragraphs = self._with_counted(paragraphs)
        open_text = [p for p in paragraphs if p.cell is None]
        lines = [self.text[p.start : p.end] for p in open_text]
        forms = _filled_in(lines, forms_of(lines))
        self.by_chapter = _restarts(forms)
        told = iter(zip(lines, forms, _lists_go_on(forms), strict=True))
        for table, group in itertools.groupby(paragraphs, key=lambda p: p.cell and p.cell.table):
            if table is not None:
                add_table(self._holder(), self._at(), self.text, list(group))
            else:
                self._open_text(group, told)

    def _with_counted(self, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
        """The paragraphs of an annex, those of a table that came as text with its cells."""
        if self.base is None or any(p.cell is not None for p in paragraphs):
            return paragraphs
        lines = [self.text[p.start : p.end] for p in paragraphs]
        cells = gridded_cells(lines)
        if not cells and (cells := counted_cells(lines)):
            span = (paragraphs[min(cells)].start, paragraphs[max(cells)].end)
            message = "A table without rulings: its rows are told by their numbers, its columns are not certain."
            self.problems.append(problem("table_unread", message, self.base, span))
        if not cells:
            message = "A table of actions without rulings: which words stand in which cell is not certain."
            for index, paragraph in enumerate(paragraphs):
                if not unparted_head(lines[index], lines[index + 1 : index + 3]):
                    continue
                self.problems.append(problem("table_unread", message, self.base, (paragraph.start, paragraph.end)))
        return [replace(p, cell=cells.get(index)) for index, p in enumerate(paragraphs)]

    def _open_text(self, paragraphs: Iterable[Paragraph], told: Iterator[tuple[str, Numbered, bool]]) -> None:
        """Paragraphs outside of tables, with what their lines say of themselves."""
        for paragraph, (line, form, goes_on) in zip(paragraphs, told, strict=False):
            if paragraph.torn:
                self._leaf(self._holder(), "torn", paragraph, "torn_remainder", self._at())
            elif form.form == "heading":
                self._heading(paragraph, form)
            elif form.form == "article":
                self._article(paragraph, form)
            elif form.form == "point":
                self._point(paragraph, form)
            elif form.form == "subpoint":
                self._subpoint(paragraph, form)
            elif form.form == "note":
                self._note(paragraph, line, form.opens)
            elif form.form == "contents":
                self.article = self.point = self.subpoint = None
                self._leaf(self._holder(), "contents", paragraph, "contents", self._at())
            elif form.form == "quoted":
                self._new_wording(paragraph)
            else:
                self._paragraph(paragraph, goes_on or RESULT_START.match(line) is not None)

    def _path(self, part: str, chapter: bool = True) -> str:
        """The locator of a part of this container."""
        steps = [self.base] if self.base else []
        if self.by_chapter and chapter and self.chapter is not None and self.chapter.number:
            steps.append(f"chapter_{self.chapter.number}")
        if self.article is not None and not part.startswith("article_"):
            return f"{self.article.at}.{part}"
        return ".".join([*steps, part])

    def _at(self) -> str | None:
        holder = self._holder()
        return holder.at if holder.at is not None else self.base

    def _holder(self) -> Element:
        """The innermost open part."""
        return self.subpoint or self.point or self.article or self.chapter or self.root

    def _leaf(self, parent: Element, kind: str, paragraph: Paragraph, rule: str, at: str | None) -> Element:
        leaf = Element(kind, at, paragraph.start, paragraph.end, rule)  # type: ignore[arg-type]
        return parent.add(leaf)

    def _heading(self, paragraph: Paragraph, form: Numbered) -> None:
        title = self.text[paragraph.start + form.body : paragraph.end]
        kind = {"chapter": "chapter", "part": "part", "section": "section", "paragraph": "chapter"}[
            form.level or "chapter"
        ]
        self.chapter = self.root.add(
            Element(kind, self.base, paragraph.start, paragraph.end, "heading", form.number, title)  # type: ignore[arg-type]
        )
        self.chapter.own = [(paragraph.start + form.body, paragraph.end)]
        self.article = self.point = self.subpoint = None
        self._leaf(self.chapter, "heading", paragraph, form.level or "chapter", self.base)

    def _article(self, paragraph: Paragraph, form: Numbered) -> None:
        self.article = None
        at = self._path(f"article_{form.number}", chapter=False)
        self.article = self._open("article", at, paragraph, form, self.chapter or self.root)
        self.article.heading = self.text[paragraph.start + form.body : paragraph.end] or None
        self.point = self.subpoint = None
        self.list_no, self.last_number = 1, None

    def _point(self, paragraph: Paragraph, form: Numbered) -> None:
        self.subpoint = None
        self.list_no, self.last_number = 1, None
        parent = self.article or self.chapter or self.root
        self.point = self._open("point", self._path(f"point_{form.number}"), paragraph, form, parent)

    def _subpoint(self, paragraph: Paragraph, form: Numbered) -> None:
        assert form.number is not None
        if (
            self.last_number is not None
            and _order(form.number) <= _order(self.last_number)
            and _order(form.number)[0] == 1
        ):
            self.list_no += 1
        self.last_number = form.number
        parent = self.point or self.article or self.chapter or self.root
        prefix = f"list_{self.list_no}." if self.list_no > 1 else ""
        above = self.point or self.article
        part = f"{prefix}subpoint_{form.number}"
        at = f"{above.at}.{part}" if above is not None else self._path(part)
        self.subpoint = self._open("subpoint", at, paragraph, form, parent)

    def _open(self, kind: str, at: str, paragraph: Paragraph, form: Numbered, parent: Element) -> Element:
        """A numbered element with its first line."""
        if at in self.seen:
            count = self.copies[at] = self.copies.get(at, 1) + 1
            message = f"The number {form.number} comes twice here."
            self.problems.append(problem("number_repeated", message, at, (paragraph.start, paragraph.end)))
            at = f"{at}_x{count}"
        element = Element(kind, at, paragraph.start, paragraph.end, kind, form.number)  # type: ignore[arg-type]
        element.own = [(paragraph.start + form.body, paragraph.end)]
        self.seen[at] = self.latest[kind, form.number] = element
        parent.add(element)
        self._leaf(element, "paragraph", paragraph, kind, at)
        return element

    def _paragraph(self, paragraph: Paragraph, in_list: bool) -> None:
        """An unnumbered paragraph goes to the sub-point or point it stands in.

        Behind a full stop it goes to the point, unless the list goes on below or it tells a sub-point's result (`in_list`).
        """
        again = QUOTED_NUMBER.match(self.text, paragraph.start, paragraph.end)
        if again and self.point is not None and self.point.number == again["number"]:
            message = f"The number {again['number']} comes again in a line that opens with a quote mark."
            self.problems.append(problem("number_repeated", message, self.point.at, (paragraph.start, paragraph.end)))
        if (
            self.subpoint is not None
            and not in_list
            and LIST_OVER.search(self.text[self.subpoint_end() - 3 : self.subpoint_end()])
        ):
            self.subpoint = None
        holder = self._holder()
        if holder.kind in {"point", "subpoint", "article"}:
            holder.own.append((paragraph.start, paragraph.end))
        self._leaf(holder, "paragraph", paragraph, "unnumbered", self._at())

    def _new_wording(self, paragraph: Paragraph) -> None:
        """A quoted paragraph of new wording belongs to the instruction above it."""
        holder = self._holder()
        if holder.kind in {"point", "subpoint", "article"}:
            holder.own.append((paragraph.start, paragraph.end))
        self._leaf(holder, "quoted", paragraph, "new_wording", self._at())

    def subpoint_end(self) -> int:
        """Where the words of the open sub-point end."""
        assert self.subpoint is not None
        return self.subpoint.own[-1][1]

    def _note(self, paragraph: Paragraph, line: str, opens: Numbered | None) -> None:
        """A note goes to the unit it names, if that is here or begins right below; else to the part it stands in."""
        match = NOTE_UNIT.match(line)
        named = None
        if match:
            unit = match["unit"].casefold()
            if unit in {"тарау", "бөлім"}:
                at = ".".join([*([self.base] if self.base else []), f"chapter_{match['number']}"])
                self._leaf(self.chapter or self.root, "note", paragraph, "note_of_chapter", f"{at}.note")
                return
            kind = "article" if unit in {"бап", "баб"} else "subpoint" if unit == "тармақша" else "point"
            if opens is not None and (opens.form, opens.number) == (kind, match["number"]):
                self._leaf(self._holder(), "note", paragraph, "note_of_unit_below", self._below(kind, match["number"]))
                return
            named = self.latest.get((kind, match["number"]))
            if named is None:
                # "4-тармақ алып тасталды": what is no more has its note where it stood
                self._leaf(
                    self._holder(), "note", paragraph, "note_of_missing_unit", self._below(kind, match["number"])
                )
                return
        if self.base is None and PREAMBLE_NOTE.match(line):
            self._leaf(self._holder(), "note", paragraph, "note_of_preamble", "preamble.note")
            return
        if named is None and self._holder() in (self.chapter, self.root):
            self._leaf(self._holder(), "note", paragraph, "note_of_part", f"{self.base or 'header'}.note")
            return
        holder = named or self._holder()
        self._leaf(holder, "note", paragraph, "note_of_unit", f"{holder.at}.note")

    def _below(self, kind: str, number: str) -> str:
        """The locator of the note on a unit that begins below it."""
        part = f"{kind}_{number}.note"
        return f"{self.point.at}.{part}" if kind == "subpoint" and self.point is not None else self._path(part)


def _lists_go_on(forms: Sequence[Numbered]) -> list[bool]:
    """For each line, whether the next numbered one goes on with the list of sub-points that stands above it."""
    found: list[bool] = []
    follows: Numbered | None = None
    for form in reversed(forms):
        found.append(follows is not None and follows.form == "subpoint" and follows.number != "1")
        if form.form in {"point", "subpoint", "article", "heading"}:
            follows = form
    return found[::-1]


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("-"))


def _filled_in(lines: Sequence[str], forms: Sequence[Numbered]) -> Sequence[Numbered]:
    """In a form, numbered lines are places to fill in and no points: `1. Ара ұяларының саны ______`."""
    numbered = [line for line, form in zip(lines, forms, strict=True) if form.form in {"point", "subpoint"}]
    blank = sum(BLANK in line for line in numbered)
    if blank * 2 <= len(numbered) or any(form.form in {"heading", "article"} for form in forms):
        return forms
    return [replace(form, form="text") if form.form in {"point", "subpoint"} else form for form in forms]


def _restarts(forms: Sequence[Numbered]) -> bool:
    """True where a chapter heading starts the points' numbering anew."""
    chapters = points = 0
    for form in forms:
        if form.form == "article":
            return False
        if form.form == "heading" and form.level in {"chapter", "section", "part"}:
            chapters += 1
        elif form.form == "point":
            if form.number == "1" and chapters > 1 and points:
                return True
            points += 1
    return False


def number_problems(root: Element) -> list[Problem]:
    """Gaps in the numbering of points and sub-points, list by list."""
    found: list[Problem] = []
    last: dict[tuple[str, str], Element] = {}
    for element in root.walk():
        if element.kind not in {"point", "subpoint", "article"} or element.at is None or element.number is None:
            continue
        parent, _, _ = element.at.rpartition(".")
        key = (parent, element.kind)
        number = _order(element.number)[0]
        before = last.get(key)
        expected = _order(before.number or "0")[0] if before is not None else 0
        if number > expected + 1:
            message = f"Numbers {expected + 1} to {number - 1} are missing before {element.number}."
            if number == expected + 2:
                message = f"Number {expected + 1} is missing before {element.number}."
            found.append(problem("number_gap", message, element.at, (element.start, element.end)))
        last[key] = element
    return found
