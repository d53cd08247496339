"""Figures of customers from orders by pandas; writes rfm.json.

Run: python rfm.py [folder of the real data sets]
"""

import io
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

DAY = pd.Timedelta(days=1)


def figures(sales, returns, reference, money=True):
    """One row a customer; columns: customer, order, when, money, product."""
    by = sales.groupby("customer")
    orders = sales.groupby(["customer", "order"]).when.min().reset_index()
    orders = orders.sort_values(["customer", "when"])
    gaps = orders.groupby("customer").when.diff() / DAY
    gap = gaps.groupby(orders.customer)
    out = pd.DataFrame(
        {
            "recency": (reference - by.when.max()).dt.days.clip(lower=0),
            "frequency": by.order.nunique(),
            "tenure": (reference - by.when.min()).dt.days.clip(lower=0),
            "meanGap": gap.mean(),
            "medianGap": gap.median(),
            "products": by["product"].nunique(),
            "first": by.when.min().astype("datetime64[ms]").astype("int64"),
            "last": by.when.max().astype("datetime64[ms]").astype("int64"),
        }
    )
    if money:
        out["monetary"] = by.money.sum()
        out["basket"] = out.monetary / out.frequency
    everything = pd.concat([sales, returns])
    returned = returns.groupby("customer").order.nunique().reindex(out.index, fill_value=0)
    out["returnsShare"] = returned / everything.groupby("customer").order.nunique().reindex(out.index)
    return out


