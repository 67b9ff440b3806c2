"""What is ready to paste into a pipeline does what it says, as far as that shows without the pipeline's host."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from sv_cli.batch.discover import SUFFIXES
from sv_cli.library.frameworks import framework_files
from tests.cli.door import ROOT, SAMPLES, sv

CI = SAMPLES / "ci"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text(encoding="utf-8"))
BID = "after-hours.csv"


@pytest.fixture
def repository(tmp_path):
    """A repository with bids in it."""
    (tmp_path / "bids").mkdir()
    shutil.copy(SAMPLES / BID, tmp_path / "bids" / BID)
    return tmp_path


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step as its host would: bash that stops at the first failure, with this `sv` on its path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={"PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def check_step() -> dict[str, object]:
    return next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Check the bids")


def given(**inputs: str) -> dict[str, str]:
    """The environment of the step, with the inputs put in as the host does."""
    known = {name: about.get("default", "") for name, about in ACTION["inputs"].items()} | inputs
    environment = check_step()["env"]
    return {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: known[match[1]], text)
        for name, text in environment.items()
    }


def test_the_hook_runs_sv_check_on_every_kind_of_bid(repository):
    (hook,) = HOOKS
    assert (hook["id"], hook["language"]) == ("sv-check", "python")
    pattern = re.compile(hook["files"])
    assert [suffix for suffix in SUFFIXES if not pattern.search(f"bids/one{suffix}")] == []
    assert not pattern.search("bids/one.xlsx.md")
    config = yaml.safe_load((CI / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    used = config["repos"][0]["hooks"][0]
    assert used["id"] == hook["id"]
    answer = run(f"{hook['entry']} {' '.join(used['args'])} bids/{BID}", repository)
    assert answer.returncode == 1
    assert f"bids/{BID}:A22: SV615 too-many-measures" in answer.stdout


def test_the_action_annotates_and_fails_as_the_check_does(repository):
    script = str(check_step()["run"])
    answer = run(script, repository, **given(bids="bids/\n", framework="bradford", report="bids.sarif"))
    assert answer.returncode == 1
    assert f"::error file=bids/{BID},line=22,title=SV615 too-many-measures::" in answer.stdout
    assert (repository / "bids.sarif").exists()
    calm = run(script, repository, **given(bids="bids/", framework="bradford", **{"fail-on": "never"}))
    assert calm.returncode == 0


def test_nothing_that_the_action_is_given_is_run(repository):
    bids = f"bids/{BID}\n$(touch hacked)\n; touch hacked\n--help"
    answer = run(str(check_step()["run"]), repository, **given(bids=bids, framework="bradford"))
    assert answer.returncode == 3
    assert not (repository / "hacked").exists()
    assert "${{" not in str(check_step()["run"])


def test_the_action_installs_the_program_that_stands_beside_it():
    install = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Install sv")
    inside = install["env"]["SV_SOURCE"].removeprefix("${{ github.action_path }}/")
    assert (ROOT / ".github/actions/check" / inside / "pyproject.toml").resolve() == ROOT / "pyproject.toml"


def test_the_workflow_to_paste_gives_the_action_what_it_asks_for():
    workflow = yaml.safe_load((CI / "github-workflow.yml").read_text(encoding="utf-8"))
    used = next(step for step in workflow["jobs"]["check"]["steps"] if "/actions/check@" in step.get("uses", ""))
    assert set(used["with"]) <= set(ACTION["inputs"])
    needed = {name for name, about in ACTION["inputs"].items() if about.get("required")}
    assert needed <= set(used["with"])
    assert used["with"]["framework"] in framework_files()


def test_the_gitlab_job_keeps_a_junit_report_and_fails_as_the_check_does(repository):
    job = yaml.safe_load((CI / "gitlab-ci.yml").read_text(encoding="utf-8"))["check-bids"]
    script = "\n".join(line for line in job["script"] if "pip install" not in line)
    answer = run(script, repository)
    assert answer.returncode == 1
    assert "SV615 too-many-measures" in answer.stdout
    report = ET.parse(repository / job["artifacts"]["reports"]["junit"])  # noqa: S314 - our own
    assert report.getroot().get("failures") != "0"


def test_the_waivers_and_targets_to_copy_are_in_order():
    beside = ("--waivers", CI / "waivers.yaml", "--targets", CI / "targets.yaml")
    answer = sv("check", SAMPLES / BID, "--framework", "bradford", *beside)
    assert (answer.code, answer.err) == (1, "")
    assert "Targets" in answer.out
