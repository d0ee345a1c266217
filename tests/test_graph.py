"""The graph of acts, and durations turned into dates."""

from __future__ import annotations

import csv
import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from adilet_parser import parse
from adilet_parser.graph import graph_of
from adilet_parser.model.act import Act
from adilet_parser.model.records import Duration
from adilet_parser.recognise.durations import find_durations
from adilet_parser.working_days import due_date, is_working_day
from tests.conftest import PDF_FILE, ROOT, TEXT_FILE


def test_one_act_is_one_node_however_it_is_cited() -> None:
    graph = graph_of([parse(TEXT_FILE), parse(PDF_FILE)])
    orders = [node for node in graph.nodes.values() if node.kind == "act" and node.number == "272"]
    assert [node.id for node in orders] == ["V1500011304"]
    own = [node for node in graph.nodes.values() if node.parsed]
    assert [node.adilet_id for node in own] == ["V19D0005055"]
    assert {edge.source for edge in graph.edges} == {"V19D0005055"}
    relations = {edge.relation for edge in graph.edges}
    assert {"legal_basis", "approved_by", "refers", "repealed_by", "amended_by"} <= relations


def test_places_belong_to_their_acts() -> None:
    graph = graph_of([parse(TEXT_FILE)])
    place = graph.nodes["Z1300000088#art_16__pt_1"]
    assert (place.kind, place.part_of) == ("place", "Z1300000088")
    assert all(edge.target in graph.nodes for edge in graph.edges)
    assert graph.nodes["V19D0005055#annex_1"].part_of == "V19D0005055"
    standard = [edge for edge in graph.edges if edge.target == "V1500011304#pt_9"]
    assert standard


def cited(*words: str) -> Act:
    """An act that cites what the words say, one point each."""
    points = "\n".join(f"{number}. Осы {text} қараңыз." for number, text in enumerate(words, 1))
    return parse(f"Т туралы\nАбай облысы әкімдігінің 2012 жылғы 3 сәуірдегі № 70 қаулысы\n{points}\n".encode(), "x.txt")


def test_acts_that_turn_out_to_be_one_become_one_node() -> None:
    """By title and date in one place, by issuer and number in another; a third place gives both."""
    by_title = '"Бал туралы" 2015 жылғы 5 мамырдағы № 9 қаулысын'
    by_issuer = "Жамбыл облысы әкімдігінің 2015 жылғы 5 мамырдағы № 9 қаулысын"
    both = '"Бал туралы" Жамбыл облысы әкімдігінің 2015 жылғы 5 мамырдағы № 9 қаулысын'
    apart, joined = graph_of([cited(by_title, by_issuer)]), graph_of([cited(by_title, by_issuer, both)])
    assert [sum(row["number"] == "9" for row in graph.node_rows()) for graph in (apart, joined)] == [2, 1]
    ids = {row["id"] for row in joined.node_rows()}
    assert {edge["target"] for edge in joined.edge_rows()} <= ids


def test_the_command_writes_tables(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "adilet_parser",
        "graph",
        str(ROOT / "corpus" / "vko-2015-214"),
        "-o",
        str(tmp_path / "g"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    rows = list(csv.DictReader((tmp_path / "g" / "edges.csv").open(encoding="utf-8")))
    assert {"source", "at", "relation", "target", "text"} == set(rows[0])
    assert (tmp_path / "g" / "nodes.csv").exists()


def duration(text: str) -> Duration:
    (hit,) = find_durations(text)
    return Duration(
        span=(hit.start, hit.end), rule="", at="", text=text[hit.start : hit.end], iso8601="", calendar=hit.calendar,
        bound=hit.bound, parts=hit.parts, spelled=None, anchor=None, role="other",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("1 (бір) жұмыс күні ішінде", dt.date(2024, 3, 1), dt.date(2024, 3, 4)),  # a Friday
        ("5 (бес) жұмыс күні ішінде", dt.date(2024, 3, 1), dt.date(2024, 3, 11)),  # 8 March
        ("3 (үш) жұмыс күні ішінде", dt.date(2024, 3, 19), dt.date(2024, 3, 27)),  # Наурыз, 21-25 March
        ("күнтізбелік он күн ішінде", dt.date(2024, 3, 1), dt.date(2024, 3, 11)),
        ("екі ай ішінде", dt.date(2023, 12, 31), dt.date(2024, 2, 29)),
        ("бір жыл ішінде", dt.date(2024, 2, 29), dt.date(2025, 2, 28)),
        ("30 минут", dt.date(2024, 3, 1), dt.date(2024, 3, 1)),
        ("1 (бір) жұмыс күні және 7 (жеті) жұмыс сағаты ішінде", dt.date(2024, 3, 4), dt.date(2024, 3, 5)),
    ],
)
def test_due_dates(text: str, start: dt.date, expected: dt.date) -> None:
    assert due_date(start, duration(text)) == expected


def test_moved_days() -> None:
    assert not is_working_day(dt.date(2024, 3, 21))
    assert not is_working_day(dt.date(2024, 3, 23))
    assert is_working_day(dt.date(2024, 3, 20))
    # Saturday 4 May 2024 was worked for Wednesday 8 May
    assert is_working_day(dt.date(2024, 5, 4))
    assert not is_working_day(dt.date(2024, 5, 8))
