"""Records what pandas, pyarrow and Python's csv module read from files that Fenqun wrote.

Run: FENQUN_EXPORTS=<folder> npx vitest run tests/oracle/exports.test.ts   (writes the files)
     python tests/oracle/exports.py <folder> > tests/oracle/exports.json

The SHA-256 of each file stands beside what was read: the test holds today's files to it.
"""

import csv
import hashlib
import io
import json
import math
import os
import sys

import pandas as pd
import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet

FOLDER = sys.argv[1]


def plain(value):
    """Missing as null, times as milliseconds since 1970."""
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if hasattr(value, "timestamp"):
        stamp = pd.Timestamp(value)
        stamp = stamp.tz_localize("UTC") if stamp.tzinfo is None else stamp
        return stamp.value // 1_000_000
    return value


def columns_of(table):
    return {name: [plain(v) for v in table.column(name).to_pylist()] for name in table.column_names}


def read(name):
    path = os.path.join(FOLDER, name)
    if name.endswith(".parquet"):
        table = pa.parquet.read_table(path)
        frame = pd.read_parquet(path)
        assert list(frame.columns) == table.column_names and len(frame) == table.num_rows
        return columns_of(table), {f.name: str(f.type) for f in table.schema}
    if name.endswith(".arrow"):
        table = pa.ipc.open_file(path).read_all()
        return columns_of(table), {f.name: str(f.type) for f in table.schema}
    if name.endswith(".arrows"):
        table = pa.ipc.open_stream(path).read_all()
        return columns_of(table), {f.name: str(f.type) for f in table.schema}
    frame = pd.read_csv(path, encoding="utf-8-sig", dtype=str, keep_default_na=False)
    text = open(path, "rb").read().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == list(frame.columns)
    assert rows[1:] == frame.values.tolist()
    return {name: frame[name].tolist() for name in frame.columns}, None


files = {}
for name in sorted(os.listdir(FOLDER)):
    with open(os.path.join(FOLDER, name), "rb") as file:
        sha256 = hashlib.sha256(file.read()).hexdigest()
    columns, types = read(name)
    files[name] = {"sha256": sha256, "columns": columns, "types": types}

made = {"python": sys.version.split()[0], "pandas": pd.__version__, "pyarrow": pa.__version__}
json.dump({"made": made, "files": files}, sys.stdout, ensure_ascii=False, indent=1)
print()
