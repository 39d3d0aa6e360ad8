"""Read, estimate and predict with cs-demand-model 0.5.1, as its own command does; printed as JSON.

`python job.py FOLDER RUNS STEP_DAYS`: FOLDER has header.csv and a folder a year with episodes.csv. Gives the seconds of
each run in one process and the cost. Its own command predicts a day at a time; with thirty days a step it is quicker
and coarser. It knows no cost: we take population × price, rising three per cent a year.
"""

import json
import sys
from datetime import timedelta
from time import perf_counter

import numpy as np
from cs_demand_model import Config, DemandModellingDataContainer, ModelPredictor, PopulationStats, fs_datastore

DAYS, INDEX = 730, 0.03
YEAR_DAYS = 365
PRICES = {"FOSTERING": 750.0, "RESIDENTIAL": 3400.0, "SUPPORTED": 1500.0, "OTHER": 1200.0}


def job(folder: str, step: int) -> float:
    """The whole of it once; gives the cost of all days."""
    config = Config()
    container = DemandModellingDataContainer(fs_datastore(folder), config)
    stats = PopulationStats(container.enriched_view, config)
    end = container.end_date
    predictor = ModelPredictor.from_model(stats, end - timedelta(days=YEAR_DAYS), end)
    population = predictor.predict(steps=DAYS // step, step_days=step)
    prices = np.array([PRICES.get(str(state[1]).upper(), PRICES["OTHER"]) for state in population.columns])
    index = (1 + INDEX) ** (np.arange(1, len(population) + 1) * step / YEAR_DAYS)
    return float((population.fillna(0).to_numpy() * prices * index[:, None]).sum() * step)


def main() -> None:
    """Run it so many times and print what it took."""
    folder, runs, step = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    seconds, cost = [], 0.0
    for _ in range(runs):
        start = perf_counter()
        cost = job(folder, step)
        seconds.append(perf_counter() - start)
    print(json.dumps({"seconds": seconds, "cost": cost}))


if __name__ == "__main__":
    main()
