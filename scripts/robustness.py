"""How much of an act survives damage, mutation and size: the tables of docs/robustness.md.

python scripts/robustness.py damage [--acts N]        # made acts, damaged by kind and strength, read back
python scripts/robustness.py mutations [--each N]     # acts of the corpus with one fault each
python scripts/robustness.py pdfs [--each N]          # PDFs of the corpus with broken bytes
python scripts/robustness.py growth                   # exponents of time and memory on hostile texts and a long act
python scripts/robustness.py length                   # one act from 10 kB to 10 MB
python scripts/robustness.py all --write              # all three, into docs/robustness.md
"""

from __future__ import annotations

import argparse
import json
import math
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.damage import DAMAGES, LATIN  # noqa: E402
from tests.made_acts import facts_of, make, printed  # noqa: E402
from tests.test_linear import HOSTILE  # noqa: E402

from adilet_parser import Act, parse  # noqa: E402

DOCUMENT = ROOT / "docs" / "robustness.md"
STRENGTHS = (0.0, 0.25, 0.5, 1.0)
SAID = {
    "durations": ("text", "iso8601", "bound"), "citations": ("kind", "text", "number", "adopted_on"), "notes": ("kind", "text"),
    "defined_terms": ("term",), "steps": ("action", "result"),
}  # fmt: skip
Mutation = Callable[[list[str], random.Random], tuple[list[str], int]]
"""Lines -> lines with one fault, and the line it stands in."""


def damage_table(acts: int) -> Iterator[str]:
    """Shares of facts recovered and invented, by kind and strength."""
    yield f"{acts} made acts a cell, {make_total(acts)} facts in all; recovered / invented, in percent of facts."
    yield ""
    yield "| damage | " + " | ".join(f"{strength:.0%}" for strength in STRENGTHS) + " |"
    yield "|---|" + "---|" * len(STRENGTHS)
    for name, damage in DAMAGES.items():
        cells = []
        for strength in STRENGTHS:
            found = right = gold = 0
            for seed in range(acts):
                made = make(seed)
                facts = facts_of(parse(damage(made, random.Random(seed), strength).encode(), "made.txt"))
                found, gold = found + facts.total(), gold + made.facts.total()
                right += (facts & made.facts).total()
            cells.append(f"{right / gold:.1%} / {1 - right / found:.1%}")
        yield f"| {name.replace('_', ' ')} | " + " | ".join(cells) + " |"


def make_total(acts: int) -> int:
    """How many facts so many made acts hold."""
    return sum(make(seed).facts.total() for seed in range(acts))


def dropped(lines: list[str], rng: random.Random) -> tuple[list[str], int]:
    """A line lost."""
    at = rng.randrange(len(lines))
    return lines[:at] + lines[at + 1 :], at


def doubled(lines: list[str], rng: random.Random) -> tuple[list[str], int]:
    """A line twice."""
    at = rng.randrange(len(lines))
    return [*lines[: at + 1], *lines[at:]], at


def swapped(lines: list[str], rng: random.Random) -> tuple[list[str], int]:
    """Two neighbours changed about."""
    at = rng.randrange(len(lines) - 1)
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]], at


