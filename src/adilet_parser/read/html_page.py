"""The paragraphs of an HTML page: text with its place in the file, in the order a reader sees it."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from html.parser import HTMLParser

import regex

from adilet_parser.read.source import Cell, LinkText, Style

# Elements that begin and end a paragraph
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "title",
    ]
)
# Elements whose text nobody reads on the page
UNSEEN = frozenset(["script", "style", "template", "noscript", "svg", "head"])
# Elements that belong to the site, and classes that say so
SITE = frozenset(["nav", "aside", "footer", "form", "button", "select", "menu"])
SITE_CLASS = regex.compile(
    r"\b(?:menu|nav|breadcrumb|tabs?|share|sidebar|toolbar|banner|btn|button|search|footer|adv)\b", regex.IGNORECASE
)
# Where the act's head stands on pages whose body is an <article>
HEAD_CLASS = regex.compile(r"\b(?:slogan|status|title|info)\b", regex.IGNORECASE)
NOTE_CLASS = regex.compile(r"\bnote\b", regex.IGNORECASE)
RED = regex.compile(r"color\s*:\s*(?:red|#f00|#ff0000)", regex.IGNORECASE)
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
DEEPEST = 500
"""Elements nested deeper than this are read as if they stood at this depth."""


@dataclass(slots=True)
class _Open:
    """An element that is open: what it makes of the text inside it."""

    tag: str
    unseen: bool = False
    site: bool = False
    head: bool = False
    article: bool = False
    style: Style = "body"
    counter: int = 0  # of an <ol>
    href: str | None = None


@dataclass(slots=True)
class _Table:
    """A table while it is read: cells in order with the lines they hold; rows that earlier cells still span."""

    number: int
    row: int = -1
    column: int = 0
    cell: Cell | None = None
    spans: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Paragraph:
    """One block of text: characters with their places in the file (or none, for a list number)."""

    letters: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    made: int = 0  # so many characters at the start were made by the reader
    links: list[LinkText] = field(default_factory=list)
    style: Style = "body"
    cell: Cell | None = None
    inside: bool = False


class PageReader(HTMLParser):
    """Collects the paragraphs of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *(index + 1 for index, letter in enumerate(text) if letter == "\n")]
        self._open: list[_Open] = [_Open("")]
        self._tables: list[_Table] = []
        self._table_count = 0
        self._current = Paragraph()
        self._paragraphs: list[Paragraph] = []
        self.has_article = False

    def finish(self) -> list[Paragraph]:
        """The paragraphs that hold more than blanks."""
        self._flush()
        return self._paragraphs

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        told = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._line_break()
            return
        if tag in BLOCKS:
            self._flush()
        if tag in VOID:
            return
        if tag in {"p", "li", "tr", "td", "th"}:
            self._close_forgotten(tag)
        if len(self._open) < DEEPEST:
            self._open.append(self._element(tag, told))
        if tag == "table":
            self._table_count += 1
            self._tables.append(_Table(self._table_count))
        elif tag in {"tr", "td", "th"} and self._tables:
            self._enter_cell(tag, told)
        elif tag == "li":
            self._number()

    def _element(self, tag: str, told: dict[str, str]) -> _Open:
        above = self._open[-1]
        classes = f"{told.get('class', '')} {told.get('id', '')}"
        style: Style = above.style
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            style = "heading"
        elif NOTE_CLASS.search(classes) or RED.search(told.get("style", "")):
            style = "note"
        if tag == "article":
            self.has_article = True
        return _Open(
            tag=tag,
            unseen=above.unseen or tag in UNSEEN,
            site=above.site
            or tag in SITE
            or (tag not in {"body", "html", "article"} and bool(SITE_CLASS.search(classes))),
            head=above.head or tag == "h1" or bool(HEAD_CLASS.search(classes)),
            article=above.article or tag == "article",
            style=style,
            href=told.get("href") if tag == "a" else above.href,
        )

    def _close_forgotten(self, tag: str) -> None:
        """A paragraph, item, row or cell that was left open ends where the next of its kind begins."""
        closers = {"p": {"p"}, "li": {"li"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}}[tag]
        walls = {"li": {"ol", "ul"}, "p": BLOCKS}.get(tag, {"table"})
        for index in range(len(self._open) - 1, 0, -1):
            name = self._open[index].tag
            if name in closers:
                del self._open[index:]
                return
            if name in walls:
                return

    def handle_endtag(self, tag: str) -> None:
        """Closes an element and what was left open in it."""
        if tag in BLOCKS:
            self._flush()
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                break
        if tag == "table" and self._tables:
            self._tables.pop()
        elif tag in {"td", "th"} and self._tables:
            self._tables[-1].cell = None

    def _enter_cell(self, tag: str, told: dict[str, str]) -> None:
        table = self._tables[-1]
        if tag == "tr":
            table.row += 1
            table.column = 0
            table.spans = {column: rows - 1 for column, rows in table.spans.items() if rows > 1}
            return
        while table.spans.get(table.column, 0):
            table.column += 1
        rows, columns = _span(told.get("rowspan")), _span(told.get("colspan"))
        table.cell = Cell(table.number, max(table.row, 0), table.column, rows, columns)
        if rows > 1:
            table.spans |= {table.column + step: rows for step in range(columns)}
        table.column += columns

    def _number(self) -> None:
        """The number that a page shows before an item of an ordered list."""
        holder = next((entry for entry in reversed(self._open[:-1]) if entry.tag in {"ol", "ul"}), None)
        if holder is not None and holder.tag == "ol" and not self._open[-1].unseen:
            holder.counter += 1
            printed = f"{holder.counter}. "
            self._current.letters += printed
            self._current.offsets += [self._offset()] * len(printed)
            self._current.made = len(printed)

    def handle_data(self, data: str) -> None:
        """Text as it stands."""
        if self._open[-1].unseen:
            return
        start = self._offset()
        self._add(data, range(start, start + len(data)))

    def handle_entityref(self, name: str) -> None:
        """`&laquo;`"""
        self._entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """`&#171;`"""
        self._entity(f"&#{name};")

    def _entity(self, printed: str) -> None:
        if not self._open[-1].unseen:
            text = html.unescape(printed)
            self._add(text, [self._offset()] * len(text))

    def _add(self, data: str, offsets: range | list[int]) -> None:
        element, current = self._open[-1], self._current
        before = len(current.letters)
        if not data.isspace():
            current.style = "furniture" if element.site else element.style
            current.inside = current.inside or element.article or element.head
            current.cell = self._tables[-1].cell if self._tables else None
        current.letters += [" " if letter.isspace() else letter for letter in data]
        current.offsets += offsets
        if element.href and data.strip():
            current.links.append(LinkText(before, len(current.letters), element.href))

    def _line_break(self) -> None:
        """`<br>` parts lines of an annex header, which are one paragraph, and paragraphs elsewhere."""
        if self._tables or self._open[-1].style == "heading":
            self._add(" ", [self._offset()])
        else:
            self._flush()

    def _flush(self) -> None:
        """Ends a paragraph; a list number alone waits for the paragraph inside its item."""
        current = self._current
        if "".join(current.letters[current.made :]).strip():
            self._paragraphs.append(current)
        elif current.made:
            return
        self._current = Paragraph()

    def _offset(self) -> int:
        """Where the parser stands in the file."""
        line, column = self.getpos()
        return self._lines[min(line, len(self._lines)) - 1] + column


def _span(told: str | None) -> int:
    return max(1, min(int(told), 1000)) if told and told.strip().isdigit() else 1
