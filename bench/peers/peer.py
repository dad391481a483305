"""The peers' side: answers "WORK COUNT" lines on stdin with the seconds for COUNT runs and the values, as JSON lines on stdout."""
import json
import pathlib
import sys
import time

import works


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    loaded = {}
    for line in sys.stdin:
        name, count = line.split()
        work = loaded.setdefault(name, works.ALL[name](folder))
        start = time.perf_counter()
        for _ in range(int(count)):
            values = work.run()
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds, "values": [float(value) for value in values]}), flush=True)


main()
