"""Runs both sides in turn on the same inputs, checks that they computed the same values, and prints ratios and goals."""
import argparse
import dataclasses
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import inputs

MEASURE_SECONDS = .2
WARMUP_SECONDS = 1.0

# What makes torch's memory fast here: blocks are kept and stand on large pages, instead of being mapped anew for each tensor.
TUNED = {
    "LD_PRELOAD": "libjemalloc.so.2",
    "MALLOC_CONF": "background_thread:false,dirty_decay_ms:-1,muzzy_decay_ms:-1,thp:always",
}


@dataclasses.dataclass(frozen=True)
class Work:
    """What is compared: its name on both sides, the peer in words, how near the values must be, and the goals."""
    name: str
    title: str
    peer: str
    tolerance: float = 1e-9
    least_ratio: float | None = None
    most_seconds: float | None = None
    # The process that is asked: "peer", "tuned" (torch on jemalloc), or "machine" (ours again, at work of another name; values are not compared).
    side: str = "peer"
    peer_name: str | None = None


WORKS = [
    Work("kappa", "Cohen's kappa of 112,120 pairs", "scikit-learn cohen_kappa_score", least_ratio=50),
    Work("table", "NIH table read and joined", "pandas read_csv, merge", least_ratio=4),
    Work("catalog", "the same as a run's stage, to Parquet", "pandas read_csv, merge"),
    Work("alpha", "Nominal alpha, 4 x 112,120", "numpy, coincidence matrix", least_ratio=20),
    Work("fleiss", "Fleiss' kappa, 4 x 112,120", "statsmodels fleiss_kappa", least_ratio=20),
    Work("dawid-skene", "Dawid-Skene, 1 M labels, 20 iterations", "numpy EM", most_seconds=.5),
    Work("auc", "AUC of 1 M scores", "scikit-learn roc_auc_score", least_ratio=4),
    Work("delong", "Paired DeLong test, 100,000 images", "numpy, midranks in a loop", least_ratio=10),
    Work("auc-bootstrap", "200 patient-bootstrap AUCs, 10,000 images", "scikit-learn roc_auc_score", tolerance=.01, least_ratio=20),
    Work("split", "Split 30,805 patients by 15 findings", "numpy, iterative stratification", tolerance=.01, most_seconds=.1),
    Work("preprocess", "4 films of 2,500 x 3,000 to 512", "scikit-image, one by one", tolerance=1e-4, least_ratio=5),
    Work("preprocess-one", "one film of 2,500 x 3,000 to 512", "scikit-image", tolerance=1e-4),
    Work("preprocess-pil", "4 films of 2,500 x 3,000 to 512", "PIL, one by one", tolerance=.02),
    Work("densenet-forward", "DenseNet-121 at 512, 4 images", "torch as installed, same threads", tolerance=1e-3, least_ratio=5),
    Work("densenet-untouched", "the same", "torch as installed, its own threads", tolerance=1e-3),
    Work("densenet-tuned", "the same", "torch, jemalloc, the faster layout", tolerance=1e-3, least_ratio=1, side="tuned"),
    Work("densenet-roofline", "the same", "its multiply-adds alone (share)", least_ratio=.6, side="machine", peer_name="roofline"),
    Work("densenet-tail", "an epoch of its tail, 64 images", "torch as installed, same threads", tolerance=1e-4, least_ratio=5),
    Work("densenet-tail-untouched", "the same", "torch as installed, its own threads", tolerance=1e-4),
    Work("densenet-tail-tuned", "the same", "torch, jemalloc, the faster layout", tolerance=1e-4, least_ratio=1, side="tuned"),
    Work("recipe-torch", "the paper's recipe, 32 images, an epoch", "torch as installed, same threads, nothing kept", tolerance=math.inf, least_ratio=42.8),
    Work("recipe", "the same", "ours, features computed anew", side="machine", peer_name="recipe-computed"),
    Work("bootstrap", "10,000 patient-bootstrap kappas, n 1,011", "numpy", tolerance=.02, most_seconds=.2),
]


