"""Owns the golden file of what one unit of every proxy is worth.

After a change of a figure or a proxy, write it anew and review the difference line by line:

    python -m tests.library.golden_values
"""

import csv
from decimal import Decimal
from io import StringIO
from pathlib import Path

from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.proxies import unit_value_now
from sv_cli.model.valuations import UnitValue

GOLDEN = Path(__file__).parent / "golden" / "unit_values.csv"


def unit_values() -> str:
    """Gross and present value of one unit of every proxy, in the default price year by the default method."""
    using = valuer_for(Request(), library_for(Request()))
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    price_year, method = using.unit_values.price_year, using.method.id
    writer.writerow(["proxy", "unit", f"gross, £ of {price_year}", f"present value, {method}", "formula"])
    for key, proxy in sorted(using.library.proxies.items()):
        value = unit_value_now(proxy, using)
        amounts = [_shown(value.gross), _shown(value.present)] if isinstance(value, UnitValue) else [str(value), ""]
        formula = " | ".join(
            f"{kind}: {part.text}" if kind != "all" else part.text for kind, part in proxy.parts.items()
        )
        writer.writerow([key, proxy.unit, *amounts, formula])
    return text.getvalue()


def _shown(amount: Decimal) -> str:
    return f"{amount:.6f}"


if __name__ == "__main__":
    GOLDEN.write_text(unit_values(), encoding="utf-8")
