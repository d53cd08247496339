"""Chebyshev coefficients of Student's t quantile at 97.5 % over 1 / degrees of freedom in 0 … 1.

They stand in src/metrics/t-quantile.ts. Run: python tests/oracle/t-quantile.py
"""

import numpy as np
from scipy import stats

DEGREE = 22


def quantile(x):
    inverse = (x + 1) / 2
    # At infinitely many degrees of freedom it is the normal quantile.
    df = 1 / np.maximum(inverse, 1e-300)
    return np.where(inverse < 1e-12, stats.norm.ppf(0.975), stats.t.ppf(0.975, np.minimum(df, 1e12)))


series = np.polynomial.chebyshev.Chebyshev.interpolate(quantile, DEGREE)
for coefficient in series.coef:
    print(repr(float(coefficient)) + ",")
check = np.linspace(-1, 1, 100_001)
print("largest error", np.abs(series(check) - quantile(check)).max())
