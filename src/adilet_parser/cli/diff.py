"""`adilet-parser diff`: what two acts say differently about the same services."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Annotated, Literal

import typer

from adilet_parser.cli.files import USAGE, exit_code, one_line, read_input, report, say, write_output
from adilet_parser.diff import ServicePair, Side, StepPair, diff
from adilet_parser.pipeline import parse

SIGNS = {"same": "=", "changed": "~", "only_a": "-", "only_b": "+"}
CHANNELS = {
    "provider": "provider",
    "corporation": "State Corporation or service centre",
    "portal": "portal",
    "other": "other",
}
STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #8884;padding:.4rem .6rem;vertical-align:top;text-align:left;width:50%}.only_a,.only_b{background:#f5c24233}
mark{background:#ffe08a;color:inherit}.same{color:#777}@media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}mark{background:#6b5300}}"""


def diff_command(
    a: Annotated[str, typer.Argument(metavar="A", help="An act: text, HTML page or PDF.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    shape: Annotated[
        Literal["text", "html", "json"], typer.Option("--format", help="For the terminal, the browser, or programs.")
    ] = "text",
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Write here instead of to standard output.")
    ] = None,
) -> None:
    """Compare the services of two acts: steps, doers, times, results, channels. Ends with 1 if they differ.

    Examples:

      adilet-parser diff almaty.pdf aktobe.pdf

      adilet-parser diff old.pdf new.pdf --format html -o changes.html
    """
    acts = []
    for path in (a, b):
        data, name = read_input(path)
        act = parse(data, name)
        report(act, path)
        if not act.text:
            raise typer.Exit(exit_code(act))
        acts.append(act)
    pairs = diff(*acts)
    if not pairs:
        say(f"neither {a} nor {b} has steps to compare.")
        raise typer.Exit(USAGE)
    if shape == "json":
        written = json.dumps([pair.model_dump(mode="json") for pair in pairs], ensure_ascii=False, indent=1) + "\n"
    else:
        written = _page(pairs, a, b) if shape == "html" else "".join(f"{line}\n" for line in _lines(pairs))
    write_output(written, output)
    raise typer.Exit(max(map(exit_code, acts)) or (0 if all(pair.verdict == "same" for pair in pairs) else 1))


def _lines(pairs: Sequence[ServicePair]) -> Iterator[str]:
    for pair in pairs:
        yield f"{SIGNS[pair.verdict]} {one_line(_title(pair))}"
        for channel in pair.channels:
            if channel.verdict == "same" or pair.verdict in {"only_a", "only_b"}:
                yield f"  {SIGNS[channel.verdict]} {CHANNELS[channel.procedure]}: {len(channel.steps)} steps"
                continue
            yield f"  {SIGNS[channel.verdict]} {CHANNELS[channel.procedure]}"
            for step in channel.steps:
                yield from _step_lines(step)
        yield ""


def _step_lines(step: StepPair) -> Iterator[str]:
    side = step.a or step.b
    assert side is not None
    yield f"    {SIGNS[step.verdict]} {side.number}  {one_line(side.action)}" + (
        f"  [{_times(side)}]" if side.times else ""
    )
    for name in step.differs:
        if step.a is not None and step.b is not None:
            yield f"        {name}: {one_line(_value(step.a, name))}  →  {one_line(_value(step.b, name))}"


def _title(pair: ServicePair) -> str:
    both = pair.a and pair.b and pair.a != pair.b
    return f"{pair.a}  →  {pair.b}" if both else pair.a or pair.b or ""


def _times(side: Side) -> str:
    return " · ".join(side.printed)


def _value(side: Side, name: str) -> str:
    return _times(side) or "—" if name == "times" else getattr(side, name) or "—"


def _page(pairs: Sequence[ServicePair], a: str, b: str) -> str:
    """The comparison as one HTML page without outside requests."""
    parts = [f"<!doctype html><html lang=kk><meta charset=utf-8><title>{escape(a)} – {escape(b)}</title>"]
    parts.append(f'<meta name=viewport content="width=device-width"><style>{STYLE}</style>')
    for pair in pairs:
        parts.append(f"<h2 class={pair.verdict}>{escape(_title(pair))}</h2>")
        for channel in pair.channels:
            parts.append(f"<h3>{escape(CHANNELS[channel.procedure])}</h3>")
            parts.append(f"<table><tr><th>{escape(a)}<th>{escape(b)}")
            parts += [f"<tr class={step.verdict}>{_cell(step, step.a)}{_cell(step, step.b)}" for step in channel.steps]
            parts.append("</table>")
    return "\n".join(parts) + "\n"


def _cell(step: StepPair, side: Side | None) -> str:
    if side is None:
        return "<td>"
    told = {"action": side.action, "actor": side.actor, "times": _times(side), "result": side.result}
    marked = [
        f"<mark>{escape(value)}</mark>" if name in step.differs else escape(value)
        for name, value in told.items()
        if value
    ]
    return f"<td><b>{escape(side.number)}</b> " + "<br>".join(marked)
