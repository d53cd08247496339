"""Sessions and features of users from logs of events by pandas; writes sequence.json.

Run: python sequence.py [folder of the real data sets]
"""

import io
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import entropy

DAY = pd.Timedelta(days=1)
GAP = pd.Timedelta(minutes=30)
WINDOWS = [7, 30, 90]


def ordered(log):
    """Columns: user, when, event, value; time order, ties as they stand."""
    return log.sort_values(["user", "when"], kind="stable")


def cut(log, gap=GAP):
    log = ordered(log)
    new = log.groupby("user").when.diff() > gap
    return log.assign(session=new.groupby(log.user).cumsum() + 1)


def streaks(periods, last):
    """Longest run of whole numbers in a row, and the one that ends with the last."""
    periods = pd.Series(sorted(set(periods)))
    runs = (periods.diff() != 1).cumsum()
    sizes = periods.groupby(runs).size()
    return sizes.max(), sizes.iloc[-1] if periods.iloc[-1] == last else 0


def most(values):
    return values.mode().iloc[0]


def figures(log, events, reference, gap=GAP, hours=0):
    log = cut(log, gap)
    local = log.when + pd.Timedelta(hours=hours)
    by = log.groupby("user")
    out = pd.DataFrame({"events": by.size()})
    out["recency"] = (reference - (local.groupby(log.user).max())).dt.days
    out["tenure"] = (reference - (local.groupby(log.user).min())).dt.days
    for days in WINDOWS:
        inside = local >= reference - days * DAY
        out[f"window{days}"] = inside.groupby(log.user).sum()
    day = local.dt.normalize()
    out["activeDays"] = day.groupby(log.user).nunique()
    number = (day - pd.Timestamp(0)) // DAY
    week = (day.dt.to_period("W-SUN").dt.start_time - pd.Timestamp(0)) // DAY // 7
    before = reference - DAY
    for unit, periods, last in [
        ("days", number, (before - pd.Timestamp(0)) // DAY),
        ("weeks", week, (before.to_period("W-SUN").start_time - pd.Timestamp(0)) // DAY // 7),
    ]:
        runs = periods.groupby(log.user).agg(lambda each: streaks(each, last))
        out[f"longest_{unit}"] = runs.str[0]
        out[f"current_{unit}"] = runs.str[1]
    sessions = log.groupby(["user", "session"]).when.agg(["min", "max", "size"])
    length = (sessions["max"] - sessions["min"]) / pd.Timedelta(minutes=1)
    out["sessions"] = sessions.groupby("user").size()
    out["sessionMinutes"] = length.groupby("user").mean()
    out["sessionEvents"] = sessions["size"].groupby("user").mean()
    out["distinct"] = by.event.nunique()
    out["entropy"] = by.event.agg(lambda each: entropy(each.value_counts(), base=2))
    gaps = by.when.diff() / pd.Timedelta(hours=1)
    out["meanGap"] = gaps.groupby(log.user).mean()
    out["medianGap"] = gaps.groupby(log.user).median()
    for i, event in enumerate(events):
        done = log[log.event == event]
        out[f"count{i}"] = done.groupby("user").size().reindex(out.index, fill_value=0)
        when = (done.when + pd.Timedelta(hours=hours)).groupby(done.user).max()
        out[f"since{i}"] = (reference - when).dt.days.reindex(out.index)
    out["hour"] = local.dt.hour.groupby(log.user).agg(most)
    out["weekday"] = local.dt.day_of_week.groupby(log.user).agg(most)
    if "value" in log:
        out["valueSum"] = by.value.sum(min_count=1)
        out["valueMean"] = by.value.mean()
    return out


def sessions(log):
    log = cut(log)
    by = log.groupby(["user", "session"], sort=True)
    out = by.agg(
        start=("when", "min"), end=("when", "max"), events=("event", "size"),
        distinct=("event", "nunique"), first=("event", "first"), last=("event", "last"),
    )
    out["minutes"] = (out.end - out.start) / pd.Timedelta(minutes=1)
    return out


def steps(log):
    log = cut(log)
    after = log.groupby(["user", "session"]).event.shift(-1)
    return pd.crosstab(log.event, after)


def plain(frame):
    """Columns as lists; what is missing is null."""
    return {
        name: [None if pd.isna(value) else value for value in frame[name].tolist()]
        for name in frame
    }


def made_up():
    random = np.random.default_rng(11)
    n = 900
    user = random.zipf(1.5, n) % 37
    visit = random.integers(0, 400, n) * 23_400
    inside = random.integers(0, 60, n) * 60
    when = pd.Timestamp("2023-12-20") + pd.to_timedelta(visit + inside, unit="s")
    log = pd.DataFrame(
        {
            "user_id": [f"K{u:03d}" for u in user],
            "event_time": when.strftime("%Y-%m-%d %H:%M:%S"),
            "event_type": random.choice(["view", "cart", "buy", "ask"], n, p=[0.6, 0.2, 0.15, 0.05]),
            "amount": np.round(random.gamma(2, 12, n) + 0.05, 2).astype(str),
        }
    )
    log.loc[log.event_type != "buy", "amount"] = ""
    log.loc[random.random(n) < 0.03, "user_id"] = ""
    log.loc[random.random(n) < 0.03, "event_time"] = ""
    log.loc[random.random(n) < 0.03, "event_type"] = ""
    return log.to_csv(index=False)


def read_made_up(csv):
    log = pd.read_csv(io.StringIO(csv)).rename(
        columns={"user_id": "user", "event_time": "when", "event_type": "event", "amount": "value"}
    )
    log["when"] = pd.to_datetime(log.when)
    return log.dropna(subset=["user", "when", "event"])


def small():
    csv = made_up()
    log = read_made_up(csv)
    events = ["view", "cart", "buy", "ask", "never"]
    reference = log.when.max().normalize() + DAY
    known = figures(log, events, reference)
    given = pd.Timestamp("2024-03-10")
    shifted = log[log.when + pd.Timedelta(hours=8) < given]
    moved = figures(shifted, events, given, gap=pd.Timedelta(hours=2), hours=8)
    cuts = sessions(log)
    names = ["view", "cart", "buy", "ask"]
    return {
        "csv": csv,
        "events": len(log),
        "users": known.index.tolist(),
        "figures": plain(known),
        "moved": {"users": moved.index.tolist(), "figures": plain(moved)},
        "sessions": {
            "users": cuts.index.get_level_values(0).tolist(),
            "session": cuts.index.get_level_values(1).tolist(),
            "figures": plain(cuts[["minutes", "events", "distinct", "first", "last"]]),
        },
        "steps": {"names": names, "counts": steps(log).reindex(names, columns=names).values.ravel().tolist()},
    }


def summary(log, events):
    reference = log.when.max().normalize() + DAY
    known = figures(log, events, reference)
    some = known.iloc[:: max(1, len(known) // 40)]
    return {
        "events": len(log),
        "users": len(known),
        "names": events,
        "sums": {name: float(known[name].sum()) for name in known},
        "some": {"users": [str(int(user)) for user in some.index], "figures": plain(some)},
    }


def real(folder):
    retail = pd.read_csv(folder / "online-retail-sample/online_retail_2010-12.csv.gz")
    retail = retail.rename(columns={"CustomerID": "user", "StockCode": "event"})
    retail["when"] = pd.to_datetime(retail.InvoiceDate)
    retail = retail.dropna(subset=["user", "when", "event"])[["user", "when", "event"]]
    groceries = pd.read_csv(folder / "groceries-members/groceries_members.csv.gz")
    groceries.columns = ["user", "when", "event"]
    groceries["when"] = pd.to_datetime(groceries.when, format="%d-%m-%Y")
    return {
        "retail": summary(retail, retail.event.value_counts(sort=True).index[:3].tolist()),
        "groceries": summary(groceries, ["whole milk", "rolls/buns", "soda"]),
    }


here = Path(__file__).parent
out = {"small": small(), **real(Path(sys.argv[1]))}
(here / "sequence.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
