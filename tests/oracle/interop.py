"""Runs the exported scripts in interop/ with pandas and scikit-learn; writes interop/labels.json.

Run: python interop.py [folder of the real data sets]
"""

import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent / "interop"
DATA = Path(sys.argv[1] if len(sys.argv) > 1 else "data")
FILES = {
    "wholesale-customers": "wholesale-customers/wholesale_customers.csv",
    "online-retail-sample": "online-retail-sample/online_retail_2010-12.csv.gz",
    "customer-personality": "customer-personality/marketing_campaign_semicolon_bom.csv",
}


def run(name, file):
    with tempfile.TemporaryDirectory() as folder:
        path = DATA / file
        data = path.read_bytes()
        unpacked = gzip.decompress(data) if path.suffix == ".gz" else data
        Path(folder, path.name.removesuffix(".gz")).write_bytes(unpacked)
        script = HERE / f"{name}.py"
        shutil.copy(script, folder)
        print(subprocess.run([sys.executable, script.name], cwd=folder, check=True, capture_output=True, text=True).stdout)
        # pandas ends lines as the system does.
        labels = Path(folder, "cluster.csv").read_text()
    return {
        "script": hashlib.sha256(script.read_bytes()).hexdigest(),
        "labels": hashlib.sha256(labels.encode()).hexdigest(),
        "rows": labels.count("\n") - 1,
    }


found = {name: run(name, file) for name, file in FILES.items()}
(HERE / "labels.json").write_text(json.dumps(found, indent=2) + "\n")
