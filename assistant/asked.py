"""What a message asks, read off what was heard: pure functions of `Heard`, one small question each.

>>> what_is_counted(heard)   # "combien de médecins de famille à Eastman ?"   # doctest: +SKIP
'family_doctors'
"""

from __future__ import annotations

import re

from assistant.hearing import Heard, Placed
from assistant.states import not_without, of_people

MEASURES = ("family_doctors", "doctors", "members", "files", "waiting", "population", "recruiting")
CONTACT = frozenset({"phones", "emails", "websites", "address", "postal_code", "contact", "coordinates"})
OF_ONE = frozenset(
    {
        "phones",
        "emails",
        "websites",
        "address",
        "postal_code",
        "contact",
        "contact_role",
        "region",
        "members",
        "files",
        "waiting",
        "population",
        "population_text",
        "services_text",
        "professionals",
        "family_doctors",
        "doctors",
        "recruiting",
        "gmf",
        "status",
        "particularities",
        "legal_form",
        "coordinates",
        "card",
        "name",
        "municipality",
    }
)
_NEGATED = re.compile(
    r"(?<!\S)(?:n (?:offr|propos|ont|a|y a|fait|font)\w*(?: pas| aucun\w*)?|sans|pas|without|(?:not|t) offer\w*"
    r"|no)(?: de| d| la| le| l| les| service de| any| aucun\w*)*$"
)


def seeks(heard: Heard) -> bool:
    """Whether a service is looked for, whatever else is told ("j'ai mal au dos, un physio à Gatineau ?")."""
    folded = heard.message.folded
    wants = re.search(
        r"(?<!\S)(?:cherche\w*|besoin|ou (?:puis|est|trouver|aller|je|on)|(?:me|nous|lui|leur) (?:faut|faudrait|prend)"
        r"|qui en (?:a|ont|offre\w*|fait|font)"
        r"|quelles? (?:coops?|cooperatives?|cliniques?)|trouver|looking|need|near|where)(?!\S)",
        folded,
    )
    return bool(heard.services) and bool(wants or heard.places or heard.cue("near", "nearest", "plural"))


_NAME_OF = re.compile(
    r"(?<!\S)(?:(?:pre)?noms?(?: (?:complets?|et prenoms?|de famille))?|s appelle(?:nt)?|qui (?:est|sont)|c est qui"
    r"|se nomme(?:nt)?|nomme[zr]?(?: (?:moi|nous))?|identites?|qui ca|liste nominative"
    r"|names?|who (?:is|are)|who s|called)"
    r"(?: (?:de|d|du|des|le|la|les|l|un|une|son|sa|ses|leurs?|votre|vos|tous|toutes|chaque|chacune?|every|each|of|the"
    r"|their|its|all|\d+|deux"
    r"|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|\w+aine))*$"
)


def names_of_staff(heard: Heard) -> bool:
    """ "le nom des 12 médecins", "comment s'appelle le psychologue": who they are, not how many."""
    people = (*heard.services, *(f for f in heard.fields if f.code in ("doctors", "family_doctors")))
    folded = [w.folded for w in heard.message.words]
    return any(_NAME_OF.search(" ".join(folded[: p.first])) or _NAMES.match(" ".join(folded[p.last :])) for p in people)


# "toutes les coops ont-elles un médecin ?", "y a-t-il un médecin partout ?": of all of them, where one without it tells
_OF_EVERY = re.compile(
    r"(?<!\S)(?:(?:tou(?:te)?s|chacune?|chaque)(?: (?:les|des|vos|nos|ces))?"
    r" (?:coops?|cooperatives?|cliniques?|fiches?)(?! qui)(?: (?!qui|sans|avec|ou|dont)\w+){0,6}?"
    r" (?:ont|a|possed\w+|dispos\w+|compt\w+|donnent|affichent|indiquent|indique|recrutent|recrute|cherchent|cherche"
    r"|offre|offrent|proposent|propose|font)"
    r"|(?:ont|possedent|recrutent|cherchent|offrent|font|proposent)(?: t)?(?: (?:elles|ils))? toutes|partout"
    r"|aucune? (?:coop|cooperative|clinique) (?:n|ne) (?:est|manque)"
    r"|(?:dans|a|chez|au sein de) (?:toutes (?:les|vos|ces|nos)|chaque|chacune)"
    r"|(?:every|each|all(?: the| of the| your)?) (?:co ops?|coops?|clinics?|cooperatives?)"
    r"(?! (?:that|which|who|without|with)(?!\S))|everywhere)(?!\S)"
)


