"""Every pattern of the package against strings that were made to make it slow.

    python scripts/patterns.py [--least 1.2]     # patterns whose time grows with more than that power of the text's length
    python scripts/patterns.py --whole            # every attack as the text of an act, parsed at two sizes: what a user would wait

From the tree of each pattern come its attacks: what stands before a repeat, then the repeated thing many times, then a sign that nothing
matches; and whole matches in a row. Each is searched at two sizes; the power is the worst of all attacks.
"""

from __future__ import annotations

import argparse
import importlib
import math
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as grammar  # type: ignore[attr-defined]
from typing import Any

import regex

import adilet_parser

STOP = "\x01"
"""A sign that no pattern wants."""
CLASSES = {
    "\\p{Ll}": "[а-я]",
    "\\p{Lu}": "[А-Я]",
    "\\p{L}": "[А-Яа-я]",
    "\\P{L}": "[^А-Яа-я]",
    "\\p{N}": "[0-9]",
    "\\p{P}": "[.,]",
}
SIZES = (2_000, 8_000)
LIMIT = 2.0
"""Seconds after which an attack counts as won."""
FLOOR = 0.002
"""Times below are noise: linear."""


def patterns() -> Iterator[tuple[str, Any]]:
    """Every compiled pattern of the package, named by module and constant; those inside tuples and dicts too."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages(adilet_parser.__path__, "adilet_parser."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, found in enumerate(_inside(value)):
                if id(found) not in seen:
                    seen.add(id(found))
                    yield f"{module.name.removeprefix('adilet_parser.')}.{name}" + f"[{number}]" * (number > 0), found


def _inside(value: Any, depth: int = 0) -> Iterator[Any]:
    if isinstance(value, regex.Pattern | re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict) and depth < 3:
        for part in (*value.keys(), *value.values()):
            yield from _inside(part, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth < 3:
        for part in value:
            yield from _inside(part, depth + 1)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, type) and depth < 3:
        for field in value.__dataclass_fields__:
            yield from _inside(getattr(value, field, None), depth + 1)


def attacks(pattern: str) -> list[tuple[str, str]]:
    """Attacks as (opening, unit): the opening once, the unit many times."""
    for name, letters in CLASSES.items():
        pattern = pattern.replace("[" + name + "]", letters).replace(name, letters)
        pattern = pattern.replace("[^" + letters, "[^" + letters[1:-1]) if letters[1] != "^" else pattern
    pattern = _inner_classes(pattern)
    try:
        tree = grammar.parse(pattern)
    except re.error:
        return []
    whole = _sample(tree)
    found = [("", whole or " "), ("", whole + " ")]
    found += [(opening, unit) for opening, unit in _repeats(tree, "") if unit]
    found += [("", unit) for _, unit in found] + [("", opening + unit) for opening, unit in found]
    return list(dict.fromkeys(found))


def _inner_classes(pattern: str) -> str:
    """Sets of letters that came to stand inside sets: their brackets go."""
    out, inside, index = [], False, 0
    while index < len(pattern):
        sign = pattern[index]
        if sign == "\\":
            out.append(pattern[index : index + 2])
            index += 2
            continue
        if sign == "[" and not inside:
            inside = True
        elif sign == "[":
            index += 1
            continue
        elif sign == "]" and inside:
            # the end of an inner set is followed by more of the outer one
            rest = pattern[index + 1 :]
            closing, opening = rest.find("]"), rest.find("[")
            if closing >= 0 and (opening < 0 or closing < opening) and "(" not in rest[:closing]:
                index += 1
                continue
            inside = False
        out.append(sign)
        index += 1
    return "".join(out)


def _sample(tree: Any) -> str:
    """A short string that a tree matches, looks around left out."""
    return "".join(_sample_of(operator, value) for operator, value in tree)


def _sample_of(operator: Any, value: Any) -> str:
    if operator is kind.LITERAL:
        return chr(value)
    if operator is kind.IN:
        return _one_of(value)
    if operator in {kind.ANY, kind.NOT_LITERAL}:
        return "я"
    if operator is kind.BRANCH:
        return _sample(value[1][0])
    if operator is kind.SUBPATTERN:
        return _sample(value[-1])
    if operator is kind.ATOMIC_GROUP:
        return _sample(value)
    if operator in {kind.MAX_REPEAT, kind.MIN_REPEAT, kind.POSSESSIVE_REPEAT}:
        return _sample(value[2]) * int(min(value[0], 3))
    return ""


def _one_of(choices: Any) -> str:
    for operator, value in choices:
        if operator is kind.NEGATE:
            return "я"
        if operator is kind.LITERAL:
            return chr(value)
        if operator is kind.RANGE:
            return chr(value[0])
        if operator is kind.CATEGORY:
            return {kind.CATEGORY_DIGIT: "1", kind.CATEGORY_SPACE: " ", kind.CATEGORY_WORD: "я"}.get(value, "я")
    return ""


def _repeats(tree: Any, opening: str) -> Iterator[tuple[str, str]]:
    """Long repeats of a tree with what stands before them."""
    for operator, value in tree:
        if operator in {kind.MAX_REPEAT, kind.MIN_REPEAT, kind.POSSESSIVE_REPEAT}:
            unit = _sample(value[2])
            if value[1] >= 20:
                for choice in _choices(value[2]):
                    yield opening, choice
            yield from _repeats(value[2], opening)
            opening += unit * min(value[0], 3)
        elif operator is kind.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, opening)
            opening += _sample(value[1][0])
        elif operator is kind.SUBPATTERN:
            yield from _repeats(value[-1], opening)
            opening += _sample(value[-1])
        elif operator is kind.ATOMIC_GROUP:
            yield from _repeats(value, opening)
            opening += _sample(value)
        elif operator in {kind.ASSERT, kind.ASSERT_NOT}:
            yield from _repeats(value[1], opening)
        else:
            opening += _sample_of(operator, value)


def _choices(tree: Any) -> list[str]:
    """What may be repeated: each branch, a letter, a blank, a digit where the set takes them."""
    found = [_sample(tree)]
    for operator, value in tree:
        if operator is kind.BRANCH:
            found += [_sample(branch) for branch in value[1]]
        if operator is kind.SUBPATTERN:
            found += _choices(value[-1])
        if operator is kind.IN:
            found += [sign for sign in (" ", "я", "1", ",") if _takes(value, sign)]
    return list(dict.fromkeys(found))


def _takes(choices: Any, sign: str) -> bool:
    wanted = True
    for operator, value in choices:
        if operator is kind.NEGATE:
            wanted = False
        hit = (
            (operator is kind.LITERAL and chr(value) == sign)
            or (operator is kind.RANGE and value[0] <= ord(sign) <= value[1])
            or (operator is kind.CATEGORY and value is kind.CATEGORY_SPACE and sign == " ")
            or (operator is kind.CATEGORY and value is kind.CATEGORY_DIGIT and sign == "1")
        )
        if hit:
            return wanted
    return not wanted


def power(pattern: Any, opening: str, unit: str) -> tuple[float, float]:
    """The power with which time grows from the small size to the large one, and seconds at the large one."""
    seconds = []
    for size in SIZES:
        text = opening + unit * (size // len(unit)) + STOP
        start = time.perf_counter()
        _exhaust(pattern, text)
        seconds.append(time.perf_counter() - start)
    if seconds[1] < FLOOR:
        return 1.0, seconds[1]
    return math.log(seconds[1] / max(seconds[0], FLOOR / 16), SIZES[1] / SIZES[0]), seconds[1]


def _exhaust(pattern: Any, text: str) -> None:
    limit = {"timeout": LIMIT} if isinstance(pattern, regex.Pattern) else {}
    try:
        pattern.search(text, **limit)
        pattern.match(text, **limit)
        pattern.search(text, len(text) // 2, **limit)
    except TimeoutError:
        return


HEAD = (
    "Қағидаларды бекіту туралы\nАлматы облысы әкімдігінің 2019 жылғы 28 қаңтардағы № 43 қаулысы\nӘкімдік ҚАУЛЫ ЕТЕДІ:\n"
)
WHOLE_SIZES = (2_500, 10_000)
PATIENCE = 1.0
"""Seconds for an act with an attack of 10,000 characters beyond which an attack is reported."""


def whole() -> int:
    """Parses acts that hold the attacks, in a point and as an annex; prints the slow ones."""
    from adilet_parser import parse

    tried, slow = 0, 0
    seen: set[tuple[str, str]] = set()
    worst = 0.0
    for name, pattern in patterns():
        for opening, unit in attacks(pattern.pattern):
            if (opening, unit) in seen:
                continue
            seen.add((opening, unit))
            seconds = []
            for size in WHOLE_SIZES:
                attack = opening + unit * (size // len(unit))
                text = f"{HEAD}1. Мыналар:\n1) {attack}\n{attack}\n2. {attack}:\n1) {attack};\n"
                start = time.perf_counter()
                parse(text.encode(), "attack.txt")
                seconds.append(time.perf_counter() - start)
            tried += 1
            worst = max(worst, seconds[1])
            if seconds[1] > PATIENCE:
                slow += 1
                exponent = math.log(seconds[1] / max(seconds[0], 0.01), WHOLE_SIZES[1] / WHOLE_SIZES[0])
                print(f"{seconds[1]:7.1f} s  {exponent:4.2f}  {name}  {opening[:30]!r} + {unit[:30]!r} * n", flush=True)
    print(
        f"{tried} acts with an attack of {WHOLE_SIZES[1]} characters four times, {slow} took more than {PATIENCE} s, the slowest {worst:.1f} s"
    )
    return 0


def main() -> int:
    """Prints the patterns above the least power, worst first."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--least", type=float, default=1.2)
    arguments.add_argument("--whole", action="store_true")
    options = arguments.parse_args()
    if options.whole:
        return whole()
    least = options.least
    rows, tried, strings, unread = [], 0, 0, []
    for name, pattern in patterns():
        found = attacks(pattern.pattern)
        if not found:
            unread.append(name)
        tried, strings = tried + 1, strings + len(found)
        worst = max((power(pattern, *attack) + attack for attack in found), default=(1.0, 0.0, "", ""))
        if worst[0] >= least:
            rows.append((*worst, name))
    for exponent, seconds, opening, unit, name in sorted(rows, reverse=True):
        print(f"{exponent:5.2f} {seconds:8.4f} s  {name}  {opening[:30]!r} + {unit[:30]!r} * n")
    print(
        f"{tried} patterns, {strings} attacks, {len(rows)} above {least}; no attack made of: {', '.join(unread) or 'none'}"
    )
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    raise SystemExit(main())
