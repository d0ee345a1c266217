"""Two acts side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from adilet_parser import Act, parse
from adilet_parser.cli import app
from adilet_parser.diff import diff
from tests.conftest import PDF_FILE, TEXT_FILE

TEXT = TEXT_FILE.read_text(encoding="utf-8-sig")
SERVICE = "Алдын ала міндетті медициналық қарап тексеруден өту"


def changed(old: str, new: str) -> Act:
    assert old in TEXT
    return parse(TEXT.replace(old, new).encode(), "b.txt")


def test_an_act_and_itself_are_the_same(text_act: Act, pdf_act: Act) -> None:
    pairs = diff(text_act, pdf_act)
    assert {pair.verdict for pair in pairs} == {"same"}
    assert sum(len(channel.steps) for pair in pairs for channel in pair.channels) == len(text_act.steps)


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("7 (жеті) сағаттан аспайды", "8 (сегіз) сағаттан аспайды", ("times",)),
        ("7 (жеті) сағаттан аспайды", "7 (жеті) сағаттан кем емес", ("times",)),
        ("құжаттарды қабылдау, тіркеу", "өтінішті қабылдау, тіркеу", ("action",)),
    ],
)
def test_what_differs_is_named(text_act: Act, old: str, new: str, differs: tuple[str, ...]) -> None:
    pairs = [pair for pair in diff(text_act, changed(old, new)) if pair.verdict != "same"]
    assert pairs
    steps = [step for pair in pairs for channel in pair.channels for step in channel.steps if step.verdict != "same"]
    assert {step.differs for step in steps} == {differs}


def test_a_step_that_one_act_lacks(text_act: Act) -> None:
    at = TEXT.index("3) мемлекеттік қызмет көрсету нәтижесіне қол қою", TEXT.index(SERVICE + '" мемлекеттік'))
    end = TEXT.index("4) мемлекеттік қызмет көрсету нәтижесін беру", at)
    shorter = parse((TEXT[:at] + TEXT[end:]).encode(), "b.txt")
    (pair,) = [pair for pair in diff(text_act, shorter) if pair.verdict != "same"]
    (channel,) = [channel for channel in pair.channels if channel.verdict != "same"]
    assert [step.verdict for step in channel.steps] == ["same", "same", "only_a", "same"]
    (back,) = [pair for pair in diff(shorter, text_act) if pair.verdict != "same"]
    assert [step.verdict for channel in back.channels for step in channel.steps if step.verdict != "same"] == ["only_b"]


def test_the_command(tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text(TEXT.replace("7 (жеті) сағаттан", "8 (сегіз) сағаттан"), encoding="utf-8")
    assert CliRunner().invoke(app, ["diff", str(TEXT_FILE), str(PDF_FILE)]).exit_code == 0
    told = CliRunner().invoke(app, ["diff", str(TEXT_FILE), str(other)])
    assert told.exit_code == 1
    assert "times: 7 (жеті) сағаттан аспайды  →  8 (сегіз) сағаттан аспайды" in told.stdout
    page = CliRunner().invoke(app, ["diff", str(TEXT_FILE), str(other), "--format", "html"]).stdout
    assert "<mark>8 (сегіз) сағаттан аспайды</mark>" in page
    rows = json.loads(CliRunner().invoke(app, ["diff", str(TEXT_FILE), str(other), "--format", "json"]).stdout)
    assert SERVICE in {row["a"] for row in rows if row["verdict"] == "changed"}
    bare = tmp_path / "c.txt"
    bare.write_text(
        "Қала әкімдігінің 2019 жылғы 5 мамырдағы № 7 қаулысы\nҚАУЛЫ ЕТЕДІ:\n1. Бекітілсін.\n", encoding="utf-8"
    )
    assert CliRunner().invoke(app, ["diff", str(bare), str(bare)]).exit_code == 2


def test_hostile_text_is_harmless_in_the_page(tmp_path: Path) -> None:
    bad = tmp_path / "b.txt"
    bad.write_text(
        TEXT.replace("мемлекеттік қызмет көрсету нәтижесін беру", "<script>alert(1)</script> беру"), encoding="utf-8"
    )
    page = CliRunner().invoke(app, ["diff", str(TEXT_FILE), str(bad), "--format", "html"]).stdout
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
