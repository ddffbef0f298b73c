"""Facts of the prose: contact details asked for, a whole list under its heading, the best sentences; never a page."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from assistant.answer import Answer, Outcome, Reason
from assistant.answerers.accounts import asks_of_the_coops
from assistant.answerers.contact import LINES
from assistant.answerers.differences import say_silent
from assistant.answerers.figures import asks_no_bare_number, counts_another_thing, speaks_of_unknown_year
from assistant.answerers.section import asks_a_summary, give_the_section, list_spans, summarise_document
from assistant.answerers.selection import run
from assistant.asked import asks_meaning, asks_of_the_text, of_every
from assistant.conversation import Turn
from assistant.draft import Draft, one_line
from assistant.knowledge import Knowledge
from assistant.language import language
from assistant.offices import without_offices
from assistant.prose_search import SUBJECTS, Hit
from assistant.question import Question, Task
from assistant.terms import ANY, alternatives, means
from assistant.wanted import NUMBER, PERSON, Wanted, asks_the_extreme, wanted
from index.cells import entries_with_stems, stem
from index.criteria import Number
from index.lexical import stems
from ingest.french import fold, words
from ingest.passage import Kind, Passage

# Score from which a sentence answers: coverage, and what meaning adds; chosen on the development cases, see LOG.md.
ENOUGH = 0.62
MEANING = (0.25, 0.15, 0.1, 0.05, 0.05)  # added to the coverage of the passages that search by meaning ranks first
CLOSE = 0.9  # a second sentence is added where it covers nearly as much as the best
MOST_SENTENCES = 2
WHOLE = 0.95  # coverage from which nothing of the question is left to be held
INSTEAD = 0.75  # coverage from which a sentence answers what was understood as a list
SHORTEST = 12  # characters: a bare word answers no question of who or how many
ELSEWHERE = 0.06  # of a question anticipated for something else, how much nearer it then is; see index.anticipated
LONGEST = 700  # characters of the sentences quoted together
FITS = 0.12  # added to the score of a sentence that holds a name, a date or a figure where one is asked


def quote_best_sentences(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The prose's answer, None where no sentence covers enough of what is asked."""
    if question.task is not Task.PROSE:
        return None
    message = FRAME.sub(" ", last_question(question.message, knowledge))
    content = set(knowledge.prose.asked(" ".join((*question.content, *SUBJECTS))))
    asked = tuple(t for t in knowledge.prose.asked(message, knowledge.soft) if _asks(t, content, knowledge))
    year = question.period if question.period in ("2014", "2021-2022") else None
    if speaks_of_unknown_year(question, knowledge):
        return None
    asked = tuple(t for t in asked if not _is_year(t)) or asked
    if not asked:
        return summarise_document(question, knowledge, year)
    if _REASON.search(knowledge.fold(message)) and any(knowledge.prose.strange(t) for t in asked):
        return None  # what holds only the rest of it explains nothing
    section = None if set(question.topic.split()) & STRICT else give_the_section(question, knowledge, asked, year)
    if section is not None:
        return section
    if asks_a_summary(message, knowledge):
        return summarise_document(question, knowledge, year)
    if asks_meaning(knowledge.fold(question.message)):
        return None  # a sentence that uses a word doesn't say what it means
    if question.period == "both":
        return _each_document(question, knowledge, asked)
    hits = _answering(question, knowledge, asked, year)
    folded = knowledge.fold(message)
    hits = tuple(h for h in hits if not asks_the_extreme(folded, knowledge.fold(h.unit.span.quote)))
    hits = tuple(h for h in hits if not numbers_another(message, h.unit.span.quote))
    hits = tuple(h for h in hits if not counts_another_thing(folded, (h.unit.span,), knowledge))
    if asks_of_the_coops(question, knowledge):
        hits = tuple(h for h in hits if "\t" not in h.unit.span.quote)  # rows of the Federation's accounts
    if all(says_no_more(folded, h.unit.span.quote) for h in hits[:MOST_SENTENCES]):
        return None
    if question.context:
        hits = tuple(h for h in hits if _goes_on(question, knowledge, asked, h))
    if not hits or _asks_something_else(question, knowledge, hits):
        return None
    return say_sentences(question, knowledge, hits)


_NUMBERED = re.compile(r"\b([A-Za-zéè]{4,})s? (?:no\.? |num[ée]ro )?(\d+)\b(?!\s?[$%])")


