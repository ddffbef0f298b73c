"""Sequels that ask of the Federation: another contact detail, what "sa" is of, what a co-op was just asked."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import CONTACT, MEASURES
from assistant.follow_up.prose_again import OF_SEVERAL, of_it
from assistant.follow_up.quoted import names_only_a_kind
from assistant.follow_up.same_noun import NOUNS
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LINK, THAT_ONE, bare, links
from assistant.hearing import Heard
from assistant.question import Question, Task

MOST = 9  # words of a sequel that asks the same of the Federation


def of_the_federation(said: Sequel) -> Question | None:
    """ "et la présidente ?" after the director of the Federation, "son numéro ?" after its address."""
    heard, alone = said.heard, said.alone
    toll_free = alone.task is Task.PROSE and _TOLL_FREE.search(heard.message.folded)
    details = _reached(said)
    unnamed = (alone.task is Task.CLARIFY_ENTRY and not alone.options) or toll_free or details
    if said.last.question.task is not Task.PROSE or said.last.answer.entries or not unnamed:
        return None
    if of_it(heard) and not details:
        return None
    if heard.content and names_only_a_kind(heard) and not details:
        return None  # "sur combien de temps ?": of what was told, not of the Federation
    if not (links(heard) or bare(heard, 7)) or (OF_SEVERAL.search(heard.message.folded) and not details):
        return None
    message = (
        f"qui est {heard.message.folded} de la Fédération"
        if heard.fields and "contact" in heard.field_codes
        else f"{alone.message} (Fédération)"
    )
    written = next((f for f in heard.field_codes if f in _DETAILS and f != "phones"), "") if details else ""
    if written and not (heard.cue("count") or heard.left or toll_free):  # "par la poste, c'est où ?"
        message = f"{_DETAILS[written]} de la Fédération ?"
    elif toll_free:  # "une ligne 1-800, vous en avez une ?"
        message = "Le numéro sans frais de la Fédération ?"
    elif _FAX.search(heard.message.folded) and details:
        message = "Le télécopieur de la Fédération ?"
    # What is counted, of what was spoken of first, then of the Federation; at once where "elle" is the Federation.
    counted = heard.cue("count") and not it_is_the_federation(said)
    context = (said.last.question.context or said.last.question.message) if counted else ""
    if alone.task is Task.LIST:  # "il y a un numéro sans frais ?": no co-ops with one
        alone = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(alone, task=Task.PROSE, message=message, context=context)


def _reached(said: Sequel) -> bool:
    """Whether another contact detail is asked after one of the Federation ("leur courriel", "l'adresse aussi")."""
    asked = set(said.heard.field_codes) & CONTACT or _FAX.search(said.heard.message.folded)
    given = any(_DETAIL.search(span.quote) for span in said.last.answer.citations)
    of_any = said.alone.task is Task.LIST and not (said.heard.cue("plural", "singular") or said.heard.services)
    return bool(asked and given) and (of_any or said.alone.task in (Task.PROSE, Task.CLARIFY_ENTRY))


_TOLL_FREE = re.compile(r"(?<!\S)(?:1 ?8\d\d|sans frais|toll free)(?!\S)")
_FAX = re.compile(r"(?<!\S)(?:fax|telecopieurs?|telecopie)(?!\S)")
# A phone number, an e-mail, a site, a postal code.
_DETAIL = re.compile(r"\d{3}[.-]\d{4}|@\w|www\.|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")


def same_of_the_federation(said: Sequel) -> Question | None:
    """ "et celui de la Fédération ?" after a co-op's phone; after its doctors, those of the network."""
    question, heard = said.last.question, said.heard
    if question.task is not Task.FIELDS or not heard.cue("federation") or not bare(said.whole, MOST):
        return None
    if heard.fields or heard.services or heard.topics or heard.places or heard.named or heard.cue("count", "who"):
        return None
    opening = LINK.match(heard.message.folded)
    if opening is None and "same" not in said.cues and not THAT_ONE.match(heard.message.folded):
        return None
    code = next((f for f in question.fields if f in _DETAILS or f in MEASURES), "")
    said_of = _WHOSE.sub("", " ".join(heard.message.text.split()))
    if code in _DETAILS:
        message = f"{_DETAILS[code]} de la Fédération ?"
    elif code:
        noun = "médecins" if code == "family_doctors" else NOUNS[code][0]
        message = f"Combien de {noun} {said_of}"
    else:
        return None
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


