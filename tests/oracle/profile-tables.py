"""Records what pandas says of real tables: counts, figures, repeated rows, correlations.

Run: FENQUN_DATA=... python tests/oracle/profile-tables.py > tests/oracle/profile-tables.json
"""

import json
import os
import sys

import numpy as np
import pandas as pd
from scipy import stats

FILES = {
    "customer-personality/marketing_campaign_semicolon_bom.csv": {"sep": ";"},
    "wholesale-customers/wholesale_customers.csv": {},
    "bank-marketing/bank_additional.csv.gz": {"sep": None, "engine": "python"},
    "online-retail-sample/online_retail_2010-12.csv.gz": {"dtype": {"InvoiceNo": str, "StockCode": str, "CustomerID": str}, "na_values": ["?"]},
}
QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]


def figures(column):
    present = column.dropna().to_numpy(dtype=np.float64)
    constant = present.min() == present.max()
    return {
        "mean": present.mean(),
        "deviation": present.std(),
        "skewness": 0.0 if constant else float(stats.skew(present)),
        "quantiles": np.quantile(present, QUANTILES).tolist(),
        "zeros": int((present == 0).sum()),
        "negatives": int((present < 0).sum()),
    }


def described(name, column):
    is_number = pd.api.types.is_numeric_dtype(column) and column.dtype != bool
    counts = column.value_counts()
    return {
        "name": name,
        "missing": int(column.isna().sum()),
        "distinct": int(column.nunique()),
        "most": int(counts.iloc[0]),
        "numbers": figures(column) if is_number else None,
    }


def recorded(path, options):
    table = pd.read_csv(os.path.join(os.environ["FENQUN_DATA"], path), **options)
    numbers = table.select_dtypes("number")
    varied = [name for name in numbers.columns if numbers[name].nunique() > 1]
    r = numbers[varied].corr()
    return {
        "path": path,
        "rows": len(table),
        "columns": [described(name, table[name]) for name in table.columns],
        "duplicated": int(table.duplicated().sum()),
        "duplicatedWithoutFirst": int(table.duplicated(subset=list(table.columns[1:])).sum()),
        "correlations": [
            [a, b, r.loc[a, b]] for i, a in enumerate(varied) for b in varied[i + 1 :]
        ],
    }


json.dump({"pandas": pd.__version__, "tables": [recorded(path, options) for path, options in FILES.items()]}, sys.stdout)
print()
