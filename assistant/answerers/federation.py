"""Who holds a post at the Federation, and its names through the years: small facts laid out, not told in sentences."""

from __future__ import annotations

import re

from assistant import times
from assistant.answer import Answer, Outcome, Reason
from assistant.conversation import Turn
from assistant.draft import Draft, quoted
from assistant.knowledge import Knowledge
from assistant.question import Question, Task
from assistant.terms import alternatives
from ingest.document import Document, Span
from ingest.passage import Kind, Passage

_PERSON = re.compile(r"^(?:M\.|Mme|Dr|Dre)?\s*[A-ZÉÈ][\w'’-]+ [A-ZÉÈ][\w'’-]+")
_POSTS = frozenset({"=directeur", "=presidente"})
# Each of its names, by its acronym or by the words that are its own.
_NAMES = (
    re.compile(r"(?<!\S)(?:fqcs|federation quebecoise(?: des cooperatives de sante)?)(?!\S)"),
    re.compile(
        r"(?<!\S)(?:fcsdsq|(?:federation des )?(?:cooperatives|coops) de services a domicile(?: et de sante)?)(?!\S)"
    ),
)
_ANOTHER_NAME = re.compile(r"(?<!\S)(?:vieux|ancien\w*|avant|autre\w*|precedent|old|former|previous|other)(?!\S)")
_ABOUT_NAME = re.compile(
    r"(?<!\S)(?:nom|noms|s appel\w+|appelee?|appelait|rebaptis\w*|sigle|acronyme|signifie|veut dire|stand for"
    r"|called|name|renomm\w*)(?!\S)"
)


# What a question of the Federation's names may say besides: "le nom complet de la fédération a-t-il changé ?".
_OF_NAMES = frozenset(
    {"complet", "=variation", "=cooperatives", "=sante", "entier", "officiel", "chang", "lettr", "abrege", "legal",
     "actuel", "ancien", "anci", "document", "quoi", "exact", "mem", "=presentation", "port", "form", "deux",
     "organ|municipalit", "association", "affair", "gen", "chos", "comprend", "fois", "tout", "thing", "organ",
     "organization", "two", "connu", "vieux"}
)  # fmt: skip


