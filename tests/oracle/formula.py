"""Records what pandas and NumPy make of formulas over a generated table with missing values.

Run: python tests/oracle/formula.py > tests/oracle/formula.json
"""

import json

import numpy as np
import pandas as pd
from dateutil.relativedelta import relativedelta

random = np.random.default_rng(20261122)
ROWS = 150


def holes(series, share):
    return series.mask(random.random(ROWS) < share)


frame = pd.DataFrame(
    {
        "spend": np.round(random.lognormal(4, 1.2, ROWS), 2),
        "balance": np.round(random.normal(0, 50, ROWS), 2),
        "visits": random.poisson(3, ROWS).astype(float),
        "age": random.integers(14, 90, ROWS).astype(float),
        "member": random.random(ROWS) < 0.6,
        "joined": pd.Timestamp("2019-01-31") + pd.to_timedelta(random.integers(0, 1500, ROWS), unit="D"),
        "last": pd.Timestamp("2023-03-01")
        + pd.to_timedelta(random.integers(0, 500 * 24 * 60, ROWS), unit="min"),
        "city": random.choice(["北京", "上海", "Île de", "new york", "𠮷野"], ROWS),
        "code": random.choice(["A-17-x", "B-4-yy", "C-250-z", "nope", " 12 ", "1,234.5", "7e2"], ROWS),
    }
)
frame["spend"] = holes(frame["spend"], 0.1)
frame["balance"] = holes(frame["balance"], 0.1)
frame["visits"] = holes(frame["visits"], 0.05)
frame["member"] = holes(frame["member"].astype("boolean"), 0.1)
frame["joined"] = holes(frame["joined"], 0.1)
frame["last"] = holes(frame["last"], 0.05)
frame["city"] = holes(frame["city"].astype("string"), 0.1)
frame["code"] = holes(frame["code"].astype("string"), 0.1)

f = frame
spend, balance, visits, age = f["spend"], f["balance"], f["visits"], f["age"]
member, joined, last, city, code = f["member"], f["joined"], f["last"], f["city"], f["code"]


def defined(values):
    return values.replace([np.inf, -np.inf], np.nan)


def months(a, b):
    def one(x, y):
        delta = relativedelta(y, x)
        return delta.years * 12 + delta.months

    return pd.Series(
        [np.nan if pd.isna(x) or pd.isna(y) else one(x.normalize(), y.normalize()) for x, y in zip(a, b)]
    )



def boolean(condition, *parts):
    """SQL comparison: missing where a part is."""
    missing = pd.concat([part.isna() for part in parts], axis=1).any(axis=1)
    return condition.astype("boolean").mask(missing)


day = lambda column: column.dt.normalize()
high = boolean(spend > 60, spend)
low = boolean(balance < 0, balance)

