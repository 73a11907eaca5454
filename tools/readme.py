"""Rewrite the parts of the README that are made from the code: whatever stands between a pair of markers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from atendeai.settings import table

README = Path(__file__).parent.parent / "README.md"


def settings() -> str:
    """The configuration table."""
    rows = [f"| `{name}` | {_code(default)} | {_cell(meaning)} |" for name, default, meaning in table()]
    return "\n".join(["| Variable | Default | Meaning |", "| --- | --- | --- |", *rows])


PARTS: dict[str, Callable[[], str]] = {"settings": settings}


def rewritten(text: str) -> str:
    """The README with every part made anew. Raises LookupError when a part's markers are missing."""
    for name, make in PARTS.items():
        opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
        between = re.compile(f"{re.escape(opening)}.*?{re.escape(closing)}", re.DOTALL)
        if between.search(text) is None:
            raise LookupError(f"README.md has no {opening} … {closing}")
        text = between.sub(_literally(f"{opening}\n{make()}\n{closing}"), text)
    return text


def _literally(text: str) -> str:
    """The text as a replacement in which nothing has a meaning."""
    return text.replace("\\", "\\\\")


def _code(value: str) -> str:
    return f"`{_cell(value)}`" if value else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text("utf-8")), "utf-8")
