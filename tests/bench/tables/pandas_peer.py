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


WORKS = {"read_csv": read_csv, "profile": profile}
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
