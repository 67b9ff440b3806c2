"""Owns the door: `sv`, and `python -m sv_cli`, which is the same."""

import sys


def main() -> None:
    """Run `sv`; Ctrl-C is taken quietly while it is still loading too."""
    try:
        from sv_cli.app import main as run  # noqa: PLC0415 - so that what is loaded is loaded within

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
