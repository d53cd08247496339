"""Records in which order pandas puts the rows of two real tables, and which rows it keeps.

Run: python tests/oracle/table-view.py FOLDER_OF_REAL_DATA > tests/oracle/table-view.json
"""

import json
import sys

import numpy as np
import pandas as pd

folder = sys.argv[1]


def remembered(index):
    """Enough to tell one order from any other: how many, both ends, and a sum that weighs places."""
    rows = np.asarray(index, dtype=np.int64)
    places = np.arange(1, rows.size + 1, dtype=np.int64)
    return {
        "rows": int(rows.size),
        "first": rows[:12].tolist(),
        "last": rows[-12:].tolist(),
        "weighed": int((places * (rows + 1)).sum()),
    }


def ordered(table, by, ascending):
    return remembered(table.sort_values(by=by, ascending=ascending, kind="stable", na_position="last").index)


people = pd.read_csv(f"{folder}/customer-personality/marketing_campaign_semicolon_bom.csv", sep=";", encoding="utf-8-sig")
people["Dt_Customer"] = pd.to_datetime(people["Dt_Customer"])
orders = pd.read_csv(f"{folder}/online-retail-sample/online_retail_2010-12.csv.gz", dtype={"CustomerID": str, "InvoiceNo": str, "StockCode": str}, na_values=["?"])

sorts = {
    "people": (people, [
        [["Income", True]],
        [["Income", False]],
        [["Dt_Customer", False]],
        [["Education", True], ["Income", False]],
        [["Marital_Status", False], ["Dt_Customer", True], ["MntWines", False]],
    ]),
    "orders": (orders, [
        [["Description", True]],
        [["Description", False]],
        [["CustomerID", True], ["Quantity", False]],
        [["UnitPrice", False], ["StockCode", True]],
    ]),
}

print(json.dumps({
    "versions": {"pandas": pd.__version__},
    "sorts": [
        {"table": name, "by": by, **ordered(table, [c for c, _ in by], [up for _, up in by])}
        for name, (table, wishes) in sorts.items()
        for by in wishes
    ],
    "filters": [
        {"table": "people", "column": "Income", "filter": {"kind": "missing"}, **remembered(people.index[people["Income"].isna()])},
        {"table": "people", "column": "Income", "filter": {"kind": "range", "min": 20000, "max": 30000.5},
         **remembered(people.index[people["Income"].between(20000, 30000.5)])},
        {"table": "people", "column": "Education", "filter": {"kind": "one-of", "values": ["Basic", "PhD"]},
         **remembered(people.index[people["Education"].isin(["Basic", "PhD"])])},
        {"table": "orders", "column": "Description", "filter": {"kind": "contains", "text": "christmas"},
         **remembered(orders.index[orders["Description"].str.contains("christmas", case=False, na=False)])},
        {"table": "orders", "column": "Description", "filter": {"kind": "missing"}, **remembered(orders.index[orders["Description"].isna()])},
        {"table": "orders", "column": "CustomerID", "filter": {"kind": "present"}, **remembered(orders.index[orders["CustomerID"].notna()])},
    ],
}, indent=1))
