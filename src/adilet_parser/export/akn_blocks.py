"""The words of a document: paragraphs, tables, and the hierarchy of chapters, articles and points around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from adilet_parser.export.akn_ids import NUMBERED, Ids
from adilet_parser.export.akn_inline import Marks
from adilet_parser.export.xml_text import xml_text
from adilet_parser.text_order import Part

# a sub-point is a point inside a point, as the act's own words for them are (тармақ, тармақша)
TAGS = {"subpoint": "point"}
# around all words of a leaf; an editor's note is not the legislator's text
WRAP = {"title": ("docTitle", {}), "status": ("docStatus", {}), "signature": ("signature", {}),
        "note": ("remark", {"status": "editorial"})}  # fmt: skip
NAMED_BLOCKS = frozenset(["stamp", "contents", "figure", "info"])
# an instruction and the quoted paragraphs under it are one `mod`, which cannot hold another
INSIDE_MOD = frozenset(["mod", "quotedText"])


class Blocks:
    """Writes parts of an act under elements of the document."""

    def __init__(self, text: str, marks: Marks, ids: Ids) -> None:
        self.text = text
        self.marks = marks
        self.ids = ids

    def preface(self, parent: Element, parts: Iterable[Part], attributes: dict[str, str]) -> None:
        """What stands before the act's first words; its titles are the long title."""
        preface = SubElement(parent, "preface", attributes)
        leaves = [leaf for part in parts for leaf in _flat(part)]
        for is_title, run in groupby(leaves, key=lambda part: part.kind == "title"):
            self._run(SubElement(preface, "longTitle") if is_title else preface, list(run))

    def flat(self, parent: Element, parts: Iterable[Part]) -> None:
        """All words of some parts as blocks, where the schema has no hierarchy."""
        self._run(parent, [leaf for part in parts for leaf in _flat(part)])

    def mixed(self, parent: Element, parts: Sequence[Part]) -> None:
        """Blocks and elements of a hierarchy side by side, as an annex may have them."""
        for is_block, run in groupby(parts, key=_is_block):
            if is_block:
                self._run(parent, list(run))
            else:
                self.hierarchy(parent, list(run))

    def hierarchy(self, parent: Element, parts: Sequence[Part]) -> None:
        """Elements of a hierarchy; words between them get a container of their own."""
        for is_block, run in groupby(parts, key=_is_block):
            if is_block:
                container = SubElement(parent, "hcontainer", name="text")
                self._run(SubElement(container, "content"), list(run))
            else:
                for part in run:
                    self._element(parent, part)

    def _element(self, parent: Element, part: Part) -> None:
        if part.kind not in NUMBERED:
            self.hierarchy(parent, part.children)  # a container that says nothing of its own
            return
        element = SubElement(parent, TAGS.get(part.kind, part.kind), eId=self.ids.of(part))
        parts, start = self._opening(element, part)
        blocks = [_is_block(child) for child in parts]
        if all(blocks):
            if parts:
                self._run(SubElement(element, "content"), parts, start)
            return
        first, last = blocks.index(False), len(blocks) - blocks[::-1].index(False)
        if first:
            self._run(SubElement(element, "intro"), parts[:first], start)
        self.hierarchy(element, parts[first:last])
        if parts[last:]:
            self._run(SubElement(element, "wrapUp"), parts[last:])

    def _opening(self, element: Element, part: Part) -> tuple[Sequence[Part], int | None]:
        """Write number and heading; what is left of the parts, and where the words of the first of them begin."""
        first = part.children[0]
        if not first.is_leaf or first.kind not in ("heading", "paragraph"):
            return part.children, None
        start, end = first.node.span
        heading = part.node.heading
        if heading and self.text[start:end].endswith(heading):
            title = end - len(heading)
            self._number(element, start, title)
            self.marks.fill(SubElement(element, "heading"), title, end)
            return part.children[1:], None
        if first.kind == "heading":
            self.marks.fill(SubElement(element, "heading"), start, end)
            return part.children[1:], None
        number = part.node.number
        match = re.match(rf"\s*{re.escape(number)}\s*[.)]*\s*", self.text[start:end]) if number else None
        if match is None:
            return part.children, None
        num = self._number(element, start, start + match.end())
        if start + match.end() < end:
            return part.children, start + match.end()
        SubElement(num, "eol")  # nothing follows the number in its line
        return part.children[1:], None

    def _number(self, element: Element, start: int, end: int) -> Element:
        """The number with its point or bracket and the blank after it, which is nowhere else."""
        num = Element("num")
        if start < end:
            num.text = xml_text(self.text[start:end])
            element.append(num)
        return num

    def _run(self, parent: Element, parts: Sequence[Part], start: int | None = None) -> None:
        """Leaves and tables as blocks; `start` says where the words of the first one begin, after its number."""
        place = 0
        while place < len(parts):
            part = parts[place]
            place += 1
            if part.kind == "table" and not part.is_leaf:
                self._table(parent, part)
                continue
            quoted: list[Part] = []
            while place < len(parts) and parts[place].kind == "quoted" and part.kind in ("paragraph", "quoted"):
                quoted.append(parts[place])
                place += 1
            begin = part.node.span[0] if start is None else start
            start = None
            self._leaf(parent, part, begin, quoted)

    def _leaf(self, parent: Element, part: Part, start: int, quoted: Sequence[Part]) -> None:
        end, kind = part.node.span[1], part.kind
        block = SubElement(parent, "block", name=kind) if kind in NAMED_BLOCKS else SubElement(parent, "p")
        if kind == "torn":
            block.set("status", "incomplete")
        if kind == "quoted" or quoted:
            mod = SubElement(block, "mod")
            if kind == "quoted":
                quoted = [part, *quoted]
            else:
                self.marks.fill(mod, start, end, without=INSIDE_MOD)
            structure = SubElement(mod, "quotedStructure")
            for line in quoted:
                self.marks.fill(SubElement(structure, "p"), *line.node.span, without=INSIDE_MOD)
            return
        if kind in WRAP:
            tag, attributes = WRAP[kind]
            block = SubElement(block, tag, attributes)
        self.marks.fill(block, start, end)

    def _table(self, parent: Element, table: Part) -> None:
        """A table; cells that the tree does not have because they are empty keep their place."""
        element = SubElement(parent, "table", eId=self.ids.of(table))
        taken: set[tuple[int, int]] = set()
        for row in table.children:
            tr = SubElement(element, "tr")
            column = 0
            for cell in row.children or [row]:
                place = cell.node.cell
                if place is not None:
                    while column < place.column:
                        if (place.row, column) not in taken:
                            SubElement(tr, "td")
                        column += 1
                    column += place.column_span
                    taken.update(
                        (place.row + down, place.column + right)
                        for down in range(place.row_span)
                        for right in range(place.column_span)
                    )
                self._cell(tr, cell)

    def _cell(self, tr: Element, cell: Part) -> None:
        place = cell.node.cell
        td = SubElement(tr, "th" if place is not None and place.header else "td")
        if place is not None and place.row_span > 1:
            td.set("rowspan", str(place.row_span))
        if place is not None and place.column_span > 1:
            td.set("colspan", str(place.column_span))
        self._run(td, _flat(cell))


def _flat(part: Part) -> list[Part]:
    """The leaves and tables under a part, in order; a leaf without a character says nothing."""
    if part.is_leaf:
        return [part] if part.node.span[0] < part.node.span[1] else []
    if part.kind == "table":
        return [part]
    return [leaf for child in part.children for leaf in _flat(child)]


def _is_block(part: Part) -> bool:
    return part.is_leaf or part.kind == "table"
