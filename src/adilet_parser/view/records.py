"""What the panel shows of each record: fields as they were understood, the rule, the place in the source."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from adilet_parser.export.xml_text import xml_text
from adilet_parser.model.act import Act
from adilet_parser.model.base import Frozen, Record, Span
from adilet_parser.model.provenance import Box
from adilet_parser.model.records import ActRef, Branch, DurationPart
from adilet_parser.view.markup import fragment, outside
from adilet_parser.view.marks import RANK, Group
from adilet_parser.view.words import INTERFACES, WORDS

Value = dict[str, str]
"""One value: `t` a text as it is, or `w` the key of a word with its number `n`; `h` an address, `r` another record."""

ELSEWHERE = frozenset({"span", "pieces", "rule", "at", "text"})
# whose words a field takes: "kind" of a note and of a citation are different lists
PREFIX: dict[tuple[Group, str], str] = {
    ("citations", "kind"): "citation", ("notes", "kind"): "note", ("citations", "act_type"): "type",
}  # fmt: skip
BRIEF: dict[Group, tuple[str, ...]] = {
    "durations": ("iso8601", "calendar", "bound", "role"),
    "citations": ("kind", "relation", "target", "adilet_id"),
    "defined_terms": ("meaning",),
}
"""What the short hint over a mark says."""
TOUCHING = 6.0
"""Boxes of a line that are nearer than this, in points, are one."""


def records_json(act: Act, ids: frozenset[str]) -> str:
    """The data of the page's script, safe inside a script element: words by language, and every record by its key."""
    data = {
        "words": {name: {key: pair[place] for key, pair in WORDS.items()} for place, name in enumerate(INTERFACES)},
        "unit": act.source_map.unit,
        "records": dict(_records(act, ids)),
    }
    return xml_text(json.dumps(data, ensure_ascii=False, separators=(",", ":"))).replace("<", "\\u003c")


def _records(act: Act, ids: frozenset[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for group in RANK:
        for index, record in enumerate(getattr(act, group)):
            fields = dict(_fields(act, group, record, ids))
            told: dict[str, Any] = {
                "group": group,
                "text": _quoted(act, record.span),
                "fields": list(fields.items()),
                "brief": [value for name in BRIEF.get(group, ()) for value in fields.get(name, [])],
            }
            if record.at is not None:
                told["at"] = {"t": record.at} | ({"h": fragment(record.at)} if record.at in ids else {})
            if isinstance(record, Record):
                told["rule"] = record.rule
            if record.span is not None:
                told["span"] = record.span
                told["source"] = _joined(act.source_map.locate(*record.span))
                told["boxes"] = [
                    [box.page, box.x0, box.top, box.x1, box.bottom]
                    for box in _merged(act.source_map.boxes(*record.span))
                ]
            yield f"{group}-{index}", told


def _quoted(act: Act, span: Span | None) -> str:
    return act.text[slice(*span)] if span is not None else ""


def _fields(act: Act, group: Group, record: Frozen, ids: frozenset[str]) -> Iterator[tuple[str, list[Value]]]:
    for name in type(record).model_fields:
        content = getattr(record, name)
        if name in ELSEWHERE or content is None or content is False or content == ():
            continue
        values = list(_values(act, group, name, content, ids))
        if values:
            yield name, values


def _values(act: Act, group: Group, name: str, content: Any, ids: frozenset[str]) -> Iterator[Value]:
    if name in ("durations", "citations"):
        yield from (_other(act, "durations" if name == "durations" else "citations", index) for index in content)
    elif name in ("document", "target_act"):
        yield _other(act, "citations", content)
    elif name == "target" and content in ids:
        yield {"t": content, "h": fragment(content)}
    elif name == "url" and outside(content):
        yield {"t": content, "h": content}
    elif name == "pinpoint":
        yield from ({"w": f"pinpoint.{kind}", "n": number} for kind, numbers in content.items() for number in numbers)
    elif name == "target_span":
        yield {"t": f"{content[0]} – {content[1]}"}
    elif isinstance(content, tuple):
        for item in content:
            yield from _item(act, item)
    elif content is True:
        yield {"w": f"{name}.true"}
    else:
        key = f"{PREFIX.get((group, name), name)}.{content}"
        yield {"w": key} if key in WORDS else {"t": str(content)}


def _item(act: Act, item: object) -> Iterator[Value]:
    if isinstance(item, DurationPart):
        yield {"w": f"unit.{item.unit}", "n": str(item.value)}
    elif isinstance(item, Branch):
        yield {"t": item.condition}
        yield _other(act, "durations", item.duration)
    elif isinstance(item, ActRef):
        yield {"t": ", ".join(filter(None, [item.issuer, item.adopted_on, f"№ {item.number}" if item.number else ""]))}
    else:
        yield {"t": str(item)}


def _other(act: Act, group: Group, index: int) -> Value:
    return {"t": getattr(act, group)[index].text, "r": f"{group}-{index}"}


def _joined(ranges: list[Span]) -> list[Span]:
    """Source ranges that touch become one."""
    joined: list[Span] = []
    for low, high in ranges:
        if joined and joined[-1][1] == low:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined


def _merged(boxes: list[Box]) -> list[Box]:
    """The pieces of one printed line become one box."""
    merged: list[Box] = []
    for box in boxes:
        last = merged[-1] if merged else None
        if last and (last.page, last.top) == (box.page, box.top) and abs(box.x0 - last.x1) < TOUCHING:
            merged[-1] = last.model_copy(update={"x1": box.x1})
        else:
            merged.append(box)
    return merged
