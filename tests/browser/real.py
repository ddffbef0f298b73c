"""Runs the command `coopsante` in a process that may reach nothing but this machine.

python -m tests.browser.real AUDIT serve --port 0: what tried to reach outside is in the file AUDIT.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.browser.guarded import keep_inside

if __name__ == "__main__":
    keep_inside(Path(sys.argv.pop(1)))
    from coopsante import main

    main()
