"""Executes the exported Jupyter notebooks in interop/ with nbclient; writes interop/jupyter.json.

Needs nbclient, ipykernel, pandas, scikit-learn and scipy.
Run: python interop-jupyter.py [folder of the real data sets]
"""

import gzip
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent.absolute() / "interop"
DATA = Path(sys.argv[1] if len(sys.argv) > 1 else "data").absolute()


def run(file):
    plan = json.loads(Path(HERE, f"{file.stem}.plan.json").read_text())
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    with tempfile.TemporaryDirectory() as folder:
        for source, path in plan["files"].items():
            data = Path(DATA, path).read_bytes()
            Path(folder, source).write_bytes(gzip.decompress(data) if path.endswith(".gz") else data)
        # Raises when a cell does.
        NotebookClient(notebook, timeout=600, resources={"metadata": {"path": folder}}).execute()
        labels = {}
        for cell, variable in plan["labels"].items():
            path = Path(folder, f"{variable}.csv")
            # Segments that are passed on have no file.
            if path.exists():
                text = path.read_text()
                labels[cell] = {"labels": hashlib.sha256(text.encode()).hexdigest(), "rows": text.count("\n") - 1}
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    faults = [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]
    said = [line for output in outputs for line in output.get("text", "").split("\n") if "the notebook" in line]
    print(f"=== {file.stem}: {len(faults)} faults", *said, sep="\n")
    return {"notebook": hashlib.sha256(file.read_bytes()).hexdigest(), "faults": len(faults), "labels": labels}


found = {file.stem: run(file) for file in sorted(HERE.glob("*.ipynb"))}
(HERE / "jupyter.json").write_text(json.dumps(found, indent=1) + "\n")
