"""An act as a spaCy Doc: one span group for each list of records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from adilet_parser.model.act import RECORD_LISTS, Act
from adilet_parser.model.base import Record
from adilet_parser.model.base import Span as Range
from adilet_parser.nlp.extensions import keep_act, register_extensions
from adilet_parser.nlp.kazakh import Kazakh

# The field whose closed word is the label of a span; the other lists have one label for all.
LABEL_FIELDS = {
    "steps": "procedure",
    "durations": "role",
    "citations": "kind",
    "notes": "kind",
    "annexes": "kind",
    "chapters": "level",
    "amendments": "operation",
}
LABELS = {"defined_terms": "term", "points": "point"}

Locate = Callable[[int, int], Sequence[Range]]


def to_doc(act: Act, nlp: Language | None = None) -> Doc:
    """The repaired text as a Doc (`doc.text == act.text`), cut by the tokenizer of `nlp` (`kk` if none is given).

    Only the tokenizer runs; give the Doc to `nlp` for more.
    """
    doc: Doc = (nlp or _kazakh()).tokenizer(act.text)
    return lay(doc, act, lambda start, end: [(start, end)])


def lay(doc: Doc, act: Act, locate: Locate) -> Doc:
    """Puts the records of an act on a Doc; `locate` tells where a range of the act's text stands in the Doc's."""
    register_extensions()
    ranges: dict[str, list[list[Range]]] = {}
    for group in RECORD_LISTS:
        records: tuple[Record, ...] = getattr(act, group)
        ranges[group] = [[pair for pair in locate(*record.span) if pair[0] < pair[1]] for record in records]
        doc.spans[group] = SpanGroup(doc, name=group, spans=list(_spans(doc, group, records, ranges[group])))
    keep_act(doc, act, ranges)
    return doc


def _spans(doc: Doc, group: str, records: Iterable[Record], ranges: list[list[Range]]) -> Iterable[Span]:
    for index, (record, pairs) in enumerate(zip(records, ranges, strict=True)):
        if not pairs:
            continue
        label = LABELS.get(group) or getattr(record, LABEL_FIELDS[group])
        span = doc.char_span(
            min(start for start, _ in pairs),
            max(end for _, end in pairs),
            label=label,
            kb_id=getattr(record, "adilet_id", None) or "",
            span_id=f"{group}/{index}",
            alignment_mode="expand",
        )
        if span is not None:
            yield span


@lru_cache(maxsize=1)
def _kazakh() -> Kazakh:
    return Kazakh()
