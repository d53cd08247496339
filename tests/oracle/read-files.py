"""Records what pandas and Python's csv module read from the real files under FENQUN_DATA.

Run: FENQUN_DATA=<folder> python tests/oracle/read-files.py > tests/oracle/read-files.json
"""

import csv
import io
import json
import os
import re
import sys

import pandas as pd

DATA = os.environ["FENQUN_DATA"]
FILES = [
    ("zh-encodings/customers_utf8.csv", "utf-8", ","),
    ("zh-encodings/customers_utf8_bom.csv", "utf-8-sig", ","),
    ("zh-encodings/customers_gbk.csv", "gbk", ","),
    ("zh-encodings/customers_gb18030.csv", "gb18030", ","),
    ("zh-encodings/customers_utf16_bom.csv", "utf-16", ","),
    ("zh-encodings/customers_big5.csv", "big5", ","),
    ("wholesale-customers/wholesale_customers.csv", "utf-8", ","),
    ("wholesale-customers/wholesale_customers_as_found_latin1.csv", "cp1252", ","),
    ("customer-personality/marketing_campaign_semicolon_bom.csv", "utf-8-sig", ";"),
    ("bank-marketing/bank_additional.csv.gz", "utf-8", ";"),
    ("online-retail-sample/online_retail_2010-12.csv.gz", "utf-8", ","),
    ("csv-papaparse/sample.csv", "utf-8", ","),
    ("csv-papaparse/sample-header.csv", "utf-8", ","),
    ("csv-papaparse/utf-8-bom-sample.csv", "utf-8-sig", ","),
    ("csv-papaparse/long-sample.csv", "utf-8", ","),
    ("csv-papaparse/verylong-sample.csv", "utf-8", ","),
]
# What pandas takes for missing, and the words of ours that occur in none of these files.
MISSING = {"", "NA", "N/A", "NULL", "null", "NaN", "nan", "None", "n/a", "-", "?"}


def number_of(text):
    stripped = re.sub(r"^[￥¥$]|[,天%]", "", text.strip())
    try:
        return float(stripped)
    except ValueError:
        return None


def describe(cells):
    present = [cell for cell in cells if cell.strip() not in MISSING]
    numbers = [number_of(cell) for cell in present]
    is_number = len(numbers) > 0 and all(number is not None for number in numbers)
    return {
        "missing": len(cells) - len(present),
        "distinct": len(set(present)),
        "first": present[0] if present else None,
        "last": present[-1] if present else None,
        "sum": sum(numbers) if is_number else None,
    }


def record(path, encoding, delimiter):
    frame = pd.read_csv(
        os.path.join(DATA, path), encoding=encoding, sep=delimiter, dtype=str,
        keep_default_na=False, header=None, skip_blank_lines=True,
    ).fillna("")
    rows = frame.values.tolist()
    return {
        "path": path,
        "rows": len(rows) - 1,
        "names": rows[0],
        "columns": [describe([row[i] for row in rows[1:]]) for i in range(len(rows[0]))],
    }


json.dump({"pandas": pd.__version__, "files": [record(*file) for file in FILES]}, sys.stdout, ensure_ascii=False)
print()
