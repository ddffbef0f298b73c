"""What "en" and a bare "combien ?" count: the noun of the last question, put back into the message."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import MEASURES, measured, what_is_counted
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import shown_positions
from assistant.hearing import DOCTORS
from assistant.numbers import NUMBER, bounds_alone
from assistant.question import Question, Task
from index.criteria import Not, Number, Recruits, Says, Unless
from index.criterion import Criterion

NOUNS = {
    "members": ("membres", "members"),
    "files": ("dossiers", "files"),
    "doctors": ("médecins", "doctors"),
    "family_doctors": ("médecins de famille", "family doctors"),
    "recruiting": ("médecins à recruter", "doctors to recruit"),
    "waiting": ("personnes en attente", "people waiting"),
    "population": ("habitants", "inhabitants"),
    "population_text": ("habitants", "inhabitants"),
    "entries": ("coopératives de santé", "health co-ops"),
}
_OF_IT = re.compile(
    r"(?<!\S)(?:en (?:a|ont|as|avez|avait|avaient|compte|comptent|cherche|cherchent|recrute|recrutent|faut|veut|veulent"
    r"|manque|dessert|desservent|sert|servent)|(?:has|have|does|do|of them))(?!\S)"
)
_WANTED = re.compile(r"(?<!\S)en (?:cherch|recherch|veul|veut|recrut|engag|embauch|manqu|faut)\w*(?!\S)")
_IN_PLACE = re.compile(r"(?<!\S)en (?:a|ont|as|avez|avait|avaient|compte|comptent)(?!\S)")  # and seek none
_BARE = re.compile(
    r"(?:et |pis |and )?(?:ils sont |elles sont |c est )?(?:combien|how many)"
    r"(?: exactement| exactly| au juste| donc| deja)?"
)
# "pis ça fait combien de monde ?": how many of what was just measured.
_VAGUE = re.compile(
    r"(?:et |pis |puis )?(?:ca |cela )?(?:fait |represente |donne |veut dire )?combien(?: ca (?:fait|represente))?"
    r" (?:de )?(?:monde|personnes|gens|tetes)(?: (?:tout ca|en tout|ca|au total|ensemble))?"
)


def with_noun(said: Sequel) -> Sequel:
    """The message with the noun that it leaves out, itself where it leaves none out."""
    said = _without_a_column(_of_a_coop(said))
    prose = said.last.question.task is Task.PROSE  # there "combien de monde" counts people
    if not prose and _VAGUE.fullmatch(said.heard.message.folded) and noun_of(said.last.question, said):
        said = replace(said, heard=said.reader.ear.hear("combien"))
    heard = said.heard
    extreme = next((c for c in heard.cues if c.code in ("most", "least")), None)
    count = heard.first_cue("count")
    after = extreme or count
    if after is None or measured(heard) or heard.services or (heard.topics and not extreme):
        return said
    said_so = _OF_IT.search(heard.message.folded) or _BARE.fullmatch(heard.message.folded)
    if not (said_so or "that_measure" in said.cues):
        return said
    if count and not extreme and heard.cue("plural") and what_is_counted(heard) == "entries":
        return said
    noun = NOUNS["recruiting"] if _WANTED.search(heard.message.folded) else noun_of(said.last.question, said)
    if noun == NOUNS["recruiting"] and _IN_PLACE.search(heard.message.folded):
        noun = NOUNS["doctors"]
    of_one = heard.named or heard.places or said.alone.subjects or len(shown_positions(said.last)) == 1
    of_one = of_one or (said.last.question.task is Task.RANK and " elle " in f" {heard.message.folded} ")
    prose = said.last.question.task is Task.PROSE or heard.cue("federation", "network")
    if not noun or not (extreme or of_one or prose):
        return said
    french = noun[0] if said.alone.language != "en" else noun[1]
    at = heard.message.words[after.last - 1].end
    joint = " de " if said.alone.language != "en" else " "
    if french.startswith(("a", "h", "e")) and joint == " de ":
        joint = " d'"
    text = f"{heard.message.text[:at].rstrip()}{joint}{french}{heard.message.text[at:]}"
    text = re.sub(r"(?i)\b(combien|plus|moins) de? de ", r"\1 de ", text)
    return said.heard_as(text)


def _of_a_coop(said: Sequel) -> Sequel:
    """ "et celle des Grès ?": read as "et la coop des Grès ?", where that is the name of one."""
    heard = said.heard
    match = _THAT_OF.search(heard.message.text)
    if match is None or heard.named or heard.places or not heard.left:
        return said
    text = f"{heard.message.text[: match.start()]}la coop{heard.message.text[match.end() :]}"
    again = said.heard_as(text)
    return again if any(named.sure and len(named.positions) == 1 for named in again.heard.named) else said


def _without_a_column(said: Sequel) -> Sequel:
    """ "et sans courriel ?" after a list: read as "celles sans courriel"."""
    heard = said.heard
    match = _WITHOUT.match(heard.message.text)
    many = said.last.question.task in (Task.LIST, Task.COUNT) and len(shown_positions(said.last)) > 1
    if match is None or not many or not heard.fields or heard.services or heard.places or heard.left:
        return said
    text = f"celles {heard.message.text[match.end() - len(match['without']) :]}"
    return said.heard_as(text)


_WITHOUT = re.compile(r"(?:(?:et|pis|puis)\s+)*(?P<without>(?:sans|ni)\s)", re.IGNORECASE)
_THAT_OF = re.compile(r"\bcelle(?= (?:de|du|des|d['’]))", re.IGNORECASE)


def with_unit(said: Sequel) -> Sequel | None:
    """A message that bounds a number of nothing ("plus de 2000", "entre 500 et 1000"), with what was last measured."""
    heard, question = said.heard, said.last.question
    bounded = _BOUNDED.fullmatch(heard.message.folded) or bounds_alone(heard.message.folded, _OPENS)
    if not bounded or heard.conditions or heard.services:
        return None
    if set(heard.field_codes) - {"recruiting"}:  # "qui en cherchent juste un" says no column more
        return None
    if heard.radius_km is not None or question.radius_km is not None:
        return None
    bounds = [c.name for c in question.filters if isinstance(c, Number)]
    noun = NOUNS.get(bounds[-1]) if bounds else noun_of(question, said)
    if noun is None:
        return None
    text = f"{heard.message.text.rstrip(' ?.!')} {noun[said.alone.language == 'en']}"
    again = said.heard_as(text)
    return again if again.heard.conditions else None


_OPENS = (
    r"(?:(?:et|pis|ok|bon|non|celles|lesquelles|les|coops|qui|en|y|n|ne|ont|comptent|cherchent|avec|ayant|pas"
    r"|meme) )*"
)
_BOUNDED = re.compile(
    r"(?:(?:et|pis|ok|bon|non|seulement|juste|uniquement|celles|lesquelles|les|coops|qui|en|ont|comptent"
    r"|cherchent|veulent|recrutent|avec|ayant|and|only|those|the ones|with|having) )*"
    r"(?:(?:plus|moins|au moins|au plus|more|less|fewer|at least|at most|over|under|juste|seulement|exactement)"
    rf" (?:de |d |que |than )?(?P<one>{NUMBER})(?: seule?)?|(?:entre|between) {NUMBER} (?:et|and) {NUMBER})"
    r"(?: et plus)?"
)


def measure_of(question: Question) -> str | None:
    """The number that a question ranked, added, bounded or asked for; None where it asked for none."""
    return next((code for code in _measures(question) if code in MEASURES), None)


def _measures(question: Question) -> list[str | None]:
    codes = [question.measure, *(f for f in question.fields if f in MEASURES or f == "population_text")]
    codes += ["population" for f in question.fields if f == "count:municipalities"]
    codes += [c.name for c in question.filters if isinstance(c, Number)]
    codes += ["doctors" for c in question.filters if _of_doctors(c)]
    return codes + ["recruiting" for c in question.filters if isinstance(c, Recruits)]


def _of_doctors(criterion: Criterion) -> bool:
    """Whether a condition is of the doctors in place, whichever way: "celles qui n'ont aucun médecin", left out."""
    inner = criterion.criterion if isinstance(criterion, (Not, Unless)) else criterion
    return isinstance(inner, Says) and inner.name == "doctors_text"


def noun_of(question: Question, said: Sequel) -> tuple[str, str] | None:
    """What the last question counted or measured, in French and English."""
    codes = _measures(question)
    codes += ["doctors" for s in question.services if set(s.split("|")) & DOCTORS]
    if question.task is Task.PROSE:
        before = said.reader.ear.hear(question.message)
        codes.append(what_is_counted(before) or ("entries" if before.cue("singular", "plural") else ""))
    known = next((NOUNS[c] for c in codes if c in NOUNS), None)
    if known is None and len(question.services) == 1 and question.task in (Task.LIST, Task.COUNT, Task.OFFER):
        service = said.reader.lexicon[question.services[0].split("|")[0]]
        return service.name, service.en
    return known
