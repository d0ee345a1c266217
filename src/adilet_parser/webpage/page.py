"""One self-contained page: head, contents, text, services with their processes, findings; nothing is asked of the outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from adilet_parser.check.findings import findings_of
from adilet_parser.explain import Explanation, explain
from adilet_parser.flow import Process, processes_of
from adilet_parser.model.act import Act
from adilet_parser.webpage.body import Body
from adilet_parser.webpage.drawing import drawing
from adilet_parser.webpage.words import WORDS, word

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
SHOWN = ("annexes", "points", "durations", "citations", "defined_terms", "steps")
"""The record lists whose records the panel can show."""
ARROW = (
    '<svg width="0" height="0" aria-hidden="true"><defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" '
    'markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z"/></marker></defs></svg>'
)


def page(act: Act, source: str | None = None) -> str:
    """The page of an act; `source` is the decoded input of a text file, for its lines."""
    facts, body = act.act, Body(act)
    text = body.html()
    parts = [
        f'<!doctype html><html lang="{act.language}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(facts.title or act.source.file)}</title><style>{_asset('page.css')}</style></head><body>",
        f'<a class="skip" href="#text">{word("skip")}</a>{ARROW}',
        f'<header class="top"><h1>{escape(facts.title or act.source.file)}</h1>',
        f'<button id="language" type="button">{word("language")}</button>{"".join(_facts(act))}</header>',
        f'<div class="columns"><nav><h2>{word("contents")}</h2><ul>{"".join(_contents(act, body))}</ul></nav>',
        f'<main><section id="text"><h2>{word("text")}</h2>{text}</section>',
        f'<section id="services"><h2>{word("services")}</h2>{"".join(_services(act))}</section>',
        f'<section id="findings"><h2>{word("findings")}</h2>{"".join(_findings(act))}</section></main>',
        f'<aside id="panel" aria-live="polite"><h2>{word("panel")}</h2>'
        f'<button id="close" type="button">{word("close")}</button><div id="told">{word("choose", "p")}</div></aside></div>',
        f'<script type="application/json" id="records">{_json(_records(act, source))}</script>',
        f'<script type="application/json" id="words">{_json(WORDS)}</script>',
        f"<script>{_asset('page.js')}</script></body></html>\n",
    ]
    return "".join(parts)


def _asset(name: str) -> str:
    return files("adilet_parser.webpage").joinpath(name).read_text(encoding="utf-8")


def _json(data: object) -> str:
    """JSON that nothing in it can break out of its element."""
    return (
        json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028")
    )


def _facts(act: Act) -> Iterator[str]:
    facts = act.act
    yield f'<dl class="facts"><dt>{word("status")}</dt><dd class="status {facts.status}">{word(facts.status)}'
    if facts.repealed_by is not None:
        by = facts.repealed_by
        yield f" ({escape(' '.join(filter(None, [by.issuer, by.adopted_on, by.number and f'№ {by.number}'])))})"
    yield "</dd>"
    told = {"issuer": facts.issuer, "adopted_on": facts.adopted_on, "number": facts.number}
    if facts.registration is not None:
        registered = [facts.registration.registered_on, facts.registration.number and f"№ {facts.registration.number}"]
        told["registration"] = " ".join(filter(None, registered))
    told["signed_by"] = "; ".join(f"{who.position} {who.name}" for who in facts.signed_by)
    for key, value in told.items():
        if value:
            yield f"<dt>{word(key)}</dt><dd>{escape(value)}</dd>"
    if facts.url is not None and facts.adilet_id is not None:
        doubt = "" if facts.id_certainty == "sure" else " (?)"
        link = f'<a href="{escape(facts.url)}" target="_blank" rel="noreferrer noopener">{escape(facts.adilet_id)}</a>'
        yield f"<dt>{word('adilet')}</dt><dd>{link}{doubt}</dd>"
    yield "</dl>"


def _contents(act: Act, body: Body) -> Iterator[str]:
    for annex in act.annexes:
        title = annex.service or annex.title or annex.kind
        if annex.at in body.ids:
            depth = annex.at.count(".")
            yield f'<li style="margin-left:{depth}em"><a href="#{escape(annex.at)}">{escape(annex.number or "–")}. {escape(title)}</a></li>'
    for key in ("services", "findings"):
        yield f'<li><a href="#{key}">{word(key)}</a></li>'


def _services(act: Act) -> Iterator[str]:
    found = processes_of(act)
    if not found:
        yield word("none", "p")
    for process in found:
        yield f'<details open class="process"><summary>{escape(process.service or process.at)} – {word(process.procedure)} '
        yield f'<a href="#{escape(process.at)}">{escape(process.at)}</a></summary>'
        yield f'<div class="drawing">{drawing(process)}</div>{"".join(_steps(process))}</details>'


def _steps(process: Process) -> Iterator[str]:
    heads = "".join(f"<th>{word(key)}</th>" for key in ("step", "actor", "action", "time", "result"))
    yield f'<div class="table"><table class="steps"><tr>{heads}</tr>'
    for task in process.tasks:
        who = escape(task.lane) if task.lane else word("unnamed")
        who += f" ({word('inferred')})" if task.inferred else ""
        cells = [
            escape(task.number),
            who,
            escape(task.label),
            escape(" · ".join(task.times)),
            escape(task.result or ""),
        ]
        yield f'<tr data-r="steps-{task.step}" tabindex="0">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
    yield "</table></div>"


def _findings(act: Act) -> Iterator[str]:
    found = findings_of(act)
    if not found:
        yield word("none", "p")
    for finding in found:
        place = f'<a href="#{escape(finding.at)}">{escape(finding.at)}</a>' if finding.at else ""
        both = (
            f'<span class="w" data-kk="{escape(finding.kk)}" data-en="{escape(finding.en)}">{escape(finding.kk)}</span>'
        )
        yield f'<div class="finding"><code>{escape(finding.code)}</code> {place}<p>{both}</p><blockquote>{escape(finding.quote)}</blockquote></div>'


def _records(act: Act, source: str | None) -> dict[str, object]:
    """What the panel tells of each record, by the ids that marks carry."""
    return {
        f"{name}-{index}": _told(explain(act, f"{name}[{index}]", source)[0])
        for name in SHOWN
        for index in range(len(getattr(act, name)))
    }


def _told(found: Explanation) -> dict[str, object]:
    places = []
    for place in found.source:
        if place.box is not None:
            box = place.box
            places.append({"page": box.page, "box": [round(edge) for edge in (box.x0, box.top, box.x1, box.bottom)]})
        else:
            places.append({"line": place.line, "at": [place.start, place.end], "printed": place.printed})
    repairs = [
        f"{change.kind} ({change.rule})" for change in found.repairs if change.kind not in {"line_join", "blank_run"}
    ]
    says = {name: value for name, value in found.says.items() if value not in ([], {}, False) and name != "target_span"}
    return {"at": found.at, "rule": found.rule, "says": says, "repairs": repairs, "source": places}
