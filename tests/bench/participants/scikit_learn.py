"""scikit-learn beside us: does what it is told on standard input, a line of JSON each."""

import importlib.util
import json
import os
import resource
import sys
import time
import warnings

warnings.filterwarnings("ignore")
try:
    import numpy as np
    import sklearn
except ImportError as missing:
    print(json.dumps({"missing": str(missing)}), flush=True)
    sys.exit(0)

WORKS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "works")
TYPES = {"Float32Array": np.float32, "Float64Array": np.float64, "Int32Array": np.int32}
given, asked, work, before = {}, {}, None, 0


def peak_bytes():
    """ru_maxrss counts in KiB, but on macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def load(told):
    global given, asked, work, before
    asked = told["asked"]
    path = os.path.join(WORKS, told["work"] + ".py")
    if not os.path.exists(path):
        return {"lacks": True}
    spec = importlib.util.spec_from_file_location("work", path)
    work = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(work)
    before = peak_bytes()
    given = {}
    for array in told["arrays"]:
        given[array["name"]] = np.fromfile(array["path"], dtype=TYPES[array["type"]])
    for name in {"points", "starts"} & set(given):
        given[name] = given[name].reshape(-1, asked["columns"])
    return {}


def run():
    began, used = time.perf_counter(), time.process_time()
    proof = work.run(given, asked)
    times = {"ms": 1000 * (time.perf_counter() - began), "cpuMs": 1000 * (time.process_time() - used)}
    return {**times, "loadMs": 0, "proof": proof}


print(json.dumps({"name": "scikit-learn " + sklearn.__version__}), flush=True)
for line in sys.stdin:
    told = json.loads(line)
    answer = load(told) if told["kind"] == "load" else run()
    print(json.dumps({**answer, "peakBytes": peak_bytes() - before}), flush=True)
