"""The question itself, without what is said to introduce it.

"Je prépare un exposé et j'aimerais savoir combien de coops…" asks "combien de coops…". What comes before is dropped
where the words of asking are followed by a question word; whoever calls makes sure that nothing of ours is lost.

>>> split("Pour un travail, pourriez-vous me dire, s'il vous plaît, combien de coops existent ?")[1]
'combien de coops existent ?'
>>> split("combien de coops existent ?")
('', 'combien de coops existent ?')
"""

from __future__ import annotations

import re

_VERB = (
    r"(?:dire|indiquer|pr[ée]ciser|pr[ée]cise[zr]?|expliquer|exposer|donner|communiquer|confirmer|fournir|transmettre"
    r"|rappeler|faire (?:savoir|conna[iî]tre|parvenir))"
)
_INTRODUCES = re.compile(
    r"(?:(?:pourriez|pouvez|voudriez)[- ]vous(?: bien)? (?:me |m['’]|nous )" + _VERB + r"|(?:auriez|avez)[- ]vous"
    r" (?:l['’]obligeance|la gentillesse|l['’]amabilit[ée]|la bont[ée]) de (?:me |m['’]|nous )"
    + _VERB
    + r"|veuillez (?:bien )?(?:me |m['’]|nous )"
    + _VERB
    + r"|(?:je |j['’]|nous )"
    r"(?:souhaite|souhaiterais|souhaiterions|aimerais|aimerions|voudrais|voudrions|d[ée]sire|d[ée]sirerais) (?:bien )?"
    r"(?:savoir|conna[iî]tre))"
    r"(?:,? (?:s['’]il vous pla[iî]t|si vous le voulez bien|je vous prie|svp|si possible),?)? ?,? ?"
    r"(?=(?:à |de |dans |en |pour )?(?:combien|quel|quelle|quels|quelles|qui|où|quand|comment|pourquoi|lequel|laquelle"
    r"|lesquels|lesquelles|ce qu|si )\b|(?:l[ea]s?|votre|vos) |l['’])"
    r"|^(?:avant de|avant d['’]|pour|afin d[e'’]|comme|vu que|puisque|dans le cadre d|en vue d|question d)"
    r"[^:?]{3,80}:\s+"
    # "Résidente en médecine, j'aimerais m'installer : les coops qui…"
    r"|^(?![^:]*\b(?:suivante?s?|savoir|conna[iî]tre|trouver|liste|avoir)\b)[^:?.]{0,60}\b(?:je |j['’]|on |nous )"
    r"[^:?.]{3,80}:\s+(?=(?:les|des|quel\w*|lesquel\w*|laquelle|combien|o[uù]|y a|est-ce) )",
    re.IGNORECASE,
)


# "…, j'ai un papier à envoyer": why one asks, behind what is asked.
_ASIDE = re.compile(
    r"\s*[,;.:!–]\s+(?:(?:car|merci|puisque?|parce que?|vu que?)[ ,]+)?"
    r"(?:j['’]ai|j['’]aurais|je (?:dois|veux|voudrais|vais|prépare)|c['’]est pour|on (?:doit|veut|va))\b[^?]*$",
    re.IGNORECASE,
)


# "…, tant qu'à faire, au cas où ce serait pas la bonne personne": said of asking, not of what is asked.
_IN_CASE = re.compile(
    r",?\s+(?:tant qu['’]?\s?[àa] (?:faire|y [êe]tre)|(?:juste )?(?:au|en) cas(?: o[uù]\b[^,;:.?!]*)?(?=\W*$|,)"
    r"|on (?:ne )?sait jamais)(?=\W|$)",
    re.IGNORECASE,
)


def without_in_case(text: str) -> str:
    """The message without why one asks "just in case".

    >>> without_in_case("et l'autre Dubuc, tant qu'à faire, au cas où c'est pas la bonne ?")
    "et l'autre Dubuc ?"
    """
    kept = _IN_CASE.sub("", text)
    return kept if re.search(r"\w", kept) else text


def without_aside(text: str) -> tuple[str, str]:
    """The question, and what is said of oneself behind it ("" where nothing is).

    >>> without_aside("Le courriel svp, j'ai un papier à envoyer")
    ('Le courriel svp', ", j'ai un papier à envoyer")
    """
    match = _ASIDE.search(text)
    return (text[: match.start()], text[match.start() :]) if match else (text, "")


def split(text: str) -> tuple[str, str]:
    """What introduces the question ("" where nothing does), and the question."""
    ends = [match.end() for match in _INTRODUCES.finditer(text)]
    return (text[: ends[-1]], text[ends[-1] :]) if ends else ("", text)
