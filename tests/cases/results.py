"""Writes RESULTS.md, the published figures beside the engine's: `PYTHONPATH=tests python -m cases.results`."""

from decimal import Decimal

import yaml
from cases.closed_forms import CLOSED_FORMS
from cases.engine import HERE
from cases.impact_maps import MAPS
from msgspec import Struct

from sv_cli.valuation.discounting import round_half_up

COMPUTED = MAPS | CLOSED_FORMS
PAGE = HERE / "RESULTS.md"
INTRODUCTION = (
    "Every figure below was published; beside it stands what the engine gives from the same inputs, rounded as the "
    "source rounds. Where the two differ, two more places are shown, and the difference. A difference is either "
    "within what the rounding of the printed inputs allows, or a slip in the source; the last column says which. "
    "`PYTHONPATH=tests python -m cases.results` writes this page."
)


class Result(Struct, frozen=True):
    """A published figure and the engine's, at full precision; ``slip`` says what is wrong in the source."""

    case: str
    name: str
    published: Decimal
    places: int
    tolerance: Decimal
    ours: Decimal
    slip: str | None

    @property
    def shown(self) -> Decimal:
        """The engine's figure with two more places than the source prints, or as the source prints it when exact."""
        rounded = round_half_up(self.ours, self.places)
        return rounded if rounded == self.published else round_half_up(self.ours, self.places + 2)

    @property
    def difference(self) -> Decimal:
        """The engine's figure as it is shown less the published one."""
        return self.shown - round_half_up(self.published, self.places)

    @property
    def agrees(self) -> bool:
        """Whether rounding as the source rounds gives its figure, or rounding of what it prints explains the rest."""
        return not self.difference or abs(self.ours - self.published) <= self.tolerance


def sources():
    """The published cases as they stand in published.yaml."""
    with (HERE / "published.yaml").open(encoding="utf-8") as file:
        return yaml.load(file, yaml.CBaseLoader)["cases"]  # noqa: S506 - all scalars are text


def results_of(case):
    """Every published figure of ``case`` with the engine's; a figure that nobody works out is a KeyError."""
    computed = COMPUTED[case["id"]]()
    return [
        Result(
            case=case["id"],
            name=each["name"],
            published=Decimal(each["published"]),
            places=int(each["places"]),
            tolerance=Decimal(each.get("tolerance", "0")),
            ours=Decimal(computed[each["name"]]),
            slip=each.get("slip"),
        )
        for each in case["figures"]
    ]


def page():
    """RESULTS.md whole."""
    parts = [
        "# Published worked examples",
        INTRODUCTION,
    ]
    for case in sources():
        where = f", {case['locator']}" if "locator" in case else ""
        about = f"{case['publisher']}, *{' '.join(case['title'].split())}* ({case['year']}){where}. {case['where']}"
        rows = [_row(each) for each in results_of(case)]
        table = ["| figure | published | ours | difference | |", "|---|---:|---:|---:|---|", *rows]
        parts.append("\n\n".join([f"## {case['id']}", about, "\n".join(table)]))
    return "\n\n".join(parts) + "\n"


def _row(result):
    remark = result.slip or ("rounding of the printed inputs" if result.difference else "")
    published = round_half_up(result.published, result.places)
    difference = f"{result.difference:+,f}" if result.difference else "0"
    return f"| {result.name} | {published:,f} | {result.shown:,f} | {difference} | {remark} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
