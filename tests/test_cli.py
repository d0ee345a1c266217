"""The command line: exit codes, clean stdout, messages that name file and mend, bad input by the dozen."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from adilet_parser.version import __version__
from tests.conftest import PDF_FILE, ROOT, TEXT_FILE

DECISION = (
    "Салық туралы\nЖамбыл облысы Тараз қалалық мәслихатының 2025 жылғы 31 қазандағы № 33-4 шешімі\n"
    "Салық кодексіне сәйкес мәслихат ШЕШТІ:\n1. Осы шешім қабылдансын.\n2. Осы шешім қолданысқа енгізіледі.\n"
)


def run(*arguments: str, data: bytes | None = None, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "adilet_parser", *arguments],
        input=data,
        capture_output=True,
        cwd=cwd,
        timeout=120,
        check=False,
    )


def test_version() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.decode().strip() == f"adilet-parser {__version__}"


@pytest.mark.parametrize("command", ["parse", "repair", "score", "schema"])
def test_help_has_examples(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert b"Example" in done.stdout


def test_parse_from_file_and_stdin_agree() -> None:
    one = run("parse", str(TEXT_FILE))
    two = run("parse", "-", data=TEXT_FILE.read_bytes())
    assert one.returncode == two.returncode == 0
    assert one.stderr == two.stderr == b""
    left, right = json.loads(one.stdout), json.loads(two.stdout)
    assert left["source"].pop("file") == TEXT_FILE.name
    assert right["source"].pop("file") == "-"
    assert left == right


def test_output_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "act.json"
    done = run("parse", str(PDF_FILE), "-o", str(target))
    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads(target.read_text(encoding="utf-8"))["act"]["number"] == "43"
    assert [path.name for path in tmp_path.iterdir()] == ["act.json"]


def test_repair_prints_text() -> None:
    done = run("repair", "-", data=DECISION.encode())
    assert done.returncode == 0
    assert done.stdout.decode() == DECISION


def test_schema_is_json() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["$id"]


USAGE = [
    ("parse", "no-such-file.txt"),
    ("parse", "."),
    ("repair", "no-such-file.txt"),
    ("parse",),
    ("parse", str(TEXT_FILE), "-o", "no/such/folder/x.json"),
    ("parse", "\x1b[31m.txt"),
    ("score", "--gold", "no-such-folder"),
    ("perse", "x"),
]


@pytest.mark.parametrize("arguments", USAGE)
def test_usage_faults_say_nothing_on_stdout(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr
    assert b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stderr


NOISE = bytes((i * 7919 + i // 3) % 256 for i in range(4000))
INPUTS = [
    ("empty", b"", 5, "empty_input"),
    ("blanks", b" \n\t \n" * 500, 5, "empty_input"),
    ("noise", NOISE, 5, "unreadable_input"),
    ("zeros", b"\0" * 5000, 5, "unreadable_input"),
    ("picture", b"\x89PNG\r\n\x1a\n" + NOISE, 5, "unreadable_input"),
    ("docx", b"PK\x03\x04" + NOISE, 5, "unreadable_input"),
    ("html", b"<html><body><p>1. x</p></body></html>", 3, "not_an_act"),
    ("no pdf", b"%PDF-1.7 broken", 5, "unreadable_input"),
    ("prose", "Бүгін ауа райы жақсы болды. Біз далаға шықтық.\n".encode() * 20, 3, "not_an_act"),
    ("shopping list", "1. сүт\n2. нан\n3. май\n4. тұз\n".encode(), 3, "not_an_act"),
    ("latin", b"Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n" * 50, 3, "not_an_act"),
    ("code", b"def main():\n    return 1\n" * 50, 3, "not_an_act"),
    ("one letter", "а".encode(), 3, "not_an_act"),
]


@pytest.mark.parametrize(("name", "data", "code", "problem"), INPUTS)
def test_bad_input_ends_in_json_with_its_problem(
    name: str, data: bytes, code: int, problem: str, tmp_path: Path
) -> None:
    file = tmp_path / "input.bin"
    file.write_bytes(data)
    done = run("parse", str(file))
    assert done.returncode == code
    assert problem in {entry["code"] for entry in json.loads(done.stdout)["problems"]}
    message = done.stderr.decode()
    assert str(file) in message
    assert "Traceback" not in message


def test_half_an_act_is_read(tmp_path: Path) -> None:
    data = TEXT_FILE.read_bytes()
    done = run("parse", "-", data=data[: len(data) // 2 - len(data) // 2 % 2])
    assert done.returncode in {0, 4}
    assert json.loads(done.stdout)["problems"]


def test_a_closed_pipe_is_no_fault() -> None:
    command = f"{sys.executable} -m adilet_parser parse {TEXT_FILE} | head -c 10"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stdout == b'{"schema_v'
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopping_is_clean(number: int, code: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "adilet_parser", "parse", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # what a shell starts in the background ignores SIGINT, and so would all that it starts
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    ) as process:  # fmt: skip
        time.sleep(2.5)  # until it waits for its input
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
    assert process.returncode == code
    assert out == b""
    assert b"Traceback" not in err


def test_score_holds_the_floors() -> None:
    done = run("score", "--json", cwd=ROOT)
    report = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr.decode()
    assert {"tune", "test"} <= set(report)
    assert all(act["conserved"] for part in report.values() for act in part["acts"])


def test_short_acts_hold_their_floors() -> None:
    folder = ROOT / "tests" / "short_acts"
    done = run("score", "--json", "--gold", str(folder / "gold"), "--corpus", str(folder / "corpus"), cwd=ROOT)
    report = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr.decode()
    assert all(act["conserved"] for part in report.values() for act in part["acts"])


def small_gold(folder: Path) -> list[str]:
    """One short act and its gold, as options."""
    shutil.copytree(ROOT / "corpus" / "kegen-2025-8-34", folder / "corpus" / "kegen-2025-8-34")
    (folder / "gold").mkdir()
    for name in ("kegen-2025-8-34.json", "kegen-2025-8-34.txt"):
        shutil.copy(ROOT / "gold" / name, folder / "gold" / name)
    return ["--gold", str(folder / "gold"), "--corpus", str(folder / "corpus")]


def test_score_fails_below_a_floor(tmp_path: Path) -> None:
    floor = tmp_path / "floors.json"
    floor.write_text('{"tune": {"points": 1.01}}', encoding="utf-8")
    done = run("score", "--floor", str(floor), *small_gold(tmp_path))
    assert done.returncode == 1
    assert b"below its floor" in done.stderr


@pytest.mark.parametrize("bad", ["[1]", "{", '{"tune": 1}', '{"tune": {"points": "high"}}', None])
def test_score_refuses_a_bad_floor_file(tmp_path: Path, bad: str | None) -> None:
    floor = tmp_path / "floors.json"
    if bad is not None:
        floor.write_text(bad, encoding="utf-8")
    done = run("score", "--floor", str(floor), *small_gold(tmp_path))
    assert done.returncode == 2
    assert done.stdout == b""
