"""What a question claims or takes for granted and the prose says otherwise: the sentence that says it.

"C'est bien en 2012 que la Fédération s'est ouverte aux coops de santé ?" is answered with the sentence of 2008,
"C'est Santé Canada qui a payé la brochure ?" with who did, "Vu que les coops sont loin des villes, comment… ?" with
where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer import Answer, Outcome
from assistant.answerers.anticipated import answer_as_anticipated
from assistant.answerers.prose import quote_best_sentences
from assistant.conversation import Turn
from assistant.knowledge import Knowledge
from assistant.question import Question, Task

# A figure with the small words that carry it: "en 2012", "de 45 $", "12e", "le 3 mars" keeps its month.
_FIGURE = re.compile(r"(?:\b(?:en|de|d['’]|à|in|of)\s+)?(?<![\w$])\d[\d  ]*(?:e|ème|ième|th)?\b\s?[$%]?", re.IGNORECASE)
_CLAUSES = re.compile(r"[,;:.!?]\s+")
_OF_DOCUMENTS = re.compile(r"20(?:14|21|22)(?:-20\d\d)?")
_CONFIRMS = re.compile(
    r"(?<!\S)(?:c est bien|est ce bien|est ce vrai|vrai|exact|exactement|correct|non|hein|n est ce pas|c est ca"
    r"|est ce que|pourquoi|right|is it true|why)(?!\S)"
)
_WHY = re.compile(r"^(?:pourquoi|pour quelle raison|comment se fait-il que|why) ", re.IGNORECASE)  # the reason of none
_TAG = r"(?:,?\s*(?:n['’]est-ce pas|c['’]est (?:bien )?(?:ça|exact|vrai)|hein|non|pas vrai|je crois|right))?"
# "75 $ de l'heure, c'est pas un peu cher ?": what is thought of the figure claimed
_JUDGED = re.compile(
    r"[,;:.]?\s+(?:(?:c['’]|ce n['’]|n['’]|ça )?est|(?:vous )?trouve[sz](?:[- ](?:tu|vous))?|is)"
    r"(?:[- ]?(?:ce|ça|tu|that|it))*"
    r"(?: pas| donc| quand même| un peu| pas mal| trop| bien| ça| a bit| too)* "
    r"(?:exag[ée]r\w*|ch[eè]re?s?|abus\w*|[ée]lev[ée]\w*|excessi\w*|beaucoup|trop|raisonnable\w*|normal\w*|correcte?s?"
    r"|scandaleu\w*|gonfl[ée]\w*|sal[ée]e?s?|du vol|de l['’]abus|peu|assez|expensive|high|steep|a lot|much|reasonable)"
    r"[^?]{0,25}\??\s*$",
    re.IGNORECASE,
)
# "c'est X qui a fait cela, non ?": who did it is what is told.
_WHO_DID = re.compile(
    rf"(?:^|[,.;] )(?:c['’](?:est|était)|est-ce|was it|it was|it['’]s)(?: bien| donc)? (?P<who>[^,?]{{3,60}}?)"
    rf" (?:qui|who|that) (?P<did>[^?]{{8,}}?){_TAG}\s*[?.]*$",
    re.IGNORECASE,
)
# "Vu que X, …" and "… puisque X ?": X is taken for granted.
_GIVEN = re.compile(
    r"(?:^|, )(?:vu qu|puisqu|étant donné qu|considérant qu|sachant qu|du fait qu|given that|since)(?:['’]|e? )"
    r"(?P<given>[^,?]{12,})",
    re.IGNORECASE,
)


def correct_a_claim(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """What the prose says once what is claimed is left out; None where it says nothing of it."""
    if question.task is not Task.PROSE:
        return None
    late = _another_year(question, knowledge, last)
    if late is not None:
        return late
    claimed = [m.group().rstrip() for m in _FIGURE.finditer(question.message) if not _OF_DOCUMENTS.search(m.group())]
    return _other_figure(question, knowledge, last, claimed) or _otherwise(question, knowledge, last, claimed)


def _another_year(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "Pourquoi a-t-elle attendu jusqu'en 2014 pour s'ouvrir aux coops ?": since when, where it is another year."""
    late = _LATE.search(question.message)
    if late is None:
        return None
    rest = _WHY.sub("", f"{question.message[: late.start()]} {question.message[late.end() :]}".strip())
    asked = replace(question, message=f"En quelle année {' '.join(rest.split())}", period=None)
    answer = _first_answered(a(asked, knowledge, last) for a in (answer_as_anticipated, quote_best_sentences))
    said = " ".join(c.quote for c in answer.citations) if answer is not None else ""
    return answer if answer is not None and late["year"] not in said and _YEAR.search(said) else None


