"""Acts in spaCy: tokens of Kazakh, span groups, what survives writing and reading back."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from adilet_parser import Act
from adilet_parser.model.act import RECORD_LISTS
from adilet_parser.model.base import Record
from adilet_parser.nlp import Kazakh, extensions, register_extensions, render_annex, to_doc
from adilet_parser.nlp.display import displacy_spans
from adilet_parser.nlp.kazakh import ALPHABET
from tests.conftest import ROOT, TEXT_FILE


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("kk")
    pipeline.add_pipe("adilet")
    return pipeline


@pytest.fixture(scope="module")
def doc(text_act: Act) -> Doc:
    return to_doc(text_act)


@pytest.fixture(scope="module")
def damaged(nlp: Language) -> Doc:
    return nlp(TEXT_FILE.read_bytes().decode())


def squeezed(text: str) -> str:
    return "".join(text.split())


def covered(span: Span) -> str:
    return squeezed("".join(span.doc.text[start:end] for start, end in span._.ranges))


# Tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("8) тармақ", "8 ) тармақ"),
        ("№ 086/е", "№ 086/е"),
        ("№43", "№ 43"),
        ("1-қосымшасына", "1 - қосымшасына"),
        ("1-ҚОСЫМША", "1 - ҚОСЫМША"),
        ("7-1-тармақ", "7 - 1 - тармақ"),
        ("5-бабының", "5 - бабының"),
        ("1-ші 19-шы 2-інші 2019-дан", "1-ші 19-шы 2-інші 2019-дан"),
        ("35-нқ 414-V ДСМ-211/2020", "35-нқ 414-V ДСМ-211/2020"),
        ("2019 жылғы", "2019 жылғы"),
        ("31.01.2020.", "31.01.2020 ."),
        ("18.00-ге", "18.00-ге"),
        ("көрсетілетін қызметті", "көрсетілетін қызметті"),
        ("(бұдан әрі – Стандарт)", "( бұдан әрі – Стандарт )"),
        ("әрі-Заң", "әрі - Заң"),
        ("-20 минут", "- 20 минут"),
        ("«Азаматтарға", "« Азаматтарға"),
        ("«Астана»,«Алматы»", "« Астана » , « Алматы »"),
        ("қағаз/электрондық", "қағаз / электрондық"),
        ("іс-қимыл", "іс-қимыл"),
        ("бұлақ,құрық:ғалым", "бұлақ , құрық : ғалым"),
        ("4(төрт)минут.Нәтижесі", "4 ( төрт ) минут . Нәтижесі"),
        ("сәйкес;2)", "сәйкес ; 2 )"),
        ("және т.б.)", "және т.б. )"),
        ("www.egov.kz.", "www.egov.kz ."),
        ("", ""),
    ],
)
def test_tokens(nlp: Language, text: str, tokens: str) -> None:
    doc = nlp.make_doc(text)
    assert [token.text for token in doc] == tokens.split()
    assert doc.text == text


@pytest.mark.parametrize("letter", [*ALPHABET, *ALPHABET.upper()])
def test_rules_know_every_letter(nlp: Language, letter: str) -> None:
    assert [token.text for token in nlp.make_doc(f"а{letter}/{letter}а")] == [f"а{letter}", "/", f"{letter}а"]
    assert [token.text for token in nlp.make_doc(f"а{letter.lower()}.")] == [f"а{letter.lower()}", "."]


def test_no_smileys(nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc("8) :) =)")] == ["8", ")", ":", ")", "=", ")"]


NUMBERS = """
15 4,5 1/2 1-ші жиырма Отыз мың миллион
бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы жиырмасыншы отызыншы қырқыншы
елуінші алпысыншы жетпісінші сексенінші тоқсаныншы жүзінші мыңыншы
"""
OTHER_WORDS = "086/е 5-жұмысшы онда бірге жүзеге жұмысшы келуші ші - /"


def test_numbers(nlp: Language) -> None:
    assert [word for word in NUMBERS.split() if not nlp.vocab[word].like_num] == []
    assert [word for word in OTHER_WORDS.split() if nlp.vocab[word].like_num] == []


def test_stop_words(nlp: Language) -> None:
    assert nlp.vocab["және"].is_stop
    assert not nlp.vocab["қызмет"].is_stop


def test_patterns_find_numbered_places(nlp: Language) -> None:
    matcher = Matcher(nlp.vocab)
    matcher.add("point", [[{"LIKE_NUM": True}, {"ORTH": "-"}, {"LOWER": {"REGEX": "^тарма[қғ]"}}]])
    doc = nlp.make_doc("Заңның 16-бабының 1-тармағына және 5-тармақта")
    assert [doc[start:end].text for _, start, end in matcher(doc)] == ["1-тармағына", "5-тармақта"]


def test_long_texts_pass(nlp: Language) -> None:
    text = "мемлекеттік көрсетілетін қызмет " * 40_000
    assert len(text) > 1_000_000
    assert nlp.make_doc(text).text == text


# Acts as Docs


def test_to_doc_holds_the_text_and_every_record(text_act: Act, doc: Doc) -> None:
    assert doc.text == text_act.text
    assert set(doc.spans) == set(RECORD_LISTS)
    for group in RECORD_LISTS:
        records: tuple[Record, ...] = getattr(text_act, group)
        assert [span._.record for span in doc.spans[group]] == list(records)
        for span, record in zip(doc.spans[group], records, strict=True):
            assert span._.ranges == (record.span,)
            # No record of the sample ends inside a token.
            assert (span.start_char, span.end_char) == record.span
            if hasattr(record, "text") and not record.pieces:
                assert doc.text[slice(*span._.ranges[0])] == record.text


def test_a_pdf_gives_a_doc(pdf_act: Act) -> None:
    doc = to_doc(pdf_act)
    assert doc.text == pdf_act.text
    assert len(doc.spans["steps"]) == len(pdf_act.steps)


def test_a_span_is_widened_to_whole_tokens(text_act: Act) -> None:
    record = text_act.durations[0]
    start, end = record.span
    cut = text_act.model_copy(update={"durations": (record.model_copy(update={"span": (start + 2, end - 2)}),)})
    doc = to_doc(cut)
    span = doc.spans["durations"][0]
    assert (span.start_char, span.end_char) == (start, end)
    assert span._.ranges == ((start + 2, end - 2),)


def test_labels_and_ids(text_act: Act, doc: Doc) -> None:
    for index, step in enumerate(text_act.steps):
        span = doc.spans["steps"][index]
        assert (span.label_, span.id_) == (step.procedure, f"steps/{index}")
    assert {span.label_ for span in doc.spans["points"]} == {"point"}
    ids = [citation.adilet_id or "" for citation in text_act.citations]
    assert [span.kb_id_ for span in doc.spans["citations"]] == ids
    assert any(ids)


def test_spans_with_equal_bounds_keep_their_own_records(text_act: Act) -> None:
    span = text_act.durations[0].span
    note = text_act.notes[0].model_copy(update={"span": span})
    doc = to_doc(text_act.model_copy(update={"notes": (note,)}))
    first, second = doc.spans["durations"][0], doc.spans["notes"][0]
    assert (first.start, first.end) == (second.start, second.end)
    assert (first._.record, second._.record) == (text_act.durations[0], note)


def test_other_spans_and_docs_have_nothing(nlp: Language, doc: Doc) -> None:
    assert doc[0:2]._.record is None
    assert doc[0:2]._.ranges == ()
    assert Span(doc, 0, 2, span_id="steps/99999")._.record is None
    assert nlp.make_doc("сөз")._.act is None


def test_any_pipeline_may_cut_the_tokens(text_act: Act) -> None:
    doc = to_doc(text_act, spacy.blank("xx"))
    assert doc.text == text_act.text
    assert [span._.record for span in doc.spans["steps"]] == list(text_act.steps)


# The component


def test_the_component_leaves_the_text_alone(text_act: Act, damaged: Doc) -> None:
    assert damaged.text == TEXT_FILE.read_bytes().decode()
    for group in RECORD_LISTS:
        assert [span._.record for span in damaged.spans[group]] == list(getattr(text_act, group))


def test_the_component_finds_the_words_in_the_damaged_text(damaged: Doc) -> None:
    for group in ("durations", "citations", "notes"):
        for span in damaged.spans[group]:
            assert covered(span) == squeezed(span._.record.text)
            assert span.start_char <= min(start for start, _ in span._.ranges)
            assert span.end_char >= max(end for _, end in span._.ranges)


def test_words_that_lie_apart_are_covered_by_their_hull(damaged: Doc) -> None:
    span = next(span for span in damaged.spans["citations"] if span._.record.text == "осы қаулының 1-қосымшасына")
    assert len(span._.ranges) > 1
    assert "сәйкес" in span.text


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_marks_and_line_ends_shift_nothing(nlp: Language, change: Any) -> None:
    text = change(TEXT_FILE.read_bytes().decode())
    doc = nlp(text)
    assert doc.text == text
    assert len(doc.spans["durations"]) > 50
    assert all(covered(span) == squeezed(span._.record.text) for span in doc.spans["durations"])


@pytest.mark.parametrize(
    "text", ["", " \n", "жай сөз", "%PDF-1.7 сөз", "<html><p>8) тармақ</p></html>", "BM", "\x00\x01\x02\x03"]
)
def test_what_is_no_act_has_empty_groups(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert not doc.spans["steps"]
    assert doc._.act.problems


def test_a_page_is_read_as_one(nlp: Language) -> None:
    text = "<html><body><p>1. Мерзімі – 5 (бес)&nbsp;жұмыс күні.</p></body></html>"
    doc = nlp(text)
    (span,) = doc.spans["durations"]
    # As coarse as the source map where a page writes a character in more than one.
    ((start, end),) = span._.ranges
    assert "5 (бес)&nbsp;жұмыс күні" in text[start:end]


def test_an_act_on_a_doc_is_not_read_again(nlp: Language, text_act: Act) -> None:
    doc = nlp(to_doc(text_act, nlp))
    assert doc._.act == text_act
    assert doc.text == text_act.text


def test_the_pipeline_is_written_and_read(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "kk")
    again = spacy.load(tmp_path / "kk")
    assert isinstance(again, Kazakh)
    assert again.pipe_names == ["adilet"]
    assert [token.text for token in again.make_doc("8) 5-бабының")] == ["8", ")", "5", "-", "бабының"]


def test_many_processes(nlp: Language, text_act: Act) -> None:
    text = TEXT_FILE.read_bytes().decode()
    for doc in nlp.pipe([text] * 4, n_process=2, batch_size=1):
        assert [span._.record for span in doc.spans["steps"]] == list(text_act.steps)


# Writing and reading back


def same_records(doc: Doc, like: Doc) -> None:
    assert doc.text == like.text
    assert doc._.act == like._.act
    for group in RECORD_LISTS:
        for span, other in zip(doc.spans[group], like.spans[group], strict=True):
            assert span._.record == other._.record
            assert span._.ranges == other._.ranges
            assert (span.start, span.end, span.label_, span.kb_id_) == (
                other.start,
                other.end,
                other.label_,
                other.kb_id_,
            )


def test_bytes(doc: Doc, damaged: Doc) -> None:
    for like in (doc, damaged):
        same_records(Doc(Vocab()).from_bytes(like.to_bytes()), like)


def test_doc_bin(doc: Doc, damaged: Doc) -> None:
    kept = DocBin(store_user_data=True, docs=[doc, damaged]).to_bytes()
    first, second = DocBin().from_bytes(kept).get_docs(Vocab())
    same_records(first, doc)
    same_records(second, damaged)


def test_doc_bin_without_user_data_keeps_the_spans(doc: Doc) -> None:
    (again,) = DocBin().from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(Vocab())
    assert [span.id_ for span in again.spans["steps"]] == [span.id_ for span in doc.spans["steps"]]
    assert again.spans["steps"][0]._.record is None
    assert again._.act is None


def test_attributes_of_others_are_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    register_extensions()  # twice does no harm
    monkeypatch.setattr(extensions, "__name__", "elsewhere")  # as if the attributes were another program's
    with pytest.raises(ValueError, match="E090"):
        register_extensions()


# displaCy


def test_an_annex_is_drawn_paragraph_by_paragraph(text_act: Act, doc: Doc) -> None:
    annex = text_act.annexes[0]
    page = render_annex(text_act, annex.at)
    lines = [line for line in text_act.text[slice(*annex.span)].split("\n") if line.strip()]
    assert page.count('class="spans"') == len(lines)
    assert "provider" in page
    paragraphs = displacy_spans(doc, annex.span)
    assert [squeezed("".join(entry["tokens"])) for entry in paragraphs] == [squeezed(line) for line in lines]
    for entry in paragraphs:
        assert all(0 <= span["start_token"] < span["end_token"] <= len(entry["tokens"]) for span in entry["spans"])


def test_an_unknown_annex_is_named(text_act: Act) -> None:
    with pytest.raises(KeyError, match="no annex annex_999; there are: annex_1"):
        render_annex(text_act, "annex_999")


def test_words_are_escaped(nlp: Language) -> None:
    text = "Бекітілген\n<script>alert(1)</script> 5 (бес) жұмыс күні"
    doc = nlp.make_doc(text)
    for group in RECORD_LISTS:
        doc.spans[group] = []
    doc.spans["steps"] = [Span(doc, 0, len(doc), label="portal")]
    page = spacy.displacy.render(displacy_spans(doc, (0, len(text))), style="span", manual=True, jupyter=False)
    assert "<script" not in page


# The examples in docs/spacy.md


def test_the_examples_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(TEXT_FILE, tmp_path / "act.txt")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 3
    names: dict[str, Any] = {}
    for block in blocks:
        exec(block, names)
    printed = capsys.readouterr().out
    assert "provider annex_1." in printed
    assert "осы қаулының 1-қосымшасына" in printed
    assert (tmp_path / "annex_1.html").stat().st_size > 10_000
    assert len(names["again"].spans["steps"]) == 84
