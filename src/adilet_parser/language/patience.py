"""How long one pattern may look at one text: far longer than it needs, but never for ever.

The engine raises TimeoutError when the limit is over; the pipeline makes a problem of it (`pattern_timeout`).
"""

from __future__ import annotations

FLOOR = 10.0
"""Seconds that any text is given."""
PER_CHARACTER = 0.0005
"""Seconds more for each character: a thousand times what a pattern takes that reads the text once."""


def limit(text: str) -> float:
    """Seconds of the processor that a pattern may take for a text.

    >>> limit("қаулы" * 2000)
    15.0
    """
    return FLOOR + PER_CHARACTER * len(text)
