"""pandas beside us on tables: does what it is told on standard input, a line of JSON each."""

import json
import resource
import sys
import time

try:
    import numpy as np
    import pandas as pd
except ImportError as missing:
    print(json.dumps({"missing": str(missing)}), flush=True)
    sys.exit(0)


def peak_bytes():
    """ru_maxrss counts in KiB, but on macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def read_csv(path):
    def run():
        table = pd.read_csv(path)
        return {"rows": len(table), "columns": len(table.columns)}

    return run


def read_texts(path):
    def run():
        table = pd.read_csv(path, parse_dates=["date"])
        return {"rows": len(table), "columns": len(table.columns)}

    return run


def profile(path):
    dates = [name for name in pd.read_csv(path, nrows=0).columns if name.endswith("_2") or name.endswith("12") or name.endswith("22") or name.endswith("32") or name.endswith("42")]
    table = pd.read_csv(path, parse_dates=dates)

    def run():
        """What our profile says: missing, distinct, figures, quantiles, bins, top values, duplicates, correlations."""
        missing = table.isna().sum()
        distinct = 0
        for name in table.columns:
            column = table[name]
            distinct += column.nunique()
            if pd.api.types.is_bool_dtype(column) or not pd.api.types.is_numeric_dtype(column):
                if not pd.api.types.is_datetime64_any_dtype(column):
                    column.value_counts().head(12)
                    continue
                column.quantile([0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99])
                continue
            column.agg(["min", "max", "mean", "std", "skew"])
            column.quantile([0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99])
            np.histogram(column.dropna(), bins=40)
            (column == 0).sum(), (column < 0).sum()
        table.duplicated().sum()
        table.corr(numeric_only=True)
        return {"missing": int(missing.sum()), "distinct": int(distinct)}

    return run


def clean(path):
    table = pd.read_csv(path, parse_dates=["column_2"])
    amounts = ["column_6", "column_7", "column_8", "column_9"]

    def run():
        """Whole duplicates dropped, gaps filled with medians, values clipped at quartiles and 1.5 IQR."""
        left = table.drop_duplicates()
        filled = left.assign(**{name: left[name].fillna(left[name].median()) for name in amounts})
        clipped = 0
        for name in amounts:
            low, high = filled[name].quantile([0.25, 0.75])
            reach = 1.5 * (high - low)
            within = filled[name].clip(low - reach, high + reach)
            clipped += int((within != filled[name]).sum())
            filled[name] = within
        return {"rows": len(filled), "filled": int(left[amounts].isna().sum().sum()), "clipped": clipped}

    return run


def rfm(path):
    orders = pd.read_csv(path, parse_dates=["date"])
    day = pd.Timedelta(days=1)

    def score(values, larger):
        rank = values.rank(method="min", ascending=larger)
        return ((rank - 1) * 5 // len(values) + 1).astype("int8")

    def run():
        """What our cell gives: figures of each customer, scores and a group."""
        table = orders.dropna(subset=["customer", "date", "invoice", "quantity", "price"])
        table = table[(table.price > 0) & (table.quantity != 0)]
        money = table.quantity * table.price
        is_return = table.invoice.str.startswith("C") | (table.quantity < 0)
        sales = table[~is_return].assign(money=money[~is_return])
        by = sales.groupby("customer")
        out = by.agg(
            frequency=("invoice", "nunique"),
            monetary=("money", "sum"),
            products=("product", "nunique"),
            first=("date", "min"),
            last=("date", "max"),
        )
        reference = out["last"].max().normalize() + day
        out["recency"] = (reference - out["last"]).dt.days
        out["tenure"] = (reference - out["first"]).dt.days
        out["basket"] = out.monetary / out.frequency
        times = sales.groupby(["customer", "invoice"]).date.min().reset_index()
        times = times.sort_values(["customer", "date"])
        gaps = times.groupby("customer").date.diff() / day
        out["gap_mean"] = gaps.groupby(times.customer).mean()
        out["gap_median"] = gaps.groupby(times.customer).median()
        returned = table[is_return].groupby("customer").invoice.nunique()
        every = table.groupby("customer").invoice.nunique()
        out["returns"] = returned.reindex(out.index, fill_value=0) / every.reindex(out.index)
        out["r"] = score(out.recency, False)
        out["f"] = score(out.frequency, True)
        out["m"] = score(out.monetary, True)
        r, f, m = out.r, out.f, out.m
        rules = [
            (r >= 4) & (f >= 4) & (m >= 4), (r <= 2) & (f >= 4) & (m >= 4), (r >= 3) & (f >= 4),
            (r <= 2) & (f >= 3), (r <= 2) & (f == 2) & (m >= 4), (r >= 4) & (f >= 2),
            (r == 5), (r == 4), (r == 3) & (f >= 2) & (m >= 3), (r == 3), (r == 1) & (f == 1),
        ]
        out["group"] = np.select(rules, np.arange(len(rules)), len(rules))
        return {
            "customers": len(out),
            "orders": int(out.frequency.sum()),
            "revenue": round(float(out.monetary.sum())),
        }

    return run


def sequence(path):
    log = pd.read_csv(path, parse_dates=["date"])[["customer", "date", "product", "quantity"]]
    day, gap = pd.Timedelta(days=1), pd.Timedelta(minutes=30)

    def run():
        """The figures of our cell, without its picture, its steps and the entropy of events."""
        table = log.dropna(subset=["customer", "date", "product"])
        table = table.sort_values(["customer", "date"], kind="stable")
        by = table.groupby("customer", sort=False)
        between = by.date.diff()
        table = table.assign(gap=between / day, session=(between.isna() | (between > gap)).cumsum())
        reference = table.date.max().normalize() + day
        out = by.agg(
            events=("date", "size"), first=("date", "min"), last=("date", "max"),
            distinct=("product", "nunique"), value=("quantity", "sum"), mean=("quantity", "mean"),
        )
        for days in (7, 30, 90):
            inside = table.date >= reference - days * day
            out[f"window{days}"] = inside.groupby(table.customer).sum()
        out["recency"] = (reference - out["last"]).dt.days
        gaps = table.groupby("customer").gap
        out["gap_mean"], out["gap_median"] = gaps.mean(), gaps.median()
        sessions = table.groupby(["customer", "session"]).date.agg(["min", "max", "size"])
        length = sessions["max"] - sessions["min"]
        out["sessions"] = sessions.groupby("customer").size()
        out["minutes"] = length.dt.total_seconds().groupby("customer").mean() / 60
        days = table.date.dt.normalize()
        active = pd.DataFrame({"customer": table.customer, "day": days}).drop_duplicates()
        out["active"] = active.groupby("customer").size()
        run_of = (active.groupby("customer").day.diff() != day).cumsum()
        runs = active.groupby(["customer", run_of]).size()
        out["streak"] = runs.groupby("customer").max()
        for unit in (table.date.dt.hour, table.date.dt.day_of_week):
            counts = pd.crosstab(table.customer, unit)
            out[f"most_{unit.name}"] = counts.idxmax(axis=1)
        for event in table["product"].value_counts().index[:5]:
            done = table[table["product"] == event].groupby("customer").date
            out[f"count {event}"] = done.size().reindex(out.index, fill_value=0)
            out[f"since {event}"] = (reference - done.max()).dt.days.reindex(out.index)
        return {"users": len(out), "sessions": len(sessions), "events": len(table)}

    return run


WORKS = {
    "read_csv": read_csv,
    "read_texts": read_texts,
    "profile": profile,
    "clean": clean,
    "rfm": rfm,
    "sequence": sequence,
}
print(json.dumps({"name": "pandas " + pd.__version__}), flush=True)
ready, before = None, 0
for line in sys.stdin:
    told = json.loads(line)
    answer = {}
    if told["kind"] == "load":
        before = peak_bytes()
        answer = {"lacks": told["work"] not in WORKS}
        if not answer["lacks"]:
            ready = WORKS[told["work"]](told["path"])
    else:
        began, used = time.perf_counter(), time.process_time()
        proof = ready()
        spent = {"ms": 1000 * (time.perf_counter() - began), "cpuMs": 1000 * (time.process_time() - used)}
        answer = {**spent, "loadMs": 0, "proof": proof}
    print(json.dumps({**answer, "peakBytes": peak_bytes() - before}), flush=True)
