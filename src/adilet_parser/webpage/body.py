"""The text of an act as HTML: its structure to fold, every line whole, marks and problems beside it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from adilet_parser.model.act import Act
from adilet_parser.model.problems import Problem
from adilet_parser.model.tree import Node
from adilet_parser.text_order import Part, in_text_order
from adilet_parser.webpage.marks import Marks, Piece, marks_of, pieces
from adilet_parser.webpage.words import WORDS

FOLDED = frozenset(["annex", "part", "section", "chapter"])
NUMBERED = frozenset(["point", "subpoint", "article"])
HEADS = frozenset(["stamp", "title", "heading"])
SUBDUED = frozenset(["info"])


class Body:
    """Writes the lines of an act; `ids` are the anchors given so far, each once."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.marks = Marks(marks_of(act))
        self.ids: set[str] = set()
        self.records = {
            **{row.at: f"annexes-{i}" for i, row in enumerate(act.annexes)},
            **{row.at: f"points-{i}" for i, row in enumerate(act.points)},
        }
        self.problems: dict[int, list[Problem]] = {}
        for problem in act.problems:
            if problem.span is not None:
                line = act.text.rfind("\n", 0, problem.span[0]) + 1
                self.problems.setdefault(line, []).append(problem)

    def html(self) -> str:
        """The whole text."""
        return "".join(self._children(in_text_order(self.act.tree)))

    def _children(self, part: Part) -> Iterator[str]:
        for child in part.children:
            yield from self._part(child)

    def _part(self, part: Part) -> Iterator[str]:
        if part.is_leaf:
            yield self._line(part.node)
        elif part.kind in FOLDED:
            yield from self._folded(part)
        elif part.kind == "table":
            yield from self._table(part)
        else:
            yield f'<section class="{part.kind}"{self._anchor(part.node)}>'
            yield from self._children(part)
            yield "</section>"

    def _folded(self, part: Part) -> Iterator[str]:
        """The lines that head the part are what stays when it is folded."""
        heads = 0
        while heads < len(part.children) and part.children[heads].kind in HEADS and part.children[heads].is_leaf:
            heads += 1
        yield f'<details open class="{part.kind}"{self._anchor(part.node)}><summary>'
        yield from (self._line(child.node) for child in part.children[:heads])
        yield escape("" if heads else part.node.at or "") + "</summary>"
        for child in part.children[heads:]:
            yield from self._part(child)
        yield "</details>"

    def _table(self, part: Part) -> Iterator[str]:
        yield '<div class="table"><table>'
        for row in part.children:
            yield "<tr>"
            for cell in row.children:
                place = cell.node.cell
                spans = f' rowspan="{place.row_span}" colspan="{place.column_span}"' if place else ""
                tag = "th" if place and place.header else "td"
                yield f"<{tag}{spans}>"
                yield from self._children(cell) if cell.children else [self._line(cell.node)]
                yield f"</{tag}>"
            yield "</tr>"
        yield "</table></div>"

    def _anchor(self, node: Node) -> str:
        if node.at is None or node.at in self.ids:
            return ""
        self.ids.add(node.at)
        return f' id="{escape(node.at)}"'

    def _line(self, node: Node) -> str:
        start, end = node.span
        words = "".join(self._piece(piece) for piece in pieces(start, end, self.marks.within(start, end)))
        record = self.records.get(node.at or "")
        about = ""
        if record is not None and node.kind != "note":
            del self.records[node.at or ""]
            kk, en = WORDS["about"]
            about = f'<button class="about" data-r="{record}" aria-label="{escape(node.at or "")}" title="{kk} / {en}">¶</button>'
        told = "".join(
            f'<li class="{problem.severity}"><code>{problem.code}</code> {escape(problem.message)}</li>'
            for problem in self.problems.pop(start, [])
        )
        margin = f'<ul class="margin">{told}</ul>' if told else ""
        return f'<div class="row">{about}<p class="line {node.kind}"{self._anchor(node)}>{words}</p>{margin}</div>'

    def _piece(self, piece: Piece) -> str:
        words = escape(self.act.text[piece.start : piece.end])
        if not piece.marks:
            return words
        kinds = " ".join(sorted({mark.kind for mark in piece.marks}))
        records = " ".join(mark.id for mark in reversed(piece.marks))
        link = next((mark.href for mark in reversed(piece.marks) if mark.href is not None), None)
        if link is not None:
            outside = "" if link.startswith("#") else ' target="_blank" rel="noreferrer noopener"'
            return f'<a class="m {kinds}" data-r="{records}" href="{escape(link)}"{outside}>{words}</a>'
        focus = ' tabindex="0" role="button"' if piece.first else ""
        return f'<span class="m {kinds}" data-r="{records}"{focus}>{words}</span>'
