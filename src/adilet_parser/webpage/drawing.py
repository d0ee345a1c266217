"""A process as SVG: doers side by side, steps downwards, time and result in their boxes, conditions on their arrows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from adilet_parser.flow import Edge, Process, Task
from adilet_parser.webpage.words import WORDS

LANE, BOX = 220, 198
"""Widths of a lane and of a box in it."""
LETTERS = 26
"""So many letters fit into a line of a box."""
ROW, LINE, PAD, GAP = 16, 15, 10, 34
MOST_LINES = 5
ASIDE = 18
"""Width of the channel in which an arrow passes by other steps."""


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a task is drawn: left, top and height, and its lines with the class each is printed in."""

    x: float
    y: float
    height: float
    lines: tuple[tuple[str, str], ...]

    @property
    def middle(self) -> float:
        return self.x + BOX / 2


def drawing(process: Process) -> str:
    """The SVG of a process; every step is a group with `data-r="steps-N"` and its whole text as title."""
    heads = [_wrapped(lane or WORDS["unnamed"][0], 3) for lane in process.lanes]
    top = max(len(lines) for lines in heads) * LINE + 2 * PAD
    boxes: list[_Box] = []
    y: float = top + GAP / 2
    for task in process.tasks:
        printed = tuple(_lines(task))
        height: float = len(printed) * LINE + 2 * PAD
        boxes.append(_Box(process.lanes.index(task.lane) * LANE + (LANE - BOX) / 2, y, height, printed))
        y += height + GAP
    by = [edge for edge in process.edges if edge.target != edge.source + 1]
    width, height = len(heads) * LANE + ASIDE * (len(by) + 1), y
    parts = [
        f'<svg viewBox="0 0 {width} {height:.0f}" width="{width}" height="{height:.0f}" role="img" aria-label="{escape(process.at)}">'
    ]
    for number, lines in enumerate(heads):
        parts.append(f'<rect class="lane" x="{number * LANE}" y="0" width="{LANE}" height="{height:.0f}"/>')
        parts += _text(lines, number * LANE + LANE / 2, PAD + ROW - 4, "head")
    parts += [
        _arrow(edge, boxes, len(heads) * LANE + ASIDE * (by.index(edge) + 1) if edge in by else None)
        for edge in process.edges
    ]
    for task, box in zip(process.tasks, boxes, strict=True):
        parts += _drawn(task, box)
    return "".join([*parts, "</svg>"])


def _lines(task: Task) -> Iterator[tuple[str, str]]:
    yield "number", task.number
    for line in _wrapped(task.label, MOST_LINES):
        yield "label", line
    for time in task.times:
        for line in _wrapped(time, 2):
            yield "time", line
    if task.result:
        for line in _wrapped(f"→ {task.result}", 3):
            yield "result", line


def _wrapped(text: str, most: int) -> list[str]:
    return textwrap.wrap(text, LETTERS, max_lines=most, placeholder=" …", break_long_words=True) or [""]


def _drawn(task: Task, box: _Box) -> Iterator[str]:
    yield f'<g class="step {task.kind}" data-r="steps-{task.step}" tabindex="0" role="button"><title>{escape(task.label)}</title>'
    if task.kind == "check":
        x, y, w, h = box.x, box.y, BOX, box.height
        points = f"{x},{y + h / 2:.0f} {x + 12},{y:.0f} {x + w - 12},{y:.0f} {x + w},{y + h / 2:.0f} {x + w - 12},{y + h:.0f} {x + 12},{y + h:.0f}"
        yield f'<polygon points="{points}"/>'
    else:
        yield f'<rect x="{box.x}" y="{box.y:.0f}" width="{BOX}" height="{box.height:.0f}" rx="6"/>'
    for place, (kind, line) in enumerate(box.lines):
        y = box.y + PAD + (place + 0.8) * LINE
        yield f'<text class="{kind}" x="{box.middle}" y="{y:.0f}">{escape(line)}</text>'
    yield "</g>"


def _text(lines: list[str], x: float, y: float, kind: str) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield f'<text class="{kind}" x="{x}" y="{y + place * LINE:.0f}">{escape(line)}</text>'


def _arrow(edge: Edge, boxes: list[_Box], aside: float | None) -> str:
    """Down to the next step, or past others through the channel at `aside`."""
    a, b = boxes[edge.source], boxes[edge.target]
    if aside is None:
        middle = a.y + a.height + GAP / 2
        path = f"M{a.middle},{a.y + a.height:.0f} V{middle:.0f} H{b.middle} V{b.y:.0f}"
        x, y = b.middle + 6, middle - 4
    else:
        out, into = a.y + a.height / 2, b.y + b.height / 2
        path = f"M{a.x + BOX},{out:.0f} H{aside} V{into:.0f} H{b.x + BOX}"
        x, y = a.x + BOX + 6, out - 5
    label = f'<text class="case" x="{x}" y="{y:.0f}">{escape(edge.label)}</text>' if edge.label else ""
    return f'<path class="flow" d="{path}" marker-end="url(#arrow)"/>{label}'