def of_every(folded: str) -> bool:
    """Whether folded words say something of every co-op: what is then looked for is one of which it isn't true."""
    return _OF_EVERY.search(folded) is not None


# "the doctors' names", "ses médecins, comment s'appellent-ils ?", "les docteurs, c'est quoi leurs noms ?"
_NAMES = re.compile(
    r"(?:s )?names?(?!\S)|(?:\w+ ){0,6}(?:comment (?:s appelle|se nomme)(?:nt)?|(?:ils|elles) s appellent comment"
    r"|s appellent comment|(?:c est quoi|quels? sont|donne\w*(?: moi)?) leurs? noms?"
    r"|what are (?:they called|their names))(?!\S)"
    r"|(?:\w+ ){0,7}(?:(?:c est|ce sont|qui est ce) qui|qui (?:est ce|sont ils|est il|c est)"
    r"|who (?:is it|are they))$"
)


def asks_something(heard: Heard) -> bool:
    return bool(heard.fields or heard.services or heard.topics or heard.left or heard.filters or heard.conditions)


def fields_of_one(heard: Heard) -> bool:
    return bool((set(heard.field_codes) & OF_ONE) or heard.topics) and not heard.cue("most", "least", "mean", "total")


def what_is_counted(heard: Heard) -> str:
    """What stands behind "combien de": `entries`, a measure, a service code, or "" where nothing is counted."""
    count = heard.first_cue("count")
    if count is None:
        return ""
    following = [
        h for h in heard.cues if h.code in ("plural", "singular") and h.first in range(count.last - 1, count.last + 2)
    ]
    if following:
        return "entries"
    if _SEEK_THERE.match(" ".join(w.folded for w in heard.message.words[count.last :])):
        return "entries"
    if any(h.first <= count.last + 1 and count.last < h.last for h in heard.topics):
        return "topic"
    near = range(count.first, count.last + 3)
    fields = [h for h in heard.fields if h.first in near or h.first <= count.first < h.last]
    recruiting = any(h.code == "recruiting" for h in heard.fields) or bool(_THEY_SEEK.search(heard.message.folded))
    for hit in fields:
        if hit.code in MEASURES:
            return "recruiting" if recruiting and hit.code in ("doctors", "family_doctors") else hit.code
    services = [h for h in heard.services if h.first in near]
    if services:
        return services[0].code
    behind = " ".join(w.folded for w in heard.message.words[count.last :])
    if not _NO_NOUN.match(behind):
        return ""
    said_first = (
        h.code for h in heard.fields if h.last <= count.first and _OF_THEM.fullmatch(_between(heard, h, count))
    )
    return next((code for code in said_first if code in MEASURES), "")


def _between(heard: Heard, one: Placed, other: Placed) -> str:
    return " ".join(w.folded for w in heard.message.words[one.last : other.first])


# "dossiers médicaux, combien ?", "les membres, ça en fait combien pour la région ?": what is counted stands before
_NO_NOUN = re.compile(r"(?:(?:pour|dans|en|au|sur|a|chez|ensemble|elles?|ils?|ca|c est|y|stp|svp|donc|for|in)(?!\S)|$)")
# "combien y cherchent un médecin ?": co-ops are counted
_SEEK_THERE = re.compile(
    r"(?:y )?(?:(?:re)?cherch|recrut|embauch|engag)ent (?:un|une|des|du|encore|toujours|activement)(?!\S)"
)
_OF_THEM = re.compile(r"(?:(?:il|elles?|ils?|on|ca|c|cela|y|en|a|ont|est|fait|font|donne|compte\w*|t) ?)*")


def measured(heard: Heard) -> str | None:
    codes = [h.code for h in heard.fields if h.code in MEASURES]
    if "recruiting" in codes or (codes and codes[0].endswith("doctors") and _SEEKS_MOST.search(heard.message.folded)):
        return "recruiting"
    return codes[0] if codes else None


