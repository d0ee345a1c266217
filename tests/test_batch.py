"""Many acts, unattended: every input accounted for, nothing twice, nothing lost, whatever dies."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from adilet_parser import parse
from adilet_parser.batch.inputs import find_inputs
from adilet_parser.batch.job import FIELDS, Options, Outcome, run
from adilet_parser.batch.local import Limits, run_local
from adilet_parser.batch.run import Share, carry_out, plan
from adilet_parser.batch.shards import Shards
from adilet_parser.batch.tables import LISTS, SCHEMAS, rows_of
from tests.conftest import PDF_FILE, ROOT, TEXT_FILE

ACT = """Анықтама беру туралы
Абай облысы әкімдігінің 2023 жылғы 3 сәуірдегі № {number} қаулысы
Облыс әкімдігі ҚАУЛЫ ЕТЕДІ:
1. Осы қаулы 3 (үш) жұмыс күні ішінде орындалсын.
2. Бақылау облыс әкімінің орынбасарына жүктелсін.
"""


MANY = 2500
"""More small acts than are read in the time after which a run is stopped."""


def tree(folder: Path, count: int) -> Path:
    """A folder of so many small acts, some in folders of their own."""
    for number in range(count):
        path = folder / f"part {number % 3}" / f"{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ACT.format(number=number), encoding="utf-8")
    return folder


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "adilet_parser", "batch", *map(str, words), "--workers", "2"]


def batch(*words: str | Path, **told: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words), capture_output=True, text=True, check=False, encoding="utf-8", timeout=120, **told
    )


def manifest(out: Path) -> dict[str, dict[str, Any]]:
    """The manifest rows by path; fails if an input has two."""
    rows = [json.loads(line) for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(count == 1 for count in Counter(row["path"] for row in rows).values())
    return {row["path"]: row for row in rows}


def acts(out: Path) -> list[dict[str, Any]]:
    """The acts of all shards."""
    found = []
    for file in out.glob("shards/*/acts.jsonl.gz"):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            found += [json.loads(line) for line in lines]
    return found


def whole(out: Path) -> None:
    """No shard is half written: each manifest row that tells of an act has it, in this order."""
    for shard in (out / "shards").iterdir():
        rows = [json.loads(line) for line in (shard / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
        with gzip.open(shard / "acts.jsonl.gz", "rt", encoding="utf-8") as lines:
            names = [json.loads(line)["source"]["sha256"] for line in lines]
        assert names == [row["sha256"] for row in rows if row["status"] in {"ok", "partial"}]
        assert {file.stem for file in shard.glob("*.parquet")} in (set(SCHEMAS), set())


def test_every_input_is_accounted_for(tmp_path: Path) -> None:
    source = tree(tmp_path / "acts", 5)
    (source / "empty.txt").write_bytes(b"")
    (source / "notes.docx").write_bytes(b"PK")
    (source / "sample.pdf").write_bytes(PDF_FILE.read_bytes())
    done = batch(source, tmp_path / "nowhere.txt", "--out", tmp_path / "out")
    assert done.returncode == 4, done.stderr
    assert done.stdout == ""
    assert "6 ok, 0 partial, 2 failed, 1 skipped, 0 unchanged" in done.stderr
    rows = manifest(tmp_path / "out")
    assert {Path(path).name: row["status"] for path, row in rows.items()} == {
        **{f"{number:03}.txt": "ok" for number in range(5)},
        "empty.txt": "failed", "notes.docx": "skipped", "sample.pdf": "ok", "nowhere.txt": "failed",
    }  # fmt: skip
    assert {row["code"] for row in rows.values() if row["status"] == "failed"} == {"empty_input", "unreadable_path"}
    assert rows[str(source / "sample.pdf")]["adilet_id"] == "V19D0005055"
    assert all(row["message"] for row in rows.values() if row["status"] == "failed")
    assert len(acts(tmp_path / "out")) == 6
    whole(tmp_path / "out")


def test_what_is_written_is_what_parse_gives(tmp_path: Path) -> None:
    batch(TEXT_FILE, "--out", tmp_path)
    assert acts(tmp_path) == [json.loads(parse(TEXT_FILE).model_dump_json())]


def test_again_does_only_what_is_missing_or_changed(tmp_path: Path) -> None:
    source, out = tree(tmp_path / "acts", 6), tmp_path / "out"
    assert batch(source, "--out", out).returncode == 0
    shards = sorted(path.name for path in (out / "shards").iterdir())
    assert "0 ok, 0 partial, 0 failed, 0 skipped, 6 unchanged" in batch(source, "--out", out).stderr
    assert sorted(path.name for path in (out / "shards").iterdir()) == shards
    changed = source / "part 1" / "001.txt"
    changed.write_text(ACT.format(number="А-77"), encoding="utf-8")
    (source / "new.txt").write_text(ACT.format(number=900), encoding="utf-8")
    assert "2 ok, 0 partial, 0 failed, 0 skipped, 5 unchanged" in batch(source, "--out", out).stderr
    assert sorted(act["act"]["number"] for act in acts(out)) == ["0", "2", "3", "4", "5", "900", "А-77"]
    assert len(manifest(out)) == 7
    whole(out)
    assert "7 ok" in batch(source, "--out", out, "--force").stderr
    assert "7 ok" in batch(source, "--out", out, "--format", "jsonl").stderr, "other options, other results"
    assert len(acts(out)) == 7
    whole(out)


def test_tables_keep_only_what_the_shards_keep(tmp_path: Path) -> None:
    import pyarrow.parquet as parquet

    source, out = tree(tmp_path / "acts", 4), tmp_path / "out"
    batch(source, "--out", out)
    (source / "part 0" / "000.txt").write_text(ACT.format(number="А-77"), encoding="utf-8")
    batch(source, "--out", out)
    numbers = [n for file in out.glob("shards/*/acts.parquet") for n in parquet.read_table(file)["number"].to_pylist()]
    assert sorted(numbers) == ["1", "2", "3", "А-77"]
    durations = [row for file in out.glob("shards/*/durations.parquet") for row in parquet.read_table(file).to_pylist()]
    assert [(row["working_days"], row["region"], row["at"]) for row in durations] == [
        (3.0, "Абай облысы", "point_1")
    ] * 4


def test_rows_of_tables_are_the_records(tmp_path: Path) -> None:
    act = parse(PDF_FILE)
    rows = rows_of(act, "x.pdf")
    for name in LISTS:
        assert len(rows[name]) == len(getattr(act, name)), name
        assert all(len(row) == len(SCHEMAS[name]) for row in rows[name]), name
    steps = [dict(zip(SCHEMAS["steps"], row, strict=True)) for row in rows["steps"]]
    assert steps[0]["service"] == "Дәрігерді үйге шақыру"
    assert steps[0]["page"] == act.source_map.boxes(*act.steps[0].span)[0].page
    times = [dict(zip(SCHEMAS["durations"], row, strict=True)) for row in rows["durations"]]
    assert all((time["step"] is not None) == (time["role"] == "step") for time in times)


@pytest.mark.parametrize("count", [2, 5])
def test_parts_together_are_the_whole(tmp_path: Path, count: int) -> None:
    source = tree(tmp_path / "acts", 12)
    parts = []
    for number in range(1, count + 1):
        done = batch(source, "--out", tmp_path / "out", "--shard", f"{number}/{count}", "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        parts.append(int(done.stderr.partition(" ok")[0].split()[-1]))
    assert sum(parts) == 12
    assert max(parts) < 12
    assert sorted(int(act["act"]["number"]) for act in acts(tmp_path / "out")) == list(range(12))


def test_paths_come_from_standard_input_and_patterns_choose(tmp_path: Path) -> None:
    source = tree(tmp_path / "acts", 4)
    done = batch(
        "-", "--out", tmp_path / "out", input=f"{source / 'part 0' / '000.txt'}\n\n{source / 'part 1' / '001.txt'}\n"
    )
    assert "2 ok" in done.stderr
    (source / "x.pdf").write_bytes(PDF_FILE.read_bytes())
    found = list(find_inputs([str(source), str(source)], ("*.pdf",)))
    assert [Path(item.path).name for item in found if item.wanted] == ["x.pdf"]
    assert len(found) == 5


@pytest.mark.parametrize(
    ("words", "told"),
    [(("--shard", "3/2"), "K/N"), (("--format", "xml"), "jsonl"), (("--shard", "x"), "K/N")],
)
def test_bad_options_are_told(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    done = batch(TEXT_FILE, "--out", tmp_path, *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    with Shards(tmp_path).alone():
        done = batch(TEXT_FILE, "--out", tmp_path)
    if os.name != "nt":
        assert (done.returncode, "in use" in done.stderr) == (2, True)


def test_log_for_machines(tmp_path: Path) -> None:
    done = batch(TEXT_FILE, tmp_path / "none.txt", "--out", tmp_path / "out", "--log-json")
    lines = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    assert [line["event"] for line in lines] == ["failed", "end"]
    assert lines[0]["code"] == "unreadable_path"
    assert (lines[1]["done"], lines[1]["total"], lines[1]["ok"]) == (2, 2, 1)


def poisoned(path: str, options: Options) -> Outcome:
    """What a parser does that meets poison."""
    name = Path(path).stem
    if name == "crash":
        os._exit(7)
    if name == "hang":
        time.sleep(600)
    if name == "greedy":
        return Outcome({"memory": bytearray(3 << 30)})
    return run(path, options)


def test_poison_is_named_and_all_others_are_done(tmp_path: Path) -> None:
    source = tree(tmp_path / "acts", 9)
    for name in ("crash", "hang", "greedy"):
        (source / "part 1" / f"{name}.txt").write_text(ACT.format(number=name), encoding="utf-8")
    shards, options = Shards(tmp_path / "out"), Options(tables=False)
    made = plan(find_inputs([str(source)]), shards, options, Share(), force=False, again=False)
    limits = Limits(workers=2, seconds=3, megabytes=2048)
    counts = carry_out(made, shards, lambda paths: run_local(paths, options, limits, poisoned))
    assert counts["failed"] == (3 if sys.platform != "win32" else 2)
    rows = manifest(tmp_path / "out")
    codes = {Path(path).stem: row["code"] for path, row in rows.items() if row["status"] == "failed"}
    assert codes["crash"] == "worker_died"
    assert codes["hang"] == "timeout"
    assert codes.get("greedy", "memory_exceeded") == "memory_exceeded"
    assert all(row["key"] for row in rows.values() if row["status"] == "failed"), "quarantined: not tried again"
    again = plan(find_inputs([str(source)]), shards, options, Share(), force=False, again=False)
    assert (again.todo, again.unchanged) == ([], 12)
    retried = plan(find_inputs([str(source)]), shards, options, Share(), force=False, again=True)
    assert {Path(path).stem for path in retried.todo} == set(codes)


def hears_ctrl_c() -> None:
    """In a child: what a shell starts in the background ignores SIGINT, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_stops_it_and_what_was_read_is_kept(tmp_path: Path, sent: int, code: int) -> None:
    source, out = tree(tmp_path / "acts", MANY), tmp_path / "out"
    running = subprocess.Popen(
        [*command(source, "--out", out), "--log-json"], stderr=subprocess.PIPE, text=True, preexec_fn=hears_ctrl_c
    )
    give_up = time.monotonic() + 60
    while not list(out.rglob("acts.jsonl*")) and time.monotonic() < give_up:
        time.sleep(0.05)
    time.sleep(0.3)
    running.send_signal(sent)
    _, told = running.communicate(timeout=60)
    assert running.returncode == code, told
    assert "Traceback" not in told
    whole(out)
    kept = len(acts(out))
    assert 0 < kept < MANY
    done = batch(source, "--out", out)
    assert done.returncode == 0
    assert f"{MANY - kept} ok" in done.stderr
    assert sorted(int(act["act"]["number"]) for act in acts(out)) == list(range(MANY))


