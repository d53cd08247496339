"""Records what scikit-learn and SciPy make of generated columns with missing values.

Run: python tests/oracle/transformers.py > tests/oracle/transformers.json
"""

import json
import sys
from decimal import Decimal, getcontext

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, PowerTransformer, RobustScaler, StandardScaler


def with_missing(values, every):
    values = np.asarray(values, dtype=np.float64).copy()
    values[::every] = np.nan
    return values


def columns():
    random = np.random.default_rng(20260930)
    return {
        "spend, right-skewed": with_missing(np.round(random.lognormal(6, 1.2, 120), 2), 11),
        "balance, both signs": with_missing(np.round(random.gamma(2, 300, 90) - 250, 2), 7),
        "all negative": with_missing(np.round(-random.gamma(2, 3, 60) - 1, 3), 9),
        "whole numbers with ties": with_missing(random.poisson(3, 80), 6),
        "milliseconds, large offset": with_missing(1.7e12 + random.integers(0, 10**9, 70), 8),
        "tiny": with_missing(random.normal(0, 1e-6, 50), 5),
        "mostly zeros": with_missing(np.where(random.random(100) < 0.8, 0, random.gamma(1, 50, 100)), 10),
        "constant": with_missing(np.full(30, 7.25), 4),
        "one value": with_missing([np.nan, 3.5, np.nan], 3),
    }


def exact_lambda(present, rough):
    """The maximum of the Yeo-Johnson likelihood near `rough`, in 50 digits by bisection.

    SciPy stops within 1.5e-8 of it, at a place that depends on the order of its sums.
    """
    getcontext().prec = 50
    values = [Decimal(float(value)) for value in present]
    logs = [(1 + abs(value)).ln().copy_sign(value) for value in values]

    def bend(power, size):
        growth = (power * size).exp()
        return (growth - 1) / power, (size * growth - (growth - 1) / power) / power

    def slope(lmbda):
        pairs = [bend(2 - lmbda, -log) if log < 0 else bend(lmbda, log) for log in logs]
        bent = [-pair[0] if log < 0 else pair[0] for pair, log in zip(pairs, logs)]
        steep = [pair[1] for pair in pairs]
        count = len(values)
        mean = sum(bent) / count
        steep_mean = sum(steep) / count
        variance = sum((value - mean) ** 2 for value in bent)
        covariance = sum((a - mean) * (b - steep_mean) for a, b in zip(bent, steep))
        return -count * covariance / variance + sum(logs)

    low, high = (Decimal(float(rough)) + step * Decimal("1e-3") * max(1, abs(Decimal(float(rough)))) for step in (-1, 1))
    if not slope(low) > 0 > slope(high):
        return float(rough)  # the likelihood still rises at SciPy's bound
    for _ in range(80):
        middle = (low + high) / 2
        if slope(middle) > 0:
            low = middle
        else:
            high = middle
    return float(low)


def listed(values):
    return [None if np.isnan(value) else float(value) for value in np.ravel(values)]


def record(values):
    column = values.reshape(-1, 1)
    standard = StandardScaler().fit(column)
    robust = RobustScaler().fit(column)
    min_max = MinMaxScaler().fit(column)
    power = PowerTransformer(method="yeo-johnson", standardize=False).fit(column)
    present = values[~np.isnan(values)]
    is_constant = np.ptp(present) == 0
    # With missing values PowerTransformer does not notice that a column is constant.
    lmbda = 1.0 if is_constant else exact_lambda(present, power.lambdas_[0])
    out = {
        "values": listed(values),
        "skewness": float(np.nan_to_num(stats.skew(present))) if np.ptp(present) > 0 else 0.0,
        "standard": {"mean": standard.mean_[0], "variance": standard.var_[0], "after": listed(standard.transform(column))},
        "robust": {"median": robust.center_[0], "after": listed(robust.transform(column))},
        "minMax": {"min": min_max.data_min_[0], "max": min_max.data_max_[0], "after": listed(min_max.transform(column))},
        "yeoJohnson": {
            "lambda": lmbda,
            "scikitLearn": lmbda if is_constant else power.lambdas_[0],
            "after": listed(stats.yeojohnson(values, lmbda)),
        },
        "fill": {
            rule: SimpleImputer(strategy=strategy).fit(column).statistics_[0]
            for rule, strategy in [("median", "median"), ("mean", "mean"), ("mode", "most_frequent")]
        },
        "quantiles": {str(q): float(np.quantile(present, q)) for q in [0, 0.01, 0.25, 0.5, 0.9, 1]},
    }
    if present.min() >= 0:
        out["log"] = listed(np.log1p(values))
    return out


def one_hot():
    random = np.random.default_rng(7)
    levels = ["北京", "上海", "Paris", "São Paulo", "__proto__"]
    values = random.choice(levels, 40, p=[0.4, 0.25, 0.2, 0.1, 0.05])
    encoder = OneHotEncoder(sparse_output=False).fit(values.reshape(-1, 1))
    return {
        "values": values.tolist(),
        "levels": encoder.categories_[0].tolist(),
        "after": encoder.transform(values.reshape(-1, 1)).astype(int).tolist(),
    }


json.dump(
    {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "sklearn": sklearn.__version__},
        "columns": [{"name": name, **record(values)} for name, values in columns().items()],
        "oneHot": one_hot(),
    },
    sys.stdout,
    ensure_ascii=False,
)
