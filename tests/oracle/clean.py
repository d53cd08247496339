"""Expected results of cleaning steps: pandas, NumPy, SciPy and scikit-learn on real tables.

Run with the folder of real data in FENQUN_DATA; writes clean.json beside this file.
"""

import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats
from sklearn.impute import SimpleImputer

DATA = Path(os.environ["FENQUN_DATA"])


def groceries():
    table = pd.read_csv(DATA / "groceries-members/groceries_members.csv.gz")
    first = table.drop_duplicates()
    by_member = table.drop_duplicates(subset=["Member_number"], keep="last")
    return {
        "rows": len(table),
        "duplicates": int(table.duplicated().sum()),
        "left": len(first),
        "members": int(first["Member_number"].nunique()),
        # 1-based rows of the file, to show which ones stay.
        "lastRowSum": int((by_member.index + 1).to_series().sum()),
        "lastRows": [int(i) + 1 for i in by_member.index[:5]],
        "firstRowSum": int((table.drop_duplicates(subset=["Member_number"]).index + 1).to_series().sum()),
    }


def personality():
    table = pd.read_csv(
        DATA / "customer-personality/marketing_campaign_semicolon_bom.csv", sep=";", encoding="utf-8-sig"
    )
    income = table["Income"]
    present = income.dropna().to_numpy()
    missing = [int(i) + 1 for i in np.flatnonzero(income.isna())]
    by_group = table.groupby("Education")["Income"].transform("median")
    grouped = income.fillna(by_group)
    q1, q3 = np.quantile(present, [0.25, 0.75])
    mad = stats.median_abs_deviation(present, scale="normal")
    median = np.median(present)
    z = stats.zscore(present)
    low, high = np.percentile(present, [1, 99])
    return {
        "missingRows": missing,
        "mean": float(income.fillna(income.mean()).mean()),
        "filledMean": float(income.mean()),
        "filledMedian": float(SimpleImputer(strategy="median").fit(table[["Income"]]).statistics_[0]),
        "filledMode": float(SimpleImputer(strategy="most_frequent").fit(table[["Income"]]).statistics_[0]),
        "filledModeOfMarital": str(table["Marital_Status"].mode()[0]),
        "groupMedians": {k: float(v) for k, v in table.groupby("Education")["Income"].median().items()},
        "groupedAt": [float(grouped.iloc[row - 1]) for row in missing],
        "groupedSum": float(grouped.sum()),
        "iqr": {
            "low": float(q1 - 1.5 * (q3 - q1)),
            "high": float(q3 + 1.5 * (q3 - q1)),
            "outside": int(((present < q1 - 1.5 * (q3 - q1)) | (present > q3 + 1.5 * (q3 - q1))).sum()),
        },
        "mad": {
            "low": float(median - 3.5 * mad),
            "high": float(median + 3.5 * mad),
            "outside": int((np.abs(present - median) > 3.5 * mad).sum()),
        },
        "z": {"outside": int((np.abs(z) > 3).sum()), "low": float(present.mean() - 3 * present.std()),
              "high": float(present.mean() + 3 * present.std())},
        "percentile": {
            "low": float(low),
            "high": float(high),
            "clippedSum": float(np.clip(present, low, high).sum()),
            "outside": int(((present < low) | (present > high)).sum()),
        },
        "withoutMissing": int(len(table.dropna())),
    }


def wholesale():
    table = pd.read_csv(DATA / "wholesale-customers/wholesale_customers.csv")
    return {"means": {name: float(mean) for name, mean in table.mean().items()}, "rows": len(table)}


expected = {
    "versions": {"pandas": pd.__version__, "numpy": np.__version__},
    "groceries": groceries(),
    "personality": personality(),
    "wholesale": wholesale(),
}
(Path(__file__).parent / "clean.json").write_text(json.dumps(expected, indent=1) + "\n")