def killed_again_and_again(tmp_path: Path, times: int, count: int, seed: int) -> None:
    """Kills the run, or its workers, at random moments; after each kill nothing is torn, in the end all is there."""
    chance = random.Random(seed)
    source, out = tree(tmp_path / "acts", count), tmp_path / "out"
    for _ in range(times):
        running = subprocess.Popen(command(source, "--out", out), stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(chance.uniform(0.3, 2))
        if chance.random() < 0.3:
            subprocess.run(["pkill", "-9", "-P", str(running.pid)], check=False)
            time.sleep(chance.uniform(0, 0.5))
        running.kill()
        running.wait()
        if (out / "shards").exists():
            whole(out)
            names = [act["source"]["sha256"] for act in acts(out)]
            assert len(names) == len(set(names))
        if chance.random() < 0.5:
            changed = chance.randrange(count)
            path = source / f"part {changed % 3}" / f"{changed:03}.txt"
            path.write_text(ACT.format(number=changed) + f"3. Соңғы {chance.random()}.\n", encoding="utf-8")
    done = batch(source, "--out", out, "--retry-failed")
    assert done.returncode == 0, done.stderr
    whole(out)
    assert sorted(int(act["act"]["number"]) for act in acts(out)) == list(range(count))
    assert len(manifest(out)) == count


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    killed_again_and_again(tmp_path, times=6, count=400, seed=1)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("seed", range(2, 6))
def test_killed_at_many_moments(tmp_path: Path, seed: int) -> None:
    killed_again_and_again(tmp_path, times=25, count=600, seed=seed)


def test_every_column_is_documented() -> None:
    text = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8").partition("## What `batch` writes")[2]
    for table, columns in SCHEMAS.items():
        assert f"| `{table}` |" in text
        assert [column for column in columns if f"`{column}`" not in text] == []
    assert [
        field for field in FIELDS if f"`{field}`" not in text and field not in {"errors", "warnings", "infos"}
    ] == []


def test_the_readme_reads_the_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The very lines of the README."""
    batch(ROOT / "corpus" / "almaty-2019-43", "--out", tmp_path / "results")
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [block.partition("```")[0] for block in text.split("```python\n")[1:]]
    duck = next(block for block in blocks if "duckdb" in block)
    told: dict[str, Any] = {}
    exec(duck, told)
    rows = told["slow"]
    assert (rows[0][0], len({row[0] for row in rows}) + 1) == ("Алматы облысы", 2)
    assert all(days > 5 for *_, days in rows)
    frames = next(block for block in blocks if "pandas" in block)
    exec(frames, told)
    assert len(told["steps"]) == 168
