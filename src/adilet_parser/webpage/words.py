"""Words of the page in Kazakh and English."""

from __future__ import annotations

from html import escape

WORDS: dict[str, tuple[str, str]] = {
    "status": ("Мәртебесі", "Status"),
    "repealed": ("күшін жойған", "repealed"),
    "in_force": ("қолданыста", "in force"),
    "new": ("жаңа", "new"),
    "unknown": ("белгісіз", "unknown"),
    "issuer": ("Қабылдаған орган", "Issued by"),
    "adopted_on": ("Қабылданған күні", "Adopted on"),
    "number": ("Нөмірі", "Number"),
    "registration": ("Мемлекеттік тіркеу", "Registration"),
    "signed_by": ("Қол қойған", "Signed by"),
    "adilet": ("Әділет", "Әділет"),
    "contents": ("Мазмұны", "Contents"),
    "text": ("Мәтіні", "Text"),
    "services": ("Қызметтер: кім, не істейді, қанша уақытта", "Services: who does what in what time"),
    "findings": ("Актінің өз ішіндегі қайшылықтары", "What the act says wrongly about itself"),
    "problems": ("Оқу кезіндегі ескертулер", "Doubts of the reading"),
    "none": ("жоқ", "none"),
    "step": ("Рәсім", "Step"),
    "actor": ("Кім", "Who"),
    "action": ("Не істейді", "Does what"),
    "time": ("Мерзімі", "Time"),
    "result": ("Нәтижесі", "Result"),
    "unnamed": ("аталмаған", "not named"),
    "inferred": ("алдыңғы рәсімнен", "from the step before"),
    "provider": ("Көрсетілетін қызметті беруші", "Service provider"),
    "corporation": ("Мемлекеттік корпорация", "State Corporation"),
    "portal": ("Портал", "Portal"),
    "other": ("Басқа тәртіп", "Other"),
    "panel": ("Не түсінілді", "What was understood"),
    "choose": (
        "Белгіленген сөзді басыңыз: оның мағынасы мен түпнұсқадағы орны осында көрінеді.",
        "Choose a marked word: what it means and where it stands in the source is shown here.",
    ),
    "close": ("Жабу", "Close"),
    "skip": ("Мәтінге өту", "Skip to the text"),
    "language": ("English", "Қазақша"),
    "source": ("Түпнұсқада", "In the source"),
    "rule": ("Ереже", "Rule"),
    "repairs": ("Түзетулер", "Repairs"),
    "page": ("бет", "page"),
    "line": ("жол", "line"),
    "about": ("Осы элемент туралы", "About this element"),
}


def word(key: str, tag: str = "span") -> str:
    """A word of the interface as HTML that the page's button turns from Kazakh into English and back."""
    kk, en = WORDS[key]
    return f'<{tag} class="w" data-kk="{escape(kk)}" data-en="{escape(en)}">{escape(kk)}</{tag}>'
