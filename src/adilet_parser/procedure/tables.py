"""Steps from ruled tables: one row an action, or, in the older dress, one column an action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from adilet_parser.language.columns import role_of
from adilet_parser.segment.element import Element

NUMBER = regex.compile(r"\d{1,3}")


@dataclass(slots=True)
class TableAction:
    """One action of a table: its number, if one is printed, and the cells of each role."""

    number: str | None
    cells: dict[str, Element] = field(default_factory=dict)


def actions_of(table: Element, text: str) -> list[TableAction]:
    """The actions of a table that has a column of actions and one of doers or times; else none."""
    grid = {(cell.cell.row, cell.cell.column): cell for row in table.children for cell in row.children if cell.cell}
    by_columns = _roles([cell for (row, _), cell in sorted(grid.items()) if row == 0], text)
    if {"action"} < set(by_columns) and {"actor", "time"} & set(by_columns):
        head = {row for (row, _), cell in grid.items() if cell.cell and cell.cell.header} | {0}
        lines = {row: {column: cell for (at, column), cell in grid.items() if at == row} for row, _ in grid}
        return _read([cells for row, cells in sorted(lines.items()) if row not in head], by_columns, text)
    first = [cell for (_, column), cell in sorted(grid.items()) if column == 0]
    # "1 | Іс-әрекеттің № | 1 | 2 | 3": the rows themselves may be counted before their headings
    lead = 1 if all(NUMBER.fullmatch((cell.own_text(text) or "").strip(" .")) for cell in first) else 0
    by_rows = _roles([cell for (_, column), cell in sorted(grid.items()) if column == lead], text, turned=True)
    if {"action"} < set(by_rows) and {"actor", "time"} & set(by_rows):
        columns = {column: {row: cell for (row, at), cell in grid.items() if at == column} for _, column in grid}
        return _read([cells for column, cells in sorted(columns.items()) if column > lead], by_rows, text)
    return []


def _roles(cells: Sequence[Element], text: str, *, turned: bool = False) -> dict[str, int]:
    """Role -> column (or row, where the table is turned) of the headings given."""
    found: dict[str, int] = {}
    for cell in cells:
        words = cell.own_text(text) or ""
        role = role_of(words)
        if role is not None and role not in found and cell.cell is not None:
            found[role] = cell.cell.row if turned else cell.cell.column
    return found


def _read(lines: Sequence[dict[int, Element]], roles: dict[str, int], text: str) -> list[TableAction]:
    actions: list[TableAction] = []
    for cells in lines:
        held = {role: cells[at] for role, at in roles.items() if at in cells}
        if "action" not in held:
            continue
        printed = NUMBER.search(held["number"].own_text(text) or "") if "number" in held else None
        actions.append(TableAction(printed.group() if printed else None, held))
    return actions