def numbers_another(message: str, quote: str) -> bool:
    """Whether a quote speaks of another one of the numbered things that a message names: « article 3 », not 4."""
    for noun, number in _NUMBERED.findall(message):
        printed = re.findall(rf"\b{re.escape(noun)}s? (\d+)\b", quote, re.IGNORECASE)
        if printed and number not in printed:
            return True
    return False


def says_no_more(folded: str, quote: str) -> bool:
    """Whether a quote only repeats the noun asked of: « Formation » doesn't say which trainings were given."""
    return bool(_WHICH.search(folded)) and set(stems(quote)) <= set(stems(folded))


_WHICH = re.compile(r"(?<!\S)(?:quel(?:le)?s|lesquel(?:le)?s|which)(?!\S)")


def _asks_something_else(question: Question, knowledge: Knowledge, hits: tuple[Hit, ...]) -> bool:
    """Whether the message is far nearer to a question anticipated of something else than to those of these sentences.

    They share its words all the same: "comment démarrer une coop ?" and "possibilité d'implanter des projets".
    """
    found = knowledge.resembling(question.message) if not question.context else ()
    spans = [hit.unit.span for hit in hits[:MOST_SENTENCES]]
    own = [r for r in found if any(s.contains(a) or a.contains(s) for a in r.block.spans for s in spans)]
    if not found or not own:
        return bool(found)
    return own[0].score < found[0].score - ELSEWHERE and own[0].cosine < found[0].cosine


_REASON = re.compile(r"(?<!\S)(?:pourquoi|why)(?!\S)")


def _goes_on(question: Question, knowledge: Knowledge, asked: tuple[str, ...], hit: Hit) -> bool:
    """Whether a sentence holds all that a sequel asks for, and speaks of what the question before it spoke of."""
    telling = [t for t in asked if not knowledge.prose.terms.is_light(t)]
    before = [t for t in knowledge.prose.asked(question.context, knowledge.soft) if t not in asked]
    subject = [t for t in before if not knowledge.prose.terms.is_light(t)]
    named = re.search(r"(?<!^)\b[A-ZÀ-Ý]\w+", question.message)
    spoken = not subject or named or any(hit.unit.share(t) for t in subject) or len(telling) > 1
    return bool(telling and spoken) and not set(telling) & set(hit.missing)


