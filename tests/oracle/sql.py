"""Records what pandas makes of real tables, as figures that a query should give, too.

Run: FENQUN_DATA=… python tests/oracle/sql.py > tests/oracle/sql.json
"""

import json
import math
import os
import sys

import pandas as pd

DATA = os.environ["FENQUN_DATA"]
RETAIL = "online-retail-sample/online_retail_2010-12.csv.gz"
PEOPLE = "customer-personality/marketing_campaign_semicolon_bom.csv"


def plain(value):
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    return value.item() if hasattr(value, "item") else value


def rows_of(frame):
    return [[plain(value) for value in row] for row in frame.itertuples(index=False)]


retail = pd.read_csv(f"{DATA}/{RETAIL}", dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str})
retail["value"] = retail.Quantity * retail.UnitPrice
kept = retail[
    retail.CustomerID.notna() & ~retail.InvoiceNo.str.startswith("C") & (retail.Quantity > 0) & (retail.UnitPrice > 0)
]
by_customer = (
    kept.groupby("CustomerID")
    .agg(orders=("InvoiceNo", "nunique"), spent=("value", "sum"))
    .reset_index()
    .sort_values(["spent", "CustomerID"], ascending=[False, True])
)
by_country = (
    kept.merge(by_customer, on="CustomerID")
    .groupby("Country")
    .agg(customers=("CustomerID", "nunique"), lines=("InvoiceNo", "size"), most=("spent", "max"))
    .reset_index()
    .sort_values("Country")
)
missing = retail.groupby("Country").agg(lines=("InvoiceNo", "size"), named=("CustomerID", "count")).reset_index()

people = pd.read_csv(f"{DATA}/{PEOPLE}", sep=";", encoding="utf-8-sig")
income = (
    people.groupby("Education")
    .agg(n=("ID", "size"), known=("Income", "count"), mean=("Income", "mean"), median=("Income", "median"))
    .reset_index()
    .sort_values("Education")
)
json.dump(
    {
        "pandas": pd.__version__,
        "total": [len(kept), kept.CustomerID.nunique(), kept.value.sum()],
        "customers": rows_of(by_customer.head(10)),
        "countries": rows_of(by_country),
        "missing": rows_of(missing.sort_values("Country")),
        "income": rows_of(income),
    },
    sys.stdout,
    indent=1,
)
print()
