"""The page around the conversation, and the changes that make the served document French and closed to the outside."""

from __future__ import annotations

import re
from importlib.resources import files

from ingest.document import Document
from ingest.library import Library
from web.markup import plain
from web.texts import EMERGENCIES, NO_SCRIPT, NOT_ADVICE, TAGLINE, TITLE

_SOCIAL = re.compile(r'\s*<meta\s+(?:property|name)="(?:og|twitter):[^>]*>')
_SCRIPT = re.compile(r"<script(?=[\s>])")


def header_html(library: Library) -> str:
    """Who speaks, what it knows, and of when: read from the library, so that it stays true when documents change."""
    documents = " et ".join(_document(one) for one in library.documents)
    entries = len(library.entries)
    years = " et ".join(dict.fromkeys(plain(entry.span.document.year) for entry in library.entries))
    return (
        f'<header class="masthead"><h1>{TITLE}</h1><p class="tagline">{TAGLINE}</p>'
        f'<p class="knows">Je réponds, preuves à l’appui, à partir de : {documents}.</p>'
        f'<p class="knows">{entries} coopératives décrites, telles qu’en {years} : confirmez par téléphone.</p>'
        "</header>"
    )


def _document(document: Document) -> str:
    """Its title, and its year unless the title says it."""
    year = "" if document.year in document.title else f" ({plain(document.year)})"
    return f"<cite>{plain(document.title)}</cite>{year}"


def emergency_html() -> str:
    """Always in sight: this is no medical advice, and whom to call."""
    items = []
    for one in EMERGENCIES:
        numbers = " ou ".join(f'<a href="tel:{dialled}">{shown}</a>' for shown, dialled in one.numbers)
        items.append(f"<li>{one.label} {numbers}</li>")
    words = f"<strong>{NOT_ADVICE}</strong> <ul>{' '.join(items)}</ul>"
    return f'<aside class="emergency" aria-label="Urgences">{words}</aside>'


def style() -> str:
    """Our style sheet."""
    return files("web").joinpath("style.css").read_text(encoding="utf-8")


def in_french(html: str, nonce: str) -> str:
    """The framework's page in French, without the tags that name other sites; only scripts with `nonce` may run."""
    script = files("web").joinpath("page.js").read_text(encoding="utf-8")
    page = _SOCIAL.sub("", html).replace('lang="en"', 'lang="fr"', 1)
    page = page.replace("<head>", f"<head><script>{script}</script>", 1)
    page = page.replace("<gradio-app", f"<noscript><p>{NO_SCRIPT}</p>{emergency_html()}</noscript><gradio-app", 1)
    return _SCRIPT.sub(f'<script nonce="{nonce}"', page)


def content_security_policy(nonce: str) -> str:
    """Nothing is loaded from, sent to or framed by another site, and no script runs that the page didn't come with."""
    return "; ".join(
        (
            "default-src 'self'",
            # The framework compiles its own templates; a script or handler that came in a text still can't run.
            f"script-src 'self' 'nonce-{nonce}' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",  # the framework writes its theme into style elements
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )
