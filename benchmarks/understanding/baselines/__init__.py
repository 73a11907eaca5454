"""The named baselines: what each needs, how it is started, and why it is left out where something is missing.

Each is a small program beside this page that is taught the same utterances (intents) or nothing (moments), answers one
line at a time, measures itself, and tells its settings in its first lines. `make bench-baselines` installs them under
`build/baselines`, apart from what AtendeAI runs on.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

ROOT = Path(__file__).parents[3]
INSTALLED = ROOT / "build" / "baselines"
HERE = Path(__file__).parent


class Baseline(NamedTuple):
    """`program` is a file beside this page, `package` what it imports; without a program there is only `why_not`."""

    name: str
    kind: Literal["intents", "moments"]
    program: str = ""
    package: str = ""
    why_not: str = ""

    def missing(self, installed: Path = INSTALLED) -> str:
        """Why it cannot be measured here; "" when it can."""
        if not self.program:
            return self.why_not
        if self.program.endswith(".js"):
            if shutil.which("node") is None:
                return "it needs Node.js, and there is no `node` on the path"
            found = (installed / "node_modules" / self.package).is_dir()
        else:
            found = (installed / "python" / self.package).is_dir() or find_spec(self.package) is not None
        return "" if found else f"its package {self.package} is not installed; `make bench-baselines` installs it"

    def command(self) -> Sequence[str]:
        if self.program.endswith(".js"):
            return [shutil.which("node") or "node", str(HERE / self.program)]
        return [sys.executable, "-P", "-m", f"{__name__}.{self.program.removesuffix('.py')}"]

    def environment(self, installed: Path = INSTALLED) -> Mapping[str, str]:
        """UTC, so that a wall time is the same everywhere; one thread for whoever would like more."""
        paths = os.pathsep.join([str(ROOT), str(installed / "python")])
        return {
            **os.environ,
            "PYTHONPATH": paths,
            "NODE_PATH": str(installed / "node_modules"),
            "TZ": "UTC",
            "OMP_NUM_THREADS": "1",
        }


# Those that take long to be taught come last: the limit of a run is theirs.
BASELINES = (
    Baseline("chrono-node", "moments", "chrono.js", "chrono-node"),
    Baseline("dateparser", "moments", "dateparser.py", "dateparser"),
    Baseline("Recognizers-Text", "moments", "recognizers.py", "ms_recognizers_date_time"),
    Baseline(
        "Duckling",
        "moments",
        why_not="it is written in Haskell, which is not built here; with `--data`, lines whose `source` is duckling "
        "are its own corpus, and their answers are Duckling's",
    ),
    Baseline("n-grams (sklearn)", "intents", "linear.py", "sklearn"),
    Baseline("nlp.js", "intents", "nlpjs.js", "node-nlp"),
    Baseline("fastText", "intents", "fasttext.py", "fasttext"),
)
