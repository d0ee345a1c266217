"""Every record list as a table, one row a record: columns from the models, the record's place, its act and service.

The tables are Parquet files; pyarrow is imported only when one is written.
"""

from __future__ import annotations

import json
import types
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from adilet_parser.identity.regions import region_name
from adilet_parser.model.act import RECORD_LISTS, Act
from adilet_parser.model.problems import Problem
from adilet_parser.model.records import ActFacts, Annex, Duration

Columns = dict[str, str]
"""Name -> type: string, int64, bool, double, or list (of int64)."""
COMMON: Columns = {
    "path": "string", "act": "string", "region": "string", "annex": "string", "service": "string", "index": "int64",
    "start": "int64", "end": "int64", "source_start": "int64", "source_end": "int64", "page": "int64",
}  # fmt: skip
LISTS: dict[str, type[BaseModel]] = {**RECORD_LISTS, "problems": Problem}
# A duration also says which step it belongs to and, where that can be said, how many working days of eight hours it is.
OF_DURATIONS: Columns = {"step": "int64", "procedure": "string", "working_days": "double"}
OF_ACTS: Columns = {"path": "string", "act": "string", "region": "string", "language": "string", "characters": "int64"}
SKIPPED = frozenset(["span", "pieces"])
HOURS = {"day": 8.0, "hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}


def _kind(annotation: Any) -> str:
    """The column type of a field; what is no plain value becomes JSON text."""
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    if get_origin(annotation) in {Union, types.UnionType} and len(kinds) == 1:
        return _kind(kinds[0])
    if get_origin(annotation) is tuple and get_args(annotation) == (int, ...):
        return "list"
    if annotation is bool:
        return "bool"
    return "int64" if annotation is int else "string"


def _plain(annotation: Any) -> bool:
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    if get_origin(annotation) in {Union, types.UnionType} and len(kinds) == 1:
        return _plain(kinds[0])
    return annotation in {str, int, bool} or get_origin(annotation) is Literal or _kind(annotation) == "list"


def _fields(model: type[BaseModel]) -> Columns:
    return {name: _kind(field.annotation) for name, field in model.model_fields.items() if name not in SKIPPED}


OF_FACTS = _fields(ActFacts)
SCHEMAS: dict[str, Columns] = {
    "acts": OF_ACTS | OF_FACTS,
    **{
        name: COMMON
        | {k: v for k, v in _fields(model).items() if k not in COMMON}
        | (OF_DURATIONS if name == "durations" else {})
        for name, model in LISTS.items()
    },
}
"""The columns of every table, in order."""
MODELS: tuple[type[BaseModel], ...] = (ActFacts, *LISTS.values())
PLAIN: dict[type[BaseModel], frozenset[str]] = {
    model: frozenset(name for name, field in model.model_fields.items() if _plain(field.annotation)) for model in MODELS
}
"""Fields whose values go into a cell as they are."""
OWN: dict[str, Columns] = {
    name: {key: kind for key, kind in _fields(model).items() if key not in COMMON} for name, model in LISTS.items()
}
"""The columns that a table has from its model."""


def name_of(act: Act) -> str:
    """How tables call an act: the beginning of its content's hash."""
    return act.source.sha256[:16]


def rows_of(act: Act, path: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of all tables that an act makes, cells in the order of `SCHEMAS`."""
    facts = act.act
    region = region_name(facts.issuer)
    head = (path, name_of(act), region)
    found: dict[str, list[tuple[Any, ...]]] = {"acts": [(*head, act.language, len(act.text), *_cells(facts, OF_FACTS))]}
    annexes = {annex.at: annex for annex in act.annexes}
    step_of = {index: (number, step.procedure) for number, step in enumerate(act.steps) for index in step.durations}
    lines = [line.start for line in act.source_map.lines]
    for name, columns in OWN.items():
        rows = []
        for index, record in enumerate(getattr(act, name)):
            at = getattr(record, "annex", None) or getattr(record, "at", None)
            place = (*service_of(at, annexes), index, *place_of(act, record.span, lines))
            row = (*head, *place, *_cells(record, columns))
            if name == "durations":
                row += (*step_of.get(index, (None, None)), _working_days(record))
            rows.append(row)
        found[name] = rows
    return found


def _cells(record: BaseModel, columns: Columns) -> tuple[Any, ...]:
    plain = PLAIN[type(record)]
    return tuple(_cell(getattr(record, name), name in plain) for name in columns)


def _cell(value: Any, plain: bool) -> Any:
    if value is None or plain:
        return value
    return json.dumps(_dumped(value), ensure_ascii=False)


def _dumped(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump()
    return [_dumped(item) for item in value] if isinstance(value, tuple | list) else value


def service_of(at: str | None, annexes: dict[str, Annex]) -> tuple[str | None, str | None]:
    """The annex that a place stands in, and the service that this annex, or the one around it, is about."""
    steps = (at or "").split(".")
    inside: str | None = None
    service: str | None = None
    for count in range(1, len(steps) + 1):
        annex = annexes.get(".".join(steps[:count]))
        if annex is not None:
            inside, service = annex.at, annex.service or service
    return inside, service


def place_of(act: Act, span: tuple[int, int] | None, lines: Sequence[int]) -> tuple[int | None, ...]:
    """Text span, source range (hull) and page of a record; `lines` are the starts of the printed lines of a PDF."""
    if span is None:
        return (None,) * 5
    ranges = act.source_map.locate(*span)
    if not ranges:
        return (*span, None, None, None)
    low, high = min(start for start, _ in ranges), max(end for _, end in ranges)
    page = act.source_map.lines[max(bisect_right(lines, low) - 1, 0)].page if lines else None
    return (*span, low, high, page)


def _working_days(time: Duration) -> float | None:
    """Length in working days of eight hours; null for calendar days, weeks and longer units.

    Minutes and hours without a calendar are working time: offices count so.
    """
    if any(part.unit not in HOURS or (part.unit == "day" and time.calendar != "working") for part in time.parts):
        return None
    return round(sum(part.amount * HOURS[part.unit] for part in time.parts) / 8, 4)


class TableRows:
    """Rows of many acts, written as one Parquet file a table."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = {}

    def add(self, rows: dict[str, list[tuple[Any, ...]]]) -> None:
        """The rows of one more act."""
        for name, more in rows.items():
            self.rows.setdefault(name, []).extend(more)

    def write(self, folder: Path) -> None:
        """Writes FOLDER/steps.parquet and so on, also those without rows; nothing if no act gave any."""
        if not self.rows:
            return
        import pyarrow as pa
        from pyarrow import parquet

        for name, columns in SCHEMAS.items():
            schema = _schema(columns)
            cells = list(zip(*self.rows.get(name, []), strict=True)) or [()] * len(columns)
            arrays = [pa.array(column, field.type) for column, field in zip(cells, schema, strict=True)]
            parquet.write_table(
                pa.Table.from_arrays(arrays, schema=schema), folder / f"{name}.parquet", compression="zstd"
            )


def copy_tables(source: Path, target: Path, without: set[str]) -> None:
    """Copies the tables of a shard without the rows of some inputs."""
    files = sorted(source.glob("*.parquet"))
    if not files:
        return
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import parquet

    for file in files:
        table = parquet.read_table(file)
        stays = pc.invert(pc.is_in(table["path"], value_set=pa.array(sorted(without), pa.string())))
        parquet.write_table(table.filter(stays), target / file.name, compression="zstd")


def _schema(columns: Columns) -> Any:
    import pyarrow as pa

    types_ = {
        "string": pa.string(),
        "int64": pa.int64(),
        "bool": pa.bool_(),
        "double": pa.float64(),
        "list": pa.list_(pa.int64()),
    }
    return pa.schema([(name, types_[kind]) for name, kind in columns.items()])
