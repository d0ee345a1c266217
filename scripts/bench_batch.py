"""Speed and memory of `batch`: bare parsing against one worker, one against two, and a long run's memory over time.

    python scripts/bench_batch.py                 # 600 acts: ratios; then a trial of 10,000
    python scripts/bench_batch.py --trial 0       # ratios only

The acts are those of corpus/, texts and PDFs in turn, each made distinct (a line more, a comment behind the PDF's end).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from adilet_parser.batch.job import Options, run

ROOT = Path(__file__).resolve().parent.parent
EVERY = 1.0


def make(folder: Path, count: int) -> list[str]:
    """So many distinct acts of a few pages each; the sample act (80 pages) is left out."""
    corpus = ROOT / "corpus"
    made = [
        path
        for path in sorted(corpus.glob("*/*"))
        if path.parent.name != "almaty-2019-43" and path.name != "stream.txt"
    ]
    paths = []
    for number, source in enumerate(islice(cycle(made), count)):
        path = folder / f"{number % 100:02}" / f"{number:06}{source.suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        mark = f"\n% {number}\n" if source.suffix == ".pdf" else f"\nНұсқа {number}.\n"
        path.write_bytes(source.read_bytes() + mark.encode())
        paths.append(str(path))
    return paths


def memory_of(parent: int) -> list[float]:
    """Resident megabytes of a process's descendants, the greatest first (Linux)."""
    tree: dict[int, list[int]] = {}
    size: dict[int, float] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        tree.setdefault(int(fields[1]), []).append(int(entry.parent.name))
        size[int(entry.parent.name)] = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    found, todo = [], [parent]
    while todo:
        children = tree.get(todo.pop(), [])
        todo += children
        found += [size[child] for child in children]
    return sorted(found, reverse=True)


def batch(folder: Path, out: Path, workers: int, formats: str = "jsonl,parquet") -> tuple[float, list[list[float]]]:
    """Seconds of a run, start-up included, and the workers' memory once a second."""
    words = [
        sys.executable,
        "-m",
        "adilet_parser",
        "batch",
        str(folder),
        "--out",
        str(out),
        "--workers",
        str(workers),
        "--format",
        formats,
    ]
    started = time.perf_counter()
    running = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    memory = []
    while running.poll() is None:
        time.sleep(EVERY)
        memory.append(memory_of(running.pid)[:workers])
    seconds = time.perf_counter() - started
    assert running.stderr is not None
    print(running.stderr.read().strip())
    return seconds, memory


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--acts", type=int, default=600, help="acts for the ratios")
    parser.add_argument("--trial", type=int, default=10_000, help="acts of the long run; 0 for none")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = make(folder / "acts", told.acts)
        run(paths[0], Options())
        started = time.perf_counter()
        pages = [run(path, Options(tables=False)).row["pages"] for path in paths]
        bare = time.perf_counter() - started
        known = [count for count in pages if count]
        print(f"{len(paths)} acts, PDFs of {sum(known) / len(known):.1f} pages on average")
        print(f"bare parsing, one process:       {bare:6.1f} s  {len(paths) / bare:6.1f} acts/s")
        times = {}
        for workers, formats in ((1, "jsonl"), (1, "jsonl,parquet"), (2, "jsonl,parquet")):
            seconds, _ = batch(folder / "acts", folder / f"out-{workers}-{formats}", workers, formats)
            times[workers, formats] = seconds
            print(
                f"batch, {workers} worker, {formats:<14}    {seconds:6.1f} s  {len(paths) / seconds:6.1f} acts/s  {seconds / bare:.2f} x bare"
            )
        print(f"two workers against one: {times[1, 'jsonl,parquet'] / times[2, 'jsonl,parquet']:.2f} x")
        if told.trial:
            make(folder / "trial", told.trial)
            out = folder / "out-trial"
            seconds, memory = batch(folder / "trial", out, os.cpu_count() or 1)
            rows = [json.loads(line) for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
            disk = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
            print(
                f"trial: {len(rows)} acts in {seconds:.0f} s, {len(rows) / seconds:.1f} acts/s, {disk / len(rows) / 1e3:.1f} kB an act on disk"
            )
            for share in (0.1, 0.25, 0.5, 0.75, 0.95):
                print(
                    f"  workers' memory at {share:.0%}: {', '.join(f'{size:.0f} MB' for size in memory[int(len(memory) * share)])}"
                )


if __name__ == "__main__":
    main()
