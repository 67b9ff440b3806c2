"""Owns the scoring of bids that goes wrong on purpose; a module of its own, since workers import all that it needs."""

import os
import signal
import time
from unittest.mock import patch

from sv_cli.commands.tasks import score_all


def score_or_die(paths):
    """As `sv batch` scores bids, but that bids of certain names end the worker or take for ever."""
    if any(path.endswith("slow.csv") for path in paths):
        time.sleep(60)
    if any(path.endswith("killed.csv") for path in paths):
        os.kill(os.getpid(), signal.SIGKILL)
    return score_all(paths)


def score_and_fail(paths):
    """As `sv batch` scores bids, with a fault of the program in the reading of all of them."""
    with patch("sv_cli.commands.tasks.read_data", side_effect=ZeroDivisionError("a fault on purpose")):
        return score_all(paths)
