"""The newcomer's first look: parse everything in corpus/, score it against gold/, print a short table."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from adilet_parser import parse
from adilet_parser.model.act import Act
from adilet_parser.score.gold import load
from adilet_parser.score.report import score_act

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "demo"
SAMPLE = ROOT / "corpus" / "almaty-2019-43" / "line-order.pdf"


def main() -> int:
    """Writes one JSON per act to build/demo and shows what is in them."""
    OUT.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in (ROOT / "corpus").glob("*/*") if path.suffix in {".txt", ".pdf"})
    table = Table(title="acts in corpus/, as adilet-parser reads them")
    for name in ("act", "file", "annexes", "points", "steps", "durations", "citations", "problems", "F1"):
        table.add_column(name, justify="left" if name in {"act", "file"} else "right")
    for path in files:
        print(f"reading {path.parent.name}/{path.name} ...", file=sys.stderr)
        act = parse(path)
        target = OUT / f"{path.parent.name}.{path.stem}.{path.suffix[1:]}.json"
        target.write_text(act.model_dump_json(indent=1), encoding="utf-8")
        table.add_row(*_row(path, act))
    console = Console(width=118)
    console.print(table)
    _first_service(console, parse(SAMPLE))
    console.print(
        f"The JSON of each act lies in {OUT.relative_to(ROOT)}/; `adilet-parser score` shows the scores list by list."
    )
    return 0


def _row(path: Path, act: Act) -> list[str]:
    name = f"{path.parent.name}.json"
    gold = next((at for at in (ROOT / "gold" / name, ROOT / "gold" / "test" / name) if at.exists()), None)
    f1 = f"{score_act(path.name, act, load(gold)).f1:.4f}" if gold else "no gold"
    counts = [act.annexes, act.points, act.steps, act.durations, act.citations, act.problems]
    return [path.parent.name, path.name[:16], *[str(len(part)) for part in counts], f1]


def _first_service(console: Console, act: Act) -> None:
    """The steps of one service, so that the numbers get a face."""
    service = next((annex for annex in act.annexes if annex.service), None)
    if service is None:
        return
    table = Table(title=f"annex {service.number}: {service.service}")
    for name in ("step", "who", "does what", "in what time"):
        table.add_column(name)
    for step in act.steps:
        if step.at.startswith(f"{service.at}."):
            times = ", ".join(act.durations[index].text for index in step.durations)
            table.add_row(f"{step.procedure} {step.number}", step.actor or "", step.action, times)
    console.print(table)


if __name__ == "__main__":
    sys.exit(main())
