"""`adilet-parser explain`: why a record says what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Literal

import typer

from adilet_parser.cli.files import USAGE, exit_code, one_line, read_input, report, say, source_text, write_output
from adilet_parser.explain import Explanation, NoSuchPlaceError, SourcePlace, explain
from adilet_parser.pipeline import parse

LONGEST = 400


def explain_command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text, HTML page or PDF; - for standard input.")],
    at: Annotated[str, typer.Argument(metavar="AT", help='A locator (annex_13.point_5) or a record ("steps[3]").')],
    shape: Annotated[Literal["text", "json"], typer.Option("--format", help="For people, or for programs.")] = "text",
) -> None:
    """Tell for any place or record its rule, its words, the repairs under it, and its source line or page box.

    Examples:

      adilet-parser explain act.pdf annex_13.point_5.subpoint_2

      adilet-parser explain act.txt "steps[3]"
    """
    data, name = read_input(file)
    act = parse(data, name)
    report(act, file)
    if not act.text:
        raise typer.Exit(exit_code(act))
    try:
        found = explain(act, at, source_text(act, data))
    except NoSuchPlaceError as error:
        say(f"{file} has no {at}: perhaps {', '.join(error.near)}; `adilet-parser parse` shows every locator.")
        raise typer.Exit(USAGE) from error
    if not found:
        say(f"{file} has fewer records: {at} is not there.")
        raise typer.Exit(USAGE)
    if shape == "json":
        told = [explanation.model_dump(mode="json") for explanation in found]
        write_output(json.dumps(told, ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_output("\n".join(line for explanation in found for line in _told(explanation)), None)
    raise typer.Exit(exit_code(act))


def _told(found: Explanation) -> Iterator[str]:
    yield f"{found.record}  {found.at or '-'}  [{found.span[0]}, {found.span[1]})"
    yield f"  text    {_short(found.text)}"
    yield f"  rule    {found.rule or 'none: an element without a record of its own'}"
    for name, value in found.says.items():
        if name != "text" and value not in ([], {}, False):
            yield f"  {name:<7} {_short(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))}"
    for change in found.repairs:
        yield f"  repair  {change.kind} by {change.rule}: {_short(repr(change.before))} → {_short(repr(change.after))}"
    for place in found.source:
        yield f"  source  {_place(place)}"
    yield ""


def _place(place: SourcePlace) -> str:
    if place.box is not None:
        box = place.box
        return f"page {box.page}, x {box.x0:.1f}–{box.x1:.1f}, y {box.top:.1f}–{box.bottom:.1f} points"
    line = f"line {place.line}: {_short(place.printed or '')}" if place.line is not None else ""
    return f"characters {place.start}–{place.end}, {line}".rstrip(", ")


def _short(text: str) -> str:
    line = one_line(" ".join(text.split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
