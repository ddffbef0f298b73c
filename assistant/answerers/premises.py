"""What a question about one co-op takes for granted and that its row contradicts: put right with the row's own words.

"Pourquoi Ferme-Neuve est-elle en Outaouais ?" is printed in region 15; the clinic whose hours are asked has not opened.
Only what the table says is said: where it is silent, nothing is put right.
"""

from __future__ import annotations

import re

from assistant.beginnings import BEGINNING
from assistant.cell_kinds import cell_kinds
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question
from index.cells import DESCRIPTIVE, cells_with, proper_words, spans_holding
from index.criteria import Number
from index.criterion import Site, Truth
from index.place import distance_km
from ingest.document import Span
from ingest.entry import Entry, State
from ingest.french import fold, key

_DOCTOR = r"(?:medecins?|docteurs?|doc|docs|doctors?|physicians?|omnipraticiens?)"
_DOCTORS = re.compile(rf"(?<!\S){_DOCTOR}(?!\S)")
BEYOND_KM = 30.0  # a co-op nearer than this may be said to stand in a town beside its own
_SMALL_WORDS = frozenset("de d du des la le l les en et a au sur coop cooperative sante solidarite soins".split())
_SMALL = frozenset({"jusqu", "puisqu", "lorsqu", "quelqu"})
# Fields that take for granted that patients are seen.
_OF_CARE = frozenset({"files", "waiting", "doctors", "family_doctors"})
# "depuis quand n'y a-t-il plus de médecin", "pourquoi n'ont-ils aucun docteur": taken for granted.
_NONE_LEFT = re.compile(
    r"(?<!\S)(?:plus|pus|pas|aucun|sans|perdu (?:tous )?(?:ses|leurs)|no|any) (?:de |d |un (?:seul )?|seul )?"
    rf"{_DOCTOR}(?!\S)"
)
_YEAR = re.compile(r"(?<!\S)(?:19|20)\d\d(?!\S)")
_SINCE = re.compile(
    r"(?<!\S)(?:(?:fonctionn|exist|oper|roul|ouvert|fond|constitu|cre|demarr|activ)\w*(?: bien)?"
    r" (?:depuis|en|since|in) (?:19|20)\d\d|(?:19|20)\d\d (?:\w+ ){0,3}(?:ouvrir|fonder|demarrer|commencer|open))(?!\S)"
)
_BEGUN_IN = re.compile(
    rf"(?<!\S){BEGINNING} (?:\w+ ){{0,6}}?(?P<after>(?:19|20)\d\d)(?!\S)"
    rf"|(?<!\S)(?P<before>(?:19|20)\d\d) (?:\w+ ){{0,10}}?{BEGINNING}(?!\S)"
)
_PRINTED_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "on paie 120 $ par année", "leur cotisation de 50 $": money taken for granted.
_MONEY = re.compile(
    r"(?<!\S)(?:contributions?|cotis\w+|(?:pai[es]|paye[sz]?|payer|payons|payent|paient|pay)"
    r" (?:\w+ ){0,6}?(?:par an|par annee|annuel\w*|chaque annee|tous les ans|per year|a year|yearly|every year)"
    r"|frais annuels?|annual (?:fees?|dues)|abonnement annuel)(?!\S)"
)
_NO_MONEY = re.compile(r"\b(?:aucune?|sans|pas de) (?:contribution|cotisation|frais)[^;.,]*")
_REASON = re.compile(
    r"(?<!\S)(?:pourquoi|pkoi|pq|pourkoi|comment (?:ca|se fait il|expliqu\w+|est ce possible)"
    r"|(?:(?:pour|par) )?(?:quelles?|la|une|les) (?:raisons?|motifs?|causes?)|raisons?|motifs?|d ou vient"
    r"|qu est ce qui (?:fait|explique|justifie|empeche)|comment (?:il|elle) se fait|expli\w+|why|how come)(?!\S)"
)
_ABSENT = re.compile(
    r"(?<!\S)(?:pas|pus|plus (?:de|d|du|la|le|les|aucune?|jamais)|aucune?|jamais|absence|manque\w*|refus\w*|impossible"
    r"|ni|n (?:\w+ )+plus|cess\w*|arret\w*|supprim\w*|retir\w*|abandonn\w*|aboli\w*|not|no|doesn t|don t|without)(?!\S)"
)
_SPECIALISTS = re.compile(r"(?<!\S)speciali(?:stes?|sts?)(?!\S)")
_CLOSED = re.compile(r"(?<!\S)(?:ferme\w*|fermeture|disparu\w*|faillite|closed|shut)(?!\S)")
# "le docteur Lefebvre", "Dr. Lefebvre", "la Dre Anne Lefebvre": somebody said to be a doctor.
_TITLED = re.compile(r"\b(?:[Dd]octeure?|[Dd][Rr][Ee]?\.?) (?:[A-ZÀ-Ý][\w'’-]+ )?(?P<surname>[A-ZÀ-Ý][\w'’-]{2,})")
_DOCTOR_TOO = re.compile(r"(?<!\S)(?:dre?|md|medecin|docteure?)(?!\S)")
SHORT = 100  # characters of a passage that names somebody, and what for, and says nothing else
# "… à qui m'adresser pour y faire suivre ma mère ?": taken for granted that people are treated there.
_CARED_FOR = re.compile(
    rf"(?<!\S)(?:soign\w+|suiv(?:re|is|ie?s?)|soins? medica\w+|services? medica\w+|medecine(?: familiale)?|{_DOCTOR}"
    r"|consult\w+|patients?|family medicine|treat\w*)(?!\S)"
)
_NOT_OPEN = frozenset({"starting", "planned"})


