"""Steps and actors: tables of (item, expected)."""

from __future__ import annotations

from typing import Any

import pytest

from adilet_parser import Act, parse
from adilet_parser.procedure.actors import actor_of, handed_to
from adilet_parser.procedure.steps import procedure_of

PROVIDER = (
    "Мемлекеттік қызмет көрсету процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оны орындаудың ұзақтығы және "
    "мемлекеттік қызмет көрсету рәсімінің (іс-қимылдың) нәтижесі:"
)
CLERK = "көрсетілетін қызметті берушінің кеңсе қызметкері"
CHIEF = "көрсетілетін қызметті берушінің басшысы"

POINTS = [
    (PROVIDER, "provider"),
    (
        "Мемлекеттік қызмет көрсетудің нәтижесін Мемлекеттік корпорация арқылы алу процесінің сипаттамасы, оның ұзақтығы:",
        "corporation",
    ),
    ("Халыққа қызмет көрсету орталығына жүгіну тәртібін, рәсімдердің бірізділігін сипаттау:", "corporation"),
    (
        "Жүгіну тәртібін және портал арқылы мемлекеттік қызмет көрсету кезінде рәсімдерінің (іс-қимылдарының) бірізділігін сипаттау:",
        "portal",
    ),
    ("Мемлекеттік қызмет көрсету процесіне қатысатын құрылымдық бөлімшелерінің (қызметкерлерінің) тізбесі:", None),
    ("Мемлекеттік қызметті көрсету нәтижесі:", None),
    ("Мемлекеттік қызметке құжаттарды қабылдау және нәтижелерін беру:", None),
]


@pytest.mark.parametrize(("words", "procedure"), POINTS)
def test_procedure(words: str, procedure: str | None) -> None:
    assert procedure_of(words) == procedure


ITEMS: list[tuple[str, dict[str, Any], list[str]]] = [
    (
        "көрсетілетін қызметті берушінің кеңсе қызметкерімен құжаттарды қабылдау – 30 (отыз) минут. Нәтижесі - тіркеу;",
        {"actor": CLERK, "action": "көрсетілетін қызметті берушінің кеңсе қызметкерімен құжаттарды қабылдау", "result": "тіркеу"},
        ["PT30M"],
    ),
    ("құжаттарды тексеру –5 (бес) минут;", {"actor": None, "action": "құжаттарды тексеру", "result": None}, ["PT5M"]),
    (
        "құжаттарды тексеру - 10 (он) минут (Стандарттың 10 - тармағына сәйкес бас тартады). Нәтижесі – тексеру.",
        {"action": "құжаттарды тексеру", "conditions": ("Стандарттың 10 - тармағына сәйкес бас тартады",), "result": "тексеру"},
        ["PT10M"],
    ),
    (
        "көрсетілетін қызметті берушінің басшысы құжаттарды алған сәттен бастап 2 (екі) жұмыс күні ішінде қарайды және қол қояды;",
        {"actor": CHIEF, "action": "көрсетілетін қызметті берушінің басшысы құжаттарды алған сәттен бастап қарайды және қол қояды"},
        ["P2D"],
    ),
    (
        'қарау – 7 (жеті) сағат ішінде ("Т туралы" министрдің № 761 бұйрығымен (№ 12204 тіркелген) бекітілген қағидаларға '
        "сәйкес.). Нәтижесі - қол қою;",
        {"action": "қарау", "result": "қол қою"},
        ["PT7H"],
    ),
    ("хабарлама жіберіледі.", {"actor": None, "action": "хабарлама жіберіледі", "result": None}, []),
    ("тексеру (5 (бес) минуттан аспайды) және тіркеу – 1 (бір) сағат;",
     {"action": "тексеру (5 (бес) минуттан аспайды) және тіркеу"}, ["PT1H"]),
]  # fmt: skip


def act_with(*items: str) -> Act:
    lines = ["Қаулы туралы", f"1. {PROVIDER}", *(f"{number}) {item}" for number, item in enumerate(items, 1))]
    lines += ["2. Процесіне қатысатын қызметкерлерінің тізбесі:", f"1) {CLERK};", f"2) {CHIEF}.", "3. Осы бұйрық."]
    return parse(("\n".join(lines) + "\n").encode())


@pytest.mark.parametrize(("item", "expected", "times"), ITEMS)
def test_step(item: str, expected: dict[str, Any], times: list[str]) -> None:
    act = act_with(item)
    (step,) = act.steps
    assert {name: getattr(step, name) for name in expected} == expected
    assert [act.durations[index].iso8601 for index in step.durations] == times
    assert all(act.durations[index].role == "step" for index in step.durations)


def test_a_step_with_two_cases_keeps_both_times() -> None:
    lines = f"Қаулы туралы\n1. {PROVIDER}\n1) нәтижесін рәсімдеу:\nтеріс болса – 1 (бір) жұмыс күні;\nоң болса - 18 (он сегіз) жұмыс күні. Нәтижесі - рәсімдеу;\n2) беру.\n2. Осы бұйрық.\n"
    act = parse(lines.encode())
    step = act.steps[0]
    assert step.action == "нәтижесін рәсімдеу"
    assert [(branch.condition, act.durations[branch.duration].iso8601) for branch in step.branches] == [
        ("теріс болса", "P1D"), ("оң болса", "P18D"),
    ]  # fmt: skip
    assert step.result == "рәсімдеу"


def test_who_got_the_work_is_inferred_and_never_claimed() -> None:
    act = act_with(f"құжаттарды қарау және {CHIEF}на жолдау – 5 минут;", "қол қою – 5 минут.")
    assert act.steps[1].actor is None
    assert act.steps[1].actor_inferred == CHIEF


ACTORS = [
    (
        "көрсетілетін қызметті берушінің жауапты орындаушысымен құжаттарды қабылдау",
        "көрсетілетін қызметті берушінің жауапты орындаушысы",
    ),
    ("көрсетілетін қызметті алушы порталда тіркеледі", "көрсетілетін қызметті алушы"),
    ("Мемлекеттік корпорацияның қызметкері құжаттарды қабылдайды", "Мемлекеттік корпорацияның қызметкері"),
    ("көрсетілетін қызметті алушының кабинетіне хабарлама жіберіледі", None),
    ("құжаттарды қабылдау, тіркеу және басшысына жолдау", None),
    ("ХҚКО қызметкері өтінішті тіркейді", "ХҚКО қызметкері"),
]


@pytest.mark.parametrize(("action", "actor"), ACTORS)
def test_actor(action: str, actor: str | None) -> None:
    assert actor_of(action, [], ["Мемлекеттік корпорация"])[0] == actor


def test_hand_over() -> None:
    assert handed_to(f"құжаттарды тіркеу және {CLERK}не жолдау", [CLERK, CHIEF]) == CLERK
    assert handed_to("құжаттарды тіркеу", [CLERK]) is None
