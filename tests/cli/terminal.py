"""A real terminal for a command: prompts, hidden input and line editing are the terminal's doing."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
PATIENCE = 20  # seconds


def on_a_terminal(args, answers):
    """Run a command in a pseudo-terminal; `answers` are (what the prompt says, line to type)."""
    ours, theirs = pty.openpty()
    entry = [sys.executable, "-c", "from atendeai_cli.main import main; main()", *args]
    process = subprocess.Popen(entry, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True)
    os.close(theirs)
    seen, answered = b"", 0
    while chunk := read(ours, process):
        seen += chunk
        asked = seen[answered:]
        # A prompt ends with a space, written once the terminal hides what is typed: no sooner may it be typed.
        if answers and answers[0][0] in asked and asked.endswith((b": ", "› ".encode())):
            answered = len(seen)
            os.write(ours, answers.pop(0)[1].encode() + b"\n")
    os.close(ours)
    return seen, process.wait(timeout=PATIENCE)


def read(terminal, process):
    """What the command wrote, b"" at its end; a command that stays silent is ended."""
    if not select.select([terminal], [], [], PATIENCE)[0]:
        process.kill()
        return b""
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says that the other side is closed
        return b""
