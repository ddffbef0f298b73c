"""A question of the prose asked again with one piece changed: another year, another thing counted; or continued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.asked import MEASURES, measured
from assistant.follow_up.quoted import names_only_a_kind
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import PRONOUN, THAT_ONE, bare, links
from assistant.hearing import Heard
from assistant.phrases import Hit
from assistant.question import Question, Task
from assistant.times import BOTH, EARLIER, NEW, OLD, asks_whether_still, compares, tells_apart, which_year
from assistant.times import undated as without_times
from assistant.wanted import wanted
from index.cells import stem
from ingest.french import words

if TYPE_CHECKING:
    from assistant.understand import Understanding

_OF_PROSE = (Task.PROSE, Task.SOURCES)
_YEAR = re.compile(r"\b(?:en |de |pour |in |for |l'année )?(?:20\d\d)(?:\s?[-–/]\s?(?:20)?\d\d)?\b")
_DOCUMENT = re.compile(
    r"(?:,\s*)?(?:\b(?:selon|d['’]après|dans|in|according to)\s+)?\b"
    r"(?:le|la|ce|cette|du|de la|son|sa|leur|votre|the|its|your)\s+"
    r"(?:dernier |dernière |premier |last |latest )?(?:rapport(?: annuel)?|brochure|dépliant|depliant|document"
    r"|annual report|report|booklet)\b(?: de)?",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(
    r"(?<!\S)(?:(?:annee|exercice) (?:suivante?|d apres|qui (?:suit|a suivi))|(?:next|following) year|year after)(?!\S)"
)
_OTHER_ONE = re.compile(
    r"(?<!\S)(?:l autre|the other) (?:document|rapport|brochure|annee|publication|report|year)(?!\S)"
)
_NOW = re.compile(r"(?<!\S)(?:maintenant|aujourd hui|actuellement|now|today|currently)(?!\S)")
_CONTINUES = re.compile(r"(?<!\S)(?:ca|cela|la|c est|c etait|y|il y (?:a|avait)|en|that|it|there)(?!\S)")
# "cette entente-là", "c'est pour quel genre": of nothing but what was spoken of.
THAT_THING = re.compile(r"(?<!\S)(?:cette|cet|ce|ces) \w+ la(?!\S)|^(?:et |pis )?(?:c est pour|c etait pour)(?!\S)")
_PEOPLE = re.compile(
    r"combien de (?:monde|gens|personnes|participants)(?! (?:par|a|dans|en|d) (?!tout))|how many people$"
)


# "ça faisait combien de membres en tout ?", "elles avaient combien de médecins ?": of those just counted
_COUNTED_OF_THEM = re.compile(
    r"(?:(?:et|pis|puis|ok|mais) )*(?:ca (?:fait|faisait|donne|donnait|represente|representait)|(?:elles|ils) \w+)"
    r" (?:(?:a peu pres|environ|a) )?combien d(?:e|es)?(?!\S)"
)
_OF_YEARS = frozenset(
    "annee avant precedente anterieure suivante exercice precedent anterieur annuel annual recent"
    " autre document rapport tot an auparavant periode mois douze arriere".split()
)


_NOT_OF_YEAR = re.compile(
    r"\b(?:(?:non[- ,]*)*pas|not|au lieu d[eu]|instead of)\s+(?:en |de |pour |in |for |l['’]année )?"
    r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?:\s+(?:ça|ca))?[\s,;]*",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?<!\S)quel(?:le)? (?:part|proportion|pourcentage) (?:de|des|du|d)(?!\S)")
# "combien en regroupait-elle en 2014 ?", "combien de cliniques ont disparu, d'après la brochure ?"
_WHEN = re.compile(r"(?<!\S)(?:quand|quelle (?:annee|date)|when|what year)(?!\S)")
_COUNTS_THEM = re.compile(r"(?<!\S)combien (?:en (?!20\d\d)\w+|d(?:es?)?(?!\S)(?! plus| moins))")
_OF_ITS_OWN = ("comment", "pourquoi")  # "et dans le rapport de 2021-2022, elle s'appelle comment ?": another question


def _before(folded: str) -> bool:
    """Whether the year before is asked of: "l'exercice précédent", "et avant ça ?"."""
    return EARLIER.search(folded) is not None or _BEFORE_THAT.search(folded) is not None


_HOW_MUCH_THEN = re.compile(
    r"(?:(?:^|\s)(?:et|pis|puis|ok|mais|bon|alors|donc|c|ca|cela|s|etait|est|elevai(?:t|ent)|monte|montait|faisait|donnait"
    r"|a|combien|quoi|quel(?:le)?s?|le|la|les|l|montant|chiffres?|total|valeur|somme|en|pour|de|d|dans|au|lors|meme"
    r"|chose|avait|elles?|ils?|on|stp|svp|what|was|it|the|how|much|and)(?=\s|$))+\s*"
)
_BEFORE_THAT = re.compile(r"(?<!\S)avant ca(?!\S)")


def another_year(said: Sequel) -> Question | None:
    """ "et en 2014 ?", "l'année d'avant ?", "d'après le rapport annuel ?": the same question of another year."""
    question, heard = said.last.question, said.heard
    meant = _NOT_OF_YEAR.sub(" ", heard.message.text)
    if meant != heard.message.text and _DATED.search(meant):  # "pas en 2014, en 2021-2022"
        heard = said.reader.ear.hear(meant)
    if question.task not in _OF_PROSE or heard.services or heard.places or heard.named or not bare(said.whole, 16):
        return None
    if said.alone.task is Task.SOURCES and heard.cue("count", "table"):
        return None  # "combien de coops dans le tableau de 2014 ?" is whole
    the_same = _before(heard.message.folded) and _HOW_MUCH_THEN.fullmatch(EARLIER.sub(" ", heard.message.folded))
    if the_same:  # "c'était quoi, le montant, un an plus tôt ?" asks for nothing else
        return in_year(_of_the_row(said), "2020-2021", said.reader)
    if set(heard.field_codes) - {"members"} or (heard.cue("count", "total") and (heard.fields or heard.topics)):
        return None
    if set(heard.left) & set(without_times(heard.message.text).split()) - _OF_YEARS:
        return None
    folded = heard.message.folded
    if any(f" {word} " in f" {folded} " and word not in question.message.lower() for word in _OF_ITS_OWN):
        return None
    if _SHARE.search(folded):
        return None  # "quelle part des cliniques de quartier a disparu ?" is whole
    before = said.reader.ear.hear(question.message)
    if _COUNTS_THEM.search(folded) and not before.cue("count"):
        return None
    year = re.search(r"20\d\d(?: (?:20)?\d\d)?", folded)
    period = which_year(heard)
    compared = any(asks(heard.message.text) for asks in (compares, asks_whether_still, tells_apart))
    if compared and not year and (before.cue("who") or _WHEN.search(folded)):
        return None  # who somebody is doesn't change; when something did is no change of what was asked
    if compared and _before(folded):
        said_year = "2021-2022 et 2020-2021"  # both columns of the accounts
    elif period == BOTH or (compared and (not year or period == OLD or question.period == OLD)):
        said_year = f"{OLD} et {NEW}"
    elif year:
        said_year = year.group().replace(" ", "-")
    elif _before(folded):
        said_year = "2020-2021"
    elif _NEXT_YEAR.search(folded) and "2020" in question.message:
        said_year = NEW
    else:
        said_year = period or (NEW if _NOW.search(folded) else "")
    if not said_year and _OTHER_ONE.search(said.whole.message.folded) and question.period in (OLD, NEW):
        said_year = NEW if question.period == OLD else OLD
    if not said_year:
        return None
    if _answered_of(said, said_year):
        return question
    return in_year(_of_the_row(said), said_year, said.reader)


def _of_the_row(said: Sequel) -> Question:
    """The last question; where it was wordy and answered with a row of the accounts, as if that row were asked for."""
    question, told = said.last.question, [span.quote for span in said.last.answer.citations[:ROW]]
    wordy = len(question.message.split()) > WORDY
    if not wordy or len(told) < ROW or not _DATED.search(told[1]) or not _AMOUNT.fullmatch(told[2]):
        return question
    return replace(question, message=f"{told[0].lower()} de la Fédération", context="")


ROW = 3  # a figure of the accounts is cited with its row, its column and its value, in this order
WORDY = 8  # words of a question that tells more than it asks
_AMOUNT = re.compile(r"[\d\s ]+\\?\$")


def _answered_of(said: Sequel, year: str) -> bool:
    """Whether an undated question was answered from the document of this year alone: "et en 2014 ?" is answered so."""
    question, spans = said.last.question, said.last.answer.citations
    undated_yet = question.task is Task.PROSE and question.period is None and not _DATED.search(question.message)
    return undated_yet and bool(spans) and all(span.document.year == year for span in spans)


def in_year(question: Question, said_year: str, reader: Understanding) -> Question:
    """A question of the prose asked of another year, or of other years, as they are said; "" asks of any."""
    message = f"{undated(_whole(question, reader))} {said_year}".strip() + " ?"
    again = reader.ear.hear(message)
    asked = reader.alone(message, again)
    period = which_year(again) if said_year else None
    return replace(asked if asked.task in _OF_PROSE else question, message=message, period=period)


def _whole(question: Question, reader: Understanding) -> str:
    """The message that another year is asked of: the question before it where it says no count of its own."""
    if not question.context:
        return question.message
    own = reader.ear.hear(question.message)
    named = own.topics or (own.cue("count") and _counted_words(own) is not None)
    return question.message if named else question.context


_THAT_YEAR = re.compile(
    r"(?<!\S)(?:(?:pour |en |de )?(?:cette|(?:la )?meme|cet) (?:annee|exercice)(?: la)?|(?:that|the same) year"
    r"|(?:a|en|dans) (?:ce|cette) (?:moment|temps|date|epoque)(?: la)?|at that time|back then)(?!\S)"
)


def of_that_year(said: Sequel) -> Question | None:
    """ "et les dépenses, cette année-là ?": what is asked now, of the year that was spoken of."""
    question, heard = said.last.question, said.heard
    years = _DATED.findall(question.message)
    if question.task is not Task.PROSE or not years or not _THAT_YEAR.search(said.whole.message.folded):
        return None
    if heard.places or heard.named or heard.services or not bare(said.whole, 12):
        return None
    message = f"{_THAT_YEAR_TYPED.sub('', said.whole.message.text).strip(' ?,')} {years[-1]} ?"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


_THEN = (
    r",?\s*\b(?:pour |en |de )?(?:cette|(?:la )?m[eê]me|cet) (?:ann[ée]e|exercice)(?:[- ]l[àa])?"
    r"|,?\s*(?:à|a|en|dans) (?:ce|cette) (?:moment|temps|date|[ée]poque)(?:[- ]l[àa])?"
    r"|,?\s*\b(?:that year|the same year|at that time|back then)"
)
_THAT_YEAR_TYPED = re.compile(rf"^(?:et|pis|puis|and)\s+|{_THEN}", re.IGNORECASE)
_THEN_TYPED = re.compile(_THEN, re.IGNORECASE)
_BOTH = re.compile(r"(?<!\S)(?:(?:l|d)?es deux|entre les deux|both|the two)(?: annees?| years?)?(?!\S)")
_DATED = re.compile(r"\b20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\b")


_MOVED = re.compile(
    r"(?<!\S)(?:(?:(?:de )?combien|a t elle|est ce que)?(?: \w+){0,2} (?:ca|c|cela|elles?|ils?)(?: \w+){0,2} )?"
    r"(?:monte|augmente|baisse|grimpe|diminue|varie|change(?! (?:de|d) (?:nom|place|adresse|sigle))|evolue|descendu"
    r"|progresse)e?s?(?!\S)"
    r"|(?<!\S)(?:variation|hausse|evolution|augmentation|baisse|difference|ecart)(?!\S)"
)


def how_much_it_moved(said: Sequel) -> Question | None:
    """ "de combien ça a monté ?", "quelle variation ?" after a figure of one year: the same figure of every year."""
    question, heard = said.last.question, said.heard
    if question.task is not Task.PROSE or not bare(said.whole, 9) or not re.search(r"\d", said.last.answer.text):
        return None
    if heard.cue("why") or "why" in said.cues:
        return None  # the reason is asked for, not the figures
    subject = _ITS_SUBJECT.match(said.whole.message.folded)
    if subject is not None and stem(subject["what"]) not in {stem(w.folded) for w in words(question.message)}:
        return None  # "les frais ont monté autant ?": of another row
    if heard.places or heard.named or heard.services or not _MOVED.search(said.whole.message.folded):
        return None
    message = undated(_whole(_of_the_row(said), said.reader))
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message, period=None) if asked.task is Task.PROSE else None


_ITS_SUBJECT = re.compile(
    r"(?:(?:et|pis|puis|mais|est ce que) )*(?:les|le|la|l|leurs?|ses|son|sa) (?!(?:tout|plus|moins"
    r"|montant|chiffre|nombre|total|hausse"
    r"|baisse|variation|augmentation|ecart|difference|evolution)(?!\S))(?P<what>\w+) (?!ca |c )"
)


def both_years(said: Sequel) -> Question | None:
    """ "laquelle des deux années est la meilleure ?", "les deux en tableau": a figure asked of two years in turn."""
    question = said.last.question
    if question.task is not Task.PROSE or len(said.turns) < 2 or not bare(said.whole, 10):
        return None
    if not _BOTH.search(said.whole.message.folded) or said.heard.places or said.heard.named or said.heard.services:
        return None
    now, before = (_DATED.findall(t.question.message) for t in (said.turns[-1], said.turns[-2]))
    years = tuple(dict.fromkeys((*before, *now)))
    if not question.follows or len(years) != 2:
        return None
    message = f"{undated(question.message)} {years[0]} et {years[1]} ?"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


def that_person(said: Sequel) -> Question | None:
    """ "celui de la fédération", "l'autre, celle de la coop en Beauce": the same name, told apart."""
    question, folded = said.last.question, said.whole.message.folded
    root = _TOLD_APART.sub("", question.context or question.message)
    if question.task is not Task.PROSE or not THAT_ONE.match(folded):
        return None
    if not said.reader.ear.hear(root).cue("who"):
        return None
    message = f"{root.rstrip(' ?')}, {_THE_OTHER.sub('', said.whole.message.text)}"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message, context=root if asked.task is Task.PROSE else "")


_TOLD_APART = re.compile(r", cel(?:le|ui)\b.*")
_THE_OTHER = re.compile(r"^(?:non|ok|et|pis|mais|,|\s)*l['’]autre\s*,?\s*", re.IGNORECASE)


def undated(message: str) -> str:
    """A message without its years and the names of documents."""
    message = _THEN_TYPED.sub("", message)
    clauses = [c for c in message.split(",") if not _DOCUMENT.search(c)] or [message]
    text = ",".join(clauses) if any(len(c.split()) > 3 for c in clauses) else message
    return re.sub(r"\s*(?P<comma>,)\s*|\s+", r"\g<comma> ", _YEAR.sub(" ", _DOCUMENT.sub(" ", text))).strip(" ?,")


# "les infirmières, même année", "pis les infirmières, pareil".
_SAME_AGAIN = re.compile(
    r"[\s,]+(?:(?:pour |en |de )?(?:cette|(?:la )?m[êe]me) ann[ée]e(?:[- ]l[àa])?|pareil(?:lement)?|(?:the )?same year)"
    r"[\s?.!]*$",
    re.IGNORECASE,
)


def another_count(said: Sequel) -> Question | None:
    """ "et les infirmières ?", "et combien de coops ?" after "combien de médecins dans le réseau en 2014 ?"."""
    text = said.heard.message.text
    same = _SAME_AGAIN.search(text) is not None
    if same:
        said = said.heard_as(_SAME_AGAIN.sub("", text))
    question, heard = said.last.question, said.heard
    year = which_year(heard) if heard.cue("count") else None  # "et en 2014, combien de patients ?"
    if question.task is not Task.PROSE or heard.places or heard.named or not bare(said.whole, 9 if year else 7):
        return None
    if not (links(said.whole) or heard.cue("count") or bare(said.whole, 3) or same) or heard.left:
        return None
    before = said.reader.ear.hear(question.message)
    noun, new = _counted_words(before), _noun(heard)
    if not new or (noun is None and question.period != BOTH):
        return None
    if noun is None:
        message = f"{'how many' if question.language == 'en' else 'combien de'} {new} {OLD}, {NEW} ?"
    elif (into := _INTO.search(question.message[: noun[0]])) is not None:
        years = _DATED.findall(question.message)
        message = f"{into['how_many']} {new} {' '.join(years)} ?"
    else:
        message = f"{question.message[: noun[0]]}{new}{question.message[noun[1] :]}"
    if year and year != BOTH:
        message = f"{undated(message)} {year} ?"
    again = said.reader.ear.hear(message)
    asked = said.reader.alone(message, again)
    return replace(asked, message=message) if asked.task in _OF_PROSE else None


# "… des coops dans combien de régions ?": what is counted now is not what they are in
_INTO = re.compile(r"\b(?:dans|in|sur|across) (?P<how_many>combien de|combien d['’]|how many)\s*$", re.IGNORECASE)

# "combien ont été embauchés ?", "combien d'entre eux ont signé": of what was counted, and no number of these.
HOW_MANY_DID = re.compile(
    r"(?<!\S)combien (?:d entre (?:eux|elles) |parmi (?:eux|elles) )?(?:en )?(?:ont|avaient|auraient)"
    r"(?: (?:ete|ensuite|apres|vraiment|finalement|fini par|pu|voulu|deja|depuis))* "
    r"(?!(?:des|les|une?|leurs?|ses|ces|cette|plus|moins|aussi|pas|besoin|moins)(?!\S))"
    r"\w{2,}(?:e|ee|es|ees|i|ie|is|ies|it|its|u|ue|us|ues|ert|erts|er|ir)(?!\S)"
    r"|(?<!\S)how many (?:of (?:them|those|these) )?(?:have|had|were|got)(?: been)? \w+ed(?!\S)"
)


def how_many_of_these(said: Sequel) -> Question | None:
    """ "et combien ont été embauchés ?" after how many were met: asked of these, whatever else that word counts."""
    last, heard = said.last, said.heard
    if last.question.task is not Task.PROSE or last.answer.entries or not bare(said.whole, 9):
        return None
    if not HOW_MANY_DID.search(said.whole.message.folded) or heard.places or heard.named or heard.services:
        return None
    plain = Question(
        said.whole.message.text,
        Task.PROSE,
        language=said.alone.language,
        content=said.whole.content,
        unsaid_words=said.whole.left,
    )
    return replace(plain, context=last.question.context or last.question.message)


# "non, les administrateurs", "des administrateurs, pas des membres": the noun meant, and nothing more asked of it.
_MEANT = re.compile(
    r"(?:(?:non|no|mais|ben|plutôt|plutot)\W+)*(?:des|de la|du|de|d['’]|les|the|of)?\s*(?P<what>\w[\w’'-]+(?: \w+)?)"
    r"(?:\s*,?\s*(?:et )?(?:pas|non|not)\b.*)?[\s?.!]*",
    re.IGNORECASE,
)


def counts_what_was_meant(said: Sequel) -> Question | None:
    """ "non, je parle des administrateurs" after "combien de membres ?": how many of these instead."""
    question, heard = said.last.question, said.heard
    match = _MEANT.fullmatch(" ".join(heard.message.text.split()))
    if question.task is not Task.PROSE or "correct" not in said.cues or match is None or not heard.left:
        return None
    noun = _counted_words(said.reader.ear.hear(question.message))
    if noun is None or heard.places or heard.named or heard.services:
        return None
    message = f"{question.message[: noun[0]]}{match['what']}{question.message[noun[1] :]}"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


def asked_of_whom(said: Sequel) -> Question | None:
    """ "je parle de la Fédération", "non, de la coop de Gatineau" after "combien de membres ?": the same of another."""
    question, heard = said.last.question, said.heard
    before = said.reader.ear.hear(question.message)
    whose = question.task is Task.CLARIFY_ENTRY and not question.options  # of whom, we asked
    if not (whose or question.task is Task.PROSE) or not bare(said.whole, 9):
        return None
    if not (before.fields or before.cue("count")):
        return None
    if heard.fields or heard.services or heard.topics or heard.left or heard.filters or heard.cue("count"):
        return None
    one = said.reader.subjects.located(heard.places[0]) if len(heard.places) == 1 else ()
    if heard.cue("federation") and (whose or "correct" in said.cues):
        whom = "de la Fédération"
    elif len(one) == 1 and measured(before) in MEASURES and bare(said.whole, 4):  # "à Thurso ?"
        whom = f"à la {said.reader.directory.at(one[0]).name.value}"
    elif len(said.alone.subjects) == 1 and not before.cue("who") and (links(said.whole) or "correct" in said.cues):
        whom = f"à la {said.reader.directory.at(said.alone.subjects[0]).name.value}"
    else:
        return None
    message = f"{undated(question.message)} {whom} ?"
    return replace(said.reader.alone(message, said.reader.ear.hear(message)), message=message)


# "à l'événement du Rendez-vous, il y avait combien de participants": where it was, before what is counted
_ELSEWHERE = re.compile(r"^(?:(?:à|a|au|aux|lors|at) [^,]*,\s*)+", re.IGNORECASE)
_AT = re.compile(r"^(?:et|pis|puis|and) (?=(?:à|a|au|aux|lors|pour l[ae]|dans l[ae]|at) )", re.IGNORECASE)


def counted_elsewhere(said: Sequel) -> Question | None:
    """ "et à la rencontre nationale ?" after "combien de participants au rendez-vous ?": the same count of another."""
    question, heard = said.last.question, said.heard
    opens = _AT.match(heard.message.text)
    if question.task is not Task.PROSE or opens is None or not heard.left or heard.cue("count") or heard.places:
        return None
    noun = _counted_words(said.reader.ear.hear(question.message))
    if noun is None or not bare(said.whole, 9) or heard.services or heard.fields or heard.named:
        return None
    asks = _ELSEWHERE.sub("", question.message[: noun[1]])
    message = f"{asks} {heard.message.text[opens.end() :]}"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


def corrected(said: Sequel) -> Question | None:
    """ "non pas les dépenses, les revenus": what was meant, of the year that was asked."""
    question, years = said.last.question, _DATED.findall(said.last.question.message)
    if question.task is not Task.PROSE or "correct" not in said.cues or said.alone.task is not Task.PROSE:
        return None
    if not said.heard.topics or not years or _DATED.search(said.heard.message.text) or not bare(said.heard, 5):
        return None
    message = f"{said.heard.message.text.strip(' ?,.')} {' et '.join(dict.fromkeys(years))} ?"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


def _counted_words(heard: Heard) -> tuple[int, int] | None:
    """Where a message names what it counts, in characters."""
    count = heard.first_cue("count")
    if count is None:
        return None
    if any(h.first <= count.last + 1 <= h.last + 1 for h in heard.topics):
        return None  # hours, projects: what is said of them is said of nothing else
    hits = [h for h in (*heard.fields, *heard.services) if h.first <= count.last + 1 <= h.last + 1]
    hits += [
        h for h in heard.cues if h.code in ("plural", "singular") and h.first in range(count.last - 1, count.last + 2)
    ]
    if not hits:
        hits = [Hit("word", count.last, count.last + 1)] if count.last < len(heard.message.words) else []
    if not hits:
        return None
    said = heard.message.words
    first = max(min(h.first for h in hits), count.last)
    last = max(h.last for h in hits)  # "combien de coops membres": both words say what is counted
    if last < len(said) and _ADJECTIVE.fullmatch(said[last].folded):
        last += 1  # "régions administratives": other things are not so
    return (said[first].start, said[last - 1].end) if first < last else None


_ADJECTIVE = re.compile(r"\w{3,}(?:ives|ifs|aux|ales|iques|aires|iens|iennes)")


def _noun(heard: Heard) -> str:
    """The thing that a fragment names to be counted, as typed."""
    hits = [h for h in heard.fields if h.code in MEASURES or h.code == "professionals"]
    hits += [*heard.services, *(h for h in heard.cues if h.code == "plural")]
    return heard.message.raw(hits[0]) if hits else ""


OF_SEVERAL = re.compile(  # the Federation is one
    r"(?<!\S)(?:sont (?:elles|ils)|(?:elles|ils) sont|leurs?|chacune?s?|(?:tou(?:te)?s |a )?(?:les|ces|elles|eux)"
    r" (?:deux|trois|quatre|2|3|4)|ces (?:coops|cooperatives)(?: la)?|they|their|each|both)(?!\S)"
)


def of_those_quoted(said: Sequel) -> Question | None:
    """ "où sont-elles ?", "leurs numéros ?" after a sentence that names co-ops: of these."""
    alone = said.alone
    if said.last.question.task is not Task.PROSE or said.last.answer.entries or alone.task is not Task.CLARIFY_ENTRY:
        return None
    if alone.options or not alone.fields or not OF_SEVERAL.search(said.heard.message.folded):
        return None
    told = said.reader.ear.hear(" ".join(span.quote for span in said.last.answer.citations))
    named = [n for n in told.named if n.sure and len(n.positions) == 1 and n.how not in ("street", "door", "phone")]
    positions = tuple(dict.fromkeys(n.positions[0] for n in named))
    fields = tuple(f for f in alone.fields if f != "card") or alone.fields  # "c'est quoi les numéros"
    return replace(alone, task=Task.FIELDS, subjects=positions, fields=fields) if positions else None


def of_it(heard: Heard) -> bool:
    """ "où ça ?", "c'était quel jour ?": of what was just told, not of the Federation's address."""
    return (
        heard.cue("where", "when")
        and re.search(r"(?<!\S)(?:ca|c etait|c est|cela)(?!\S)", heard.message.folded) is not None
    )


