"""The page of an act: its text whole, its marks right, its links inside or to Әділет, hostile text harmless."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from adilet_parser import Act, parse
from adilet_parser.cli import app
from adilet_parser.flow import processes_of
from adilet_parser.webpage.drawing import drawing
from adilet_parser.webpage.marks import Mark, pieces
from adilet_parser.webpage.page import page
from tests.conftest import ROOT, TEXT_FILE

TUNE = sorted(
    path
    for path in (ROOT / "corpus").glob("*/*")
    if path.suffix in {".txt", ".pdf"} and not (ROOT / "gold" / "test" / f"{path.parent.name}.json").exists()
)
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Read(HTMLParser):
    """What stands on a page: the lines of the text, ids, links, records, elements that ask for something."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.asked: list[str] = []
        self.records: set[str] = set()
        self.scripts: dict[str, str] = {}
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in VOID:
            self.open.append((tag, told))
        if "id" in told:
            self.ids.append(told["id"] or "")
        if tag == "a":
            self.links.append(told.get("href") or "")
        elif any(name in told for name in ("src", "srcset", "href", "action", "data")):
            self.asked.append(f"{tag} {told}")
        self.asked += [f"{tag} {name}" for name in told if name.startswith("on")]
        self.records.update((told.get("data-r") or "").split())
        if tag == "p" and "line" in (told.get("class") or "").split():
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if any(tag == "p" and "line" in (told.get("class") or "").split() for tag, told in self.open):
            self.lines[-1] += data
        if self.open and self.open[-1][0] == "script":
            name = self.open[-1][1].get("id") or "code"
            self.scripts[name] = self.scripts.get(name, "") + data


@pytest.mark.parametrize("path", TUNE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_text_is_whole_and_every_link_leads_somewhere(path: Path) -> None:
    act = parse(path)
    read = Read(page(act))
    assert read.lines == act.text.split("\n")
    assert max(Counter(read.ids).values()) == 1
    assert read.asked == []
    inside = {link[1:] for link in read.links if link.startswith("#")}
    assert inside <= set(read.ids)
    outside = {link for link in read.links if not link.startswith("#")}
    assert all(link.startswith("https://adilet.zan.kz/kaz/docs/") for link in outside)
    records = json.loads(read.scripts["records"])
    assert read.records <= set(records)
    assert {f"durations-{index}" for index in range(len(act.durations))} <= read.records
    assert {f"steps-{index}" for index in range(len(act.steps))} <= read.records


def test_the_panel_knows_the_source(text_act: Act, pdf_act: Act) -> None:
    source = TEXT_FILE.read_text(encoding="utf-8-sig")
    told = json.loads(Read(page(text_act, source)).scripts["records"])["durations-0"]
    assert told["says"]["iso8601"] == text_act.durations[0].iso8601
    line = told["source"][0]
    assert source.split("\n")[line["line"] - 1].rstrip("\r") == line["printed"]
    box = json.loads(Read(page(pdf_act)).scripts["records"])["durations-0"]["source"][0]
    assert box["page"] == pdf_act.source_map.boxes(*pdf_act.durations[0].span)[0].page


A, B = Mark(0, 4, "citation", "a"), Mark(2, 6, "term", "b")


@pytest.mark.parametrize(
    ("start", "end", "marks", "expected"),
    [
        (0, 3, [], [(0, 3, "", "")]),
        (0, 4, [A], [(0, 4, "a", "a")]),
        (0, 8, [A, B], [(0, 2, "a", "a"), (2, 4, "ab", "b"), (4, 6, "b", ""), (6, 8, "", "")]),
        (1, 3, [A, B], [(1, 2, "a", "a"), (2, 3, "ab", "b")]),
        (
            0,
            6,
            [Mark(0, 6, "term", "o"), Mark(2, 3, "duration", "i")],
            [(0, 2, "o", "o"), (2, 3, "oi", "i"), (3, 6, "o", "")],
        ),
        (0, 0, [], []),
    ],
)
def test_pieces(start: int, end: int, marks: list[Mark], expected: list[tuple[int, int, str, str]]) -> None:
    found = [
        (p.start, p.end, "".join(m.id for m in p.marks), "".join(m.id for m in p.first))
        for p in pieces(start, end, marks)
    ]
    assert found == expected


def test_every_step_is_drawn_once_and_nothing_overlaps(text_act: Act) -> None:
    for act in (text_act, parse(ROOT / "corpus" / "karagandy-2013-16-04" / "clean.txt")):
        for process in processes_of(act):
            root = ElementTree.fromstring(drawing(process))
            steps = [group for group in root if group.get("class", "").startswith("step ")]
            assert [group.get("data-r") for group in steps] == [f"steps-{task.step}" for task in process.tasks]
            assert sum(element.get("class") == "flow" for element in root) == len(process.edges)
            tops = []
            for group in steps:
                shape = next(element for element in group if element.tag in {"rect", "polygon"})
                if shape.tag == "rect":
                    tops.append((float(shape.get("y", 0)), float(shape.get("y", 0)) + float(shape.get("height", 0))))
                else:
                    ys = [float(pair.split(",")[1]) for pair in shape.get("points", "").split()]
                    tops.append((min(ys), max(ys)))
            assert all(above[1] < below[0] for above, below in itertools.pairwise(tops))


HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="alert(3)\' & \u2028'


def test_hostile_text_is_text() -> None:
    text = (
        f"Қызмет туралы {HOSTILE}\nҚала әкімдігінің 2019 жылғы 5 мамырдағы № 7 қаулысы\nҚАУЛЫ ЕТЕДІ:\n"
        f'1. "{HOSTILE}" (бұдан әрі – {HOSTILE.replace("(", "").replace(")", "")}) 5 күн ішінде.\n2. Осы қаулының 1-тармағы {HOSTILE}.\n'
    )
    act = parse(text.encode(), f"{HOSTILE}.txt")
    read = Read(page(act, text))
    assert read.asked == []
    assert read.lines == act.text.split("\n")
    assert set(read.scripts) == {"records", "words", "code"}
    json.loads(read.scripts["records"])


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"1. a", "Мәтін".encode()])
def test_an_act_that_is_none_is_a_page_too(data: bytes) -> None:
    act = parse(data, "a.txt")
    assert Read(page(act)).lines == (act.text.split("\n") if act.text else [])


def test_the_command(tmp_path: Path) -> None:
    out = tmp_path / "act.html"
    assert CliRunner().invoke(app, ["view", str(TEXT_FILE), "-o", str(out)]).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert CliRunner().invoke(app, ["view", str(tmp_path / "none.pdf")]).exit_code == 2
