"""Steps and actors: tables of (item, expected)."""

from __future__ import annotations

from typing import Any

import pytest

from adilet_parser import Act, parse
from adilet_parser.procedure.actors import actor_of, handed_to
from adilet_parser.procedure.cast import Cast
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
    ("Мемлекеттік қызмет көрсету процесінің құрамына кіретін рәсімдердің (іс-қимылдардың) мазмұны:", "provider"),
    ("Әрбір рәсімнің ұзақтығын көрсете отырып, бөлімшелер арасындағы рәсімдердің реттілігін сипаттау:", "provider"),
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
    (
        "жауапты орындаушы жобаны дайындайды, 2 (екі) жұмыс күні. Рәсімнің (іс-қимылдың) нәтижесі – жоба;",
        {"actor": "жауапты орындаушы", "action": "жауапты орындаушы жобаны дайындайды", "result": "жоба"},
        ["P2D"],
    ),
    (
        "3-іс-қимыл – жауапты орындаушының құжаттарды тексеруі, нәтижесі – шешім жобасы, ұзақтығы – 3 (үш) жұмыс күні;",
        {"actor": "жауапты орындаушы", "action": "3-іс-қимыл – жауапты орындаушының құжаттарды тексеруі", "result": "шешім жобасы"},
        ["P3D"],
    ),
    ("анықтаманы дайындау – 1 (бір) сағат. Нәтижесі – 3 (үш) ай бойы жарамды анықтама;", {"result": "3 (үш) ай бойы жарамды анықтама"}, ["PT1H"]),
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
    ("көрсетілетін қызметті берушінің кеңсе қызметкерінің өтінішті қабылдауы", CLERK),
    ("1-процесс – Мемлекеттік корпорация операторының логинін енгізуі", "Мемлекеттік корпорация операторы"),
    ("басшының қолтаңбасы бар құжат", None),
]


@pytest.mark.parametrize(("action", "actor"), ACTORS)
def test_actor(action: str, actor: str | None) -> None:
    assert actor_of(action, Cast(), ["Мемлекеттік корпорация"])[0] == actor


def test_hand_over() -> None:
    assert handed_to(f"құжаттарды тіркеу және {CLERK}не жолдау", [CLERK, CHIEF]) == CLERK
    assert handed_to("құжаттарды тіркеу", [CLERK]) is None


def test_a_table_in_text_that_comes_out_even_gives_steps() -> None:
    head = [
        "Т туралы",
        "Абай облысы әкімдігінің 2012 жылғы 3 сәуірдегі № 70 қаулысы",
        "Облыс әкімдігі ҚАУЛЫ ЕТЕДІ:",
        "1. Бекітілсін.",
    ]
    head += [
        "Абай облысы әкімдігінің 2012 жылғы 3 сәуірдегі № 70 қаулысына 1-қосымша",
        '"Т" мемлекеттік көрсетілетін қызмет регламенті',
    ]
    head += ["1. Портал арқылы іс-әрекеттер реттілігі:", "№", "Қатысушы", "Әрекеттің атауы", "Мерзімі"]
    rows = [
        "1",
        "Кеңсе",
        "тіркейді",
        "2 сағат",
        "2",
        "Басшы",
        "қарайды",
        "1 жұмыс күні",
        "3",
        "Кеңсе",
        "береді",
        "5 минут",
    ]
    for cells, count in ((rows, 3), (rows[:-1], 3), ([*rows[:3], *rows[4:]], 0)):
        act = parse(("\n".join([*head, *cells, "2. Осы регламент соңғы."]) + "\n").encode(), "x.txt")
        assert len(act.steps) == count, cells
        assert bool(count) != any(p.code == "table_unread" for p in act.problems)


TURNED = [
    ["Іс-әрекеттің (барысының, жұмыс ағынының) №", "1", "2"],
    ["ҚФБ атауы", "Кеңсе қызметкері", "Басшы"],
    ["Іс-әрекеттің (үдерістің, рәсімнің) атауы және сипаттамасы", "Қабылдайды", "Қарайды"],
    ["Аяқталу нысаны (деректер, құжат)", "Қолхат", "Бұрыштама"],
    ["Орындау мерзімі", "15 минут", "1 жұмыс күні"],
    ["Келесі іс-әрекеттің нөмірі", "2", "-"],
]