class Side:
    """One of the two processes; it does nothing while the other one is asked."""

    def __init__(self, command: list[str], **environment: str):
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment})

    def measure(self, work: str, count: int) -> tuple[float, list[float]]:
        """Seconds for one run, the mean of `count`, and the values."""
        self._process.stdin.write(f"{work} {count}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"bench/peers: the process {self._process.args} ended while it did '{work}'; its message stands above.")
        answer = json.loads(line)
        return answer["seconds"] / count, answer["values"]

    def warm_up(self, work: str) -> int:
        """Runs until the time is steady and returns how many runs one measurement takes."""
        seconds, spent = self.measure(work, 1)[0], 0.0
        while spent < WARMUP_SECONDS:
            count = max(1, round(MEASURE_SECONDS / max(seconds, 1e-6)))
            seconds = self.measure(work, count)[0]
            spent += seconds * count
        return max(1, round(MEASURE_SECONDS / max(seconds, 1e-6)))

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()


def compare(work: Work, neatx: Side, peer: Side, rounds: int) -> tuple[list[str], bool]:
    """The row of the table, and whether all is as it should be."""
    peer_name = work.peer_name or work.name
    counts = neatx.warm_up(work.name), peer.warm_up(peer_name)
    ours, theirs = [], []
    for _ in range(rounds):
        seconds, values = neatx.measure(work.name, counts[0])
        ours.append(seconds)
        seconds, peer_values = peer.measure(peer_name, counts[1])
        theirs.append(seconds)

    same = work.side == "machine" or len(values) == len(peer_values) and all(
        abs(a - b) <= work.tolerance * max(1, abs(b)) for a, b in zip(values, peer_values))
    best, median = min(theirs) / min(ours), statistics.median(theirs) / statistics.median(ours)
    goal, met = "", True
    if work.least_ratio is not None:
        goal, met = f">= {work.least_ratio:g}x", median >= work.least_ratio
    if work.most_seconds is not None:
        goal, met = f"<= {work.most_seconds:g} s", statistics.median(ours) <= work.most_seconds
    verdict = ("met" if met else "NOT MET") if goal else ""
    median, best = (f"{ratio:.1f}x" if ratio >= 1 else f"{ratio:.2f}x" for ratio in (median, best))
    row = [work.title, work.peer, median, best, goal, verdict, ("" if work.side == "machine" else "same") if same else f"DIFFER {values} {peer_values}"]
    return row, met and same


def print_table(rows: list[list[str]]) -> None:
    head = ["work", "peer", "median", "best", "goal", "", "values"]
    widths = [max(len(row[column]) for row in [head] + rows) for column in range(len(head))]
    for row in [head, ["-" * width for width in widths]] + rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/peers/run", description=__doc__)
    parser.add_argument("works", nargs="*", metavar="WORK", help=", ".join(work.name for work in WORKS) + "; default: all")
    parser.add_argument("--data", type=pathlib.Path, help="a folder with labels/Data_Entry_2017_v2020.csv.gz; default: ../shared/data if there, else a made-up table")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--root", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = set(options.works) - {work.name for work in WORKS}
    if unknown:
        parser.error(f"no such work: {', '.join(sorted(unknown))}; there are {', '.join(work.name for work in WORKS)}")

    chosen = [work for work in WORKS if not options.works or work.name in options.works]

    data = options.data or options.root.parent / "shared" / "data"
    table = data / "labels" / "Data_Entry_2017_v2020.csv.gz"
    if options.data and not table.exists():
        parser.error(f"expected {table}, found none")

    with tempfile.TemporaryDirectory(prefix="neatx-bench-") as name:
        folder = pathlib.Path(name)
        inputs.make(folder, table if table.exists() else None)
        if any(work.name.startswith(("densenet", "recipe")) for work in chosen):
            inputs.make_network(folder)
        print(f"Table: {'the public one' if table.exists() else 'made up, in the shape of the public one'}. Rounds: {options.rounds}, the two sides in turn.")
        neatx = Side(["dotnet", str(options.root / "bench/Neatx.Bench/bin/Release/net10.0/Neatx.Bench.dll"), "peers", name])
        python = [sys.executable, "-B", str(pathlib.Path(__file__).with_name("peer.py")), name]
        sides = {"peer": lambda: Side(python), "tuned": lambda: Side(python, **TUNED), "machine": lambda: neatx}
        sides = {side: sides[side]() for side in dict.fromkeys(work.side for work in chosen)}
        results = [compare(work, neatx, sides[work.side], options.rounds) for work in chosen]
        for side in {neatx, *sides.values()}:
            side.close()

    print_table([row for row, _ in results])
    return 0 if all(good for _, good in results) else 1


sys.exit(main())
