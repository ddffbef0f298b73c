"""The Federation's own contact details: the lines asked for, no more."""

from __future__ import annotations

import re

from assistant import times
from assistant.answer import Answer
from assistant.answerers.differences import say_silent
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.to_us import reaches_us
from ingest.document import Span
from ingest.french import key
from ingest.passage import Kind, Passage

LINES = {
    "phones": re.compile(r"^t[ée]l\b|\d{3}.\d{4}", re.IGNORECASE),
    "fax": re.compile(r"^t[ée]l[ée]c", re.IGNORECASE),
    "emails": re.compile(r"@"),
    "websites": re.compile(r"^www|^http"),
    "address": re.compile(r"\d+, |[A-Z]\d[A-Z] ?\d[A-Z]\d"),
    "postal_code": re.compile(r"[A-Z]\d[A-Z] ?\d[A-Z]\d"),
}
_EVERYTHING = ("address", "phones", "fax", "emails", "websites")
_WHERE = re.compile(
    r"(?<!\S)(?:ou (?:est|sont|se (?:trouve|situe)\w*)|where|bureaux?|siege social|situee?|basee?|installee?|locaux"
    r"|(?:quelle|what|which) (?:ville|rue|adresse|city|street|town)|headquarter\w*)(?!\S)"
)
_TOLL_FREE = re.compile(r"(?<!\S)(?:1 ?8\d\d|sans frais|toll free)(?!\S)")
# "quelles coops viennent de rejoindre la Fédération ?": they became members of it.
_JOINED = re.compile(r"(?<!\S)(?:vien\w+|venu\w*|vont|veu\w+|choisi\w*|decide\w*)(?: d[e]?)? rejoindre(?!\S)")
# "nous aider à monter notre site web": one that is made, not the one that is looked for
_MADE = re.compile(
    r"(?<!\S)(?:mont|bati|cre|fair|refai|fass|concev|concoi|develop|constru|heberg|programm|entreten|design|build|mak"
    r"|maintain|host|refon)\w*(?: (?:un|une|le|la|les|des|notre|nos|mon|votre|leurs?|son|ses|du|de|d|a|our|my|their"
    r"|nouveaux?|new|beaux?|petite?))+ (?:sites?|pages?|websites?|fax|courriels?)(?!\S)"
)
# Words that ask for a contact detail, or say whose it is: with any other one, something else is asked.
_OWN = re.compile(
    r"(?:adresses?|postale?s?|civique|telephon\w*|tel|phone|numeros?|number|1|800|frais|toll|free|courriels?|email|mail|e|ligne"
    r"|electronique|sites?|site|web|internet|website|www|fax|telecopieurs?|telec|villes?|rues?|bureaux?|siege|social|code"
    r"|postal|coordonnees?|contacter|contact|rejoindre|joindre|appeler|ecrire|locaux|situee?|basee?|installee?|trouve"
    r"|federations?|federat\w*|fede|fqcs|fcsdsq|office|offices|head|headquarters?|address|street|city|town|located|based|call"
    r"|write|reach|dont|completes?|tel(?:le)?s?|qu|figur\w*|publi\w*|imprim\w*|donnee?s?|inscrite?s?|novembre|november|20\d\d|situe|se|quebecoise|sante|cooperatives?|coops?|jointe?|contactee?|telephonique|direct)"
)

# "le bureau de la Fédération à Trois-Rivières": where it is, is what is asked
_IN_A_PLACE = re.compile(r"\b(?:à|de|en|in) ([A-ZÉ][\w’'-]+)")


def give_contact_details(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The Federation's phone, address, e-mail…"""
    folded = knowledge.fold(question.message)
    ours = knowledge.speaks_of_federation(question.message) or reaches_us(folded)
    if question.task is not Task.PROSE or not ours:
        return None
    wanted = [] if _JOINED.search(folded) or _MADE.search(folded) else _wanted(question, folded)
    if not wanted or _something_else(question, knowledge):
        return None
    draft = Draft(question)
    for passage in knowledge.library.passages:
        if passage.kind is not Kind.CONTACT:
            continue
        lines = list(dict.fromkeys(line for line in _lines(passage) for f in wanted if LINES[f].search(line.quote)))
        if not lines:
            continue
        if wanted == ["address"]:
            lines = [Span(lines[0].document, lines[0].start, lines[-1].end)]
        draft.add("prose.contact", document=passage.span.document.short)
        for line in lines:
            draft.add("prose.item", text=quoted(line.quote), mark=draft.cite(line))
        draft.add("intro.confirm_plain", date=passage.span.document.date)
    if not draft.empty and question.period in (times.NEW, times.BOTH):
        told = {span.name for span in draft.citations}
        say_silent(draft, knowledge, [d for d in knowledge.library.documents if d.name in told], number=False)
    return None if draft.empty else draft.answer()


def _wanted(question: Question, folded: str) -> list[str]:
    """The lines asked for."""
    if "fax" in question.topic.split():
        return ["fax"]
    if "coordinates" in question.fields:
        return list(_EVERYTHING)
    wanted = [f for f in question.fields if f in LINES]
    if not wanted and _TOLL_FREE.search(folded):
        return ["phones"]
    return wanted or (["address"] if _WHERE.search(folded) else [])


def _something_else(question: Question, knowledge: Knowledge) -> bool:
    """Whether a word asks for more than a detail: "les sites web pour ses membres", "le courriel du directeur"."""
    search = knowledge.prose
    known = knowledge.directory.gazetteer.exactly
    message = _IN_A_PLACE.sub(lambda m: " " if known(key(m[1])) else m[0], question.message)
    for word in times.undated(message).split():
        if _OWN.fullmatch(word) or knowledge.directory.gazetteer.named(word):
            continue
        if any(not search.terms.is_light(term) for term in search.asked(word, knowledge.soft)):
            return True
    return False


def _lines(passage: Passage) -> list[Span]:
    found, at = [], 0
    for line in passage.text.split("\n"):
        if line.strip():
            found.append(passage.span.slice(at, at + len(line)))
        at += len(line) + 1
    return found
