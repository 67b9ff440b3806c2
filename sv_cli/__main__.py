"""Owns the door: `sv`, and `python -m sv_cli`, which is the same."""

import gc
import sys

_OBJECTS = 50_000  # made before garbage is looked for: a run makes many records, and hardly any go round in circles


def main() -> None:
    """Run `sv`; Ctrl-C is taken quietly while it is still loading too."""
    gc.set_threshold(_OBJECTS)
    try:
        from sv_cli.app import main as run  # noqa: PLC0415 - so that what is loaded is loaded within

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
