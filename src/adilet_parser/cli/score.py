"""`adilet-parser score`: how right the parser is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from adilet_parser.cli.files import USAGE, say, write_output
from adilet_parser.score.gold import GoldError, load
from adilet_parser.score.report import ActScore, as_json, as_text, below_floor, score_file

READABLE = (".txt", ".pdf")


def score_command(
    gold: Annotated[Path, typer.Option(help="Folder of gold files, NAME.json and NAME.txt.")] = Path("gold"),
    corpus: Annotated[Path, typer.Option(help="Folder of acts: the files of NAME lie in CORPUS/NAME/.")] = Path(
        "corpus"
    ),
    floor: Annotated[
        Path | None, typer.Option(help="JSON of lowest allowed figures; exit 1 below one. Default: GOLD/floors.json.")
    ] = None,
    as_data: Annotated[bool, typer.Option("--json", help="Print the report as JSON, with every difference.")] = False,
) -> None:
    """Score the parser against acts whose facts were read by hand.

    Examples:

      adilet-parser score

      adilet-parser score --json | python -m json.tool --no-ensure-ascii | less
    """
    scores = score_folder(gold, corpus)
    if as_data:
        write_output(json.dumps(as_json(scores), ensure_ascii=False) + "\n", None)
    else:
        write_output(as_text(scores) + "\n", None)
    floor = floor or gold / "floors.json"
    if not floor.exists():
        return
    try:
        fallen = below_floor(scores, json.loads(floor.read_text(encoding="utf-8")))
    except (json.JSONDecodeError, AttributeError, TypeError) as error:
        say(f"{floor} is no JSON object of figures: {error}.")
        raise typer.Exit(USAGE) from error
    for line in fallen:
        say(line)
    if fallen:
        raise typer.Exit(1)


def score_folder(gold: Path, corpus: Path) -> list[ActScore]:
    """Scores of every file of every gold act; exit 2 if there is no gold, bad gold, or no act for it."""
    names = sorted(path for path in gold.glob("*.json") if path.name != "floors.json") if gold.is_dir() else []
    if not names:
        say(f"{gold} holds no gold files: give the folder with --gold.")
        raise typer.Exit(USAGE)
    scores: list[ActScore] = []
    for path in names:
        try:
            facts = load(path)
        except (GoldError, OSError) as error:
            say(str(error))
            raise typer.Exit(USAGE) from error
        files = sorted(file for file in (corpus / path.stem).glob("*") if file.suffix in READABLE)
        if not files:
            say(f"{corpus / path.stem} holds no act: the acts of {path.name} must lie there.")
            raise typer.Exit(USAGE)
        for file in files:
            if sys.stderr.isatty():
                print(f"scoring {file} ...", file=sys.stderr)
            scores.append(score_file(file, facts))
    return scores
