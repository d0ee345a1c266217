"""Who does a step: by name at its start, and by hand-over from the step before."""

from __future__ import annotations

import regex

from adilet_parser.language.actors import (
    BEFORE,
    BY,
    CLAUSE,
    CONDITION,
    DEED,
    DOER,
    DOES,
    FINITE,
    GENITIVE_END,
    HANDED_OVER,
    INSTRUMENTALS,
    LABEL,
    LEAD,
    NAMED,
    NAMED_ALONE,
    NAMED_DOER,
    NAMES,
    NAMES_APART,
    PARTICIPANTS,
    POSSESSIVE_END,
    SAID_OF,
    SERVED,
    SUBJECT,
    TAKE_PART,
    THING,
    WHOSE,
)
from adilet_parser.language.patience import limit
from adilet_parser.segment.element import Element

CLOSING = regex.compile(r"[\s.;,]+$")


def participants(container: Element, text: str) -> list[str]:
    """Those whom an annex names as taking part, longest first: items of "... қатысатын ... тізбесі:", or names in a sentence."""
    names: list[str] = []
    for element in container.walk():
        if element.kind != "point" or not element.own:
            continue
        first = text[slice(*element.own[0])]
        if not PARTICIPANTS.search(first):
            continue
        items = [child for child in element.children if child.kind == "subpoint"]
        names += [CLOSING.sub("", SAID_OF.sub("", text[slice(*item.own[0])])) for item in items]
        if not items:
            names += _named_in(first)
    return sorted(names, key=len, reverse=True)


def _named_in(sentence: str) -> list[str]:
    """The participants that a sentence names; whose they are may be said once, before the first.

    >>> _named_in("Процеске қызмет берушінің кеңсесі, басшысы және маманы қатысады.")
    []
    >>> _named_in("Қызмет көрсету процесіне қызмет берушінің кеңсесі, басшысы және маманы қатысады.")
    ['қызмет берушінің кеңсесі', 'қызмет берушінің басшысы', 'қызмет берушінің маманы']
    """
    told = next((match for pattern in TAKE_PART if (match := pattern.search(sentence)) is not None), None)
    names = NAMES_APART.split(told["names"]) if told is not None else []
    whose = WHOSE.match(names[0]) if names else None
    if whose is None:
        return names
    return [name if GENITIVE_END.search(name) else whose.group() + name for name in names]


def actor_of(action: str, names: list[str], terms: list[str]) -> tuple[str | None, str]:
    """The doer that an item names, in the nominative, and the rule that found it.

    >>> actor_of("көрсетілетін қызметті берушінің жауапты орындаушысымен құжаттарды қабылдау", [], [])
    ('көрсетілетін қызметті берушінің жауапты орындаушысы', 'instrumental')
    >>> actor_of("көрсетілетін қызметті алушы порталда тіркеледі", [], [])
    ('көрсетілетін қызметті алушы', 'subject')
    """
    label = LABEL.match(action)
    if label is not None:
        action = action[label.end() :]
    before = BEFORE.match(action)
    for found in (
        _participant(action, names),
        _behind_condition(action, names, terms),
        _by_form(action),
        _by_form(action[before.end() :]) if before is not None else None,
    ):
        if found is not None:
            actor, rule = found
            return cased(_as_listed(actor, names), terms), rule
    folded = action.casefold()
    for term in terms:
        # "портал ... жібереді": a thing that a term stands for may act as well.
        if folded.startswith(f"{term.casefold()} ") and FINITE.search(action, len(term)):
            return term, "term_subject"
    return None, "no_actor"


def _participant(action: str, names: list[str]) -> tuple[str, str] | None:
    """A participant whose name the action begins with."""
    folded = action.casefold()
    for name in names:
        if not folded.startswith(name.casefold()):
            continue
        if folded[len(name) : len(name) + 4] in INSTRUMENTALS:
            return action[: len(name)], "participant_instrumental"
        if folded[len(name) : len(name) + 1] == " " and FINITE.search(action, len(name)):
            return action[: len(name)], "participant_subject"
    return None


def _behind_condition(action: str, names: list[str], terms: list[str]) -> tuple[str, str] | None:
    """Who acts "... жағдайда", if somebody is named behind the condition."""
    clause = CONDITION.match(action)
    actor, rule = actor_of(action[clause.end() :], names, terms) if clause is not None else (None, "")
    return (actor, rule) if actor is not None else None


def _by_form(action: str) -> tuple[str, str] | None:
    """Who acts by the form of the words: an instrumental, a subject with its verb, a genitive with what is done."""
    for pattern, rule in ((BY, "instrumental"), (DOER, "doer_in_genitive"), (SUBJECT, "subject")):
        match = pattern.match(action)
        if match is None:
            continue
        end = match.end("actor")
        acts = DEED.search(action, end) or (
            rule == "subject" and (FINITE.search(action, end) or DOES.match(action, end))
        )
        thing = rule == "doer_in_genitive" and THING.search(match["actor"])
        if rule == "instrumental" or (acts and not thing):
            actor = SERVED.sub("", LEAD.sub("", match["actor"]))
            if not CLAUSE.search(actor):
                return actor, rule
    return None


def _as_listed(actor: str, names: list[str]) -> str:
    """The one participant that a doer's words can mean, as the list names him; else the words themselves.

    >>> _as_listed("басшы", ["көрсетілетін қызметті берушінің басшысы", "көрсетілетін қызметті берушінің маманы"])
    'көрсетілетін қызметті берушінің басшысы'
    >>> _as_listed("қызмет беруші қызметкері", ["қызмет берушінің қызметкері"])
    'қызмет берушінің қызметкері'
    """
    bare = _bare(actor)
    meant = [name for name in names if _bare(name) == bare] or [
        name for name in names if f" {_bare(name)}".endswith(f" {bare}")
    ]
    return meant[0] if len(set(meant)) == 1 else actor


def _bare(name: str) -> str:
    """A name without its genitives and without the possessive ending of its last word."""
    return POSSESSIVE_END.sub("", GENITIVE_END.sub("", name.casefold()))


def handed_to(action: str, names: list[str]) -> str | None:
    """The participant to whom a step passes the work on: "... кеңсе қызметкеріне жолдау"."""
    folded = action.casefold()
    for name in names:
        at = folded.rfind(name.casefold())
        if at >= 0 and HANDED_OVER.match(folded, at + len(name)):
            return name
    return None


def names_in(text: str) -> list[str]:
    """Beginnings of names, told by a capital in mid-sentence: two words, or a noun that stands alone with its ending.

    >>> names_in("құжаттарды Мемлекеттік корпорацияға береді, кейін Орталыққа. Басшы оны қарайды")
    ['Мемлекеттік корпо', 'Мемлекеттік корпорация', 'Орталық']
    """
    alone = {
        match[1] for pattern in (NAMED_ALONE, NAMED_DOER) for match in pattern.finditer(text, timeout=limit(text))
    } | set(NAMES)
    return sorted({" ".join(match.group().split()) for match in NAMED.finditer(text, timeout=limit(text))} | alone)


def cased(name: str, terms: list[str]) -> str:
    """A doer's name as records have it.

    A name begins with a small letter, unless it is a defined term's or an abbreviation's."""
    if any(term[:1].isupper() and name.startswith(term) for term in terms) or name[1:2].isupper():
        return name
    return name[:1].lower() + name[1:]
