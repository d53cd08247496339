"""Records which points lie in polygons, by matplotlib and by shapely, which must agree.

Run: python tests/oracle/polygon.py > tests/oracle/polygon.json
"""

import json
import sys

import matplotlib
import numpy as np
import shapely
from matplotlib.path import Path
from shapely.geometry import Point, Polygon

random = np.random.default_rng(20261122)


def star(corners, spike):
    angles = np.sort(random.uniform(0, 2 * np.pi, corners))
    radii = random.uniform(1 - spike, 1, corners)
    return np.column_stack([radii * np.cos(angles), radii * np.sin(angles)])


CASES = {
    "triangle": np.array([[0, 0], [4, 1], [1, 3]], dtype=float),
    "horizontal and vertical edges": np.array([[0, 0], [3, 0], [3, 1], [1, 1], [1, 2], [3, 2], [3, 3], [0, 3]], dtype=float),
    "drawn by hand": star(120, 0.35) * [3, 1.5] + [10, -4],
    "spiky": star(60, 0.95),
    "tiny, far from the origin": star(30, 0.5) * 1e-3 + [1000, 1000],
}


def record(name, corners):
    low, high = corners.min(0), corners.max(0)
    points = random.uniform(low - 0.1 * (high - low), high + 0.1 * (high - low), (400, 2))
    by_path = Path(np.vstack([corners, corners[:1]])).contains_points(points)
    area = Polygon(corners)
    by_shape = np.array([area.contains(Point(point)) for point in points])
    assert area.is_valid and (by_path == by_shape).all(), name
    return {
        "name": name,
        "corners": corners.tolist(),
        "points": points.tolist(),
        "inside": by_shape.astype(int).tolist(),
        "area": area.area,
    }


json.dump(
    {
        "matplotlib": matplotlib.__version__,
        "shapely": shapely.__version__,
        "polygons": [record(*entry) for entry in CASES.items()],
    },
    sys.stdout,
)
