"""Owns `python -m sv_cli`: the same as `sv`."""

from sv_cli.app import main

if __name__ == "__main__":
    main()
