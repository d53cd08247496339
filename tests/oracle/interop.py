"""Runs the exported scripts in interop/ with pandas and scikit-learn; writes interop/labels.json.

Run: python interop.py [folder of the real data sets] [names of cases: all]
"""

import contextlib
import gzip
import hashlib
import io
import json
import os
import runpy
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).parent.absolute() / "interop"
DATA = Path(sys.argv[1] if len(sys.argv) > 1 else "data").absolute()
# Every row counts differently in the second sum, which notices rows in another order.
WAVE = 97


def mark(name, column):
    """What tells two columns apart: numbers by two sums, texts by a hash."""
    present = int(column.notna().sum())
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.astype("datetime64[ms]").astype("int64").astype(float).where(column.notna())
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column):
        numbers = column.astype(float).to_numpy()
        weights = np.arange(len(numbers)) % WAVE + 1
        return {"name": name, "present": present, "sum": float(np.nansum(numbers)), "wave": float(np.nansum(numbers * weights))}
    texts = "\n".join("\0" if missing else str(text) for text, missing in zip(column, column.isna()))
    return {"name": name, "present": present, "sha256": hashlib.sha256(texts.encode()).hexdigest()}


def plain(found):
    """Figures as JSON: tables row by row under the names of their index."""
    if isinstance(found, pd.DataFrame):
        if "segment" in found:
            return {"rows": len(found), "sizes": found["segment"].value_counts().sort_index().astype(int).tolist()}
        return {str(name): [float(figure) for figure in row] for name, row in zip(found.index, found.to_numpy())}
    return {str(name): plain(value) if isinstance(value, dict) else float(value) for name, value in found.items()}


def run(name, plan):
    with tempfile.TemporaryDirectory() as folder:
        for source, file in plan["files"].items():
            path = DATA / file
            data = path.read_bytes()
            Path(folder, source).write_bytes(gzip.decompress(data) if path.suffix == ".gz" else data)
        script = HERE / f"{name}.py"
        shutil.copy(script, folder)
        os.chdir(folder)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            variables = runpy.run_path(script.name)
        print(f"=== {name}", *[line for line in said.getvalue().split("\n") if "the notebook" in line], sep="\n")
        labels = {}
        for cell, variable in plan["labels"].items():
            # pandas ends lines as the system does; segments that are passed on have no file.
            path = Path(folder, f"{variable}.csv")
            if not path.exists():
                continue
            text = path.read_text()
            labels[cell] = {"labels": hashlib.sha256(text.encode()).hexdigest(), "rows": text.count("\n") - 1}
        tables = {}
        for cell, variable in plan["tables"].items():
            table = variables[variable]
            tables[cell] = {"rows": len(table), "columns": [mark(column, table[column]) for column in table]}
        figures = {cell: plain(variables[variable]) for cell, variable in plan["figures"].items()}
        os.chdir(HERE)
    return {"script": hashlib.sha256(script.read_bytes()).hexdigest(), "labels": labels, "tables": tables, "figures": figures}


kept = HERE / "labels.json"
found = json.loads(kept.read_text()) if len(sys.argv) > 2 else {}
for plan in sorted(HERE.glob("*.plan.json")):
    name = plan.name.removesuffix(".plan.json")
    if len(sys.argv) <= 2 or name in sys.argv[2:]:
        found[name] = run(name, json.loads(plan.read_text()))
kept.write_text(json.dumps(dict(sorted(found.items())), indent=1) + "\n")