def continued(said: Sequel) -> Question | None:
    """ "il y avait combien de monde ?", "c'était quelle date ?": of what the last answer of the prose spoke of."""
    heard, alone = said.heard, said.alone
    asks = heard.cue("count", "who", "when", "where", "how_much") or wanted(heard.message.folded) is not None
    if not (heard.content or asks):
        return None
    if said.last.question.task is not Task.PROSE or heard.places or heard.named:
        return None
    counts = alone.task in (Task.SUM, Task.COUNT)
    people = counts and bool(_PEOPLE.search(heard.message.folded) or _COUNTED_OF_THEM.match(heard.message.folded))
    of_a_kind = alone.task is Task.CLARIFY_ENTRY and not alone.options and heard.content and names_only_a_kind(heard)
    if alone.task is not Task.PROSE and not people and not of_it(heard) and not of_a_kind:
        return None
    said_so = links(heard) or PRONOUN.search(heard.message.folded) or _CONTINUES.search(heard.message.folded)
    if not bare(said.whole, 14 if THAT_THING.search(heard.message.folded) else 9):
        return None
    if not (said_so or bare(said.whole, 4) or people):
        return None
    before = _pointed_at(said) or said.last.question
    return replace(alone, task=Task.PROSE, context=before.context or before.message)


def _pointed_at(said: Sequel) -> Question | None:
    """ "à cette rencontre-là": the last question of the prose, before the last one, that says that noun."""
    match = _THAT_NOUN.search(said.whole.message.folded)
    if match is None:
        return None
    asked = [t.question for t in reversed(said.turns) if t.question.task is Task.PROSE]
    saying = (q for q in asked if stem(match["noun"]) in {stem(w.folded) for w in words(f"{q.context} {q.message}")})
    return next(saying, None)


_THAT_NOUN = re.compile(r"(?<!\S)(?:cette|cet|ce|ces|that|those) (?P<noun>\w{4,})(?: \w+)? ?(?:la)?(?!\S)")


def earlier_subjects(said: Sequel) -> Iterator[str]:
    """What the questions that the last one followed asked, latest first: it may have said only what it added."""
    following = said.turns[-1].question.follows
    for turn in reversed(said.turns[-TURNS_BACK - 1 : -1]):
        if not following or turn.question.task is not Task.PROSE or turn.answer.entries:
            return
        yield turn.question.context or turn.question.message
        following = turn.question.follows


TURNS_BACK = 3  # turns before the last one
