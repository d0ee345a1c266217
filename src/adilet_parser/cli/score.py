"""`adilet-parser score`: how right the parser is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from adilet_parser.batch.inputs import SUFFIXES
from adilet_parser.cli.files import USAGE, say, write_output
from adilet_parser.score.gold import GoldError, load
from adilet_parser.score.report import ActScore, as_json, as_text, below_floor, score_file


def score_command(
    gold: Annotated[
        Path, typer.Option(help="Folder of gold files, NAME.json and NAME.txt; those in GOLD/test are the test split.")
    ] = Path("gold"),
    corpus: Annotated[Path, typer.Option(help="Folder of acts: the files of NAME lie in CORPUS/NAME/.")] = Path(
        "corpus"
    ),
    floor: Annotated[
        Path | None, typer.Option(help="JSON of lowest allowed figures; exit 1 below one. Default: GOLD/floors.json.")
    ] = None,
    as_data: Annotated[bool, typer.Option("--json", help="Print the report as JSON, with every difference.")] = False,
) -> None:
    """Score the parser against acts whose facts were read by hand.

    Rules are made on the tune split; the test split is only scored.

    Examples:

      adilet-parser score

      adilet-parser score --json | python -m json.tool --no-ensure-ascii | less
    """
    floors = _floors(floor or gold / "floors.json", required=floor is not None)
    scores = {name: score_folder(folder, corpus) for name, folder in _splits(gold).items()}
    if as_data:
        write_output(
            json.dumps({name: as_json(part) for name, part in scores.items()}, ensure_ascii=False) + "\n", None
        )
    else:
        write_output("\n\n".join(f"{name} split\n{as_text(part)}" for name, part in scores.items()) + "\n", None)
    fallen = [
        f"{name} split: {line}" for name, part in scores.items() for line in below_floor(part, floors.get(name, {}))
    ]
    for line in fallen:
        say(line)
    if fallen:
        raise typer.Exit(1)


def _floors(path: Path, required: bool) -> dict[str, dict[str, Any]]:
    """Lowest allowed figures by split; exit 2 if the file is none of such, or if it was asked for and is not there."""
    if not path.exists() and not required:
        return {}
    try:
        floors: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        for part in floors.values():
            for figure in (*part.values(), *part.get("acts", {}).values()):
                if not isinstance(figure, (int, float, dict)):
                    raise TypeError(f"{figure!r} is no figure")
        return floors
    except (OSError, ValueError, AttributeError, TypeError) as error:
        say(f"{path} is no JSON object of figures by split: {error}.")
        raise typer.Exit(USAGE) from error


def _splits(gold: Path) -> dict[str, Path]:
    """The folders of gold files by split."""
    return {"tune": gold, "test": gold / "test"} if (gold / "test").is_dir() else {"tune": gold}


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
        files = sorted(file for file in (corpus / path.stem).glob("*") if file.suffix in SUFFIXES)
        if not files:
            say(f"{corpus / path.stem} holds no act: the acts of {path.name} must lie there.")
            raise typer.Exit(USAGE)
        for file in files:
            if sys.stderr.isatty():
                print(f"scoring {file} ...", file=sys.stderr)
            scores.append(score_file(file, facts))
    return scores
