"""The page in a real browser: clicks, jumps, keys, two languages, a phone; no requests, no errors."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adilet_parser import parse
from adilet_parser.webpage.page import page
from tests.conftest import ROOT

pytestmark = pytest.mark.slow
playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-quic", "--no-first-run",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("needs Chromium: install it, or name it in CHROMIUM")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def view(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The page of a composed act, with all that it asked for and complained of."""
    file = tmp_path / "act.html"
    file.write_text(page(parse(ROOT / "corpus" / "karagandy-2013-16-04" / "act.pdf")), encoding="utf-8")
    shown = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    faults: list[str] = []
    shown.on("console", lambda message: faults.append(message.text))
    shown.on("pageerror", lambda error: faults.append(str(error)))
    shown.on("request", lambda request: faults.append(request.url) if not request.url.endswith("act.html") else None)
    shown.goto(file.as_uri())
    yield shown
    assert [fault for fault in faults if "act.html" not in fault] == []
    shown.close()


def test_a_click_tells_what_was_understood(view: Any) -> None:
    view.locator(".duration").first.click()
    told = view.locator("#told").inner_text()
    assert "iso8601" in told
    assert "P10D" in told
    assert "бет 1" in told
    view.locator("svg .step").first.click()
    assert "1-үдеріс" in view.locator("#told").inner_text()


def test_an_internal_citation_jumps_and_opens_what_is_folded(view: Any) -> None:
    link = view.locator('a.m[href^="#"]').first
    target = link.get_attribute("href").removeprefix("#")
    view.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = false; })")
    view.evaluate("(name) => { location.hash = name; }", target)
    view.wait_for_function("(name) => document.getElementById(name).checkVisibility()", arg=target)
    box = view.locator(f"[id='{target}']").bounding_box()
    assert 0 <= box["y"] < 900


def test_the_keyboard_is_enough(view: Any) -> None:
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.className") == "skip"
    view.locator(".duration").first.focus()
    view.keyboard.press("Enter")
    assert "iso8601" in view.locator("#told").inner_text()
    view.keyboard.press("Escape")
    assert view.evaluate("document.activeElement.classList.contains('duration')")
    view.locator("summary").first.focus()
    before = view.locator("details").first.evaluate("(part) => part.open")
    view.keyboard.press("Enter")
    assert view.locator("details").first.evaluate("(part) => part.open") != before


def test_two_languages(view: Any) -> None:
    assert view.locator("nav h2").inner_text() == "Мазмұны"
    view.locator("#language").click()
    assert view.locator("nav h2").inner_text() == "Contents"
    view.locator("#language").click()
    assert view.locator("nav h2").inner_text() == "Мазмұны"


def test_a_phone_shows_it_without_scrolling_aside(view: Any) -> None:
    view.set_viewport_size({"width": 390, "height": 800})
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
    assert not view.locator("#panel").is_visible()
    view.locator(".duration").first.click()
    assert view.locator("#panel").is_visible()
    view.locator("#close").click()
    assert not view.locator("#panel").is_visible()


def test_print_shows_the_text_alone(view: Any) -> None:
    view.emulate_media(media="print")
    assert not view.locator("nav").is_visible()
    assert view.locator("p.line").first.is_visible()