# "combien de médecins les coops cherchent-elles": how many they want, not how many they have.
_SEEK = r"(?:(?:re)?cherch|recrut|embauch|engag)(?:e|ent|eraient)"
_THEY_SEEK = re.compile(
    rf"(?<!\S)(?:coops?|cooperatives?|cliniques?|elles?|ils)(?: de (?:sante|la|l)| \w+)?(?: \w+)?"
    rf" {_SEEK}(?!\S)"
    rf"|(?<!\S)(?<!je )(?<!on ){_SEEK}(?: t)? (?:elles?|ils|les (?:coops|cooperatives|cliniques))(?!\S)"
)
_SEEKS_MOST = re.compile(
    r"(?<!je )(?<!j )(?<!\S)(?:(?:re)?cherch|recrut|embauch|engag|manqu|besoin|veul|veut|voudr)\w*"
    r"(?: (?:encore|toujours|actuellement|recruter|engager|embaucher|attirer|d|de))* (?:(?:le )?(?:plus|moins)|combien)"
    r"(?!\S)"
)


# "la plus grosse": by members, where nothing else is measured.
SIZED = re.compile(r"(?<!\S)(?:gros\w*|grand\w*|petit\w*|import\w*|popul\w*|big\w*|larg\w*|small\w*)(?!\S)")
OVERTAKES = re.compile(r"(?<!\S)(?:(?:depass|devanc|surpass|surclass|distanc)\w*|bat|battent|battrait)(?!\S)")
TOGETHER = re.compile(
    r"(?<!\S)(?:ensemble|a (?:elles|eux) (?:deux|trois|quatre)|reuni\w*|combine\w*|additionn\w*|(?:al)?together)(?!\S)"
)


def asks_meaning(folded: str) -> bool:
    """ "c'est quoi une coopérative de solidarité ?": what a word means, never the co-ops that it fits."""
    return bool(_MEANING.search(folded))


_MEANING = re.compile(
    r"(?<!\S)(?:c est quoi|c quoi|qu est ce que?(?: c est)?(?: qu| que)?|que (?:veut|veulent) dire|signifie(?:nt)?"
    r"|defini\w*(?: moi)?|explique\w*(?: moi)? ce qu est"
    r"|what(?: (?:exactly|actually|really))? (?:is|are)|what s|define)"
    r"(?: (?:ca|exactement|exactly|actually|really"
    r"|vraiment|donc|au juste|dans le fond|le terme|le mot|l expression|the word|the term))* "
    r"(?:un|une|des|a|an) (?!(?:bon|bonne|good|exemple|example))"
)


def how_many(heard: Heard) -> int | None:
    number = r"(\d{1,2}|deux|trois|quatre|cinq|dix|two|three|four|five|ten)"
    match = re.search(
        rf"(?<!\S)(?:top {number}|des {number} (?:plus|moins|(?:prem|dern)ieres)"
        rf"|(?:les|the) {number} (?:plus|coop\w*|clin\w*|regions|(?:prem|dern)ier\w*|most|larg\w*"
        rf"|big\w*|small\w*|near\w*|clos\w*|moins)|{number} (?:largest|biggest|smallest|nearest|closest)"
        # "deux coops au plus grand nombre de dossiers": no two that are compared
        rf"|^{number} (?:coops|cooperatives|cliniques)(?: (?:avec|qui|ont|ayant|comptent|le|les|la|au))*"
        r" (?:plus|moins))(?!\S)",
        heard.message.folded,
    )
    if match is None:
        return next((n for n, many in _MANY.items() if many.search(heard.message.folded)), None)
    spelt = {
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "dix": 10,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "ten": 10,
    }
    said = next(group for group in match.groups() if group)
    return spelt.get(said) or int(said)


def listed_beside(heard: Heard) -> bool:
    """Whether a number is asked of each co-op, not one for all: "la liste avec leur nombre de membres"."""
    beside = heard.cue("list", "plural") and _BESIDE.search(heard.message.folded)
    return bool(beside or (_OF_EACH.search(heard.message.folded) and not heard.cue("total")))


_OF_EACH = re.compile(
    r"(?<!\S)(?:de|d|a|dans|pour|of|in|for) (?:chaque|each) (?:coop|cooperative|clinique|clinic)(?!\S)"
)

