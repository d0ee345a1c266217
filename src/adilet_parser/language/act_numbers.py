"""Numbers of acts as they are printed: "43", "17/1", "А-13/611", "ҚР ДСМ-31", "30/ 522-VIII"."""

from __future__ import annotations


def number_group(name: str) -> str:
    """A pattern for an act's number, as a named group."""
    return rf"(?P<{name}>(?:ҚР\s)?[\p{{L}}\d][\p{{L}}\d]*(?:\s?[-/]\s?[\p{{L}}\d]+)*)"


def squeeze(number: str) -> str:
    """A number as printed, without blanks inside: "30/ 522-VIII" -> "30/522-VIII"; "ҚР ДСМ-31" keeps its own.

    >>> squeeze("30/ 522-VIII"), squeeze("ҚР  ДСМ- 31")
    ('30/522-VIII', 'ҚР ДСМ-31')
    """
    first, *rest = number.split()
    return f"{first} {''.join(rest)}" if first == "ҚР" and rest else first + "".join(rest)