def correct_premises(draft: Draft, question: Question, knowledge: Knowledge, entry: Entry) -> bool:
    """Adds to the answer what the row of this co-op says otherwise: a number, a region, its doctors, its opening.

    Whether something was contradicted: the answer is then an answer, even where what was asked is not said.
    """
    before = draft.citations
    contradicted = [*_numbers(question, knowledge, entry), *_no_doctor(question, knowledge, entry)]
    contradicted += _other_specialists(question, knowledge, entry)
    contradicted += _no_such_doctor(question, knowledge, entry)
    contradicted += [*_doctors_there(question, knowledge, entry), *_began(question, knowledge, entry)]
    contradicted += _no_money(question, knowledge, entry)
    for span in (*contradicted, *_standing(question, knowledge, entry)):
        if not any(_around(cited, span) or _around(span, cited) for cited in draft.citations):
            said = "fields.premise" if knowledge.passage_of(span) is None else "fields.premise_prose"
            draft.join(said, quote=quoted(span.quote), document=span.document.short, mark=draft.cite(span))
    region = entry.region
    if question.regions and region.value not in question.regions and region.span and region.span not in draft.citations:
        number = draft.declare(f"{region.value or 0:02d}")
        name = draft.declare(knowledge.regions.get(region.value or 0, ""))
        draft.join("fields.premise_region", number=number, region=name, mark=draft.cite(region.span))
        return True
    town = entry.municipality
    if town.span and town.span not in draft.citations and _put_in_another_town(question, knowledge, entry):
        draft.join("fields.premise_town", town=draft.declare(town.value or ""), mark=draft.cite(town.span))
        return True
    return any(span not in before for span in contradicted)


def _put_in_another_town(question: Question, knowledge: Knowledge, entry: Entry) -> bool:
    """ "la coop de Thurso, à Granby": right behind its name, a town that is not near where it stands."""
    place = question.place
    site = next((s for s in knowledge.directory.sites if s.entry.position == entry.position), None)
    if place is None or not question.strict or site is None or site.place is None:
        return False
    own = set(key(f"{entry.name.value} {entry.municipality.value}").split()) - _SMALL_WORDS
    behind = re.search(
        rf"(\S+) (?:situee? |qui est )?(?:a|au|aux|in) {re.escape(key(place.name))}(?!\S)", key(question.message)
    )
    return bool(behind and behind.group(1) in own) and distance_km(site.place, place) > BEYOND_KM


def said_of_another(question: Question, knowledge: Knowledge, entry: Entry) -> tuple[Entry, Span] | None:
    """The one other co-op whose row holds the words asked of this one ("Hans Kai"), with its clause; else None.

    Two words that no other row holds, or one proper name, single a row out.
    """
    capital = {key(name) for name in re.findall(r"(?<!^)\b[A-ZÀ-Ý][\w-]+", question.message)}
    where = {word for name in capital for word in name.split()} - set(question.unsaid_words)  # of a co-op, of a place
    asked = [w for w in question.content if len(w) > 2 and not w.isdigit() and w not in where | _SMALL]
    asked = [w for w in asked if not spans_holding(entry, (w,))]
    found: dict[int, list[str]] = {}
    for word in asked:
        holders = [e for e in knowledge.library.entries if _tells(e, word)]
        if len(holders) == 1:
            found.setdefault(holders[0].position, []).append(word)
    if len(found) != 1:
        return None
    ((position, telling),) = found.items()
    other = knowledge.entry(position)
    together = spans_holding(other, tuple(telling))
    if not together or not (len(telling) > 1 or telling[0] in proper_words(other)):
        return None
    if any(word in capital and not spans_holding(other, (word,)) for word in question.unsaid_words):
        return None  # "Jean Gagnon": a row that holds "Jean" speaks of somebody else
    return other, together[0]