EXPECTED = {
    "spend + balance": spend + balance,
    "spend - balance * 2": spend - balance * 2,
    "spend / visits": defined(spend / visits),
    "balance % 7": balance % 7,
    "-balance % 7.5": -balance % 7.5,
    "balance ^ 3": balance**3,
    "-2 ^ 2 + visits": -(2**2) + visits,
    "2 ^ 3 ^ 2 - visits": 2 ** (3**2) - visits,
    "spend ^ 0.3": spend**0.3,
    "spend ^ -1.7": spend**-1.7,
    "balance ^ 0.5": balance**0.5,
    "(spend + 1) * (visits - 1)": (spend + 1) * (visits - 1),
    "log(spend)": np.log(spend),
    "log10(visits)": defined(np.log10(visits)),
    "log1p(spend)": np.log1p(spend),
    "exp(balance / 10)": np.exp(balance / 10),
    "sqrt(balance)": np.sqrt(balance),
    "abs(balance)": balance.abs(),
    "floor(balance)": np.floor(balance),
    "ceil(balance)": np.ceil(balance),
    "round(balance * 1.01, 1)": (balance * 1.01).round(1),
    "round(spend * 3.3, -1)": (spend * 3.3).round(-1),
    "min(spend, balance, 40)": pd.concat([spend, balance], axis=1).min(axis=1, skipna=False).clip(upper=40),
    "max(spend, balance)": pd.concat([spend, balance], axis=1).max(axis=1, skipna=False),
    "spend > 60": high,
    "spend > 60 and balance < 0": high & low,
    "spend > 60 or balance < 0": high | low,
    "not (spend > 60) or member": ~high | member,
    "not spend > 60 and member = true": ~high & member,
    "city = '北京'": boolean(city == "北京", city),
    "city <> '北京' and visits >= 2": boolean(city != "北京", city) & boolean(visits >= 2, visits),
    "city in ('北京', 'new york')": boolean(city.isin(["北京", "new york"]), city),
    "visits not in [1, 2, 3]": boolean(~visits.isin([1, 2, 3]), visits),
    "joined < '2021-06-15'": boolean(joined < "2021-06-15", joined),
    "between(age, 18, 30)": age.between(18, 30).astype("boolean"),
    "if(spend > 60, 'high', 'low')": pd.Series(np.where(high.fillna(False), "high", "low")),
    "if(is_missing(balance), spend, balance)": spend.where(balance.isna(), balance),
    "case(age < 18, 1, age < 30, 2, age < 60, 3)": pd.Series(
        np.select([age < 18, age < 30, age < 60], [1, 2, 3], np.nan)
    ),
    "coalesce(spend, balance, 0)": spend.fillna(balance).fillna(0),
    "is_missing(city)": city.isna().astype("boolean"),
    "city & '-' & code": city + "-" + code,
    "concat(upper(city), '/', visits)": city.str.upper()
    + "/"
    + visits.map(lambda x: pd.NA if pd.isna(x) else str(int(x))).astype("string"),
    "length(city)": city.str.len(),
    "upper(city)": city.str.upper(),
    "lower(city)": city.str.lower(),
    "trim(code)": code.str.strip(),
    "contains(code, '-')": code.str.contains("-", regex=False).astype("boolean"),
    "starts_with(code, 'A')": code.str.startswith("A").astype("boolean"),
    "ends_with(code, 'y')": code.str.endswith("y").astype("boolean"),
    "replace(code, '-', '')": code.str.replace("-", "", regex=False),
    "substring(city, 2, 2)": city.str.slice(1, 3),
    "substring(code, -3)": code.str.slice(-3),
    "split_part(code, '-', 2)": code.str.split("-").str.get(1),
    "number(code)": pd.to_numeric(code.str.strip().str.replace(",", ""), errors="coerce"),
    "year(joined)": joined.dt.year,
    "month(last)": last.dt.month,
    "day(last)": last.dt.day,
    "quarter(joined)": joined.dt.quarter,
    "weekday(joined)": joined.dt.day_of_week + 1,
    "hour(last)": last.dt.hour,
    "days_between(joined, last)": (day(last) - day(joined)).dt.days,
    "days_between(last, joined)": (day(joined) - day(last)).dt.days,
    "months_between(joined, last)": months(joined, last),
    "add_days(joined, visits)": joined + pd.to_timedelta(visits, unit="D"),
    "add_months(joined, 1)": joined + pd.DateOffset(months=1),
    "add_months(last, -13)": last + pd.DateOffset(months=-13),
    "start_of_month(last)": last.dt.to_period("M").dt.start_time,
    "start_of_week(last)": last.dt.to_period("W").dt.start_time,
    "start_of_year(last)": last.dt.to_period("Y").dt.start_time,
    "date(2020, visits, 30)": pd.to_datetime(
        pd.DataFrame({"year": 2020, "month": visits, "day": 30}), errors="coerce"
    ),
    "days_between(joined, today())": (pd.Timestamp("2024-01-01") - day(joined)).dt.days,
    "bin(balance, 25)": np.floor(balance / 25) * 25,
    "bin(age, [18, 30, 60], ['a', 'b'])": pd.cut(age, [18, 30, 60], right=False, labels=["a", "b"]).astype(
        "string"
    ),
    "bin(age, [18, 30], ['young', 'mid', 'old'])": pd.cut(
        age, [-np.inf, 18, 30, np.inf], right=False, labels=["young", "mid", "old"]
    ).astype("string"),
    "quantile(spend, 5)": pd.qcut(spend, 5, labels=False) + 1,
    "quantile(visits, 4)": pd.qcut(visits, 4, labels=False, duplicates="drop") + 1,
    "rank(spend)": spend.rank(),
    "rank(-visits)": (-visits).rank(),
    "rank(spend, city)": spend.groupby(city).rank(),
    "mean(spend)": pd.Series(spend.mean(), range(ROWS)),
    "median(spend)": pd.Series(spend.median(), range(ROWS)),
    "std(balance)": pd.Series(balance.std(), range(ROWS)),
    "sum(balance)": pd.Series(balance.sum(), range(ROWS)),
    "count(balance)": pd.Series(balance.count(), range(ROWS)),
    "min_of(balance)": pd.Series(balance.min(), range(ROWS)),
    "max_of(last)": pd.Series(last.max(), range(ROWS)),
    "quantile_of(spend, 0.9)": pd.Series(spend.quantile(0.9), range(ROWS)),
    "mean(spend, city)": spend.groupby(city).transform("mean"),
    "median(balance, city)": balance.groupby(city).transform("median"),
    "std(balance, member)": balance.groupby(member).transform("std"),
    "sum(spend, visits)": spend.groupby(visits).transform(lambda x: x.sum(min_count=1)),
    "count(code, city)": code.groupby(city).transform("count"),
    "quantile_of(spend, 0.25, city)": spend.groupby(city).transform(lambda x: x.quantile(0.25)),
    "min_of(joined, city)": joined.groupby(city).transform("min"),
    "(spend - mean(spend)) / std(spend)": (spend - spend.mean()) / spend.std(),
    "spend / sum(spend, city)": spend / spend.groupby(city).transform("sum"),
}


def plain(values):
    def one(value):
        if value is None or pd.isna(value):
            return None
        if isinstance(value, (pd.Timestamp, np.datetime64)):
            return pd.Timestamp(value).value // 10**6
        if isinstance(value, (bool, np.bool_)):
            return int(value)
        return value if isinstance(value, str) else float(value)

    return [one(value) for value in values]


print(
    json.dumps(
        {
            "pandas": pd.__version__,
            "reference": "2024-01-01",
            "columns": {name: plain(column) for name, column in frame.items()},
            "formulas": [
                {"formula": formula, "values": plain(values)} for formula, values in EXPECTED.items()
            ],
        },
        ensure_ascii=False,
    )
)
