"""Student's t without a library: pages must not wait a second for one number."""

from statistics import NormalDist

from styrhus.forecast.ledger.material import COVERAGE

Z = NormalDist().inv_cdf((1 + float(COVERAGE)) / 2)


def reach(freedom: float) -> float:
    """How many standard deviations the interval reaches to each side, with so many degrees of freedom (2 or more).

    Within half a per cent of the quantile. Source: Abramowitz and Stegun 26.7.5.
    """
    v = max(freedom, 2.0)
    first = (Z**3 + Z) / 4
    second = (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96
    third = (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384
    return Z + first / v + second / v**2 + third / v**3