def say_the_heading_is_empty(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "quelles sont vos valeurs ?": a heading that the document prints with nothing under it."""
    if question.task is not Task.PROSE:
        return None
    told = (alternatives(t)[0] for t in knowledge.prose.asked(question.message, knowledge.soft))
    asked = tuple(t for t in told if not _is_year(t))  # the surest reading: "mission" may mean "valeurs", and is not it
    for anomaly in knowledge.library.anomalies:
        if asked and anomaly.code == "empty_heading" and _all_asked(knowledge, anomaly.spans[0].quote, asked):
            draft = Draft(question)
            draft.add("anomaly.empty_heading", sentence=anomaly.sentence, mark=draft.cite(*anomaly.spans[:1]))
            return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    return None


def _asks(term: str, content: set[str], knowledge: Knowledge) -> bool:
    """Whether a term is no verb that stands by its subject ("la Fédération offrait-elle"); a stranger always asks."""
    return term in content or term.startswith("=") or ANY in term or knowledge.prose.strange(term)


def _answering(question: Question, knowledge: Knowledge, asked: tuple[str, ...], year: str | None) -> tuple[Hit, ...]:
    """The sentences that answer, best first: they cover enough and hold a thing of the kind wanted."""
    kind = wanted(knowledge.fold(question.message))
    if all(t in _EVERYWHERE or knowledge.prose.terms.is_light(t) for t in asked) and kind is None:
        return ()  # "qu'est-ce que ça m'apporterait, une coop ?": every sentence speaks of co-ops
    if kind is NUMBER and asks_no_bare_number(knowledge.fold(question.message)):
        return ()
    if kind is not None:
        asked = tuple(t for t in asked if t not in kind.said) or asked
        if kind.of_something and all(t in kind.asking or knowledge.prose.terms.is_light(t) for t in asked):
            return ()  # "quelle proportion ?": of nothing
    hits = _candidates(question, knowledge, asked, year, kind)
    hits = tuple(h for h in hits if not _IMPRINT.match(h.unit.span.quote))
    hits = tuple(h for h in hits if not _asks_of_a_stranger(question, knowledge, asked, h))
    hits = _evident_first(question, knowledge, hits)
    hits = tuple(h for h in hits if _of_the_years(question, knowledge, h))
    if kind is not None and kind.must:
        hits = tuple(h for h in hits if _shows(knowledge, kind, asked, h))  # nothing answers "quand" without a date
        folded = knowledge.fold(question.message)
        hits = tuple(h for h in hits if kind.given(h.unit.span.quote, folded, partial(_speaks, h, asked, knowledge)))
    hits = tuple(h for h in hits if not other_services(question, knowledge, _around(h)))
    counted = counted_of(question, knowledge, asked)
    hits = tuple(h for h in hits if counted is None or h.unit.share(counted) == 1.0)
    details = [f for f in LINES if f in question.fields] if _DETAIL.search(knowledge.fold(question.message)) else []
    if details:  # of somebody or something that the sentence names: the Federation's are not TELUS's
        hits = tuple(
            h
            for h in hits
            if not _lacks(knowledge, h) and any(f in _NAMED or LINES[f].search(h.unit.span.quote) for f in details)
        )
    general = _EVERYWHERE | {"=medecins"}
    if any(knowledge.prose.strange(t) for t in asked):  # "enseignent": what only speaks of doctors tells none of it
        hits = tuple(h for h in hits if any(_tells(t, general) and h.unit.share(t) for t in asked))
    found = hits if hits and hits[0].coverage >= ENOUGH else ()
    if (kind is not None and kind.must) or (found and found[0].coverage >= WHOLE):
        return found
    together = _items_together(knowledge, asked, year)
    return together if together and (not found or together[0].coverage > found[0].coverage) else found


def _evident_first(question: Question, knowledge: Knowledge, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Only the sentences that speak of a topic asked, where some do: "assurances" is no "assure l'atteinte"."""
    asked = [code for code in question.topic.split() if code in STRICT]
    evident = tuple(h for h in hits if all(knowledge.topics.evident(c, h.unit.span.quote) for c in asked))
    return evident or hits


_CLAUSE = re.compile(r"[,;](?!\d)\s+|\s+et (?=(?:nous|elles?|ils?) )|(?<=[.!?])\s+")


def other_services(question: Question, knowledge: Knowledge, text: str) -> set[str]:
    """The services that the question names and a text doesn't: how doctors are paid doesn't tell how dentists are."""
    asked_of = without_offices(question.message)
    said = {m.code for m in knowledge.lexicon.mentions(asked_of, people=True) if m.sure}
    held = {m.code for m in knowledge.lexicon.mentions(text, people=True)}
    asked = knowledge.lexicon.asked
    return {
        codes
        for codes in (*question.services, *said)
        if held.isdisjoint(code for one in codes.split("|") for code in asked(one))  # "psy": any of several
    }


def _around(hit: Hit) -> str:
    """A sentence's whole passage, with the headings over it."""
    passage = hit.unit.passage
    return " ".join((passage.text, *(h.quote for h in passage.headings)))


def _shows(knowledge: Knowledge, kind: Wanted, asked: tuple[str, ...], hit: Hit) -> bool:
    """Whether a sentence gives a thing of the kind; a price, in the clause that names what is asked: the rate of one
    thing isn't what another costs."""
    if not kind.pattern.search(hit.unit.span.quote):
        return False
    telling = [t for t in asked if t not in _EVERYWHERE | set(kind.asking) and not knowledge.prose.terms.is_light(t)]
    if not kind.asking or not telling or hit.unit.passage.kind is not Kind.PARAGRAPH:
        return True
    near = [c for c in _CLAUSE.split(hit.unit.span.quote) if kind.pattern.search(c)]
    return any(means(t, knowledge.prose.said(c)) for c in near for t in telling)


def _items_together(knowledge: Knowledge, asked: tuple[str, ...], year: str | None) -> tuple[Hit, ...]:
    """Items of one list that together hold what no one of them does: "conseils juridiques et comptabilité"."""
    groups: dict[tuple[str, int], list[Hit]] = {}
    for hit in knowledge.prose.search(asked, year, 200):
        if hit.unit.passage.kind is Kind.ITEM:
            groups.setdefault((hit.unit.span.name, hit.unit.passage.group), []).append(hit)
    whole = sum(knowledge.prose.weight_of(t) for t in asked)
    best: tuple[Hit, ...] = ()
    for hits in groups.values():
        telling = [h for h in hits if any(means(t, h.unit.own) for t in asked if t not in _EVERYWHERE)]
        covered = sum(knowledge.prose.weight_of(t) * max(h.unit.share(t) for h in hits) for t in asked) / whole
        if len(telling) > 1 and covered >= ENOUGH and covered > (best[0].coverage if best else 0.0):
            best = tuple(replace(h, coverage=covered, score=covered) for h in telling)
    return best


_IMPRINT = re.compile(r"©|TABLEAU|Chers|\^\{\*\}")  # they date and name a document, and answer nothing


def _lacks(knowledge: Knowledge, hit: Hit) -> bool:
    """Whether the sentence lacks a word that asks for something."""
    return any(not knowledge.prose.terms.is_light(t) for t in hit.missing)


def _tells(term: str, general: frozenset[str]) -> bool:
    """Whether a term, in any of its readings, is said of less than everything here."""
    return general.isdisjoint(alternatives(term))


_NAMED = ("websites", "address")  # details whose own word the sentence holds; a number or an e-mail shows itself
_EVERYWHERE = frozenset({"=cooperatives", "=sante", "=membres"})


def _speaks(hit: Hit, asked: tuple[str, ...], knowledge: Knowledge, text: str) -> bool:
    """Whether a clause of a sentence, or the headings over it, hold a term of the question."""
    held = hit.unit.heading | set(knowledge.prose.terms.of(text))
    told = [t for t in asked if not knowledge.prose.terms.is_light(t)]
    return not told or any(means(t, held) for t in told)


def _of_the_years(question: Question, knowledge: Knowledge, hit: Hit) -> bool:
    """Whether a sentence holds the years that the question says and that aren't those of a document."""
    own = set(re.findall(r"\d{4}", " ".join(f"{d.year} {d.date}" for d in knowledge.library.documents)))
    return all(
        year in hit.unit.span.quote for year in re.findall(r"\b(?:19|20)\d\d\b", question.message) if year not in own
    )


_DETAIL = re.compile(
    r"(?<!\S)(?:l )?(?:adresse(?! t | aux? )|telephone|courriel|email|e mail|fax|telecopieur|sites? (?:web|internet)"
    r"|code postal|numero|address|phone|website)(?!\S)"
)
_COUNTED = re.compile(
    r"(?<!\S)(?:combien|pourcentage|proportion|part|how many|percentage of)(?: (?:de|d|des|du|la|les|l))* (.+)"
)


def counted_of(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> str | None:
    """What "combien de" and "quel pourcentage des" count, where the prose knows it: a sentence must count that."""
    match = _COUNTED.search(knowledge.fold(question.message))
    first = knowledge.prose.terms.asked(match.group(1))[0] if match else ""
    return (
        first if first in asked and knowledge.prose.knows(first) and not knowledge.prose.terms.is_light(first) else None
    )


def _all_asked(knowledge: Knowledge, heading: str, asked: tuple[str, ...]) -> bool:
    """Whether every term of a heading is asked for."""
    return all(any(means(a, (t,)) for a in asked) for t in knowledge.prose.said(heading))


# A list of co-ops is asked for, in so many words.
_ALL_OF_THEM = re.compile(
    r"(?<!\S)(?:toutes (?:les|vos|nos)|all(?: the| your)?) (?:coops?|cooperatives?|cliniques?|co ops?|clinics?)(?!\S)"
)
_LISTS = re.compile(
    r"(?<!\S)(?:(?:quelles?|combien de|nombre de|which|how many|what)"
    r" (?:coops?|cooperatives?|cliniques?|co ops?|clinics?|fiches?|rangees?|entrees?|entr(?:y|ies))"
    r"|lesquelles?|liste\w*|celles|y en a"
    r"|(?:y a t il|ya t il|y a tu|ya tu|are there|is there) (?:des |une? |any )?"
    r"(?:coops?|cooperatives?|cliniques?|co ops?|clinics?)"
    r"|ou (?:trouver|aller|puis je|je peux|peut on)|j? ?cherche|besoin)(?!\S)"
    r"|(?:coops?|cooperatives?|cliniques?) (?:qui|ki|that|who)(?!\S)"
    r"|(?:une|des|an?|any|some) (?:coops?|cooperatives?|cliniques?|co ops?|clinics?)(?: de sante)? "
    r"(?:avec|offrant|ayant|with|offering)(?!\S)"
    r"|^(?:les )?(?:coops|cooperatives|cliniques|co ops|clinics)(?!\S)"
    r"|^(?:une )?(?:coop|cooperative|clinique|co op|clinic) (?:sans|avec|without|with)(?!\S)"
)


def prefer_the_prose(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """Something of the table or of the sources was understood, but the words are those of a sentence: it answers.

    "les médecins s'occupent-ils de la paperasse ?" names a service and asks for no co-op; "quelles coops sont devenues
    membres de la Fédération ?" is told by the report.
    """
    if question.task not in LESS_SURE or question.options or question.subjects or question.follows or question.scope:
        return None
    folded = knowledge.fold(question.message)
    of_the_text = asks_of_the_text(folded)
    if question.task is Task.SOURCES and question.topic in SURE:
        return None
    if question.services and not question.unsaid_words and not of_the_text:
        return None  # "une coop avec psychologue": nothing is asked beyond the service
    told = of_the_text or (question.task is not Task.SOURCES and not _LISTS.search(folded))
    if any(isinstance(f, Number) for f in question.filters):
        return None  # "coops avec 10 médecins ou plus"
    if question.filters and (of_every(folded) or _ALL_OF_THEM.search(folded)):
        return None  # "toutes les coops ont-elles un médecin ?", "toutes les coops sans médecin": their column tells
    if question.task is Task.COUNT and question.filters and not question.unsaid_words and not of_the_text:
        return None  # "quel pourcentage des coops n'a aucun médecin"
    if question.task is Task.CLARIFY_ENTRY and not _ANY_COOP.search(folded):
        return None  # "cette coop", "les deux coops": those of the talk
    if question.place is not None or question.areas or not (told or question.unsaid_words or question.regions):
        return None
    listed = not question.unsaid_words or bool(entries_with_stems(knowledge.library.entries, question.unsaid_words))
    asks_a_list = bool(_LISTS.search(folded)) or bool(question.regions)
    if asks_a_list and (question.regions or question.filters) and listed and run(question, knowledge).result.matches:
        return None
    asked = tuple(t for t in knowledge.prose.asked(question.message, knowledge.soft) if not _is_year(t))
    hits = knowledge.prose.search(asked, question.period if question.period != "both" else None, 1)
    unsaid = knowledge.prose.asked(" ".join(question.unsaid_words), knowledge.soft)
    light = knowledge.prose.terms.is_light
    if not hits or hits[0].coverage < INSTEAD or any(knowledge.prose.strange(t) for t in asked):
        return None
    if question.regions and not _speaks_of_region(question, knowledge, hits[0]):
        return None
    if any(t in hits[0].missing and not light(t) for t in unsaid) or sum(not light(t) for t in asked) < 2 - of_the_text:
        return None
    as_prose = replace(question, task=Task.PROSE, topic="", regions=(), services=(), filters=())
    return quote_best_sentences(as_prose, knowledge, last)


_ANY_COOP = re.compile(
    r"(?<!\S)(?:une|en|les|des|in|a|an) (?:coops?|cooperatives?|clinique coop\w*|co ops?)(?! la(?!\S))(?!\S)"
)
SURE = frozenset(
    {"publisher", "membership", "mentions", "anomalies", "documents"}
)  # topics of the sources that no sentence tells better
LESS_SURE = (Task.LIST, Task.COUNT, Task.SOURCES, Task.CLARIFY_ENTRY)


def _speaks_of_region(question: Question, knowledge: Knowledge, hit: Hit) -> bool:
    """Whether a sentence holds the words of the region's name: "le nord du Québec", not "la Côte-Nord"."""
    said = set(knowledge.fold(hit.unit.span.quote).split())
    return any(
        {w for w in knowledge.fold(knowledge.regions[r]).split() if len(w) > 2} <= said for r in question.regions
    )


def _asks_of_a_stranger(question: Question, knowledge: Knowledge, asked: tuple[str, ...], hit: Hit) -> bool:
    """Whether the question turns on a name (Ontario) or a topic (a salary) that the sentence doesn't hold."""
    typed = re.findall(r"\w+", _SAYER.sub(" ", question.message))[1:]
    names = {stem(fold(w)) for w in typed if w[0].isupper() and not w.isupper()}
    names |= {stem(fold(w)) for w in typed if len(w) > 2 and w.isupper() and not question.message.isupper()}
    strangers = {t for t in asked if knowledge.prose.strange(t)}
    if (strangers | set(hit.missing)) & names:
        return True
    whole = hit.coverage >= WHOLE and not hit.missing
    said = " ".join(question.content)  # "c'est combien un rendez-vous ?" has no word of a price that it could cover
    return any(
        not knowledge.topics.evident(code, hit.unit.span.quote) and not (whole and knowledge.topics.evident(code, said))
        for code in question.topic.split()
        if code in STRICT
    )


# "D'après le docteur Gélinas": who says it, not of whom it is said.
_SAYER = re.compile(
    r"\b(?:d['’]après|selon|according to) (?:(?:le|la|the|M\.|Mme|Dre?|docteure?) ?)*"
    r"[A-ZÉÈ][\w’'-]+(?: [A-ZÉÈ][\w’'-]+)?",
    re.IGNORECASE,
)
# Topics that a sentence must speak of to answer: without them, "le salaire du directeur" is answered with the director.
STRICT = frozenset(
    {
        "pay",
        "closing",
        "age",
        "doctor_names",
        "fees",
        "hours",
        "parking",
        "access",
        "language",
        "quality",
        "insurance",
        "fax",
        "social_media",
    }
)
_SENTENCE = re.compile(r"(?<=\w\w\w[.!?…])\s+(?=[A-ZÀ-Ý])|(?<=\s[!?…])\s+(?=[A-ZÀ-Ý])")


def last_question(message: str, knowledge: Knowledge) -> str:
    """What is asked, without who asks it and why: "Bonjour, je suis étudiante. Quels sont les objectifs ?"."""
    sentences = [s for s in _SENTENCE.split(message.strip()) if s]
    asking = [s for s in sentences if s.rstrip().endswith("?")]
    if len(asking) != 1 or len(sentences) == 1:
        return message
    terms = knowledge.prose.asked(asking[0], knowledge.soft, language(words(asking[0])) == "en")
    alone = (
        not _OF_WHAT_IS_TOLD.search(asking[0])
        and not asking[0].lower().startswith(("et ", "and "))
        and any(knowledge.prose.knows(t) and not knowledge.prose.terms.is_light(t) for t in terms)
    )
    return asking[0] if alone else message


# "Pouvez-vous m'expliquer l'affaire ?", "… en quoi ça consiste ?": of what a sentence before it names
_OF_WHAT_IS_TOLD = re.compile(
    r"\b(?:l['’]affaire|la chose|le principe|l['’]id[ée]e|le concept|cela|[çc]a|ce que c['’]est"
    r"|ce que [çc]a \w+)(?: \w+)?"
    r"(?: s['’]il (?:vous|te) pla[iî]t| svp)?\s*\?*\s*$",
    re.IGNORECASE,
)


FRAME = re.compile(
    r"(?:selon|d'après|d’après|dans|according to|in) (?:le |la |the )?(?:dernier |dernière |dit )?"
    r"(?:rapport annuel|rapport|brochure|tableau|document|annual report)(?: (?:de )?20\d\d(?:-20\d\d)?)?"
    r"|does the (?:brochure|report|document) (?:say|mention|state)(?: that)?",
    re.IGNORECASE,
)


def _is_year(term: str) -> bool:
    return bool(re.fullmatch(r"20\d\d", term))


# -- sentences ------------------------------------------------------------------------------------------------------


def _candidates(
    question: Question, knowledge: Knowledge, asked: tuple[str, ...], year: str | None, kind: Wanted | None
) -> tuple[Hit, ...]:
    hits = list(knowledge.prose.search(asked, year, 12))
    fits = kind.pattern if kind is not None else None
    hits = [h for h in hits if len(h.unit.span.quote) > SHORTEST or fits is None]
    hits = [replace(h, score=h.score + FITS) if fits and fits.search(h.unit.span.quote) else h for h in hits]
    hits.sort(key=lambda h: -h.score)
    if hits and hits[0].coverage >= 0.85 and (fits is None or fits.search(hits[0].unit.span.quote)):
        return tuple(hits)
    if any(knowledge.prose.strange(t) for t in asked):
        return tuple(hits)  # a word that no document holds: meaning alone must not carry the answer over it
    ranked = _by_meaning(question, knowledge, tuple(hits), year)
    fitting = [h for h in ranked if fits is not None and fits.search(h.unit.span.quote) and h.coverage >= ENOUGH]
    return (*fitting, *(h for h in ranked if h not in fitting))


def _each_document(question: Question, knowledge: Knowledge, asked: tuple[str, ...]) -> Answer | None:
    """The best sentence of each document, newest first, for a question about both."""
    draft, told = Draft(question), []
    for document in reversed(knowledge.library.documents):
        hits = _answering(question, knowledge, asked, document.year)
        if hits:
            span = hits[0].unit.span
            draft.add(
                "prose.two_dates", document=document.short, text=f"« {one_line(span.quote)} »", mark=draft.cite(span)
            )
            told.append(document)
    if draft.empty:
        return None
    say_silent(draft, knowledge, told, number=False)
    return draft.answer()


def _by_meaning(question: Question, knowledge: Knowledge, hits: tuple[Hit, ...], year: str | None) -> tuple[Hit, ...]:
    """Coverage with a push from the dense search: the meaning decides between sentences that cover alike."""
    ranks: dict[tuple[str, int, int], int] = {}
    found = [
        e for e in knowledge.search(question.message, 20) if isinstance(e.source, Passage) and e.cosine is not None
    ]
    if year is not None:
        found = [e for e in found if e.source.span.document.year == year]
    for rank, evidence in enumerate(sorted(found, key=lambda e: -(e.cosine or 0.0))):
        source = evidence.source
        ranks.setdefault((source.span.name, source.span.start, source.span.end), rank)
    pushed = []
    for hit in hits:
        span = hit.unit.passage.span
        place = ranks.get((span.name, span.start, span.end), len(MEANING))
        push = MEANING[place] if place < len(MEANING) else 0.0
        pushed.append(Hit(hit.unit, min(1.0, hit.coverage + push), hit.score + push, hit.missing))
    return tuple(sorted(pushed, key=lambda h: -h.score))


def _testimony(knowledge: Knowledge, hit: Hit) -> list[Passage]:
    """The paragraphs that a signature closes: a name alone says nothing of what was said."""
    note = hit.unit.passage
    if note.kind is not Kind.NOTE or not PERSON.search(note.text) or "," not in note.text:
        return []
    before = [p for p in knowledge.library.passages if p.span.name == note.span.name and p.group == note.group - 1]
    return [p for p in before if p.kind is Kind.PARAGRAPH]


def say_sentences(question: Question, knowledge: Knowledge, hits: tuple[Hit, ...]) -> Answer:
    """The best sentence, and a second one that covers nearly as much."""
    draft = Draft(question)
    if re.search(r"(?<!\S)(?:dit|temoign\w*|pense|raconte|explique|says?)(?!\S)", knowledge.fold(question.message)):
        for passage in _testimony(knowledge, hits[0]):
            draft.add("prose.says", quote=one_line(passage.text), mark=draft.cite(passage.span))
    chosen = [hits[0]]
    for hit in hits[1:]:
        length = sum(len(c.unit.span.quote) for c in (*chosen, hit))
        if (
            len(chosen) < MOST_SENTENCES
            and length <= LONGEST
            and hit.coverage >= ENOUGH
            and hit.score >= hits[0].score * CLOSE
            and hit.unit.span not in [c.unit.span for c in chosen]
        ):
            chosen.append(hit)
    kind = wanted(knowledge.fold(question.message))
    announces = kind is None or hits[0].unit.span.quote.rstrip().endswith(":")
    below = [p for p in knowledge.library.passages if announces and hits[0].unit.passage.span in p.headings]
    if below:  # a title: what it announces is the answer
        draft.add("prose.says", quote=one_line(hits[0].unit.span.quote), mark=draft.cite(hits[0].unit.span))
        draft.join("prose.source", document=hits[0].unit.span.document.short)
        list_spans(draft, knowledge, [p.span for p in below])
        return draft.answer()
    for hit in chosen:
        span = hit.unit.span
        draft.add("prose.says", quote=one_line(span.quote), mark=draft.cite(span))
        draft.join("prose.source", document=span.document.short)
    return draft.answer()
