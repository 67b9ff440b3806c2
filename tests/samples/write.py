"""Writes the files of samples/ anew: ``python -m tests.samples.write``."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.samples import adult_services, after_hours, bad_bid, food_bank, speed_watch

FOLDER = Path(__file__).resolve().parents[2] / "samples"
SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "food-bank.xlsx": food_bank.build,
    "speed-watch.xlsx": speed_watch.build,
    "after-hours.csv": after_hours.build,
    "adult-services.xlsx": adult_services.build,
    "bad-bid.xlsx": bad_bid.build,
}


def main() -> None:
    for name, build in SAMPLES.items():
        (FOLDER / name).write_bytes(build())


if __name__ == "__main__":
    main()
