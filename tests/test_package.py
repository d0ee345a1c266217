"""What is imported when, and the wheel in a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import regex

from tests.conftest import PDF_FILE, ROOT, TEXT_FILE


def imported_after(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_parse_never_imports_what_it_does_not_need() -> None:
    loaded = imported_after(f"from adilet_parser import parse; parse({str(TEXT_FILE)!r})")
    assert not loaded & {"spacy", "thinc", "pdfplumber", "scipy", "pandas", "torch"}
    loaded = imported_after(f"from adilet_parser import parse; parse({str(PDF_FILE)!r})")
    assert "pypdfium2" in loaded
    assert not loaded & {"spacy", "pdfplumber"}


def test_a_stage_imports_only_what_lies_before_it() -> None:
    """Data goes one way: no stage knows a later one, and only the pipeline knows them all."""
    order = ["model", "language", "read", "repair", "segment", "recognise", "resolve", "procedure", "check"]
    for path in (ROOT / "src" / "adilet_parser").rglob("*.py"):
        stage = path.parent.name
        if stage not in order:
            continue
        later = [*order[order.index(stage) + 1 :], "pipeline", "score", "cli", "write"]
        if stage == "recognise":
            later.remove("resolve")  # a citation is recorded together with where it leads
        for name in later:
            assert f"adilet_parser.{name}" not in path.read_text(encoding="utf-8"), f"{path.name} imports {name}"


def test_modules_are_small_enough_to_read() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 320, path


def test_nothing_that_is_read_can_be_run() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not regex.search(r"\b(?:eval|exec)\(|\bpickle\b|\bmarshal\b|shell=True|yaml\.load", text), path


def test_nothing_private_is_committed() -> None:
    """No machine paths or hosts in what we write."""
    words = ("/work" + "/", "/root" + "/", "/home" + "/", "pypi" + "-more", "local" + "host")
    for folder in ("src", "tests", "scripts", "docs", "gold"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in {".py", ".md", ".json", ".toml"}:
                text = path.read_text(encoding="utf-8")
                assert not [word for word in words if word in text], path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_installs_and_runs_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)], check=True
    )
    done = subprocess.run(
        [str(python.parent / "adilet-parser"), "repair", str(TEXT_FILE)], capture_output=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0
    assert "осы қаулының 1-қосымшасына сәйкес;" in done.stdout.decode()