def name_the_officer(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "qui est le directeur ?": a name printed right above the post, or the post printed without a name."""
    if question.task is not Task.PROSE:
        return None
    folded = knowledge.fold(question.message)
    asked = knowledge.asked_undated(question)
    posts = [first for t in asked if (first := alternatives(t)[0]) in _POSTS]
    others = [
        t
        for t in asked
        if alternatives(t)[0] not in (*_POSTS, "general", "=conseil_d_administration") and knowledge.prose.knows(t)
    ]
    folded = (
        f"{folded} qui"
        if len(folded.split()) <= 6 and folded.startswith(("directeur", "directrice", "president", "dg"))
        else folded
    )
    who = _WHO.search(folded) or _IS_IT.search(folded)
    federation = knowledge.speaks_of_federation(question.message)
    both = question.period == times.BOTH
    other = _holder_of_another_post(question, knowledge, posts[0]) if len(posts) == 1 else None
    if other is not None:
        return _tell_the_holder(question, other)
    claimed = len(posts) == 1 and _given_to_another(question, knowledge, posts[0])
    held = len(posts) == 1 and _said_of_its_holder(question, knowledge, posts[0])
    federation = federation or held
    if len(posts) != 1 or not (who or both or claimed or held) or (others and not federation and not both):
        return None
    beyond = any(alternatives(t)[0] not in _POSTS and not knowledge.prose.terms.is_light(t) for t in asked)
    if beyond and not (both or claimed or held or _WHO.search(folded)):
        return None  # "le directeur est-il diplômé ?"
    if not federation and len(asked) > (4 if both else 2):
        return None
    if question.topic and set(question.topic.split()) & {"pay"}:
        return None
    named, nameless = _holders(knowledge, posts[0])
    if both and not named and not nameless:
        return None
    draft = Draft(question)
    told = {p.span.name for p in (*named, *nameless)}
    silent = [
        document
        for document in knowledge.library.documents
        if document.name not in told and question.period in (times.BOTH, document.year)
    ]
    of_that_year = question.period == times.OLD and bool(silent)  # nobody is named of the year asked
    for document in silent if of_that_year else ():
        draft.add("federation.nobody", document=draft.declare(document.short))
    for passage in named:
        _add_the_holder(draft, passage)
    for passage in nameless if not named else ():
        values = {"quote": quoted(passage.text), "document": passage.span.document.short}
        draft.add("federation.nameless", mark=draft.cite(passage.span), **values)
    for document in silent if question.period == times.BOTH else ():
        draft.add("federation.nobody", document=draft.declare(document.short))
    if named and not of_that_year:
        return draft.answer()
    return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS) if named or nameless else None


def _add_the_holder(draft: Draft, passage: Passage) -> None:
    lines = [line.strip() for line in passage.text.split("\n") if line.strip()]
    values = {"person": lines[0], "post": lines[-1].lower(), "document": passage.span.document.short}
    draft.add("federation.officer", mark=draft.cite(passage.span), **values)


def _tell_the_holder(question: Question, passage: Passage) -> Answer:
    draft = Draft(question)
    _add_the_holder(draft, passage)
    return draft.answer()


def _holder_of_another_post(question: Question, knowledge: Knowledge, post: str) -> Passage | None:
    """ "François Allaire préside-t-il la FQCS ?": where a post is said to be of somebody printed above another."""
    said = _SAID_OF.get(post)
    for passage in (p for other in _POSTS - {post} for p in _holders(knowledge, other)[0]):
        name = next((n for n in _FULL_NAME.findall(question.message) if n in passage.text), "")
        folded = knowledge.fold(question.message).replace(knowledge.fold(name), "NOM") if name else ""
        if said is not None and said.search(folded):
            return passage
    return None


_WHO = re.compile(r"(?<!\S)(?:qui|ki|who|nom|appelle|nomme|est bien|name)(?!\S)")
_IS_IT = re.compile(r"(?<!\S)(?:est il|est elle|is)(?!\S)")
# A name right beside a post: "NOM préside", "NOM est-il président", "le président de la FQCS NOM".
_BESIDE = (
    r"(?: (?:est|etait|il|elle|t|a|le|la|l|comme|bien|ete|devenu|elu|nomme|qui|m|monsieur|notre|votre|son|is|was|the"
    r"|en tant que|de la fqcs|de la federation|du ca))* "
)
_SAID_OF = {
    post: re.compile(rf"(?<!\S)NOM{_BESIDE}(?:{words})(?!\S)|(?<!\S)(?<!de la )(?<!du )(?:{words}){_BESIDE}NOM(?!\S)")
    for post, words in (("=presidente", "presid\\w+|chair\\w*"), ("=directeur", "directeur|directrice|dirige\\w*|dg"))
}
_POST_THERE = re.compile(
    r"(?<!\S)(?:directeur|directrice|president|presidente|dg) (?:generale? )?"
    r"(?:de la |d )(?:fqcs|fcsdsq|federation)(?!\S)"
)
_FULL_NAME = re.compile(r"\b[A-ZÉÈ][a-zà-ÿ’'-]+ [A-ZÉÈ][a-zà-ÿ’'-]+")


def _said_of_its_holder(question: Question, knowledge: Knowledge, post: str) -> bool:
    """ "François Allaire, il est directeur de quelle coop ?": whose post it is in the prose, wherever it is sought."""
    holders = " ".join(p.text for p in _holders(knowledge, post)[0])
    return any(name in holders for name in _FULL_NAME.findall(question.message))


def _given_to_another(question: Question, knowledge: Knowledge, post: str) -> bool:
    """ "Martin Forgue, comme directeur de la FQCS": the post is said to be of somebody who isn't printed above it."""
    if not _POST_THERE.search(knowledge.fold(question.message)):
        return False
    holders = " ".join(p.text for p in _holders(knowledge, post)[0])
    return bool(holders) and any(name not in holders for name in _FULL_NAME.findall(question.message))


def _holders(knowledge: Knowledge, post: str) -> tuple[list[Passage], list[Passage]]:
    """Who is printed above a post, and the first place where it is printed alone."""
    named: list[Passage] = []
    nameless: list[Passage] = []
    for passage in knowledge.library.passages:
        lines = [line.strip() for line in passage.text.split("\n") if line.strip()]
        if passage.kind not in (Kind.CONTACT, Kind.NOTE) or len(passage.text) > 80 or not lines:
            continue
        if post not in knowledge.prose.terms.of(lines[-1]) or len(lines[-1].split()) > 4:
            continue
        (named if len(lines) > 1 and _PERSON.match(lines[0]) else nameless).append(passage)
    return named, nameless[:1]


def give_the_names(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """The Federation's name in each document, newest first, and what its acronyms stand for."""
    if question.task is not Task.PROSE:
        return None
    folded = knowledge.fold(question.message)
    two_names = all(name.search(folded) for name in _NAMES)
    ours = question.period == times.BOTH or knowledge.speaks_of_federation(question.message)
    if not (two_names or _ABOUT_NAME.search(folded)) or not ours:
        return None
    search = knowledge.prose
    plain = times.undated(question.message)
    for said in (_ABOUT_NAME, *_NAMES):
        plain = said.sub(" ", plain)
    beside = set(search.asked(plain, knowledge.soft, question.language == "en")) - _OF_NAMES
    if any(not search.terms.is_light(t) for t in beside):
        return None  # the name of somebody or of something else
    draft = Draft(question)
    for document in reversed(knowledge.library.documents):
        if question.period in (times.OLD, times.NEW) and document.year != question.period:
            continue
        span = _name_in(document)
        if span is not None:
            draft.add("federation.name", document=document.short, name=quoted(span.quote), mark=draft.cite(span))
    if len(draft.citations) > 1:
        draft.add("federation.no_link")
    if draft.empty:
        return None
    if _OF_THE_CHANGE.search(folded):
        return draft.answer(Outcome.ABSTAIN, reason=Reason.NOT_IN_DOCUMENTS)
    return draft.answer()


# "quand a-t-elle changé de nom ?", "pourquoi ce nom ?": neither is told.
_OF_THE_CHANGE = re.compile(r"(?<!\S)(?:quand|(?:quelle|what) (?:annee|date|year)|pourquoi|when|why)(?!\S)")


def spell_out(question: Question, knowledge: Knowledge, last: Turn | None) -> Answer | None:
    """ "que veut dire GMF ?": where a document writes an acronym beside its words."""
    acronyms = re.findall(r"\b[A-ZÉ]{3,8}\b", question.message)
    asks = re.search(
        r"(?<!\S)(?:veut dire|signifie\w*|c est quoi|qu est ce que|acronyme|sigle|stand for|mean\w*)(?!\S)",
        knowledge.fold(question.message),
    )
    if question.task not in (Task.PROSE, Task.LIST) or len(acronyms) != 1 or not asks or question.services:
        return None
    if _OWN.search(question.message) and not _ITS_WORDS.search(knowledge.fold(question.message)):
        return None  # "c'est quoi, la FQCS ?" asks who that is
    if _ANOTHER_NAME.search(knowledge.fold(question.message)):
        return None  # "le vieux nom de la FQCS"
    if set(question.content) - {knowledge.fold(acronyms[0]), "mean", "means", "stand", "stands", "signifie"}:
        return None  # "la vision de la FQCS" asks of something else
    draft = Draft(question)
    for document in reversed(knowledge.library.documents):
        beside = (
            rf"(?:[A-ZÉ][\w'’]+)(?:[ \n](?:[\w'’]+)){{1,11}}[ \n]\({acronyms[0]}\)"
            rf"|\b{acronyms[0]} ?: ?[A-ZÉ][\w'’]+(?: [\w'’-]+){{1,5}}"
        )
        match = re.search(beside, document.text)
        if match is not None:
            span = Span(document, match.start(), match.end())
            draft.add("federation.name", document=document.short, name=quoted(span.quote), mark=draft.cite(span))
    return None if draft.empty else draft.answer()


_OWN = re.compile(r"\b(?:FQCS|FCSDSQ)\b")
_ITS_WORDS = re.compile(r"(?<!\S)(?:veut dire|signifie\w*|acronyme|sigle|lettres|stand|stands|mean\w*)(?!\S)")


def _name_in(document: Document) -> Span | None:
    """The publisher's name as the document prints it, with its acronym where it stands behind."""
    name = document.publisher.split(" (")[0]
    pattern = r"\s+".join(re.escape(w) for w in name.split()) + r"(?:\s*\([A-Z]+\))?"
    matches = list(re.finditer(pattern, document.text))
    if not matches:
        return None
    best = max(matches, key=lambda m: (m.group().endswith(")"), -m.start()))
    return Span(document, best.start(), best.end())