def cut_off(lines: list[str], rng: random.Random) -> tuple[list[str], int]:
    """The rest of the act lost, from the middle of a line."""
    at = rng.randrange(len(lines) // 4, len(lines))
    return [*lines[:at], lines[at][: rng.randrange(len(lines[at]) + 1)]], at


def latin_letters(lines: list[str], rng: random.Random) -> tuple[list[str], int]:
    """Every letter of a line that has one for its Latin twin."""
    at = rng.randrange(len(lines))
    return [*lines[:at], lines[at].translate(LATIN), *lines[at + 1 :]], at


def bracket_lost(lines: list[str], rng: random.Random) -> tuple[list[str], int]:
    """A bracket or quote mark lost."""
    return _one(lines, rng, '()"«»', "")


def digit_changed(lines: list[str], rng: random.Random) -> tuple[list[str], int]:
    """A digit changed."""
    return _one(lines, rng, "0123456789", rng.choice("0123456789"))


def two_acts(lines: list[str], rng: random.Random) -> tuple[list[str], int]:
    """Another act behind this one in the same file."""
    return [*lines, *printed(make(rng.randrange(50))).split("\n")], len(lines)


def _one(lines: list[str], rng: random.Random, signs: str, new: str) -> tuple[list[str], int]:
    with_sign = [index for index, line in enumerate(lines) if any(sign in line for sign in signs)]
    at = rng.choice(with_sign)
    place = rng.choice([index for index, letter in enumerate(lines[at]) if letter in signs])
    return [*lines[:at], lines[at][:place] + new + lines[at][place + 1 :], *lines[at + 1 :]], at


MUTATIONS: tuple[Mutation, ...] = (
    dropped, doubled, swapped, cut_off, latin_letters, bracket_lost, digit_changed, two_acts,
)  # fmt: skip


def mutation_table(each: int) -> Iterator[str]:
    """Shares of untouched facts that survive one fault, and of facts that nothing in the act or the fault explains."""
    texts = sorted(
        path
        for path in (ROOT / "corpus").glob("*/*.txt")
        if not (ROOT / "gold" / "test" / f"{path.parent.name}.json").exists()
    )
    yield f"{each} faults of each kind in each of {len(texts)} texts, {each * len(texts) * len(MUTATIONS)} parses."
    yield ""
    yield "| fault | untouched facts | survive | new facts away from the fault | acts with a traceback |"
    yield "|---|---|---|---|---|"
    for mutation in MUTATIONS:
        untouched = survived = invented = crashed = 0
        for path in texts:
            text = path.read_text(encoding="utf-8-sig")
            lines = text.split("\n")
            before = _facts(parse(text.encode(), path.name))
            for seed in range(each):
                rng = random.Random(f"{path.parent.name} {path.name} {mutation.__name__} {seed}")
                mutant, at = mutation(lines, rng)
                start = sum(len(line) + 1 for line in lines[: max(at - 2, 0)])
                end = sum(len(line) + 1 for line in lines[: at + 3])
                try:
                    act = parse("\n".join(mutant).encode(), path.name)
                except Exception:  # what is counted here
                    crashed += 1
                    continue
                behind = mutation in {cut_off, two_acts}
                kept = Counter(
                    fact for fact, (low, high) in before if high <= start or (low >= end and mutation is not cut_off)
                )
                after = _facts(act)
                untouched += kept.total()
                survived += (kept & Counter(fact for fact, _ in after)).total()
                shift = sum(len(line) + 1 for line in mutant) - sum(len(line) + 1 for line in lines)
                away = Counter(f for f, (low, high) in after if high <= start or (not behind and low >= end + shift))
                invented += (away - Counter(fact for fact, _ in before)).total()
        yield f"| {(mutation.__doc__ or '').rstrip('.').lower()} | {untouched} | {survived / untouched:.2%} | {invented} | {crashed} |"


def pdf_table(each: int) -> Iterator[str]:
    """PDFs of the corpus with bytes changed, cut off, or pieces of two files in one: what became of them."""
    files = sorted((ROOT / "corpus").glob("*/*.pdf"))
    yield f"{each} faults of each kind in each of {len(files)} PDFs; every record valid, none with a traceback unless counted."
    yield ""
    yield "| fault | files | read whole | read in part or refused with a problem | tracebacks |"
    yield "|---|---|---|---|---|"
    for name, fault in PDF_FAULTS.items():
        whole = told = crashed = 0
        for path in files:
            data = path.read_bytes()
            for seed in range(each):
                try:
                    act = parse(fault(data, random.Random(f"{path.parent.name} {name} {seed}")), path.name)
                except Exception:  # what is counted here
                    crashed += 1
                    continue
                bad = any(entry.severity == "error" for entry in act.problems)
                whole, told = whole + (not bad), told + bad
        yield f"| {name} | {whole + told + crashed} | {whole} | {told} | {crashed} |"


def bytes_changed(data: bytes, rng: random.Random) -> bytes:
    """Twenty bytes changed anywhere."""
    changed = bytearray(data)
    for _ in range(20):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut_short(data: bytes, rng: random.Random) -> bytes:
    """The end lost."""
    return data[: rng.randrange(len(data))]


def block_lost(data: bytes, rng: random.Random) -> bytes:
    """A block of a kilobyte lost."""
    at = rng.randrange(len(data))
    return data[:at] + data[at + 1024 :]


def block_twice(data: bytes, rng: random.Random) -> bytes:
    """A block of a kilobyte twice."""
    at = rng.randrange(len(data))
    return data[: at + 1024] + data[at:]


PDF_FAULTS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "twenty bytes changed": bytes_changed, "the end lost": cut_short, "a kilobyte lost": block_lost, "a kilobyte twice": block_twice,
}  # fmt: skip