_BESIDE = re.compile(
    r"(?<!\S)(?:avec|et|with|and|ainsi que|plus|pis)(?: pour chacune| chacune)? (?:(?:leurs?|son|le|the|their)"
    r" (?:nombre|total|number)|combien)(?: (?:de|d|of))?(?!\S)|(?<!\S)(?:chacune|chaque coop|each)(?!\S)"
)

_MANY = {
    3: re.compile(r"(?<!\S)(?:(?<!marche du )(?<!marche d un )podium|trio de tete)(?!\S)"),
    4: re.compile(r"(?<!\S)quatuor de tete(?!\S)"),
    5: re.compile(r"(?<!\S)quintette de tete(?!\S)"),
}
_ORDINALS = {
    **dict.fromkeys(("deuxieme", "seconde", "second", "2e", "2eme", "2ieme", "2nd"), 2),
    **dict.fromkeys(("troisieme", "3e", "3eme", "3ieme", "third", "3rd"), 3),
    **dict.fromkeys(("quatrieme", "4e", "4eme", "fourth", "4th"), 4),
    **dict.fromkeys(("cinquieme", "5e", "5eme", "fifth", "5th"), 5),
    **dict.fromkeys(("sixieme", "6e", "6eme", "sixth", "6th"), 6),
    **dict.fromkeys(("septieme", "7e", "7eme", "seventh", "7th"), 7),
    **dict.fromkeys(("huitieme", "8e", "8eme", "eighth", "8th"), 8),
    **dict.fromkeys(("neuvieme", "9e", "9eme", "ninth", "9th"), 9),
    **dict.fromkeys(("dixieme", "10e", "10eme", "tenth", "10th"), 10),
}


def nth(heard: Heard) -> int:
    """ "la deuxième coop en nombre de dossiers", "the third largest": its place, 1 where none is said."""
    if _LAST_BUT_ONE.search(heard.message.folded):
        return 2
    if medal := _MEDAL.search(heard.message.folded):
        return 2 if medal["of"] == "argent" else 3
    return next((_ORDINALS[w] for w in _before_no_storey(heard) if w in _ORDINALS), 1)


def ranks_named(heard: Heard) -> tuple[int, int] | None:
    """ "première, deuxième et troisième", "la 2e et la 3e": the first and the last of several places; None for one."""
    said = {1 if _FIRST.fullmatch(w) else _ORDINALS.get(w, 0) for w in _before_no_storey(heard)} - {0}
    several = len(said) > 1 and said == set(range(min(said), max(said) + 1))
    return (min(said), max(said)) if several else None


def _before_no_storey(heard: Heard) -> list[str]:
    said = [w.folded for w in heard.message.words]
    return [w for i, w in enumerate(said) if not _OF_A_BUILDING & set(said[i + 1 : i + 2])]


_FIRST = re.compile(r"premi(?:er|ere)s?|1re|1er|1ere|first|1st")
_MEDAL = re.compile(r"(?<!\S)medaille d(?:e|) ?(?P<of>argent|bronze)(?!\S)")


_LAST_BUT_ONE = re.compile(r"(?<!\S)(?:avant derniere?s?|second to last|next to last)(?!\S)")
_OF_A_BUILDING = frozenset("etage etages avenue rue floor street".split())  # "au 2e étage", "5e Avenue"


_NOT = re.compile(r" (?:pas|plus|aucune?)(?= |$)")


def services_lacked(heard: Heard) -> tuple[str, ...]:
    """ "sans massothérapie", "qui n'offrent pas de physio": the negation stands right before the service."""
    lacked = []
    for hit in heard.services:
        before = " ".join(w.folded for w in heard.message.words[max(0, hit.first - 9) : hit.first])
        negated = None if "_rendez_vous" in hit.code or not_without(before) else _NEGATED.search(before)
        said = _NOT.split(before)[0].strip()
        if negated and not (said != before and of_people(said)):  # "je n'ai pas de dentiste" looks for one
            lacked.append(hit.code)
    return tuple(dict.fromkeys(lacked))


def columns(heard: Heard) -> tuple[str, ...]:
    """Fields asked for beside a list ("avec leur téléphone", "le nombre de médecins de chaque coop")."""
    beside = {*CONTACT, "members", "files", "family_doctors", "population_text"}
    beside |= set(MEASURES) if _OF_EACH.search(heard.message.folded) else set()
    return tuple(f for f in heard.field_codes if f in beside)


