"""Runs commands as whole processes and measures wall time and peak memory."""

import os
import statistics
import subprocess
import time


def run(command):
    """Seconds and peak resident memory in MiB of one run; the command must succeed."""
    start = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {errors.decode(errors='replace')[-800:]}")
    return seconds, usage.ru_maxrss / 1024


def in_turn(ours, peer, runs):
    """Medians of both sides, run in turn so that a busy moment hits both: seconds and MiB."""
    samples = {"ours": [], "peer": []}
    run(ours)
    if peer:
        run(peer)
    for _ in range(runs):
        samples["ours"].append(run(ours))
        if peer:
            samples["peer"].append(run(peer))
    return {
        side: tuple(statistics.median(values) for values in zip(*taken)) if taken else None
        for side, taken in samples.items()
    }


def row(number):
    """Marks a function as a row of the table."""

    def mark(function):
        function.number = number
        return function

    return mark
