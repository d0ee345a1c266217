"""The act checked against itself: every planted fault is found, and a sound act has none."""

from __future__ import annotations

import json

import pytest

from adilet_parser import parse
from adilet_parser.check.findings import EXPLANATIONS, findings_of
from tests.conftest import ROOT, TEXT_FILE

SOUND = """Мемлекеттік көрсетілетін қызмет регламентін бекіту туралы
Абай облысы әкімдігінің 2023 жылғы 3 сәуірдегі № 70 қаулысы
Облыс әкімдігі ҚАУЛЫ ЕТЕДІ:
1. "Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті осы қаулының 1-қосымшасына сәйкес бекітілсін.
2. Осы қаулы қолданысқа енгізіледі.
Абай облысы әкімдігінің 2023 жылғы 3 сәуірдегі № 70 қаулысына 1-қосымша
"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті
1. Жалпы ережелер
1. Қызмет Қазақстан Республикасы Білім министрінің 2015 жылғы 8 сәуірдегі № 174 бұйрығымен бекітілген "Анықтама беру" мемлекеттік көрсетілетін қызмет стандарты (бұдан әрі – Стандарт) негізінде көрсетіледі.
2. Мемлекеттік қызмет көрсету мерзімі – 3 (үш) жұмыс күні.
3. Мемлекеттік қызмет көрсету процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оны орындаудың ұзақтығы:
1) кеңсе қызметкері құжаттарды қабылдайды – 15 (он бес) минут;
2) жауапты орындаушы анықтаманы дайындайды – 2 (екі) жұмыс күні;
3) басшы анықтамаға қол қояды – 2 (екі) сағат.
4. Процеске қатысатын құрылымдық бөлімшелердің (қызметкерлердің) тізбесі:
1) кеңсе қызметкері;
2) жауапты орындаушы;
3) басшы.
5. Шағым Стандарттың 9-тармағына сәйкес беріледі, осы регламенттің 3-тармағы қолданылады.
"""
FAULTS = [
    ("title_differs", '1. "Анықтама беру" мем', '1. "Анықтамалар беру" мем'),
    ("annex_missing", "1-қосымшасына сәйкес", "1-қосымшасына және осы қаулының 2-қосымшасына сәйкес"),
    ("number_gap", "5. Шағым", "6. Шағым"),
    ("number_repeated", "5. Шағым", "4. Шағым"),
    ("duration_mismatch", "15 (он бес)", "15 (он)"),
    ("duration_contradiction", "3 (үш) жұмыс күні", "күнтізбелік үш жұмыс күні"),
    ("quote_unclosed", '1. "Анықтама беру" мем', '1. "Анықтама беру мем'),
    ("citation_unresolved", "осы регламенттің 3-тармағы", "осы регламенттің 33-тармағы"),
    ("term_undefined", "Шағым Стандарттың", "Шағым Қағидалардың"),
    ("participant_missing", "2) жауапты орындаушы анықтаманы", "2) бас маман анықтаманы"),
    ("steps_exceed_time", "2 (екі) жұмыс күні;", "7 (жеті) жұмыс күні;"),
    (
        "result_contradicts",
        "1) кеңсе қызметкері құжаттарды қабылдайды – 15 (он бес) минут;",
        "1) кеңсе қызметкері құжаттарды қабылдайды, жауапты орындаушыға жолдайды – 15 (он бес) минут. Нәтижесі – басшыға жолдау;",
    ),
    ("link_unplaced", "Облыс әкімдігі ҚАУЛЫ", "Салық кодексінің сәйкес облыс әкімдігі ҚАУЛЫ"),
    ("term_defined_twice", "5. Шағым", "Бизнес-жоспардың үлгілік бағдарламасы (бұдан әрі – Стандарт) бар.\n5. Шағым"),
]


def codes(text: str) -> set[str]:
    return {finding.code for finding in findings_of(parse(text.encode(), "x.txt"))}


def test_a_sound_act_has_no_findings() -> None:
    assert codes(SOUND) == set()


@pytest.mark.parametrize(("code", "before", "after"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_every_planted_fault_is_found(code: str, before: str, after: str) -> None:
    assert before in SOUND
    assert code in codes(SOUND.replace(before, after, 1))


def test_every_finding_is_explained_in_both_languages() -> None:
    for code, (kk, en) in EXPLANATIONS.items():
        assert kk.strip(), code
        assert en.strip(), code
        assert any(letter in "әғқңөұүһі" for letter in kk.lower()), code


def test_findings_of_the_sample_are_those_that_were_judged() -> None:
    judged = json.loads((ROOT / "docs" / "check-sample.json").read_text(encoding="utf-8"))
    found = [(finding.code, finding.at) for finding in findings_of(parse(TEXT_FILE))]
    assert found == [(entry["code"], entry["at"]) for entry in judged]
    assert all(entry["judged"] == "true" for entry in judged)
