"""displaCy for one annex: its text with steps, durations and citations drawn under the words."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from spacy import displacy
from spacy.tokens import Doc, Span

from adilet_parser.model.act import Act
from adilet_parser.nlp.projection import to_doc

GROUPS = ("steps", "durations", "citations")
# By label; displaCy draws all others grey.
COLOURS = {
    "provider": "#7aecec", "corporation": "#bfeeb7", "portal": "#feca74", "step": "#ff9561", "validity": "#ffeb80",
    "deadline": "#ff8197", "external": "#c887fb", "internal": "#9cc9cc", "defined_term": "#e4e7d2",
}  # fmt: skip


def render_annex(act: Act, at: str, groups: Sequence[str] = GROUPS) -> str:
    """HTML of the annex with the locator `at`, one block a paragraph. Raises KeyError if there is no such annex."""
    paragraphs = displacy_spans(to_doc(act), _annex_span(act, at), groups)
    return displacy.render(paragraphs, style="span", manual=True, jupyter=False, options={"colors": COLOURS})


def displacy_spans(doc: Doc, part: tuple[int, int], groups: Sequence[str] = GROUPS) -> list[dict[str, Any]]:
    """Input of `displacy.render(…, style="span", manual=True)`: the paragraphs of a part of a Doc, spans cut at their ends.

    One paragraph each, because displaCy knows no line ends.
    """
    stretch = doc.char_span(*part, alignment_mode="expand")
    spans = [span for group in groups for span in doc.spans[group]]
    return [_paragraph(line, spans) for line in _lines(stretch)] if stretch is not None else []


def _annex_span(act: Act, at: str) -> tuple[int, int]:
    for annex in act.annexes:
        if annex.at == at:
            return annex.span
    raise KeyError(f"no annex {at}; there are: {', '.join(annex.at for annex in act.annexes) or 'none'}")


def _lines(stretch: Span) -> list[Span]:
    lines: list[Span] = []
    start = stretch.start
    for token in stretch:
        if "\n" in token.text:
            lines.append(stretch.doc[start : token.i])
            start = token.i + 1
    lines.append(stretch.doc[start : stretch.end])
    return [line for line in lines if len(line)]


def _paragraph(line: Span, spans: list[Span]) -> dict[str, Any]:
    found = [
        {
            "start_token": max(span.start - line.start, 0),
            "end_token": min(span.end, line.end) - line.start,
            "label": span.label_,
            # displaCy escapes the words, but not these two.
            "kb_id": html.escape(span.kb_id_),
            "kb_url": html.escape(getattr(span._.record, "url", None) or "#"),
        }
        for span in spans
        if span.start < line.end and span.end > line.start
    ]
    return {"tokens": [token.text for token in line], "spans": found}
