"""Write the table of licences in NOTICE: every package of requirements-dev.lock (the product's, and the tools that work
on it), by what it says of itself.

make licences
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- begin: written by make licences -->", "<!-- end -->"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def licence(package: str) -> str:
    """The SPDX expression, or else the classifiers, or else the first line of the licence field.

    A dash where the package isn't installed on this machine (the lock also holds what other systems need).
    """
    try:
        said = metadata(package)
    except PackageNotFoundError:
        return "–"
    if expression := said.get("License-Expression"):
        return expression
    classified = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or () if c.startswith("License ::")]
    if classified:
        return ", ".join(classified)
    first = (said.get("License") or "").strip().partition("\n")[0]
    return first[:60] or "see the package"


def main() -> None:
    """Rewrite the table."""
    pinned = [("torch", "2.13.0"), *PINNED.findall((ROOT / "requirements-dev.lock").read_text(encoding="utf-8"))]
    rows = [f"| {name} | {version} | {licence(name)} |" for name, version in sorted(pinned)]
    notice = ROOT / "NOTICE"
    before, _, rest = notice.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    table = ["| package | version | licence |", "| --- | --- | --- |", *rows]
    notice.write_text("\n".join([before + BEGIN, *table, END]) + after, encoding="utf-8")


if __name__ == "__main__":
    main()
