"""Our half of the job that a peer does too: `python -m benchmarks.subjects.forecast_job FILE RUNS`."""

import json
import os
import sys
from pathlib import Path

from benchmarks.child import peak_memory
from benchmarks.trial import seconds
from styrhus.caseload import read_material
from styrhus.forecast import Forecast, Spells, fit
from styrhus.forecast.placements.fit import Known

MONTHS, INDEX = 24, 0.03


def job(file: Path) -> Forecast:
    """A file read, estimated and forecast with intervals and cost, nothing kept from one time to the next."""
    material = read_material(file).material
    assert isinstance(material, Spells)
    return fit(material, months=MONTHS, known=Known(index=INDEX)).forecast()


def main() -> None:
    """Once to warm up, then so many times; prints seconds and peak memory as JSON."""
    file, runs = Path(sys.argv[1]), int(sys.argv[2])
    job(file)
    took = [seconds(lambda: job(file)) for _ in range(runs)]
    print(json.dumps({"seconds": took, "memory": peak_memory(os.getpid())}))


if __name__ == "__main__":
    main()