def _facts(act: Act) -> list[tuple[tuple[str, ...], tuple[int, int]]]:
    """What records say, places left out, and the hull of their source ranges."""
    found = []
    for name, fields in SAID.items():
        for row in getattr(act, name):
            said = [str(getattr(row, field)) for field in fields]
            ranges = act.source_map.locate(*row.span)
            hull = (min(start for start, _ in ranges), max(end for _, end in ranges))
            found.append(((name, *said), hull))
    return found


def growth_table() -> Iterator[str]:
    """Exponents: 1 is linear. Each text in a process of its own, its peak memory above that of the bare interpreter."""
    base = _measured("bare", 0)[1]
    yield "| text | 0.5 MB s | 2 MB s | exponent | bytes of memory a byte of text |"
    yield "|---|---|---|---|---|"
    for name in ["a long act", *HOSTILE]:
        (small, _), (large, memory) = _measured(name, 500_000), _measured(name, 2_000_000)
        yield f"| {name} | {small:.2f} | {large:.2f} | {math.log(large / small, 4):.2f} | {(memory - base) / 2_000_000:.0f} |"


def length_table() -> Iterator[str]:
    """One act of growing length: seconds, the power between neighbours, memory."""
    base = _measured("bare", 0)[1]
    yield "| a long act of | seconds | exponent | bytes of memory a byte of text |"
    yield "|---|---|---|---|"
    before: tuple[float, int] | None = None
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        seconds, memory = _measured("a long act", size)
        power = f"{math.log(seconds / before[0], size / before[1]):.2f}" if before is not None else ""
        yield f"| {size / 1e6:g} MB | {seconds:.2f} | {power} | {max(memory - base, 0) / size:.0f} |"
        before = (seconds, size)


def _measured(name: str, size: int) -> tuple[float, float]:
    """Seconds and peak bytes of one parse."""
    done = subprocess.run(
        [sys.executable, __file__, "one", name, str(size)], capture_output=True, text=True, check=True
    )
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def one(name: str, size: int) -> None:
    """Parses one text and prints seconds and peak memory (Linux and macOS)."""
    import resource

    if name == "a long act":
        acts = [printed(make(seed)) for seed in range(40)]
        whole = "".join(acts[index % 40] for index in range(size // len("".join(acts).encode()) * 40 + 40)).encode()
        data = whole[:size].rsplit(b"\n", 1)[0]
    else:
        data = HOSTILE[name](size) if name in HOSTILE else b""
    parse(b"1. a\n", "warm.txt")
    start = time.perf_counter()
    if data:
        parse(data, "growth.txt")
    seconds = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit]))


def write(section: str, lines: list[str]) -> None:
    """Puts a table between its marks in the document."""
    opening, closing = f"<!-- {section} -->\n", f"<!-- /{section} -->"
    text = DOCUMENT.read_text(encoding="utf-8")
    head, _, rest = text.partition(opening)
    _, _, tail = rest.partition(closing)
    DOCUMENT.write_text(head + opening + "\n".join(lines) + "\n" + closing + tail, encoding="utf-8")


def main() -> int:
    """Prints the tables, or writes them into the document."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=["damage", "mutations", "growth", "length", "pdfs", "all", "one"])
    arguments.add_argument("rest", nargs="*")
    arguments.add_argument("--acts", type=int, default=60)
    arguments.add_argument("--each", type=int, default=20)
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    if options.what == "one":
        one(options.rest[0], int(options.rest[1]))
        return 0
    tables: dict[str, Callable[[], Iterator[str]]] = {
        "damage": lambda: damage_table(options.acts), "mutations": lambda: mutation_table(options.each), "growth": growth_table,
        "length": length_table,
        "pdfs": lambda: pdf_table(options.each),
    }  # fmt: skip
    for name, table in tables.items():
        if options.what in {name, "all"}:
            lines = []
            for line in table():
                print(line, flush=True)
                lines.append(line)
            if options.write:
                write(name, lines)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