@pytest.mark.parametrize("counted", [False, True])
def test_a_turned_table_in_text_gives_a_step_a_column(counted: bool) -> None:
    head = [
        "Т туралы",
        "Абай облысы әкімдігінің 2012 жылғы 3 сәуірдегі № 70 қаулысы",
        "Облыс әкімдігі ҚАУЛЫ ЕТЕДІ:",
        "1. Бекітілсін.",
    ]
    head += [
        "Абай облысы әкімдігінің 2012 жылғы 3 сәуірдегі № 70 қаулысына 1-қосымша",
        '"Т" мемлекеттік көрсетілетін қызмет регламенті',
    ]
    cells = [cell for number, row in enumerate(TURNED, 1) for cell in ([str(number)] if counted else []) + row]
    act = parse(("\n".join([*head, "1. Іс-әрекеттер кестеде келтірілген.", *cells]) + "\n").encode(), "x.txt")
    assert [(step.number, step.actor, step.action, step.result) for step in act.steps] == [
        ("1", "кеңсе қызметкері", "Қабылдайды", "Қолхат"), ("2", "басшы", "Қарайды", "Бұрыштама"),
    ]  # fmt: skip
    assert [act.durations[step.durations[0]].iso8601 for step in act.steps] == ["PT15M", "P1D"]


HEADS = "Р/с № Орындаушы Іс-қимыл Мерзімі Нәтижесі"
ROWS = [
    "1 Кеңсе қызметкері Құжаттарды қабылдайды және \nтіркейді\n\n15 (он бес) минут Талон",
    "2 Бөлім басшысы Орындаушыны белгілейді түскен күні Бұрыштама",
    "3 Бөлімнің жауапты \nорындаушысы\n\nХабарламаны дайындайды 3 (үш) жұмыс \nкүні ішінде\n\nХабарлама жобасы",
]
PARTED = [
    ("кеңсе қызметкері", "Құжаттарды қабылдайды және тіркейді", ["15 (он бес) минут"], "Талон"),
    ("бөлім басшысы", "Орындаушыны белгілейді", ["түскен күні"], "Бұрыштама"),
    ("бөлімнің жауапты орындаушысы", "Хабарламаны дайындайды", ["3 (үш) жұмыс күні ішінде"], "Хабарлама жобасы"),
]
GRIDS: list[tuple[str, list[str], int]] = [
    (HEADS, ROWS, 3),
    # a heading of two lines, a row that comes from the next page
    ("№ Орындаушы Іс-қимыл Орындау \nмерзімі\n\nНәтижесі", ROWS, 3),
    # two capitals and one border: the name of a body in front of a doer, or a doer and a deed
    (HEADS, [ROWS[0], "2 Бөлім Басшысы Орындаушыны белгілейді түскен күні Бұрыштама", ROWS[2]], 0),
    # a cell too many, a row that is missing
    (HEADS, [ROWS[0], ROWS[1].replace("Бұрыштама", "Бұрыштама Қолы"), ROWS[2]], 0),
    (HEADS, [ROWS[0], ROWS[2]], 0),
    # headings that are none of a table of actions
    ("Р/с № Атауы Мекенжайы Телефоны Ескертпесі", ROWS, 0),
]


@pytest.mark.parametrize(("heads", "rows", "count"), GRIDS)
def test_cells_that_run_together_are_parted_where_one_reading_is_left(heads: str, rows: list[str], count: int) -> None:
    wrapped = "      {}. Осы қағида мемлекеттік қызмет көрсетудің тәртібін айқындайды және жалпыға \nбірдей міндетті болып табылады.\n"
    text = (
        "Т туралы\n\nАбай облысы әкімдігінің 2012 жылғы 3 сәуірдегі № 70 қаулысы\n\nОблыс әкімдігі ҚАУЛЫ ЕТЕДІ:\n"
        + wrapped.format(1)
        + "\nАбай облысы әкімдігінің 2012 жылғы \n3 сәуірдегі № 70 қаулысына \n1-қосымша\n\n"
        + '"Т" мемлекеттік көрсетілетін қызмет регламенті\n\n'
        + wrapped.format(1)
        + "      2. Рәсімдердің (іс-қимылдардың) мазмұны және ұзақтығы мынадай кестеде \nкелтірілген:\n"
        + heads
        + "\n\n"
        + "\n\n".join(rows)
        + "\n\n"
        + wrapped.format(3)
    )
    act = parse(text.encode(), "x.txt")
    steps = [
        (step.actor, step.action, [act.durations[index].text for index in step.durations], step.result)
        for step in act.steps
    ]
    assert steps == PARTED[:count]
    assert not [p for p in act.problems if p.code == "text_not_conserved"]
    if not count and heads is HEADS:
        assert "table_unread" in {p.code for p in act.problems}
