"""What pandas and SciPy make of real tables with missing values: formulas, joins, clipped outliers.

The rows stay where they are: of each column only sums, counts and a digest of its texts are written.

Run: FENQUN_DATA=... python tests/oracle/real-tables.py > tests/oracle/real-tables.json
"""

import hashlib
import json
import os

import numpy as np
import pandas as pd
from scipy import stats

DATA = os.environ["FENQUN_DATA"]
PEOPLE = "customer-personality/marketing_campaign_semicolon_bom.csv"
ORDERS = "online-retail-sample/online_retail_2010-12.csv.gz"
BANK = "bank-marketing/bank_additional.csv.gz"
MEMBERS = "groceries-members/groceries_members.csv.gz"
ITEMS = "groceries/groceries_items.csv"

people = pd.read_csv(f"{DATA}/{PEOPLE}", sep=";", encoding="utf-8-sig", parse_dates=["Dt_Customer"])
orders = pd.read_csv(f"{DATA}/{ORDERS}", parse_dates=["InvoiceDate"])
# The reader takes the "unknown" of this file for words, as pandas does.
bank = pd.read_csv(f"{DATA}/{BANK}", sep=";", keep_default_na=False)
members = pd.read_csv(f"{DATA}/{MEMBERS}")
items = pd.read_csv(f"{DATA}/{ITEMS}")


def digest(values):
    """Enough to tell every value and its row: counts, sums, and a hash of texts."""
    values = pd.Series(values).reset_index(drop=True)
    out = {"missing": int(values.isna().sum())}
    if pd.api.types.is_datetime64_any_dtype(values):
        values = values.astype("datetime64[ms]").astype("int64").where(values.notna()).astype(float)
    if pd.api.types.is_bool_dtype(values) or pd.api.types.is_numeric_dtype(values):
        numbers = values.astype("Float64").to_numpy(dtype=float, na_value=np.nan)
        present = np.nan_to_num(numbers)
        place = np.arange(len(numbers)) % 97 + 1
        return {**out, "sum": float(present.sum()), "weighted": float((present * place).sum()), "size": float(np.abs(present * place).sum())}
    texts = "\n".join("\0" if pd.isna(value) else str(value) for value in values)
    return {**out, "sha256": hashlib.sha256(texts.encode()).hexdigest()}


def boolean(condition, *parts):
    missing = pd.concat([part.isna() for part in parts], axis=1).any(axis=1)
    return condition.astype("boolean").mask(missing)


def halves_away(values, unit):
    """pandas rounds halves to even; people, and formulas, away from zero."""
    return np.sign(values) * np.floor(np.abs(values) * unit + 0.5) / unit


