"""A real series: households with income support in Alberta by month, forecast again twice a year.

April 2012 to September 2025, all clients; contains information licensed under the Open Government Licence – Alberta.
"""

import numpy as np
import pytest

from styrhus.forecast.series import monthly_draws

HOUSEHOLDS = [
    34511, 34551, 34290, 34052, 34344, 33794, 33648, 33958, 34091, 34773, 34583, 34228, 34018, 34027, 33493, 33497,
    33442, 32911, 32659, 32681, 32802, 33469, 33343, 33459, 33497, 33841, 33620, 33522, 33425, 33262, 33186, 33249,
    33456, 34414, 34631, 35168, 35285, 35603, 36027, 36375, 36504, 37146, 37873, 39052, 40424, 42573, 43637, 45727,
    47312, 48197, 49342, 49502, 49356, 49798, 49854, 51121, 52384, 54374, 54837, 55372, 55088, 55606, 55551, 55342,
    55681, 55123, 54418, 55266, 55361, 57003, 57127, 57476, 57338, 57531, 57132, 56800, 57082, 56467, 56960, 57368,
    57484, 59940, 60264, 60711, 60801, 61154, 60732, 61158, 61672, 61253, 60939, 60939, 60810, 62021, 61585, 61579,
    61141, 56566, 51962, 48569, 46187, 44954, 44982, 44850, 44359, 44244, 43849, 43640, 43027, 42623, 42270, 41906,
    41406, 40958, 41384, 43023, 44970, 46657, 47043, 47452, 46928, 47281, 47134, 46396, 46280, 45951, 45567, 45798,
    46140, 47316, 47337, 48235, 48073, 48147, 48440, 47918, 47760, 47778, 47910, 49677, 51209, 53352, 53983, 52778,
    53441, 54367, 54709, 55324, 55891, 56526, 57455, 58512, 59104, 60551, 60884, 61400, 61555, 61567, 61705, 61708,
    61436, 61061,
]  # fmt: skip


@pytest.fixture(scope="module")
def tried():
    """Quantiles 10, 50 and 90, what came, and the last value, a row for each origin."""
    series = np.array([HOUSEHOLDS], dtype=float)
    origins = range(36, len(HOUSEHOLDS) - 11, 6)
    draws = [monthly_draws(series[:, :origin], 12, draws=500)[:, 0] for origin in origins]
    told = np.stack([np.percentile(each, [10, 50, 90], axis=0) for each in draws], axis=1)
    came = np.stack([series[0, origin : origin + 12] for origin in origins])
    return told, came, series[0, [origin - 1 for origin in origins], None]


def test_the_forecast_is_nearer_than_the_last_value(tried):
    (_, median, _), came, last = tried
    assert np.abs(median - came).sum() < 0.92 * np.abs(last - came).sum()
    assert np.abs(median - came).sum() / came.sum() < 0.066


def test_the_interval_holds_most_of_what_came_although_an_epidemic_lies_in_it(tried):
    (low, _, high), came, _ = tried
    assert 0.68 <= ((low <= came) & (came <= high)).mean() <= 0.88