_LATE = re.compile(
    r"(?:\b(?:attend\w*|tard[ée]\w*|patient[ée]\w*)\s+)?"
    r"\b(?:jusqu['’](?:en|à)|avant|(?:seulement|juste|uniquement) (?:en|depuis)|(?:rien )?qu['’](?:en|à partir de)"
    r"|attendu|attendre|until|only (?:in|since))"
    r"\s+(?:l['’]ann[ée]e )?(?P<year>(?:19|20)\d\d)(?!-)(?:\s+(?:pour|avant d(?:e|['’])|to|before)\b)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _other_figure(question: Question, knowledge: Knowledge, last: Turn | None, claimed: list[str]) -> Answer | None:
    """The sentence found once the figures claimed are left out; None unless it says others."""
    if not claimed:
        return None
    judged = _JUDGED.search(question.message)
    if judged is not None:
        question = replace(question, message=question.message[: judged.start()])
        if not any(figure in question.message for figure in claimed):
            return None
    plain = _without(question.message, claimed)
    clause = next(c for c in _CLAUSES.split(question.message) if claimed[0] in c).replace(claimed[0], " ", 1)
    texts = dict.fromkeys((plain, clause, _WHY.sub("", plain)))
    asked = (replace(question, message=" ".join(text.split())) for text in texts)
    answer = _first_answered(
        answer(q, knowledge, last) for q in asked for answer in (quote_best_sentences, answer_as_anticipated)
    )
    if answer is None:
        return None
    said = answer.citations[0].quote if answer.citations else ""
    confirmed = (judged or _CONFIRMS.search(knowledge.fold(question.message))) and re.search(r"\d", said)
    if judged is not None and any(unit in claimed[0] and unit not in said for unit in "$%"):
        return None
    return answer if confirmed or _counts_the_same(claimed, question.message, said) else None


def _otherwise(question: Question, knowledge: Knowledge, last: Turn | None, claimed: list[str]) -> Answer | None:
    """Who did what somebody else is said to have done, or what is so of what is taken for granted."""
    did, given = _WHO_DID.search(question.message), _GIVEN.search(question.message)
    text = f"Qui {did['did']} ?" if did else _without(given["given"], claimed) if given else ""
    if not text:
        return None
    asked = replace(question, message=text, content=tuple(w for w in question.content if w in knowledge.fold(text)))
    return _first_answered(answer(asked, knowledge, last) for answer in (answer_as_anticipated, quote_best_sentences))


def _first_answered(answers: Iterator[Answer | None]) -> Answer | None:
    return next((a for a in answers if a is not None and a.outcome is Outcome.ANSWERED), None)


def _without(message: str, claimed: list[str]) -> str:
    for figure in claimed:
        message = message.replace(figure, " ", 1)
    return " ".join(message.split())


def _counts_the_same(claimed: list[str], message: str, said: str) -> bool:
    """Whether the sentence counts what is claimed: "1 650 heures de bénévolat" where 165 hours are printed."""
    counted = {w for figure in claimed for w in re.findall(rf"{re.escape(figure)}\s+(\w{{4,}})", message.lower())}
    return any(re.search(rf"\d\s+{re.escape(word)}\b", said.lower()) for word in counted)
