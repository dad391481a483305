#!/usr/bin/env python3
"""Runs a command and prints the most memory that it and all processes it started held at once.

Resident memory as the kernel states it (VmRSS), added up over the tree ten times a second: what was allocated and pages of mapped files alike. Pages that two
processes share count twice, so the figure is never too low for that; the peak of the largest single process, which the kernel keeps itself and no sampling can miss,
is printed beside it.
"""
import argparse
import os
import resource
import subprocess
import sys
import threading
import time


def tree(root):
    """The ids of a process and of all that descend from it."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    # The name stands in brackets and may hold anything; the parent is the second field behind it.
                    children.setdefault(int(file.read().rsplit(")", 1)[1].split()[1]), []).append(int(entry))
            except OSError:
                continue
    found, at = [root], 0
    while at < len(found):
        found += children.get(found[at], [])
        at += 1
    return found


def resident(process):
    """KiB held and KiB of that in mapped files, as of now; nothing where it has ended."""
    try:
        with open(f"/proc/{process}/status") as file:
            lines = dict(line.split(":", 1) for line in file if line.startswith(("VmRSS", "RssFile")))
        return int(lines["VmRSS"].split()[0]), int(lines["RssFile"].split()[0])
    except (OSError, KeyError):
        return 0, 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=float, required=True, help="GiB")
    parser.add_argument("--title", required=True)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    started = time.monotonic()
    process = subprocess.Popen(options.command[1:], stdout=sys.stderr)
    most, mapped, stop = 0, 0, threading.Event()

    def watch():
        nonlocal most, mapped
        while not stop.wait(0.1):
            held = [resident(each) for each in tree(process.pid)]
            total = sum(each[0] for each in held)
            if total > most:
                most, mapped = total, sum(each[1] for each in held)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    stop.set()
    watcher.join()
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    most = max(most, largest)
    met = code == 0 and most < options.limit * (1 << 20)
    print(
        f"{options.title}: {most / (1 << 20):.2f} GiB at most, {mapped / (1 << 20):.2f} of it mapped files; largest process {largest / (1 << 20):.2f} GiB; "
        f"{time.monotonic() - started:.0f} s; {'under' if met else 'NOT under' if code == 0 else f'ended with code {code}, not shown to be under'} {options.limit:g} GiB",
        flush=True)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
