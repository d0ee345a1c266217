"""What every class of the contract shares: frozen, closed, and with a place in the text."""

from pydantic import BaseModel, ConfigDict

Span = tuple[int, int]
"""Half-open character range [start, end) in the repaired text."""


class Frozen(BaseModel):
    """An immutable value of the contract; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Record(Frozen):
    """A claim about the act.

    `span` is its place in the repaired text (the hull, if `pieces` is given); `pieces` are the stretches a record
    was put together from; `rule` names the function or pattern that made it.
    """

    span: Span
    pieces: tuple[Span, ...] | None = None
    rule: str
