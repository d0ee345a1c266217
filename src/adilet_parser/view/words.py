"""Every text of the page's interface, in Kazakh and English; `{n}` is a number that is filled in."""

from __future__ import annotations

from typing import Literal, get_args

from adilet_parser.model.problems import ProblemCode

Interface = Literal["kk", "en"]
INTERFACES: tuple[Interface, ...] = get_args(Interface)

WORDS: dict[str, tuple[str, str]] = {
    # the page
    "page.language": ("English", "Қазақша"),
    "page.skip": ("Мәтінге өту", "Skip to the text"),
    "page.contents": ("Мазмұны", "Contents"),
    "page.text": ("Актінің мәтіні", "Text of the act"),
    "page.operative": ("Негізгі бөлік", "Operative part"),
    "page.processes": ("Қызмет көрсету процестері", "How the services run"),
    "page.findings": ("Актідегі кемшіліктер", "Faults in the act"),
    "page.no_findings": ("Кемшілік табылмады.", "No faults were found."),
    "page.fold": ("Бәрін жинау", "Fold all"),
    "page.unfold": ("Бәрін ашу", "Unfold all"),
    "page.close": ("Жабу", "Close"),
    "page.record": ("Жазба", "Record"),
    "page.in_text": ("Мәтіндегі орны", "Show in the text"),
    "page.process": ("Процестің сызбасы", "Drawing of the process"),
    "page.annexes": ("{n} қосымша", "{n} annexes"),
    "page.untitled": ("Атауы жоқ акт", "Act without a title"),
    "page.legend": ("Белгілер", "Marks"),
    "page.hint": (
        "Белгіленген сөзді басыңыз: жазба, оның ережесі және түпнұсқадағы орны ашылады.",
        "Press a marked word: its record, the rule that made it, and its place in the source appear.",
    ),
    "page.made": ("Бұл бетті adilet-parser жасаған; ресми мәтін – Әділет базасында.", "Made by adilet-parser; the official text is in the database Әділет."),
    # facts of the act
    "fact.status": ("Мәртебесі", "Status"),
    "fact.type": ("Түрі", "Type"),
    "fact.issuer": ("Қабылдаған орган", "Issued by"),
    "fact.adopted_on": ("Қабылданған күні", "Adopted"),
    "fact.number": ("Нөмірі", "Number"),
    "fact.registration": ("Мемлекеттік тіркеу", "Registered"),
    "fact.repealed_by": ("Күшін жойған акт", "Repealed by"),
    "fact.signed_by": ("Қол қойған", "Signed by"),
    "fact.adilet": ("Әділет базасында", "In the database Әділет"),
    "fact.adilet_doubtful": ("мекенжайы болжамды", "address not certain"),
    "fact.source": ("Дереккөз", "Source"),
    "fact.pages": ("{n} бет", "{n} pages"),
    "fact.exact": ("барлық таңба сақталған", "every character accounted for"),
    "fact.not_exact": ("таңбалар сәйкес келмейді", "characters do not balance"),
    "type.resolution": ("қаулы", "resolution"), "type.order": ("бұйрық", "order"), "type.law": ("заң", "law"), "type.code": ("кодекс", "code"),
    "type.decision": ("шешім", "decision"), "type.decree": ("жарлық", "decree"), "type.joint": ("бірлескен акт", "joint act"), "type.other": ("басқа", "other"),
    "status.repealed": ("Күшін жойған", "Repealed"), "status.in_force": ("Қолданыста", "In force"), "status.new": ("Жаңа", "New"), "status.unknown": ("Мәртебесі белгісіз", "Status unknown"),
    "annex.regulation": ("регламент", "regulation"), "annex.standard": ("стандарт", "standard"), "annex.rules": ("қағидалар", "rules"), "annex.list": ("тізбе", "list"),
    "annex.form": ("нысан", "form"), "annex.process_directory": ("бизнес-процестер анықтамалығы", "directory of business processes"), "annex.other": ("қосымша", "annex"),
    # names of elements
    "label.annex": ("{n}-қосымша", "Annex {n}"), "label.annex_bare": ("Қосымша", "Annex"), "label.part": ("{n}-бөлік", "Part {n}"), "label.section": ("{n}-бөлім", "Section {n}"),
    "label.chapter": ("{n}-тарау", "Chapter {n}"), "label.chapter_bare": ("Тарау", "Chapter"), "label.paragraph": ("{n}-параграф", "Paragraph {n}"), "label.article": ("{n}-бап", "Article {n}"),
    "label.point": ("{n}-тармақ", "Point {n}"), "label.subpoint": ("{n})-тармақша", "Sub-point {n}"), "label.other": ("Бөлік", "Part"),
    # kinds of records
    "group.steps": ("Рәсім", "Step"), "group.durations": ("Мерзім", "Duration"), "group.citations": ("Сілтеме", "Citation"), "group.notes": ("Ескертпе", "Note"),
    "group.defined_terms": ("Термин", "Defined term"), "group.amendments": ("Өзгеріс", "Amendment"), "group.problems": ("Мәселе", "Problem"),
    "chip.step": ("{n}-рәсім", "Step {n}"),
    "legend.external": ("басқа акт", "another act"), "legend.internal": ("осы актінің орны", "place in this act"), "legend.duration": ("мерзім", "duration"), "legend.term": ("термин", "defined term"),
    # the panel
    "field.at": ("Орны", "Place"), "field.rule": ("Ереже", "Rule"), "field.span": ("Мәтіндегі аралық", "Range in the text"),
    "field.source_character": ("Түпнұсқадағы таңбалар", "Characters of the source"), "field.source_glyph": ("PDF таңбалары", "Glyphs of the PDF"), "field.boxes": ("Беттегі орны", "Place on the page"),
    "panel.box": ("{n}-бет", "page {n}"), "panel.points": ("пт, жоғарғы сол жақтан", "pt, from the top left"),
    "field.iso8601": ("ISO 8601", "ISO 8601"), "field.calendar": ("Есептелуі", "Counted in"), "field.bound": ("Шегі", "Bound"), "field.parts": ("Құрамы", "Parts"), "field.spelled": ("Жазбаша саны", "Number in words"),
    "field.anchor": ("Неден бастап", "Counted from"), "field.role": ("Міндеті", "Role"), "field.quoted": ("Жаңа редакция ішінде", "Inside new wording"), "field.kind": ("Түрі", "Kind"),
    "field.act_type": ("Акт түрі", "Type of act"), "field.issuer": ("Орган", "Issuer"), "field.adopted_on": ("Күні", "Date"), "field.number": ("Нөмірі", "Number"), "field.title": ("Атауы", "Title"),
    "field.registration_number": ("Тіркеу нөмірі", "Registration number"), "field.pinpoint": ("Актідегі орын", "Place in it"), "field.term": ("Термин", "Term"), "field.meaning": ("Мағынасы", "Meaning"),
    "field.target": ("Сілтенген орын", "Leads to"), "field.target_span": ("Сол орынның аралығы", "Its range"), "field.relation": ("Байланысы", "Relation"), "field.approves": ("Бекіткені", "Approves"),
    "field.resolution": ("Анықталуы", "Resolution"), "field.document": ("Құжат", "Document"), "field.adilet_id": ("Әділет нөмірі", "Әділет id"), "field.url": ("Мекенжайы", "Address"),
    "field.id_basis": ("Нөмірдің негізі", "Id computed from"), "field.id_certainty": ("Нөмірдің сенімділігі", "Certainty of the id"), "field.frbr_uri": ("FRBR URI", "FRBR URI"), "field.text": ("Мәтіні", "Text"),
    "field.procedure": ("Тәртібі", "Procedure"), "field.actor": ("Орындаушы", "Done by"), "field.actor_inferred": ("Орындаушы (болжам)", "Done by (inferred)"), "field.action": ("Іс-қимыл", "Action"),
    "field.durations": ("Мерзімі", "Time"), "field.result": ("Нәтижесі", "Result"), "field.branches": ("Жағдайлар", "Cases"), "field.conditions": ("Шарттар", "Conditions"), "field.citations": ("Сілтемелер", "Citations"),
    "field.by_date": ("Енгізілген күні", "Date"), "field.by_number": ("Енгізген акт нөмірі", "By number"), "field.amenders": ("Енгізген актілер", "Amended by"), "field.target_act": ("Өзгертілетін акт", "Amended act"),
    "field.operation": ("Амал", "Operation"), "field.new_text": ("Жаңа мәтін", "New wording"), "field.code": ("Коды", "Code"), "field.severity": ("Маңызы", "Severity"), "field.message": ("Хабарлама", "Message"),
    "quoted.true": ("иә", "yes"),
    # closed words of the records
    "calendar.working": ("жұмыс уақыты", "working time"), "calendar.calendar": ("күнтізбелік уақыт", "calendar time"),
    "bound.at_most": ("аспайды", "at most"), "bound.at_least": ("кемінде", "at least"), "bound.before": ("дейін", "before"), "bound.same_day": ("сол күні", "the same day"), "bound.exact": ("дәл осынша", "exactly"),
    "role.step": ("рәсім мерзімі", "time of a step"), "role.validity": ("жарамдылық мерзімі", "validity"), "role.deadline": ("соңғы мерзім", "deadline"), "role.waiting": ("күту уақыты", "waiting time"),
    "role.entry_into_force": ("қолданысқа енгізілуі", "entry into force"), "role.other": ("басқа", "other"),
    "unit.minute": ("{n} минут", "{n} min"), "unit.hour": ("{n} сағат", "{n} h"), "unit.day": ("{n} күн", "{n} d"), "unit.week": ("{n} апта", "{n} wk"), "unit.month": ("{n} ай", "{n} mo"), "unit.year": ("{n} жыл", "{n} y"),
    "citation.external": ("басқа акт", "another act"), "citation.internal": ("осы актінің орны", "place in this act"), "citation.defined_term": ("терминмен аталған құжат", "document named by a term"), "citation.form": ("нысан", "form"),
    "relation.legal_basis": ("құқықтық негіз", "legal basis"), "relation.approved_by": ("бекіткен акт", "approved by it"), "relation.amends": ("оған өзгеріс енгізеді", "amends it"), "relation.repeals": ("оның күшін жояды", "repeals it"),
    "relation.repealed_by": ("осы актінің күшін жойған", "repealed by it"), "relation.amended_by": ("осы актіні өзгерткен", "amended by it"), "relation.refers": ("сілтейді", "refers to it"),
    "resolution.resolved": ("анықталды", "resolved"), "resolution.ambiguous": ("бірнеше орынға жарайды", "fits more than one place"), "resolution.unresolved": ("анықталмады", "not resolved"),
    "id_basis.registration_number": ("тіркеу нөмірі", "registration number"), "id_basis.act_number": ("акт нөмірі", "number of the act"), "id_basis.known_act": ("белгілі акт", "known act"),
    "id_certainty.sure": ("сенімді", "sure"), "id_certainty.doubtful": ("күмәнді", "doubtful"),
    "note.repealed": ("күші жойылды", "repealed"), "note.reworded": ("жаңа редакцияда", "reworded"), "note.added": ("толықтырылды", "added"), "note.title_reworded": ("тақырыбы жаңа редакцияда", "title reworded"),
    "note.changed": ("өзгеріс енгізілді", "changed"), "note.effective": ("қолданысқа енгізілуі", "entry into force"), "note.editorial": ("редакциялық ескертпе", "editorial note"), "note.other": ("ескертпе", "note"),
    "operation.reword": ("жаңа редакция", "new wording"), "operation.add": ("толықтыру", "addition"), "operation.delete": ("алып тастау", "deletion"), "operation.replace_words": ("сөздерді ауыстыру", "words replaced"),
    "procedure.provider": ("Қызмет берушіде", "At the provider"), "procedure.corporation": ("Мемлекеттік корпорация арқылы", "Through the State Corporation"), "procedure.portal": ("Портал арқылы", "Through the portal"), "procedure.other": ("Басқа тәртіп", "Another procedure"),
    "pinpoint.article": ("{n}-бап", "article {n}"), "pinpoint.chapter": ("{n}-тарау", "chapter {n}"), "pinpoint.annex": ("{n}-қосымша", "annex {n}"), "pinpoint.point": ("{n}-тармақ", "point {n}"),
    "pinpoint.subpoint": ("{n})-тармақша", "sub-point {n}"), "pinpoint.paragraph": ("{n}-бөлік", "paragraph {n}"),
    "severity.error": ("қате", "error"), "severity.warning": ("ескерту", "warning"), "severity.info": ("мәлімет", "information"),
    # processes
    "lane.unnamed": ("Орындаушы аталмаған", "Doer not named"),
    "table.number": ("№", "No."), "table.actor": ("Орындаушы", "Done by"), "table.action": ("Іс-қимыл", "Action"), "table.time": ("Мерзімі", "Time"), "table.result": ("Нәтижесі", "Result"),
    "drawing.inferred": ("Үзік жиек: орындаушыны алдыңғы рәсім айтады.", "Dashed border: the doer is told by the step before."),
}  # fmt: skip

