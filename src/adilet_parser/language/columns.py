"""Headings of the columns of a table of actions."""

from __future__ import annotations

from collections.abc import Sequence

import regex

# What a column (or row) of a table of actions holds, by its heading; the first that matches counts
ROLES: tuple[tuple[regex.Pattern[str], str], ...] = (
    (regex.compile(r"келесі(?!.*нәтиже)", regex.IGNORECASE), "next"),
    # "Іс-қимылдың атауы және мерзімі": its time stands with it
    (
        regex.compile(
            r"(?:әрекет|қимыл|рәсім|үдеріс|процес)\p{L}*\s+(?:\([^()]*\)\s+)?(?:атауы|мазмұны)\s*(?:,|және|мен)",
            regex.IGNORECASE,
        ),
        "action",
    ),
    (regex.compile(r"мерзім|ұзақтығы|уақыты", regex.IGNORECASE), "time"),
    (regex.compile(r"аяқталу|нәтиже|нысаны\b", regex.IGNORECASE), "result"),
    # "Әрекеттің (барысының, жұмыс ағынының) нөмірі", "№", "Р/с N", "әрекеттер N"
    (regex.compile(r"нөмірі|\bР/с|^\W*(?:№|N)|(?:№|\bN)\s*$|реттік", regex.IGNORECASE), "number"),
    # "Құрылымдық бөлімше атауы", "ҚФБ атауы", "Жауапты тұлға", "Қатысушылар"
    (
        regex.compile(
            r"\bкім\b|бөлімше|бірлік|ҚФБ|қатысушы|орындаушы|жауапты|қызметкер|субъект|тұлға", regex.IGNORECASE
        ),
        "actor",
    ),
    # "Әрекеттің атауы және сипаттамасы", "Рәсімнің мазмұны"
    (regex.compile(r"әрекет|қимыл|рәсім|үдеріс|процес|мазмұны|сипаттамасы|операция", regex.IGNORECASE), "action"),
)


def role_of(heading: str) -> str | None:
    """What a column of this heading holds; null if it is none of a table of actions.

    >>> role_of("Құрылымдық бөлімше атауы"), role_of("Орындау мерзімі"), role_of("Мекенжайы")
    ('actor', 'time', None)
    """
    return next((name for pattern, name in ROLES if pattern.search(heading)), None)


def tells_steps(roles: Sequence[str | None]) -> bool:
    """Whether columns of these roles make a table of actions: one of actions, one of doers or times."""
    return "action" in roles and not {"actor", "time"}.isdisjoint(roles)


def tells_action(heading: str) -> bool:
    """Whether a heading speaks of actions: "Әрекеттің (барысының, жұмыс ағынының) №"."""
    return ROLES[-1][0].search(heading) is not None


def roles_of_heads(heads: Sequence[str]) -> list[str]:
    """What the columns of a table of actions hold; nothing if a heading tells nothing or two tell the same.

    >>> roles_of_heads(["№", "Орындаушы", "Іс-қимыл", "Мерзімі"]), roles_of_heads(["№", "Атауы", "Мекенжайы"])
    (['number', 'actor', 'action', 'time'], [])
    """
    roles = [role for role in map(role_of, heads) if role is not None]
    return roles if len(roles) == len(heads) == len(set(roles)) and tells_steps(roles) else []
