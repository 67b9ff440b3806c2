"""Write what each bad example gives beside it as text; with --dry-run only say which would change. Read the diff.

From the checkout: python -m tests.checks.write_expected"""

import sys

from tests.checks.running import EXAMPLES, told


def main() -> None:
    """Go through the examples."""
    for bid in sorted(EXAMPLES.glob("*/bad*.csv")):
        text, file = told(bid), bid.with_suffix(".txt")
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            sys.stdout.write(f"{file.relative_to(EXAMPLES)}\n")
            if "--dry-run" not in sys.argv:
                file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
