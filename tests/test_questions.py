"""The questions of docs/questions.md are answered by the commands that stand there."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
import regex
from typer.testing import CliRunner

from adilet_parser.cli import app
from adilet_parser.database.questions import QUESTIONS
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
COMMANDS = regex.findall(r"^    adilet-parser ([^\n#]+)", PAGE, regex.MULTILINE)
ANSWERED = regex.findall(r"^    adilet-parser ([^\n#]+)\n\n<!-- answer: ([^\n]+) -->", PAGE, regex.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("questions")
    (path / "corpus").symlink_to(ROOT / "corpus", target_is_directory=True)
    return path


def test_every_command_of_the_page_works(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    answers = dict(ANSWERED)
    assert len(answers) == 5
    for command in COMMANDS:
        if command.startswith("serve"):
            continue  # tests/test_database.py serves
        done = CliRunner().invoke(app, shlex.split(command))
        assert done.exit_code in {0, 1}, f"{command}: {done.output}"
        if command in answers:
            assert answers[command] in done.stdout, command


def test_every_question_is_told_of() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in QUESTIONS if name not in readme + PAGE] == []
