"""Processes as Mermaid flowcharts, a block each, with the doers as subgraphs."""

from __future__ import annotations

from collections.abc import Iterator

from adilet_parser.flow import Process, Task, processes_of
from adilet_parser.model.act import Act

UNNAMED = "…"
"""The lane of steps whose doer the act does not name."""
ENTITIES = str.maketrans(
    {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\\": "#92;"}
)


def mermaid(act: Act) -> str:
    """Every process of the act in a Markdown page: a heading and a ```mermaid block each."""
    return "\n".join(line for process in processes_of(act) for line in _block(process))


def _block(process: Process) -> Iterator[str]:
    heading = " ".join(filter(None, [process.at, f"«{process.service}»" if process.service else "", process.procedure]))
    yield f"## {heading}"
    yield ""
    yield "```mermaid"
    yield "flowchart TB"
    for number, lane in enumerate(process.lanes):
        yield f'  subgraph lane{number}["{_text(lane or UNNAMED)}"]'
        yield from (f"    {_node(place, task)}" for place, task in enumerate(process.tasks) if task.lane == lane)
        yield "  end"
    for edge in process.edges:
        label = f'|"{_text(edge.label)}"|' if edge.label else ""
        yield f"  t{edge.source} -->{label} t{edge.target}"
    yield "```"
    yield ""


def _node(place: int, task: Task) -> str:
    parts = [f"{task.number}. {task.label}", *(f"⏱ {time}" for time in task.times)]
    if task.result:
        parts.append(f"→ {task.result}")
    label = "<br/>".join(map(_text, parts))
    return f't{place}{{{{"{label}"}}}}' if task.kind == "check" else f't{place}["{label}"]'


def _text(text: str) -> str:
    """Text that Mermaid shows as it is: its own signs as entities, on one line."""
    return " ".join(text.split()).translate(ENTITIES)