PROBLEMS: dict[ProblemCode, tuple[str, str]] = {
    "not_an_act": ("Мәтін актіге ұқсамайды.", "Nothing in the text looks like an act."),
    "empty_input": ("Файл бос.", "The input is empty."),
    "unreadable_input": ("Файл оқылмады.", "The input cannot be read."),
    "encoding_guessed": ("Мәтіннің кодталуы болжаммен анықталды.", "The encoding was guessed."),
    "language_not_supported": ("Орысша акт: құрылымы толық талданбайды.", "A Russian act: not structured in full."),
    "text_torn": ("Жоғалған үзіндінің қалдығы.", "A remainder of a lost stretch."),
    "text_not_conserved": ("Түпнұсқа мен мәтіннің таңбалары сәйкес келмейді.", "Characters of the source and the text do not balance."),
    "page_without_text": ("PDF бетінде мәтін жоқ.", "A page of the PDF has no text."),
    "page_text_unreadable": ("PDF бетінің таңбалары оқылмайды.", "A page's characters are not letters."),
    "page_reread": ("Бет екінші рет, дәлірек оқылды.", "A page was read again by the slower engine."),
    "table_unread": ("Беттегі кесте оқылмады.", "A table of the page could not be read."),
    "link_unplaced": ("Орнынан жылжыған сілтеме қайтарылмады.", "A displaced link stayed where it was."),
    "annex_header_lost": ("Қосымшаның тақырыпшасы жоғалған; нөмірі болжаммен берілген.", "The annex has lost its header; its number is inferred."),
    "annex_missing": ("Тізімдегі қосымша мәтінде жоқ.", "An annex of the list is not in the text."),
    "annex_unlisted": ("Қосымша тізімде көрсетілмеген.", "The annex is not in the list."),
    "number_gap": ("Нөмір өткізіп жіберілген.", "A number is skipped."),
    "number_repeated": ("Нөмір екі рет берілген.", "A number comes twice."),
    "duration_mismatch": ("Мерзімнің саны мен сөзі әртүрлі.", "Figure and words of the time disagree."),
    "duration_contradiction": ("Мерзім әрі күнтізбелік, әрі жұмыс күнімен берілген.", "Calendar and working days at once."),
    "quote_unclosed": ("Тырнақшалар жұптаспаған.", "The quote marks do not pair."),
    "citation_unresolved": ("Сілтенген орын табылмады.", "The place referred to was not found."),
    "term_undefined": ("Құжаттың қысқа атауы айқындалмаған.", "The short name of the document is not defined."),
    "citation_ambiguous": ("Сілтеме бірнеше орынға жарайды.", "The reference fits more than one place."),
    "figure_without_text": ("Сурет: мәтіні жоқ.", "A picture without text."),
    "no_preamble": ("Кіріспе жоқ.", "There is no preamble."),
}  # fmt: skip
WORDS |= {f"problem.{code}": words for code, words in PROBLEMS.items()}


def word_of(key: str, interface: Interface) -> str:
    """The text in one language.

    >>> word_of("status.repealed", "en")
    'Repealed'
    """
    return WORDS[key][INTERFACES.index(interface)]