p, o, b = people, orders, bank
spent = p["MntWines"] + p["MntMeatProducts"]
# A lone question mark is a missing value to the reader.
described = o["Description"].mask(o["Description"] == "?")
paid = o["Quantity"] * o["UnitPrice"]
FORMULAS = {
    PEOPLE: {
        "Income / 12 - MntWines": p["Income"] / 12 - p["MntWines"],
        "MntWines / NumDealsPurchases": (p["MntWines"] / p["NumDealsPurchases"]).replace([np.inf, -np.inf], np.nan),
        "log(Income)": np.log(p["Income"]),
        "log1p(MntWines + MntMeatProducts)": np.log1p(spent),
        "if(Income > 60000, 'high', 'low')": pd.Series(np.where(p["Income"] > 60000, "high", "low")),
        "Income > 60000 and Kidhome = 0": boolean(p["Income"] > 60000, p["Income"]) & (p["Kidhome"] == 0),
        "coalesce(Income, median(Income))": p["Income"].fillna(p["Income"].median()),
        "bin(Income, 10000)": np.floor(p["Income"] / 10000) * 10000,
        "quantile(Income, 5)": pd.qcut(p["Income"], 5, labels=False) + 1,
        "rank(Income, Education)": p["Income"].groupby(p["Education"]).rank(),
        "mean(Income, Marital_Status)": p["Income"].groupby(p["Marital_Status"]).transform("mean"),
        "(Income - mean(Income)) / std(Income)": (p["Income"] - p["Income"].mean()) / p["Income"].std(),
        "upper(Education) & '/' & Marital_Status": p["Education"].str.upper() + "/" + p["Marital_Status"],
        "year(Dt_Customer) - Year_Birth": p["Dt_Customer"].dt.year - p["Year_Birth"],
        "days_between(Dt_Customer, today())": (pd.Timestamp("2014-12-31") - p["Dt_Customer"]).dt.days,
        "start_of_month(add_days(Dt_Customer, Recency))": (p["Dt_Customer"] + pd.to_timedelta(p["Recency"], unit="D")).dt.to_period("M").dt.start_time,
    },
    ORDERS: {
        "Quantity * UnitPrice": paid,
        "is_missing(CustomerID)": o["CustomerID"].isna().astype("boolean"),
        "sqrt(Quantity * UnitPrice)": np.sqrt(paid),
        "hour(InvoiceDate) * 60 + day(InvoiceDate)": o["InvoiceDate"].dt.hour * 60 + o["InvoiceDate"].dt.day,
        "weekday(InvoiceDate)": o["InvoiceDate"].dt.day_of_week + 1,
        "length(Description)": described.str.len(),
        "contains(Description, 'HEART')": boolean(described.str.contains("HEART", regex=False), described),
        "split_part(Description, ' ', 2)": described.str.split(" ").str.get(1),
        "sum(Quantity, Country)": o["Quantity"].groupby(o["Country"]).transform("sum"),
        "quantile_of(UnitPrice, 0.9, Country)": o["UnitPrice"].groupby(o["Country"]).transform(lambda x: x.quantile(0.9)),
    },
    BANK: {
        "round(euribor3m * campaign, 2)": halves_away(b["euribor3m"] * b["campaign"], 100),
        "case(age < 30, 'young', age < 60, 'middle', 'old')": pd.Series(np.select([b["age"] < 30, b["age"] < 60], ["young", "middle"], "old")),
        "substring(education, 1, 5)": b["education"].str.slice(0, 5),
        "replace(education, '.', ' ')": b["education"].str.replace(".", " ", regex=False),
        "quantile(duration, 10)": pd.qcut(b["duration"], 10, labels=False, duplicates="drop") + 1,
        "max(age, campaign * 3) % 7": np.maximum(b["age"], b["campaign"] * 3) % 7,
        "median(duration, job)": b["duration"].groupby(b["job"]).transform("median"),
        "abs([cons.conf.idx]) ^ 1.5": b["cons.conf.idx"].abs() ** 1.5,
    },
}


def joins():
    out = []
    for how in ("inner", "left", "anti"):
        left = members.assign(left=np.arange(len(members)))
        right = items.assign(right=np.arange(len(items)))
        merged = left.merge(right, left_on="itemDescription", right_on="item", how="left", sort=False)
        if how == "inner":
            merged = merged[merged["right"].notna()]
        if how == "anti":
            merged = merged[merged["right"].isna()]
        place = np.arange(len(merged)) % 97 + 1
        out.append(
            {
                "how": how,
                "rows": len(merged),
                "left": int((merged["left"].to_numpy() * place).sum()),
                "right": int((merged["right"].fillna(-1).to_numpy() * place).sum()),
                "members": int(merged["Member_number"].nunique()),
            }
        )
    return out


def clipped(values, rule):
    present = values.dropna()
    if rule == "iqr":
        low, high = present.quantile([0.25, 0.75])
        low, high = low - 1.5 * (high - low), high + 1.5 * (high - low)
    elif rule == "mad":
        middle = present.median()
        reach = 3.5 * stats.median_abs_deviation(present, scale="normal")
        low, high = middle - reach, middle + reach
    else:
        reach = 3 * present.std(ddof=DDOF)
        low, high = present.mean() - reach, present.mean() + reach
    return digest(values.clip(low, high))


DDOF = 0
print(
    json.dumps(
        {
            "versions": {"pandas": pd.__version__},
            "reference": "2014-12-31",
            "formulas": [
                {"file": file, "formula": formula, **digest(values)}
                for file, table in FORMULAS.items()
                for formula, values in table.items()
            ],
            "members": {"rows": len(members), "duplicates": int(members.duplicated().sum()), "members": int(members["Member_number"].nunique())},
            "joins": joins(),
            "clipped": [
                {"column": column, "rule": rule, "limit": limit, **clipped(people[column].astype(float), rule)}
                for column in ("Income", "MntWines", "Year_Birth", "NumDealsPurchases")
                for rule, limit in (("iqr", 1.5), ("mad", 3.5), ("z", 3))
            ],
        },
        ensure_ascii=False,
    )
)