def inside_condition(heard: Heard) -> bool:
    extremes = [h for h in heard.cues if h.code in ("most", "least")]
    return all(any(c.first < h.last and h.first < c.last for c in heard.conditions) for h in extremes)


def side_by_side(heard: Heard) -> bool:
    """Two service words with nothing between say one thing twice ("piqûre vaccin"), as do a care and its means.

    "brûler une verrue à l'azote": the means stands behind "à".
    """
    plain = [h for h in heard.services if h.code not in heard.unsure and not h.code.endswith("_rendez_vous")]
    said = heard.message.words
    return any(
        b.first >= a.last and a.code != b.code and " ".join(w.folded for w in said[a.last : b.first]) in _BY_MEANS_OF
        for a in plain
        for b in plain
    )


_BY_MEANS_OF = ("", "a l", "a la")

# "la région avec le plus de coops", "laquelle des régions", "les régions, c'est laquelle qui", "qu'elle région"
_A_REGION = re.compile(
    r"(?<!\S)(?:qu elle|laquelle (?:des|de toutes les)) regions?(?!\S)|^(?:la |une )?region (?:qui|avec|ayant)(?!\S)"
    r"|(?<!\S)regions? (?:c est )?laquelle(?!\S)"
)


def by_region(heard: Heard) -> bool:
    """Regions are asked for, not co-ops: "quelle région compte le plus de coops", "combien de régions"."""
    folded = heard.message.folded
    if re.search(r"(?<!\S)(?:par|chaque|each|per|by) region", folded):
        return heard.cue("plural", "count", "list", "table") or "repartition" in folded
    if _REGIONS_RANKED.search(folded) or alone_in_region(heard):
        return True
    asked = re.search(
        r"(?<!\S)(?<!importe )(?:quelles?|combien de|nombre de|which|how many|what|liste (?:des|de)) regions?"
        r"(?: administratives?)?(?!\S)|(?<!\S)(?:des|les|de) regions? (?:ou|qui|sans|dont|dans)(?!\S)",
        folded,
    ) or (heard.cue("most", "least") and _A_REGION.search(folded))
    return (
        bool(asked)
        and (heard.cue("plural", "table", "most", "least", "singular") or bool(heard.states or heard.filters))
        and not heard.cue("federation", "report", "network")
    )


def alone_in_region(heard: Heard) -> bool:
    """ "les coops qui sont toutes seules dans leur région", "aucune autre dans sa région": regions of one co-op."""
    return bool(_ALONE_IN_REGION.search(heard.message.folded))


_ALONE_IN_REGION = re.compile(
    r"(?<!\S)(?:(?:seule?s?|unique?s?|isolee?s?|only (?:ones?|co op|coop|clinic|cooperative))(?: \w+){0,4}?"
    r"|(?:aucune?|pas d|sans)(?: \w+){0,2}? (?:autres?|voisine?s?|compagnes?|consoeurs?)(?: \w+){0,4}?"
    r"|(?:sans|no)(?: \w+){0,2}? (?:voisine?s?|neighbou?rs?)(?: \w+){0,2}?)"
    r" (?:dans|de|en|pour|in|of) (?:toute )?(?:leurs?|sa|their|its) (?:propre )?(?:administrative )?regions?(?!\S)"
)

_REGIONS_RANKED = re.compile(
    r"(?<!\S)(?:(?:class\w*|rang\w*|tri\w*|ordonn\w*|palmares|repartition|liste|top(?: \w+)?|rank|sort)(?: moi)?"
    r" (?:(?:des|les|de|the|of) )*(?:\w+ )?regions|mets\w*(?: moi)? les regions"
    r"|(?:les|quelles sont les) (?:\d+|deux|trois|quatre|cinq|dix) regions (?:qui|ou|avec|ayant|les plus"
    r"|les moins))(?!\S)"
)


