"""Owns the door: `sv`, and `python -m sv_cli`, which is the same."""

import gc
import os
import sys
import threading

_OBJECTS = 50_000  # made before garbage is looked for: a run makes many records, and hardly any go round in circles


def main() -> None:
    """Run `sv`; Ctrl-C is taken quietly while it is still loading too."""
    gc.set_threshold(_OBJECTS)
    try:
        from sv_cli.app import main as run  # noqa: PLC0415 - so that what is loaded is loaded within

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    except SystemExit as leaving:
        _leave(leaving)


def _leave(leaving: SystemExit) -> None:
    """End the process at once where nothing is left to be done: whatever was opened is closed by then.

    Python would first take apart, object by object, what the process ends with, for a fifth of the time of a bid.
    """
    code = 0 if leaving.code is None else leaving.code
    if not isinstance(code, int) or threading.active_count() > 1:
        raise leaving
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        raise leaving from None  # Python says that something was not taken
    os._exit(code)


if __name__ == "__main__":
    main()
