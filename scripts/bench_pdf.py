"""Speed of reading PDFs, as ratios to pdfium's plain text of the same file in the same run.

    python scripts/bench_pdf.py [FILE ...] [--rounds N]

For each file: pages, seconds of plain pdfium text, and as ratios to it pdfplumber's text, reading with boxes, and the
whole way from PDF to JSON, with the share of each stage; then peak memory of a process that parses the file.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium

from adilet_parser import parse
from adilet_parser.read.pdf import read_pdf
from adilet_parser.repair.mend import repair_source

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "almaty-2019-43" / "line-order.pdf"
# Peak memory of this very program: `ru_maxrss` would still tell that of the one that started it.
MEMORY = """
import sys
from adilet_parser import parse
def peak():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
base = peak()
parse(sys.argv[1]).model_dump_json()
print(base, peak())
"""


def plain_pdfium(data: bytes) -> int:
    """The text of every page as pdfium gives it."""
    pdf = pdfium.PdfDocument(data)
    length = 0
    for page in pdf:
        text = page.get_textpage()
        length += len(text.get_text_range())
        text.close()
        page.close()
    pdf.close()
    return length


def plain_pdfplumber(path: Path) -> int:
    """The text of every page as pdfplumber gives it."""
    length = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            length += len(page.extract_text())
            page.close()
    return length


def medians(works: list[Callable[[], object]], rounds: int) -> list[float]:
    """Median seconds of each piece of work; the rounds go in turn, so that a busy moment hits all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            gc.collect()
            start = time.perf_counter()
            work()
            found.append(time.perf_counter() - start)
    return [statistics.median(found) for found in times]


def bench(path: Path, rounds: int) -> None:
    """Prints one line for a file."""
    data = path.read_bytes()
    pages = len(pdfium.PdfDocument(data))
    source = read_pdf(data)
    base, boxes, repaired, whole = medians(
        [
            lambda: plain_pdfium(data),
            lambda: read_pdf(data),
            lambda: repair_source(source),
            lambda: parse(data).model_dump_json(),
        ],
        rounds,
    )
    (reference,) = medians([lambda: plain_pdfplumber(path)], 1 if pages > 20 else rounds)
    memory = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path)], capture_output=True, text=True, check=True
    ).stdout.split()
    print(
        f"{path.parent.name[:22]:<22} {path.name:<16} {pages:>5} {1000 * base:>9.1f} {reference / base:>10.1f} {boxes / base:>6.2f}"
        f" {whole / base:>6.1f} {reference / whole:>11.1f} {1000 * whole / pages:>8.2f}"
        f"   {boxes / whole:.0%} {repaired / whole:.0%} {1 - (boxes + repaired) / whole:.0%}"
        f"   {int(memory[0]) // 1024} -> {int(memory[1]) // 1024} MB",
        flush=True,
    )


def main() -> int:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="*", type=Path, default=[SAMPLE])
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()
    print(
        "folder                 file             pages pdfium ms pdfplumber  boxes  JSON  plumber/JSON  ms/page   "
        "share of reading, repair, rest   memory"
    )
    for path in options.files:
        bench(path, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