def services_wanted(heard: Heard) -> tuple[str, ...]:
    """Service codes that are not words of a condition, a measure or a filter ("plus de 5 médecins de famille")."""
    said: tuple[Placed, ...] = (*heard.conditions, *heard.filters, *heard.states)
    taken = [(s.first, s.last) for s in said]
    measured = heard.cue("most", "least", "count", "mean", "total") or heard.cue("rank")
    if measured:
        taken += [
            (f.first, f.last) for f in heard.fields if f.code in ("family_doctors", "doctors", "members", "files")
        ]
    return tuple(dict.fromkeys(h.code for h in heard.services if not any(a < h.last and h.first < b for a, b in taken)))


def meant_as_services(heard: Heard, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Service words that aren't merely the noun of a field ("médecins de famille")."""
    numeric = [h for h in heard.fields if h.code in ("family_doctors", "doctors", "recruiting", "gmf")]
    return tuple(
        dict.fromkeys(h.code for h in heard.services if not any(f.first < h.last and h.first < f.last for f in numeric))
    )


_OF_A_SITE = re.compile(
    r"(?<!\S)(?:site|sites|web|internet|courriels?|e ?mail)(?: \w+){0,4} "
    r"(?:a quelle adresse|(?:quelle en est|quelle est son|quelle est l|donnez m en l|donnez en l) adresse)(?!\S)"
)


def fields_named(heard: Heard) -> tuple[str, ...]:
    """The fields, without the address that is said of a site or an e-mail ("un site, et à quelle adresse ?")."""
    mails = {n.first for n in heard.named if n.how == "e-mail"}  # "l'adresse info@…" is no address
    asked = (f for f in heard.fields if f.code != "card" and not (f.code == "address" and f.last in mails))
    codes = tuple(dict.fromkeys(f.code for f in asked))
    codes = by_the_means_said(heard, codes)
    return tuple(f for f in codes if f != "address") if _OF_A_SITE.search(heard.message.folded) else codes


def fields_besides_where(heard: Heard) -> frozenset[str]:
    """The fields but an address that only "où" asks: of two co-ops, where a care is given asks which one gives it."""
    said = heard.message.words
    where = {
        f.first for f in heard.fields if f.code == "address" and _WHERE & {w.folded for w in said[f.first : f.last]}
    }
    return frozenset(f.code for f in heard.fields if f.first not in where)


_WHERE = frozenset("ou where trouve trouvent situe situee situees".split())


def by_the_means_said(heard: Heard, fields: tuple[str, ...]) -> tuple[str, ...]:
    """The fields, without every way to reach a co-op where one way is said: "comment les joindre par téléphone ?"."""
    said = heard.message.words
    means = (h for h in heard.fields if h.code in ("phones", "emails", "websites") and h.first > 0)
    one = any(said[h.first - 1].folded in _BY for h in means)
    if set(fields) & {"emails", "websites"}:  # "à quelle adresse électronique puis-je les joindre ?"
        for code in ("phones", "contact"):
            if all({w.folded for w in said[h.first : h.last]} <= _REACH for h in heard.fields if h.code == code):
                fields = tuple(f for f in fields if f != code)
    return tuple(f for f in fields if f != "coordinates") if one else fields


_BY = frozenset("par au via by".split())
_REACH = frozenset("joindre rejoindre contacter joint rejoint contacte reach contact".split())


def tidy(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Fields without those that another asked one already says ("adresse courriel" is not an address)."""
    kept = list(fields)
    for stronger, weaker in (
        ("recruiting", "doctors"),
        ("recruiting", "family_doctors"),
        ("family_doctors", "doctors"),
        ("population_text", "population"),
        ("waiting", "members"),
        ("coordinates", "phones"),
        ("coordinates", "contact"),
        ("name", "contact"),
        ("number", "phones"),
        ("region", "address"),
    ):
        if stronger in kept and weaker in kept:
            kept.remove(weaker)
    return tuple(kept)


_OF_THE_TEXT = re.compile(
    r"(?<!\S)(?:brochure|rapport|documents?|texte|presentation|report|leaflet)(?: \w+){0,2} (?:parle|mentionne|aborde"
    r"|traite|evoque|mention|talk|speak|cover)\w*(?!\S)"
)


def asks_of_the_text(folded: str) -> bool:
    """Whether a folded message asks what a document says: "la brochure parle-t-elle de toxicomanie ?"."""
    return _OF_THE_TEXT.search(folded) is not None
