"""What scikit-learn, pandas and NumPy make of real columns with missing values; writes features.json.

Run: python features.py FOLDER_OF_THE_REAL_DATA_SETS > features.json

Of each column made, every 97th row is recorded and the sums of all rows, which any other row would
change.
"""

import json
import math
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import sklearn
from sklearn.feature_extraction import FeatureHasher
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import (
    MinMaxScaler,
    OneHotEncoder,
    OrdinalEncoder,
    PowerTransformer,
    RobustScaler,
    StandardScaler,
)

FOLDER = Path(sys.argv[1])
STEP = 97


def read(path, **options):
    return pd.read_csv(FOLDER / path, **options)


def recorded(columns):
    columns = np.asarray(columns, dtype=np.float64)
    if columns.ndim == 1:
        columns = columns[:, None]
    return {
        "rows": [[None if math.isnan(v) else v for v in row] for row in columns[::STEP].tolist()],
        "sums": [math.fsum(v for v in c if not math.isnan(v)) for c in columns.T.tolist()],
    }


people = read("customer-personality/marketing_campaign_semicolon_bom.csv", sep=";")
bank = read("bank-marketing/bank_additional.csv.gz", sep=";", na_values=["unknown"], keep_default_na=True)
retail = read("online-retail-sample/online_retail_2010-12.csv.gz", parse_dates=["InvoiceDate"], na_values=["?"])
wholesale = read("wholesale-customers/wholesale_customers.csv")


def numbers(frame, name):
    values = frame[[name]].to_numpy(dtype=np.float64)
    power = PowerTransformer(method="yeo-johnson", standardize=False).fit(values)
    return {
        "standard": recorded(StandardScaler().fit_transform(values)),
        "min-max": recorded(MinMaxScaler().fit_transform(values)),
        "robust": recorded(RobustScaler().fit_transform(values)),
        "yeo-johnson": {"lambda": float(power.lambdas_[0]), **recorded(power.transform(values))},
        **{
            rule: recorded(SimpleImputer(strategy=strategy).fit_transform(values))
            for rule, strategy in [("median", "median"), ("mean", "mean"), ("mode", "most_frequent")]
        },
    }


def one_hot(values, **options):
    """The columns in the encoder's own order, with what they stand for."""
    encoder = OneHotEncoder(sparse_output=False, **options)
    after = encoder.fit_transform(values.to_frame())
    rare = encoder.infrequent_categories_[0] if options else None
    infrequent = [] if rare is None else list(rare)
    alone = [c for c in encoder.categories_[0] if c not in infrequent]
    names = [None if isinstance(c, float) else c for c in alone] + (["…"] if infrequent else [])
    return {"names": names, **recorded(after)}


def hashed(values, slots):
    hasher = FeatureHasher(n_features=slots, input_type="string", dtype=np.float64)
    return recorded(hasher.transform([[] if isinstance(v, float) else [v] for v in values]).toarray())


def cyclic(part, period):
    angle = 2 * np.pi * part / period
    return recorded(np.column_stack([np.sin(angle), np.cos(angle)]))


day = pd.Timedelta(days=1)
joined = pd.to_datetime(people.Dt_Customer)
hours = retail.InvoiceDate
year_days = np.where(joined.dt.is_leap_year, 366, 365)
education = bank.education
ordered = ["illiterate", "basic.4y", "basic.6y", "basic.9y", "high.school", "professional.course", "university.degree"]
described = retail.Description
top = described.value_counts()
baskets = pd.Series((FOLDER / "groceries/groceries.csv").read_text().splitlines())
tags = baskets.str.get_dummies(sep=",")
frequent_tags = sorted(tags.columns, key=lambda tag: (-tags[tag].sum(), tag))[:12]
matrix = StandardScaler().fit_transform(wholesale[["Fresh", "Milk", "Grocery"]].to_numpy(float))

json.dump(
    {
        "made with": f"scikit-learn {sklearn.__version__}, pandas {pd.__version__}, NumPy {np.__version__}",
        "step": STEP,
        "numbers": {
            "people Income": numbers(people, "Income"),
            "people MntWines": numbers(people, "MntWines"),
            "bank pdays": numbers(bank, "pdays"),
            "bank euribor3m": numbers(bank, "euribor3m"),
            "retail UnitPrice": numbers(retail, "UnitPrice"),
            "retail Quantity": numbers(retail, "Quantity"),
            "wholesale Fresh": numbers(wholesale, "Fresh"),
        },
        "oneHot": {
            "bank job": {
                "all": one_hot(bank.job),
                "count": one_hot(bank.job.dropna(), min_frequency=2000),
                "share": one_hot(bank.job.dropna(), min_frequency=0.05),
                "most": one_hot(bank.job.dropna(), max_categories=5),
            },
            "people Marital_Status": {"count": one_hot(people.Marital_Status, min_frequency=10)},
        },
        "ordinal": {
            "sorted": recorded(OrdinalEncoder().fit_transform(education.to_frame())),
            "listed": recorded(OrdinalEncoder(categories=[[*ordered, np.nan]]).fit_transform(education.to_frame())),
            "order": ordered,
        },
        "frequency": {
            "share": recorded(education.map(education.value_counts(normalize=True, dropna=False))),
            "count": recorded(education.map(education.value_counts(dropna=False))),
            "shareOfPresent": recorded(education.map(education.value_counts(normalize=True))),
            "rare": recorded(described.where(described.isna(), described.map(lambda v: v if top.get(v, 0) >= 20 else "…")).pipe(lambda s: s.map(s.value_counts(dropna=False)))),
        },
        "hash": {"retail Description": hashed(described, 16), "bank job": hashed(bank.job, 5)},
        "age": {
            "latest": recorded((joined.max() - joined) / day),
            "day": recorded((pd.Timestamp("2014-12-31") - hours) / day),
        },
        "cyclic": {
            "month": cyclic(joined.dt.month - 1, 12),
            "weekday": cyclic(joined.dt.day_of_week, 7),
            "day-of-year": cyclic(joined.dt.day_of_year - 1, year_days),
            "hour": cyclic(hours.dt.hour, 24),
        },
        "tags": {
            "names": frequent_tags,
            **recorded(
                np.column_stack([tags[frequent_tags], tags.drop(columns=frequent_tags).any(axis=1)])
            ),
        },
        "interactions": {
            "product": recorded(wholesale.Fresh.astype(float) * wholesale.Milk),
            "ratio": recorded(wholesale.Milk / wholesale.Grocery),
        },
        "gamma": float(0.5 * np.mean(np.std(matrix, axis=0))),
        "gammaRaw": float(0.5 * np.mean(np.std(wholesale[["Fresh", "Milk", "Grocery"]].to_numpy(float), axis=0))),
    },
    sys.stdout,
    ensure_ascii=False,
    separators=(",", ":"),
)