def by_share(values, larger):
    rank = values.rank(method="min", ascending=larger)
    return ((rank - 1) * 5 // len(values) + 1).astype(int)


def by_fifths(values, larger):
    rank = values.rank(method="first", ascending=larger)
    return pd.qcut(rank, 5, labels=False) + 1


def plain(frame):
    """Columns as lists; what is missing is null."""
    return {
        name: [None if pd.isna(value) else value for value in frame[name].tolist()]
        for name in frame
    }


def made_up():
    random = np.random.default_rng(8)
    n = 420
    customer = random.zipf(1.6, n) % 57
    start = pd.Timestamp("2023-02-01")
    when = start + pd.to_timedelta(random.integers(0, 300 * 24 * 60, n), unit="min")
    frame = pd.DataFrame(
        {
            "order_no": random.integers(1000, 1260, n).astype(str),
            "order_date": when.strftime("%Y-%m-%d %H:%M"),
            "customer_id": [f"K{c:03d}" for c in customer],
            "sku": random.integers(1, 40, n).astype(str),
            "quantity": random.integers(1, 6, n),
            "unit_price": np.round(random.gamma(2, 12, n) + 0.05, 2),
        }
    )
    cancelled = random.random(n) < 0.07
    frame.loc[cancelled, "order_no"] = "C" + frame.order_no[cancelled]
    frame.loc[cancelled, "quantity"] *= -1
    frame.loc[random.random(n) < 0.04, "customer_id"] = ""
    frame.loc[random.random(n) < 0.03, "unit_price"] = 0
    frame.loc[random.random(n) < 0.02, "order_date"] = ""
    return frame.to_csv(index=False)


def read_made_up(csv):
    frame = pd.read_csv(io.StringIO(csv), dtype={"order_no": str, "sku": str})
    frame = frame.rename(columns={"order_no": "order", "customer_id": "customer", "sku": "product"})
    frame["when"] = pd.to_datetime(frame.order_date)
    frame["money"] = frame.quantity * frame.unit_price
    frame = frame.dropna(subset=["customer", "when"])
    frame = frame[frame.unit_price > 0]
    isReturn = frame.order.str.startswith("C") | (frame.quantity < 0)
    return frame[~isReturn], frame[isReturn]


def small():
    csv = made_up()
    sales, returns = read_made_up(csv)
    reference = sales.when.max().normalize() + DAY
    out = figures(sales, returns, reference)
    back = returns.groupby("customer").money.sum().reindex(out.index, fill_value=0)
    out["net"] = out.monetary + back
    kept = figures(pd.concat([sales, returns]), returns, reference)
    scores = {}
    # "First" means first to appear in the file among the customers that come out.
    shown = out.loc[sales_order(csv, out.index)]
    for measure, larger in [("recency", False), ("frequency", True), ("monetary", True)]:
        scores[measure] = {
            "share": by_share(shown[measure], larger).tolist(),
            "fifths": by_fifths(shown[measure], larger).tolist(),
        }
    return {
        "csv": csv,
        "rows": {"sale": len(sales), "return": len(returns)},
        "customers": shown.index.tolist(),
        "figures": plain(shown),
        "scores": scores,
        "kept": {"customers": kept.index.tolist(), "figures": plain(kept)},
    }


def sales_order(csv, names):
    seen = pd.read_csv(io.StringIO(csv)).customer_id.dropna().drop_duplicates()
    return [name for name in seen if name in names]


def ranks():
    random = np.random.default_rng(3)
    found = []
    for n in [2, 3, 5, 6, 7, 11, 16, 21, 26, 51, 101, 333]:
        values = pd.Series(random.integers(0, max(2, n // 2), n))
        values.iloc[:2] = [0, 1]
        found.append(
            {
                "values": values.tolist(),
                "share": by_share(values, True).tolist(),
                "shareReversed": by_share(values, False).tolist(),
                "fifths": by_fifths(values, True).tolist(),
                "fifthsReversed": by_fifths(values, False).tolist(),
            }
        )
    return found


def summary(out):
    """Sums of all customers, and every 29th of them in full."""
    some = out.iloc[::29]
    return {
        "customers": len(out),
        "sums": {name: float(out[name].sum()) for name in out},
        "some": {"customers": [str(name) for name in some.index], "figures": plain(some)},
    }


def retail(folder):
    frame = pd.read_csv(folder / "online-retail-sample/online_retail_2010-12.csv.gz", dtype=str)
    frame = frame.dropna(subset=["CustomerID"])
    frame = pd.DataFrame(
        {
            "customer": frame.CustomerID,
            "order": frame.InvoiceNo,
            "product": frame.StockCode,
            "when": pd.to_datetime(frame.InvoiceDate),
            "quantity": frame.Quantity.astype(float),
            "price": frame.UnitPrice.astype(float),
        }
    )
    frame = frame[frame.price > 0]
    frame["money"] = frame.quantity * frame.price
    isReturn = frame.order.str.startswith("C") | (frame.quantity < 0)
    sales, returns = frame[~isReturn], frame[isReturn]
    out = figures(sales, returns, pd.Timestamp("2010-12-24"))
    return {"rows": len(sales), "revenue": float(sales.money.sum()), **summary(out)}


def groceries(folder):
    frame = pd.read_csv(folder / "groceries-members/groceries_members.csv.gz")
    when = pd.to_datetime(frame.Date, format="%d-%m-%Y")
    sales = pd.DataFrame(
        {"customer": frame.Member_number, "order": when, "when": when, "product": frame.itemDescription}
    )
    out = figures(sales, sales.iloc[:0], when.max() + DAY, money=False)
    return {"rows": len(sales), **summary(out.drop(columns="returnsShare"))}


def cdnow(folder):
    frame = pd.read_csv(folder / "cdnow-summary/cdnowElog.csv")
    when = pd.to_datetime(frame.date.astype(str))
    sales = pd.DataFrame(
        {"customer": frame.masterid, "order": when, "when": when, "money": frame.sales, "product": 0}
    )
    sales = sales[sales.money != 0]
    out = figures(sales, sales.iloc[:0], when.max() + DAY)
    return {"rows": len(sales), **summary(out.drop(columns="products"))}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    expected = {
        "made": f"pandas {pd.__version__}, numpy {np.__version__}",
        "small": small(),
        "ranks": ranks(),
        "retail": retail(folder),
        "groceries": groceries(folder),
        "cdnow": cdnow(folder),
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(expected) + "\n")
