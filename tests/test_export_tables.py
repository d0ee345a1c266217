"""Spreadsheets and Mermaid: every record there, nothing taken for a formula or a command."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from adilet_parser import Act, parse
from adilet_parser.batch.tables import SCHEMAS
from adilet_parser.cli import app
from adilet_parser.export.mermaid import mermaid
from adilet_parser.export.spreadsheet import as_csv, harmless, workbook
from adilet_parser.flow import processes_of
from tests.conftest import ROOT, TEXT_FILE

HOSTILE = "Қала әкімдігінің 2019 жылғы 5 мамырдағы № 7 қаулысы\nҚАУЛЫ ЕТЕДІ:\n1. Бекітілсін (бұдан әрі – =cmd|'/c calc'!A1).\n"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+7 701", "'+7 701"),
        ("-5", "'-5"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("-", "-"),
        ("сөз", "сөз"),
        (-3, -3),
        (None, None),
    ],
)
def test_harmless(cell: object, expected: object) -> None:
    assert harmless(cell) == expected


def test_csv_keeps_commas_quotes_and_line_ends() -> None:
    assert as_csv(["a", "b"], [('x, "y"', "z\nw")]) == 'a,b\n"x, ""y""","z\nw"\n'


def test_a_workbook_has_a_sheet_a_list(text_act: Act) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(workbook(text_act, "act.txt")))
    assert book.sheetnames == list(SCHEMAS)
    for name in SCHEMAS:
        rows = list(book[name].iter_rows(values_only=True))
        assert list(rows[0]) == list(SCHEMAS[name])
        assert len(rows) - 1 == (1 if name == "acts" else len(getattr(text_act, name)))
    steps = list(book["steps"].iter_rows(values_only=True))
    assert steps[1][steps[0].index("action")] == text_act.steps[0].action


def test_a_workbook_holds_text_and_no_formula() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    act = parse(HOSTILE.encode(), "\x00=x.txt")
    book = openpyxl.load_workbook(io.BytesIO(workbook(act, "\x00=x.txt")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value and str(cell.value).startswith("=cmd") for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


@pytest.mark.parametrize(
    ("to", "begins"),
    [("akn", b"<?xml"), ("bpmn", b"<?xml"), ("mermaid", b"## "), ("text", "Денсаулық".encode()), ("xlsx", b"PK")],
)
def test_the_command_writes_every_format(tmp_path: Path, to: str, begins: bytes) -> None:
    out = tmp_path / "out"
    assert CliRunner().invoke(app, ["export", str(TEXT_FILE), "--to", to, "-o", str(out)]).exit_code == 0
    assert out.read_bytes().startswith(begins)


def test_the_command_writes_a_folder_of_tables(tmp_path: Path, text_act: Act) -> None:
    assert CliRunner().invoke(app, ["export", str(TEXT_FILE), "--to", "csv", "-o", str(tmp_path / "t")]).exit_code == 0
    assert {path.stem for path in (tmp_path / "t").iterdir()} == set(SCHEMAS)
    with (tmp_path / "t" / "steps.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == len(text_act.steps) + 1
    assert CliRunner().invoke(app, ["export", str(TEXT_FILE), "--to", "csv"]).exit_code == 2
    assert CliRunner().invoke(app, ["export", str(TEXT_FILE), "--to", "docx"]).exit_code == 2


def test_every_step_is_in_the_flowcharts(text_act: Act) -> None:
    page = mermaid(text_act)
    assert page.count("```mermaid") == len(processes_of(text_act))
    assert page.count('"]') + page.count('"}}') == len(text_act.steps) + page.count("subgraph")


def test_cases_lead_where_they_say() -> None:
    act = parse(ROOT / "corpus" / "karagandy-2013-16-04" / "clean.txt")
    first = processes_of(act)[0]
    assert {(first.tasks[e.source].number, first.tasks[e.target].number, e.label) for e in first.edges if e.label} == {
        ("2-шарт", "6-үдеріс", "деректер болған жағдайда"),
        ("2-шарт", "5-үдеріс", "болмаған жағдайда"),
    }
    assert [task.kind for task in first.tasks[:2]] == ["task", "check"]
    # what one condition parts does not flow together
    assert ("5-үдеріс", "6-үдеріс") not in {
        (first.tasks[e.source].number, first.tasks[e.target].number) for e in first.edges
    }


def test_mermaid_text_cannot_break_out() -> None:
    act = parse(ROOT / "corpus" / "vko-2015-214" / "clean.txt")
    act = act.model_copy(
        update={"steps": (act.steps[0].model_copy(update={"action": 'a"] --> b\n```<b>#'}), *act.steps[1:])}
    )
    node = next(line for line in mermaid(act).splitlines() if "t0[" in line)
    assert "a#quot;] --#gt; b #96;#96;#96;#lt;b#gt;#35;" in node