def _tells(entry: Entry, word: str) -> bool:
    """Whether a cell other than the name, the address and the contact holds the word, and the name doesn't."""
    return word not in key(entry.name.value or "").split() and any(
        span != entry.name.span and not _around(entry.address.span, span) and not _around(entry.contact.span, span)
        for span in spans_holding(entry, (word,))
    )


def _numbers(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    judged = [
        f.judge(Site(entry, None), knowledge.directory.gazetteer) for f in question.filters if isinstance(f, Number)
    ]
    return [v.spans[0] for v in judged if v.truth is Truth.NO and v.spans]


def _no_doctor(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    """ "Aucun", where the question speaks of the doctors of a co-op that has none."""
    cell = entry.doctors_text
    if question.fields == ("recruiting",):
        return []  # doctors that are sought: that there is none yet contradicts nothing
    spoken = _DOCTORS.search(knowledge.fold(question.message))
    return [cell.span] if spoken and cell.state is State.NONE and cell.span is not None else []


def _no_such_doctor(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    """Who somebody said to be one of its doctors is: its contact, under another title, or a doctor of another co-op."""
    titled = _TITLED.search(question.message)
    if titled is None:
        return []
    surname, contact = key(titled["surname"]), entry.contact
    if contact.span is not None and surname in key(contact.value or "").split():
        role = entry.contact_role.span
        told = Span(role.document, contact.span.start, role.end) if role is not None else contact.span
        return [] if _DOCTOR_TOO.search(fold(told.quote)) else [told]
    if spans_holding(entry, (surname,)):
        return []
    printed = (p.span for p in knowledge.library.passages if len(p.text) < SHORT and "," in p.text)
    return [s for s in printed if surname in key(s.quote).split() and not _names_it(s, entry)][:1]


def _names_it(span: Span, entry: Entry) -> bool:
    """Whether a passage speaks of this co-op: by its town."""
    town = key(entry.municipality.value or "")
    return bool(town) and town in key(span.quote)


def _doctors_there(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    """Its doctors, where the question says that a co-op has none, or none any more."""
    cell = entry.doctors_text
    return [cell.span] if cell.stated and cell.span and _NONE_LEFT.search(knowledge.fold(question.message)) else []


def _other_specialists(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    """Its specialists, where the question says that they are others: "ses spécialistes sont-ils cardiologues ?"."""
    cell = entry.doctors_text
    if not question.services or cell.span is None or not _SPECIALISTS.search(knowledge.fold(question.message)):
        return []
    asked = {code for codes in question.services for code in codes.split("|")}
    held = {mention.code for mention in knowledge.lexicon.mentions(cell.span.quote)}
    shown = cell_kinds()["specialties"].shown.search(fold(cell.span.quote))
    return [cell.span] if shown and not asked & held else []


def _began(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    """When it opened, where the question dates its beginning otherwise, or says that it has closed."""
    folded = knowledge.fold(question.message)
    printed = list(knowledge.topics.evidence("founded", entry))
    if _SINCE.search(folded) or (_CLOSED.search(folded) and _YEAR.search(folded)):
        return printed
    begun = _BEGUN_IN.search(folded)
    if begun is None or _DOCTORS.search(folded[: begun.end()]):  # "un docteur commence en 2015": not the co-op
        return []
    said = {year for span in printed for year in _PRINTED_YEAR.findall(span.quote)}
    return printed if said and (begun["after"] or begun["before"]) not in said else []


def _no_money(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    """ "aucune contribution annuelle", where the question says that one is paid each year."""
    if not _MONEY.search(knowledge.fold(question.message)):
        return []
    told = [span for field in DESCRIPTIVE if (span := getattr(entry, field).span) is not None]
    return [span.slice(*clause.span()) for span in told for clause in _NO_MONEY.finditer(span.quote)][:1]


def takes_for_lacking(folded: str) -> bool:
    """Whether it is asked why something is not there: "pourquoi n'offre-t-elle pas de prise de sang ?"."""
    return _REASON.search(folded) is not None and _ABSENT.search(folded) is not None


def _standing(question: Question, knowledge: Knowledge, entry: Entry) -> list[Span]:
    """What the row says of a co-op that isn't open yet or has no medical service."""
    found = [entry.status.span] if entry.status.value in _NOT_OPEN and entry.status.span is not None else []
    cared_for = _CARED_FOR.search(knowledge.fold(question.message))
    if set(question.fields) <= _OF_CARE or cared_for:  # another field is answered by its own cell
        found += cells_with(entry, "aucun service medical", ("services_text",))
    return found


def _around(outer: Span | None, inner: Span | None) -> bool:
    if outer is None or inner is None or outer.name != inner.name:
        return False
    return outer.start <= inner.start and inner.end <= outer.end
