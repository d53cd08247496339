"""Expected flows and pairings of two labellings: scikit-learn's contingency matrix and SciPy's
linear_sum_assignment. Run: python3 tests/oracle/match-clusters.py"""

import json
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.metrics.cluster import contingency_matrix

rng = np.random.default_rng(20261122)
cases = []
for before_k, now_k, rows, noise in [(4, 5, 400, 0), (5, 4, 300, 0), (3, 3, 200, 0.1), (12, 15, 900, 0.05)]:
    before = rng.integers(0, before_k, rows)
    # Most rows stay with a permuted group, the others go anywhere.
    order = rng.permutation(max(before_k, now_k))
    now = order[before] % now_k
    moved = rng.random(rows) < 0.3
    now[moved] = rng.integers(0, now_k, moved.sum())
    before[rng.random(rows) < noise] = -1
    now[rng.random(rows) < noise] = -1
    both = (before >= 0) & (now >= 0)
    table = np.zeros((before_k, now_k), dtype=int)
    found = contingency_matrix(before[both], now[both])
    table[np.ix_(np.unique(before[both]), np.unique(now[both]))] = found
    i, j = linear_sum_assignment(table, maximize=True)
    cases.append({
        "before": before.tolist(), "now": now.tolist(), "clusters": [before_k, now_k],
        "table": table.ravel().tolist(), "most": int(table[i, j].sum()),
    })
Path(__file__).with_suffix(".json").write_text(json.dumps({"cases": cases}, separators=(",", ":")) + "\n")
