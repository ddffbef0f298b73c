"""Serves the page over an assistant with known replies, in a process that may reach nothing but this machine.

python -m tests.browser.server AUDIT: what tried to reach outside is in the file AUDIT.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.browser.guarded import keep_inside

keep_inside(Path(sys.argv[1]))  # before the framework is imported

from assistant.answer import Answer, Found, Outcome  # noqa: E402
from assistant.change import Chip, Choice, Part  # noqa: E402
from assistant.conversation import Conversation  # noqa: E402
from ingest.document import Span  # noqa: E402
from tests.web.factory import KnownAssistant, a_document, a_library, an_entry  # noqa: E402
from ui import build_app, web_app  # noqa: E402
from web.serving import serve  # noqa: E402

NEAR = an_entry(
    "Coopérative de santé des Deux-Rives",
    phones=["819 555-0123"],
    emails=["info@deuxrives.example"],
    websites=["www.deuxrives.example"],
    address="12, rue du Quai, Rivebelle (Québec) J0X 1Z0",
    offered=["Médecine familiale", "physiothérapie", "prélèvements", "soins infirmiers", "nutrition"],
    planned=["psychologie"],
    position=1,
)
FAR = an_entry(
    "Coopérative de solidarité du Grand-Lac <b>& amis</b>",
    phones=["819 555-01234"],
    address="3, chemin du Lac, Hautbois",
    offered=["physiothérapie"],
    status="starting",
    position=2,
)
SILENT = an_entry("Coop de la Baie", position=3)
CONDITION = "ayant 3 médecins <b>en place</b>"
LIBRARY = a_library(NEAR, FAR, SILENT)
REPORT = a_document(
    "Les coopératives <script>window.hurt = 1</script> de santé sont arrimées à leur localité.\n[1] ![x](http://evil.test/x.png)",
    "2021-2022",
    "Rapport annuel",
)


def known(message: str, conversation: Conversation) -> Answer:
    """Replies that show each thing a page can show."""
    said = message.lower()
    physio = [service.span for entry in (NEAR, FAR) for service in entry.services if service.code == "physiothérapie"]
    if "panne" in said:
        raise RuntimeError("as asked")
    if "lentement" in said:
        time.sleep(2)
    if "physio" in said:
        text = (
            "**2 coopératives sur 3** offrent de la physiothérapie à moins de 50 km :\n\n"
            "- **Coopérative de santé des Deux-Rives** (3,1 km) [1]\n- Grand-Lac (41 km) [2]"
        )
        found = (Found(NEAR, 3.14), Found(FAR, 41.2))
        return Answer(
            Outcome.ANSWERED, text, found, tuple(physio), suggestions=("Et à Hautbois ?", "Quel est son numéro ?")
        )
    if "laquelle" in said:
        return Answer(Outcome.CLARIFY, "De laquelle parlez-vous ?", tuple(Found(one) for one in LIBRARY.entries))
    if "toutes" in said:
        found = tuple(Found(one) for one in LIBRARY.entries * 4)
        names = tuple(entry.name.span for entry in LIBRARY.entries * 2 if entry.name.span)
        return Answer(Outcome.ANSWERED, "Les 12 coopératives [1][2][3][4][5][6].", found, names)
    if "rapport" in said:
        spans = (Span(REPORT, 0, len(REPORT.text)),)
        return Answer(Outcome.ANSWERED, "| Année | Total |\n|--|--|\n| 2021 | **12 $** [1] |", citations=spans)
    before = len(conversation.turns)
    return Answer(Outcome.ABSTAIN, f"Je ne trouve pas « {message} » dans les documents. ({before} avant)")


def parts(message: str) -> tuple[Chip, ...]:
    """Chips of each kind, where a service is asked for."""
    if "physio" not in message.lower():
        return ()
    services = tuple(Choice(name, name) for name in ("physiothérapie", "nutrition", "prélèvements"))
    radii = tuple(Choice(str(km), f"{km} km") for km in (10, 20, 50))
    return (
        Chip(Part.SERVICE, "service", "physiothérapie", "physiothérapie", True, "physiothérapie", services),
        Chip(Part.PLACE, "lieu", "Rivebelle", removable=True),
        Chip(Part.RADIUS, "rayon", "50 km", removable=True, now="50", choices=radii),
        Chip(Part.FILTER, "condition", CONDITION, CONDITION, True),
    )


if __name__ == "__main__":
    serve(web_app(build_app(KnownAssistant(known, parts), LIBRARY)), "127.0.0.1", 0)
