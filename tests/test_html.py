"""HTML pages: the same act as the text, site furniture named and dropped, broken markup survived."""

from __future__ import annotations

import html

import pytest

from adilet_parser import Act, parse
from adilet_parser.language.line_forms import NOTE_START
from adilet_parser.segment.stamps import stamp_of
from tests.conftest import ROOT

PAGE = """<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>Әділет</title><script>var x = "1. Жоқ";</script></head>
<body><nav class="menu"><a href="/kaz">Басты бет</a></nav>
<div class="container_alpha slogan"><h1>{title}</h1><p>{info}</p></div>
<ul class="tabs"><li>Мәтін</li><li>Ресми жарияланым</li></ul>
<div class="text"><article>{body}</article></div>
<footer>© 2012. Қазақстан Республикасы Әділет министрлігінің институты</footer></body></html>"""
LISTS = ("annexes", "chapters", "points", "steps", "durations", "citations", "notes", "defined_terms", "amendments")
SKIP = {"span", "pieces", "target_span", "text_span"}


def page_of(act: Act) -> str:
    """An act as Әділет prints it: title and info line in the head, annex headers in tables, notes of a class."""
    lines = act.text.split("\n")
    title, info = lines[0], lines[1]
    parts = []
    for line in lines[2:]:
        text = html.escape(line)
        if NOTE_START.match(line):
            parts.append(f'<p class="note">{text}</p>')
        elif stamp_of(line) is not None:
            words = text.split(" ")
            cell = " ".join(words[:3]) + "<br/>" + " ".join(words[3:])
            parts.append(f"<table><tr><td>&nbsp;</td><td>{cell}</td></tr></table>")
        else:
            parts.append(f"<p>{text}</p>")
    return PAGE.format(title=html.escape(title), info=html.escape(info), body="\n".join(parts))


def facts(act: Act, name: str) -> list[dict[str, object]]:
    return [{key: value for key, value in row.model_dump().items() if key not in SKIP} for row in getattr(act, name)]


@pytest.mark.parametrize("name", ["kostanay-2016-117", "pavlodar-2017-88-amending", "vko-2015-214"])
def test_a_page_gives_the_same_act_as_its_text(name: str) -> None:
    text = parse(ROOT / "corpus" / name / "clean.txt")
    page = parse(page_of(text).encode(), "page.html")
    assert page.text == text.text
    assert page.act == text.act
    for listed in LISTS:
        assert facts(page, listed) == facts(text, listed), listed
    assert page.conservation.exact
    dropped = [entry.before for entry in page.repairs if entry.kind == "dropped_furniture"]
    assert {"Басты бет", "Мәтін", "Ресми жарияланым"} <= {entry.strip() for entry in dropped}


def test_links_keep_their_targets() -> None:
    page = "<p>Осы қаулының <a href='/kaz/docs/V15#z1'>1-қосымшасына</a> сәйкес қаулы етеді:</p><p>1. Бір.</p>"
    (link,) = parse(page.encode(), "x.html").links
    assert (link.text, link.uri, link.found) == ("1-қосымшасына", "/kaz/docs/V15#z1", "annotation")


def test_a_table_keeps_its_cells_and_spans() -> None:
    page = (
        "<p>1. Кесте:</p><table><tr><th>№</th><th colspan=2>Атауы</th></tr>"
        "<tr><td rowspan=2>1</td><td>а</td><td>б</td></tr><tr><td>в</td><td>г</td></tr></table>"
    )
    act = parse(page.encode(), "x.html")
    nodes = [act.tree]
    cells = []
    while nodes:
        node = nodes.pop(0)
        nodes += node.children
        if node.cell is not None:
            cells.append((node.text, node.cell.row, node.cell.column, node.cell.row_span, node.cell.column_span))
    assert cells == [("№", 0, 0, 1, 1), ("Атауы", 0, 1, 1, 2), ("1", 1, 0, 2, 1), ("а", 1, 1, 1, 1), ("б", 1, 2, 1, 1),
                     ("в", 2, 1, 1, 1), ("г", 2, 2, 1, 1)]  # fmt: skip


def test_numbers_of_list_items_are_said_to_be_added() -> None:
    act = parse("<h1>Тізім</h1><ol><li>Бірінші тармақ.</li><li>Екінші тармақ.</li></ol>".encode(), "x.html")
    assert [point.at for point in act.points] == ["point_1", "point_2"]
    assert act.conservation.added == 4
    assert act.conservation.exact


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 20_000 + "қаулы",
        "<div>" * 20_000 + "қаулы" + "</div>" * 100,
        "<table>" * 3000 + "<tr><td>қаулы",
        "<td>қаулы</td></tr></table>" * 1000,
        "<p>&#xD800; &bogus; &#99999999; &lt;қаулы</p>",
        "<p>қаулы<!-- нет конца",
        "<h1>қаулы</h1><![CDATA[ <p> ]]>",
        "<table><tr><td rowspan=999999999 colspan=99999999>қаулы</table>",
        "<p style='color:red'" * 500 + ">қаулы",
    ],
)
def test_broken_pages_are_survived(page: str) -> None:
    act = parse(page.encode("utf-8", "replace"), "x.html")
    assert act.conservation.exact