_WHOSE = re.compile(
    r"^(?:(?:et|pis|puis|mais|ok|plut[oô]t|and)\s+)*(?:(?:celui|celle|ceux|celles|combien)\s+)?", re.IGNORECASE
)
_DETAILS = {
    "phones": "Le numéro de téléphone",
    "emails": "Le courriel",
    "websites": "Le site web",
    "address": "L'adresse",
    "postal_code": "Le code postal",
    "coordinates": "Les coordonnées",
}


def what_is_its_own(said: Sequel) -> Question | None:
    """ "et sa mission ?" after the Federation's mandates: the Federation's, where co-ops have one too."""
    question, heard = said.last.question, said.heard
    if question.task is not Task.PROSE or said.alone.task is not Task.PROSE or not bare(said.whole, MOST):
        return None
    if not _ITS.search(heard.message.folded) or heard.places or heard.named or heard.cue("federation", "who", "count"):
        return None
    if not of_the_federation_alone(said.reader.ear.hear(question.context or question.message)):
        return None
    message = f"{heard.message.text} (Fédération)"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


_ITS = re.compile(
    r"^(?:(?:et|pis|puis|ok|mais|and|c est quoi|quel(?:le)?s? (?:est|sont|etai\w+)|what (?:is|was)"
    r"|maintenant|now|aujourd hui|as?(?:teure|theure)|a cette heure|(?:en )?20\d\d(?: (?:20)?\d\d)?) )*"
    r"(?:son|sa|ses|its)(?!\S)"
)


def of_the_federation_alone(heard: Heard) -> bool:
    """Whether a message speaks of the Federation and of nobody else that "elle" or "sa" may be of."""
    return heard.cue("federation") and not (heard.cue("who", "singular") or heard.places or heard.named)


def it_is_the_federation(said: Sequel) -> str:
    """ "elle s'appelait comment ?" after what the Federation did: the message with its name; "" where it isn't so."""
    before, text = said.last.question, said.whole.message.text
    if before.task is not Task.PROSE or said.last.answer.entries or not bare(said.whole, MOST):
        return ""
    if not of_the_federation_alone(said.reader.ear.hear(before.context or before.message)):
        return ""
    named = _SHE.sub(lambda m: f"{m['opens'] or ''}la Fédération", text, count=1)
    return named if named != text else ""


_SHE = re.compile(r"^(?P<opens>(?:(?:et|pis|puis|ok|mais)\s+)*(?:est-ce qu['’])?)elle(?=\s)", re.IGNORECASE)


def how_many_it_groups(said: Sequel) -> Question | None:
    """ "combien en regroupait-elle en 2014 ?" after what the Federation did: how many co-ops."""
    question, text = said.last.question, said.whole.message.text
    match = _GROUPS.search(text)
    if question.task is not Task.PROSE or match is None or not bare(said.whole, MOST):
        return None
    if not said.reader.ear.hear(question.context or question.message).cue("federation"):
        return None
    message = (
        f"Combien de coopératives de santé la Fédération {match['verb'] or match['said']}-elle {text[match.end() :]}"
    )
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


_VERB = r"(?P<verb>(?:regroup|compt|r[ée]uni|rassembl|repr[ée]sent)\w*)"
_GROUPS = re.compile(
    rf"\bcombien en {_VERB}[- ](?:t[- ])?elle\b|\belle en {_VERB.replace('verb', 'said')} combien\b", re.IGNORECASE
)
