"""Owns the running of one command: seconds, memory and processor seconds of it and of all that it leaves behind.

A process of its own, so that the most memory of what it starts is not that of the benchmark, and so that it can adopt
(Linux) the processes that outlive the command, such as the server that workers come from. It prints one line of JSON.
"""

import ctypes
import json
import os
import subprocess
import sys
import time
from contextlib import suppress

_SET_CHILD_SUBREAPER = 36  # as <linux/prctl.h> numbers it


def main() -> None:
    """Run the command that argv holds."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    running = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    seconds = time.perf_counter() - began
    usages = [usage]
    with suppress(ChildProcessError):
        while True:
            usages.append(os.wait4(-1, 0)[2])
    memory = max(each.ru_maxrss for each in usages) / 1024
    processor = sum(each.ru_utime + each.ru_stime for each in usages)
    running.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps({"code": running.returncode, "seconds": seconds, "memory": memory, "processor": processor}))


if __name__ == "__main__":
    main()
