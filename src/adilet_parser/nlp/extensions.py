"""What a Doc and its spans say of their act: `doc._.act`, `span._.record`, `span._.ranges`.

All data lie in `doc.user_data["adilet"]` as plain JSON values, and a span finds its record by its `id_` ("steps/12"). So both
survive every way of writing a Doc, and spans with equal bounds do not clash, as spaCy's own keys (start and end) would.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc, Span

from adilet_parser.model.act import RECORD_LISTS, Act
from adilet_parser.model.base import Record
from adilet_parser.model.base import Span as Range

KEY = "adilet"


def keep_act(doc: Doc, act: Act, ranges: dict[str, list[list[Range]]]) -> None:
    """Lays the act, and where each of its records stands in the text of the Doc, into the Doc's user data."""
    # Lists, not tuples: that is what most ways of writing a Doc give back.
    plain = {name: [[list(pair) for pair in pairs] for pairs in of] for name, of in ranges.items()}
    doc.user_data[KEY] = {"act": act.model_dump(mode="json"), "ranges": plain}


def act_of(doc: Doc) -> Act | None:
    """The act; null if the Doc has none. Made anew at each call."""
    kept = doc.user_data.get(KEY)
    return Act.model_validate(kept["act"]) if kept else None


def record_of(span: Span) -> Record | None:
    """The record that a span of our groups stands for; null for other spans."""
    found = _entry(span, "act")
    return None if found is None else RECORD_LISTS[span.id_.partition("/")[0]].model_validate(found)


def ranges_of(span: Span) -> tuple[Range, ...]:
    """The exact character ranges of `doc.text` that hold the record, in the order of its words."""
    return tuple((start, end) for start, end in _entry(span, "ranges") or ())


def _entry(span: Span, part: str) -> Any:
    group, _, index = span.id_.partition("/")
    kept = span.doc.user_data.get(KEY)
    if kept is None or group not in RECORD_LISTS or not index.isdecimal():
        return None
    entries = kept[part][group]
    return entries[int(index)] if int(index) < len(entries) else None


def register_extensions() -> None:
    """Makes the attributes known to spaCy. Raises ValueError (E090) where a program has attributes of its own so named."""
    _register(Doc, "act", act_of)
    _register(Span, "record", record_of)
    _register(Span, "ranges", ranges_of)


def _register(owner: type[Doc] | type[Span], name: str, getter: Callable[..., Any]) -> None:
    known = owner.get_extension(name) if owner.has_extension(name) else None
    ours = known is not None and getattr(known[2], "__module__", None) == __name__
    owner.set_extension(name, getter=getter, force=ours)
