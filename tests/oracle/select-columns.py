"""Expected values of the selectors of columns, from scikit-learn, SciPy and pandas on real columns.

The rows stay where they are: only statistics of them are written. Some columns lack values by
themselves; `with_gaps` takes more away by a rule that the test repeats.

Run: FENQUN_DATA=... python tests/oracle/select-columns.py > tests/oracle/select-columns.json
"""

import json
import os
import sys
import warnings

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy import optimize, special, stats
from sklearn.feature_selection import VarianceThreshold, chi2, mutual_info_classif
from sklearn.feature_selection._mutual_info import _compute_mi_cc, _compute_mi_cd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import mutual_info_score
from sklearn.preprocessing import scale

DATA = os.environ["FENQUN_DATA"]
SEEDS = 12


def customers():
    path = f"{DATA}/customer-personality/marketing_campaign_semicolon_bom.csv"
    return pd.read_csv(path, sep=";", encoding="utf-8-sig")


def numbers_of(table):
    wanted = [name for name in table.columns if pd.api.types.is_numeric_dtype(table[name])]
    return table[[name for name in wanted if name not in ("ID", "Response")]].astype(float)


def with_gaps(frame):
    """Column j loses every row i with i % 23 == j."""
    out = frame.copy()
    for j, name in enumerate(out.columns):
        out.loc[np.arange(len(out)) % 23 == j, name] = np.nan
    return out


def listed(values):
    return [None if not np.isfinite(value) else float(value) for value in np.ravel(values)]


def fifths(values):
    edges = np.unique(np.quantile(values, [0.2, 0.4, 0.6, 0.8]))
    return np.searchsorted(edges, values, side="left")


def tested(a, b):
    found = stats.chi2_contingency(pd.crosstab(np.asarray(a), np.asarray(b)), correction=False)
    return {"statistic": found.statistic, "degrees": found.dof, "p": found.pvalue}


def supervised(frame, target):
    out = []
    for name in frame.columns:
        present = frame[name].notna().to_numpy()
        x, y = frame[name].to_numpy()[present], target[present]
        entry = {"name": name, "rows": int(present.sum())}
        if x.min() >= 0 and x.sum() > 0:
            statistic, p = chi2(x.reshape(-1, 1), y)
            entry["totals"] = {"statistic": statistic[0], "p": p[0]}
        if len(np.unique(fifths(x))) > 1:
            entry["fifths"] = tested(fifths(x), y)
        seen = [
            mutual_info_classif(x.reshape(-1, 1), y, random_state=seed)[0] for seed in range(SEEDS)
        ]
        entry["information"] = {"mean": float(np.mean(seen)), "spread": float(np.ptp(seen))}
        out.append(entry)
    return out


