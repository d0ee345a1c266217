"""What a page carries that is not the act: the publisher's footer, page numbers, the site's buttons."""

from __future__ import annotations

import regex

# "© 2012. Қазақстан Республикасы Әділет министрлігінің ... институты» ШЖҚ РМК", and its Russian twin
COPYRIGHT = regex.compile(r"^\s*©\s*\d{4}\.")
# Buttons of the site, printed at the top of copies made from its pages
BUTTONS = frozenset(
    ["мәтін", "ресми жарияланым", "ақпарат", "өзгерістер тарихы", "сілтемелер", "көшіру", "басқа", "басып шығару"]
)
BULLET = regex.compile(r"^[\s\uf0b7•]+")


def furniture(lines: list[str]) -> dict[int, str]:
    """Indices of lines to drop, each with the name of the rule that says so.

    >>> furniture(["1. Осы қаулы", "© 2012. Қазақстан Республикасы Әділет министрлігінің", "институты» ШЖҚ РМК"])
    {1: 'copyright_footer', 2: 'copyright_footer'}
    """
    dropped: dict[int, str] = {}
    for index in range(len(lines) - 1, max(-1, len(lines) - 8), -1):
        if COPYRIGHT.match(lines[index]):
            dropped.update(dict.fromkeys(range(index, len(lines)), "copyright_footer"))
            break
    head = [BULLET.sub("", line).strip().casefold() for line in lines[:40]]
    buttons = [index for index, line in enumerate(head) if line in BUTTONS]
    if len(buttons) >= 3:
        dropped.update(dict.fromkeys(buttons, "site_button"))
    return dropped
