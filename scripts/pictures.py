"""Makes the pictures of the README from the real page of an act (needs playwright and a Chromium on the machine).

python scripts/pictures.py
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from adilet_parser import parse
from adilet_parser.webpage.page import page

ROOT = Path(__file__).resolve().parent.parent
ACT = ROOT / "corpus" / "vko-2015-214" / "act.pdf"
PICTURES = ROOT / "docs" / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]


def main() -> int:
    """Writes docs/pictures/page.png and process.png."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        file = Path(folder, "act.html")
        file.write_text(page(parse(ACT)), encoding="utf-8")
        browser = started.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=FLAGS
        )
        shown = browser.new_page(viewport={"width": 1360, "height": 820}, reduced_motion="reduce")
        shown.goto(file.as_uri())
        shown.locator(".duration").nth(1).click()
        shown.screenshot(path=PICTURES / "page.png")
        shown.add_style_tag(
            content="nav,#panel,.top{display:none}.columns{display:block;max-width:none}.drawing{overflow:visible;width:max-content;padding:8px}"
        )
        shown.set_viewport_size({"width": 1400, "height": 900})
        shown.locator(".drawing").nth(2).screenshot(path=PICTURES / "process.png")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