def converged(x, y, c):
    """The minimum, to the last digits.

    scikit-learn's saga says which weights are 0 and the signs of the others, but it ends while the
    intercept, which it does not watch, still settles. Among those weights the objective is smooth,
    and SciPy finds where its slope is 0; that no other weight wants in is then asserted.
    """
    model = LogisticRegression(l1_ratio=1, C=c, solver="saga", tol=1e-14, max_iter=100_000, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(x, y)
    rough = model.coef_[0]
    active = np.flatnonzero(np.abs(rough) > 1e-9)
    design = np.column_stack([np.ones(len(y)), x[:, active]])
    penalty = np.append(0, np.sign(rough[active]))

    def slope(at):
        return c * design.T @ (special.expit(design @ at) - y) + penalty

    def curvature(at):
        chance = special.expit(design @ at)
        return c * (design.T * (chance * (1 - chance))) @ design

    start = np.append(model.intercept_, rough[active])
    found = optimize.root(slope, start, jac=curvature, tol=1e-15).x
    assert np.abs(found - start).max() < 1e-5, np.abs(found - start).max()
    chance = special.expit(design @ found)
    idle = np.setdiff1d(np.arange(x.shape[1]), active)
    assert (c * np.abs(x[:, idle].T @ (chance - y)) <= 1 + 1e-9).all()
    weights = np.zeros(x.shape[1])
    weights[active] = found[1:]
    margin = np.where(y == 1, 1, -1) * (design @ found)
    return {
        "c": c,
        "intercept": float(found[0]),
        "weights": listed(weights),
        "objective": float(c * np.logaddexp(0, -margin).sum() + np.abs(weights).sum()),
        "saga": {"intercept": float(model.intercept_[0]), "weights": listed(rough)},
    }


def mixed(table, j):
    """A measure without equal distances, which rounding would break one way or the other."""
    return np.sqrt(table[:, j] * table[:, j + 1] + table[:, j + 2])


def paths(frame, target, factors):
    whole = frame.notna().all(axis=1).to_numpy()
    x, y = scale(frame[whole].to_numpy()), target[whole]
    least = 1 / np.abs(x.T @ ((y == 1) - np.mean(y == 1))).max()
    return {
        "columns": list(frame.columns),
        "rows": int(whole.sum()),
        "least": least,
        "models": [converged(x, y, least * factor) for factor in factors],
    }




def main():
    table = customers()
    numbers = numbers_of(table)
    gaps = with_gaps(numbers)
    response = table["Response"].to_numpy()
    varying = gaps[[name for name in gaps.columns if gaps[name].nunique() > 1]]
    categories = {
        name: {**tested(table[name], response), "information": mutual_info_score(table[name], response)}
        for name in ("Education", "Marital_Status")
    }
    few = ["Income", "Recency", "MntWines", "MntFruits", "NumDealsPurchases", "NumWebVisitsMonth", "Kidhome", "Teenhome", "AcceptedCmp3", "Year_Birth"]
    amounts = ["MntWines", "MntFruits", "MntMeatProducts", "Recency"]
    income = table["Income"].to_numpy()
    present = ~np.isnan(income)
    cancer = pd.read_csv(f"{DATA}/sklearn-toys/breast_cancer.csv", header=None, skiprows=1).to_numpy(float)
    wine = pd.read_csv(f"{DATA}/sklearn-toys/wine_data.csv", header=None, skiprows=1).to_numpy(float)
    pairs = [(0, 1), (0, 4), (7, 21), (3, 13), (9, 17)]
    json.dump(
        {
            "versions": {"sklearn": sklearn.__version__, "scipy": scipy.__version__, "pandas": pd.__version__},
            "numbers": list(gaps.columns),
            "variances": listed(VarianceThreshold(1e-300).fit(gaps).variances_),
            "threshold": [
                {"threshold": t, "kept": list(gaps.columns[VarianceThreshold(t).fit(gaps).get_support()])}
                for t in (0.0, 0.1, 10.0)
            ],
            "varying": list(varying.columns),
            "pearson": listed(varying.corr(method="pearson")),
            "spearman": listed(varying.corr(method="spearman")),
            "supervised": supervised(gaps, response),
            "categories": categories,
            "adjusted": {
                "p": (ps := [entry["fifths"]["p"] for entry in supervised(varying, response) if "fifths" in entry]),
                "q": listed(stats.false_discovery_control(ps)),
            },
            "tails": [
                {"x": x, "degrees": d, "p": float(stats.chi2.sf(x, d))}
                for d in (1, 2, 3, 4, 7, 16, 59, 60, 61, 100, 999)
                for x in (1e-8, 0.3, 1.0, d / 2, float(d), d * 1.5, d * 3.0, 600.0)
            ],
            "cancer": [
                float(_compute_mi_cd(mixed(cancer, j), cancer[:, -1], 3))
                if len(np.unique(mixed(cancer, j))) == len(cancer)
                else None
                for j in range(28)
            ],
            "joint": [
                {
                    "a": a,
                    "b": b,
                    "information": float(
                        _compute_mi_cc(
                            scale(mixed(cancer, a), with_mean=False), scale(mixed(cancer, b), with_mean=False), 3
                        )
                    ),
                }
                for a, b in pairs
            ],
            "path": paths(gaps[few], response, (1.0, 1.5, 3.0, 10.0, 30.0, 100.0, 1000.0)),
        },
        sys.stdout,
        ensure_ascii=False,
    )


main()
