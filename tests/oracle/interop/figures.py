# figures
#
# pip install pandas>=2.2 scikit-learn>=1.5 scipy>=1.11
# Run it where the data files are.


import hashlib
import json
from pathlib import Path
import re
import unicodedata

import numpy as np
import pandas as pd
from scipy.stats import yeojohnson
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, RobustScaler, StandardScaler
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score


DATA = Path(".")


def check_file(name, sha256):
    """Says when a file is not the one that the notebook was made with."""
    found = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
    if found != sha256:
        print(f"{name} is not the file that the notebook was made with: expect other results")


def report(name, segments, expected):
    """Says whether the sizes are those that the page found, and writes a segment a row, from 1."""
    sizes = segments[segments >= 0].value_counts().sort_index().tolist()
    print(f"{name}: {sizes}", "as in the notebook" if sizes == expected else f"NOT {expected} as in the notebook")
    numbered = pd.Series((segments + 1).to_numpy(), index=segments.index + 1, name="segment")
    numbered.replace(0, "noise").rename_axis("row").to_csv(f"{name}.csv")


MISSING = {"", "n/a", "#n/a", "#na", "<na>", "null", "<null>", "(null)", "nan", "-nan", "\\n", "缺失", "缺失值",
           "空值", "（空）", "(空)", "暂无数据", "无数据"}
DOUBTFUL = {"na", "none", "nil", "?", "-", "--", "---", "–", "—", "——", "缺", "空", "暂无"}
POWERS = {"万": 1e4, "亿": 1e8}


def to_number(text, point):
    """¥1,234.5, 12.5% (12.5), (300), 1.2万 and ordinary numbers; anything else is missing."""
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return float(text)
    text = unicodedata.normalize("NFKC", str(text)).strip().replace("−", "-")
    mark = "," if point == "." else "."
    number = rf"(?:\d{{1,3}}(?:[{mark}'’ \u00a0\u202f]\d{{3}})+|\d*)(?:[{point}]\d*)?(?:[eE][-+]?\d+)?"
    found = re.fullmatch(rf"(\()?([-+]?)\s*[^\d\s.,()+-]{{0,4}}\s*([-+]?)({number})\s*([^\d\s.,()]*)(\))?", text)
    if not found or not re.search(r"\d", found[4]):
        return np.nan
    bracket, sign, inner, digits, unit, _ = found.groups()
    digits = re.sub(rf"[{mark}'’\s]", "", digits).replace(",", ".")
    value = float(digits) * POWERS.get(unit[:1], 1)
    return -value if bracket or "-" in (sign, inner) else value


def to_numbers(texts):
    """Numbers with decimal points, or with decimal commas where more of them can be read so."""
    points = texts.map(lambda text: to_number(text, "."), na_action="ignore").astype(float)
    if points.notna().sum() == texts.notna().sum():
        return points
    commas = texts.map(lambda text: to_number(text, ","), na_action="ignore").astype(float)
    return commas if commas.notna().sum() > points.notna().sum() else points


def to_dates(texts):
    """2024-05-01, 2024/5/1, 2024年5月1日, 20240501 or day and month in the order the column shows."""
    texts = texts.astype("string").str.strip().str.replace(r"[年月]", "-", regex=True).str.replace("日", " ")
    days_first = texts.str.extract(r"^(\d{1,2})[-/.]\d{1,2}[-/.]\d{4}")[0].dropna().astype(int)
    texts = texts.str.replace(r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3", regex=True)
    dates = pd.to_datetime(texts, format="mixed", errors="coerce", utc=True, dayfirst=bool((days_first > 12).any()))
    return dates.dt.tz_localize(None)


def without_doubtful(column):
    """Texts without words like "?" and "NA", where these are not frequent values of their own."""
    texts = column.astype("string")
    words = texts.str.strip()
    is_doubtful = words.str.lower().isin(DOUBTFUL)
    are_codes = texts[~is_doubtful].dropna().str.fullmatch("[A-Z]{2}").all()
    counts = words[is_doubtful].value_counts()
    is_frequent = (counts >= max(5, 0.01 * len(column))) & bool(column.isna().any())
    kept = [word for word in counts.index if is_frequent[word] or (are_codes and word == "NA")]
    return column.mask((is_doubtful & ~words.isin(kept)).fillna(False).astype(bool))


def typed(table, types, missing=(), missing_in=None):
    """Gives columns of text the names and types that Fenqun found in them."""
    spare = [name for name in table if not str(name).strip() or str(name).startswith("Unnamed: ")]
    table = table.drop(columns=[name for name in spare if table[name].isna().all() or (table[name] == "").all()])
    if len(table.columns) != len(types):
        raise ValueError(f"{len(table.columns)} columns, not the {len(types)} that the notebook was made with")
    table.columns = list(types)
    for name, kind in types.items():
        column = table[name]
        if column.dtype == object or isinstance(column.dtype, pd.StringDtype):
            words = {word.lower() for word in (missing_in or {}).get(name, [*MISSING, *missing])} | {""}
            if kind in ("number", "date", "boolean") and name not in (missing_in or {}):
                words |= DOUBTFUL
            plain = column.astype("string").str.strip().str.lower()
            column = column.mask(plain.isin(words) | plain.isna())
            if kind in ("text", "category", "identifier") and name not in (missing_in or {}):
                column = without_doubtful(column)
        if kind == "number":
            column = to_numbers(column)
        elif kind == "date" and not pd.api.types.is_datetime64_any_dtype(column):
            column = to_dates(column)
        elif kind == "boolean" and column.dtype != bool:
            said = column.astype("string").str.strip().str.lower()
            yes = said.isin(["1", "1.0", "true", "t", "yes", "y", "是", "有", "对", "√"])
            column = yes.astype(float).mask(said.isna())
        table[name] = column
    return table.reset_index(drop=True)


def as_numbers(column):
    """A column as numbers: dates as milliseconds since 1970, yes and no as 1 and 0."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return column.astype("datetime64[ms]").astype("int64").astype(float).where(column.notna())
    return column.astype(float)


def feature(values, *transformers, fill=None, weight=1):
    """Numbers through scikit-learn's transformers, each fitted to what is there; then gaps filled."""
    values = values.to_numpy(dtype=float).reshape(-1, 1)
    filled = values if fill is None else np.where(np.isnan(values), fill, values)
    for transformer in transformers:
        transformer.fit(values)
        values, filled = transformer.transform(values), transformer.transform(filled)
    return filled.ravel() * weight


def days_between(dates, reference, sign):
    """Days since a date (sign -1) or until it (1)."""
    return sign * (as_numbers(dates) - reference) / 86_400_000


def on_cycle(dates, cycle, wave):
    """Where a date stands in a cycle, as the sine or cosine of the share that has passed."""
    length = 365 + dates.dt.is_leap_year
    share = {
        "month": (dates.dt.month - 1) / 12,
        "weekday": dates.dt.day_of_week / 7,
        "hour": dates.dt.hour / 24,
        "day-of-year": (dates.dt.day_of_year - 1) / length,
    }[cycle]
    return getattr(np, wave)(2 * np.pi * share)


def ratio(column, other):
    """Missing where the number below is 0."""
    return column / other.mask(other == 0)


def places(column, levels, other):
    """The place of each level in an order, from 0."""
    known = {level: place for place, level in enumerate(levels)}
    return column.map(lambda level: known.get(level, other), na_action="ignore").astype(float)


def frequencies(column, known, other, missing):
    """How frequent each level was."""
    found = column.map(lambda level: known.get(level, other), na_action="ignore").astype(float)
    return found if missing is None else found.fillna(missing)


def tags(column, separator):
    """The tags of each text, as sets."""
    def split(text):
        parts = str(text).split(separator) if separator else [str(text)]
        return {part.strip() for part in parts} - {""}

    return column.map(split, na_action="ignore").map(lambda found: found if isinstance(found, set) else set())


class Random:
    """Fenqun's random numbers: xoshiro128** 1.1, seeded by MurmurHash3 of the seed and a stream."""

    def __init__(self, seed, *stream):
        words = [word for part in (seed, *stream) for word in self._words_of(part)]
        starts = (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344)
        self._state = [self._hash(words, start) for start in starts]
        if not any(self._state):
            self._state[0] = 1

    @staticmethod
    def _words_of(part):
        if isinstance(part, str):
            units = np.frombuffer(part.encode("utf-16-le"), dtype="<u2")
            return [2, len(units), *(int(unit) for unit in units)]
        return [1, *(int(word) for word in np.array([part], dtype="<f8").view("<u4"))]

    @staticmethod
    def _rotate(x, bits):
        return ((x << bits) | (x >> (32 - bits))) & 0xFFFFFFFF

    def _hash(self, words, h):
        for word in words:
            k = word * 0xCC9E2D51 & 0xFFFFFFFF
            h ^= self._rotate(k, 15) * 0x1B873593 & 0xFFFFFFFF
            h = (self._rotate(h, 13) * 5 + 0xE6546B64) & 0xFFFFFFFF
        h ^= len(words) * 4
        h = (h ^ h >> 16) * 0x85EBCA6B & 0xFFFFFFFF
        h = (h ^ h >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
        return h ^ h >> 16

    def _next_uint32(self):
        a, b, c, d = self._state
        result = self._rotate(b * 5 & 0xFFFFFFFF, 7) * 9 & 0xFFFFFFFF
        c, d = c ^ a, d ^ b
        self._state = [a ^ d, b ^ c, c ^ (b << 9 & 0xFFFFFFFF), self._rotate(d, 11)]
        return result

    def next(self):
        """A number in [0, 1)."""
        high, low = self._next_uint32() >> 5, self._next_uint32() >> 6
        return (high * 2**26 + low) / 2**53

    def below(self, limit):
        """A whole number in [0, limit)."""
        fair = 2**32 - 2**32 % limit
        while (drawn := self._next_uint32()) >= fair:
            pass
        return drawn % limit


def squared_distances(points, centers):
    """Squared distance of every row to every centre."""
    return np.stack([((points - center) ** 2).sum(axis=1) for center in centers], axis=1)


def best_candidate(points, weights, shares):
    """Of rows drawn with odds proportional to their weights, the one that leaves the least weight."""
    running = np.cumsum(weights)
    last = np.flatnonzero(weights)[-1]
    rows = [min(np.searchsorted(running, share * running[-1], side="right"), last) for share in shares]
    left = [np.minimum(weights, ((points - points[row]) ** 2).sum(axis=1)).sum() for row in rows]
    return points[rows[int(np.argmin(left))]]


def choose_distinct(random, count, size):
    """Distinct whole numbers below a limit, each equally likely."""
    moved, chosen = {}, []
    for i in range(min(count, size)):
        j = i + random.below(size - i)
        chosen.append(moved.get(j, j))
        moved[j] = moved.get(i, i)
    return chosen


def choose_starts(points, clusters, start, random):
    """Starts of K-means: greedy k-means++ (as scikit-learn), farthest first, or random rows."""
    if start == "random":
        return points[choose_distinct(random, clusters, len(points))]
    trials = 2 + int(np.floor(np.log(clusters)))
    starts = [points[random.below(len(points))]]
    weights = ((points - starts[0]) ** 2).sum(axis=1)
    while len(starts) < clusters and weights.sum() > 0:
        if start == "k-means++":
            best = best_candidate(points, weights, [random.next() for _ in range(trials)])
        else:
            best = points[int(np.argmax(weights))]
        starts.append(best)
        weights = np.minimum(weights, ((points - best) ** 2).sum(axis=1))
    return np.array(starts)


def lloyd(points, starts, max_iter, tol):
    return KMeans(len(starts), init=starts, n_init=1, max_iter=max_iter, tol=tol).fit(points)


def swap_center(points, fitted, random, rank):
    """Merges two clusters that cost little to merge; the centre set free goes where it does more."""
    centers = fitted.cluster_centers_.copy()
    sizes = np.bincount(fitted.labels_, minlength=len(centers))
    weights = squared_distances(points, centers).min(axis=1)
    place = best_candidate(points, weights, [random.next() for _ in range(12)])
    pairs = [(i, j) for i in range(len(centers)) for j in range(i + 1, len(centers))]

    def cost(pair):
        i, j = pair
        apart = ((centers[i] - centers[j]) ** 2).sum()
        return sizes[i] * sizes[j] / (sizes[i] + sizes[j]) * apart

    i, j = sorted(pairs, key=cost)[min(rank, len(pairs) - 1)]
    centers[i] = (sizes[i] * centers[i] + sizes[j] * centers[j]) / (sizes[i] + sizes[j])
    centers[j] = place
    return centers


def is_hopeless(points, starts, max_iter, tol, best):
    """Whether even twenty more iterations, each as good as the last, would not come below the best."""
    def hopeless(trace):
        return len(trace) >= 4 and trace[-1] - 20 * (trace[-2] - trace[-1]) > best

    return lloyd_steps(points, starts, max_iter, tol * points.var(axis=0).mean(), give_up=hopeless) is None


def kmeans(points, clusters, seed, restarts=10, start="k-means++", refine=True, max_iter=300, tol=1e-4, early=False):
    """The best of several runs of scikit-learn's KMeans from Fenqun's own seeded starts."""
    best = None
    for restart in range(restarts):
        starts = choose_starts(points, clusters, start, Random(seed, "kmeans", restart))
        if early and best is not None and is_hopeless(points, starts, max_iter, tol, best.inertia_):
            continue
        fitted = lloyd(points, starts, max_iter, tol)
        if best is None or fitted.inertia_ < best.inertia_:
            best = fitted
    random, fruitless = Random(seed, "kmeans", "refine"), 0
    # What ran out of iterations was told to stop there.
    refine = refine and best.n_iter_ < max_iter
    while refine and fruitless < 2 and len(best.cluster_centers_) > 1 and best.inertia_ > 0:
        fitted = lloyd(points, swap_center(points, best, random, fruitless), max_iter, tol)
        is_better = fitted.inertia_ < best.inertia_ * (1 - 1e-6)
        best, fruitless = (fitted, 0) if is_better else (best, fruitless + 1)
    return best.labels_


def by_size(labels, index):
    """Segments numbered from 0, largest first, of equal ones the one seen first; −1 is in none."""
    found, first, sizes = np.unique(labels[labels >= 0], return_index=True, return_counts=True)
    place = {found[i]: at for at, i in enumerate(np.lexsort((first, -sizes)))}
    return pd.Series([place.get(label, -1) for label in labels], index=index, name="segment")


# --- Load (load) ---
check_file("wholesale_customers.csv", "d0213b7d856bc7f98f2f52a86bedb5cb57d5b8e19959605e75bd4532d4ee0896")
load = pd.read_csv(DATA / "wholesale_customers.csv", sep=",", encoding="utf-8-sig", header=0, dtype=str, keep_default_na=False, skip_blank_lines=True)
load = typed(load, {"Channel": "number", "Region": "number", "Fresh": "number", "Milk": "number", "Grocery": "number", "Frozen": "number", "Detergents_Paper": "number", "Delicassen": "number"})


# --- Features (features) ---
rows = load
features = pd.DataFrame(index=rows.index)
features["Fresh"] = feature(as_numbers(rows["Fresh"]), FunctionTransformer(np.log1p), StandardScaler())
features["Milk"] = feature(as_numbers(rows["Milk"]), FunctionTransformer(np.log1p), StandardScaler())
features["Grocery"] = feature(as_numbers(rows["Grocery"]), FunctionTransformer(np.log1p), StandardScaler())
features["Frozen"] = feature(as_numbers(rows["Frozen"]), FunctionTransformer(np.log1p), StandardScaler())
features["Detergents_Paper"] = feature(as_numbers(rows["Detergents_Paper"]), FunctionTransformer(np.log1p), StandardScaler())
features["Delicassen"] = feature(as_numbers(rows["Delicassen"]), FunctionTransformer(np.log1p), StandardScaler())


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
cluster = by_size(kmeans(points, clusters=4, seed=7, restarts=10, start="k-means++", refine=True, max_iter=300, tol=0.0001), rows.index)
report("cluster", cluster, [132, 129, 118, 61])


# --- Evaluate (evaluate) ---
inside = cluster[cluster >= 0]
rows = features.loc[inside.index]
evaluate = {
    "silhouette": silhouette_score(rows, inside),
    "Calinski–Harabasz": calinski_harabasz_score(rows, inside),
    "Davies–Bouldin": davies_bouldin_score(rows, inside),
} if inside.nunique() > 1 else {}
print(evaluate)


# --- Choose k (choose-k) ---
# scikit-learn's own starts and all rows: figures close to the page's, which has stability and
# the gap statistic, too.
points = features.to_numpy(dtype="float32").astype(float)
choose_k = {}
for k in range(2, 7):
    fitted = KMeans(k, n_init=3, random_state=7).fit(points)
    choose_k[k] = {
        "inertia": fitted.inertia_ / len(points),
        "silhouette": silhouette_score(points, fitted.labels_),
        "Calinski–Harabasz": calinski_harabasz_score(points, fitted.labels_),
        "Davies–Bouldin": davies_bouldin_score(points, fitted.labels_),
    }
print(pd.DataFrame(choose_k).T)


# --- Heat map (heatmap) ---
# The tiles of the columns of numbers; shares of categories are on the page.
inside = cluster[cluster >= 0]
numbers = load[["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"]]
means = numbers.loc[inside.index].groupby(inside).mean()
heatmap = (means - numbers.mean()) / numbers.std(ddof=0)
print(heatmap)


# --- Profile lines (parallel) ---
inside = cluster[cluster >= 0]
numbers = load.loc[inside.index, ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"]]
parallel = numbers.groupby(inside).quantile([0.25, 0.5, 0.75])
print(parallel)


# --- Audience (audience) ---
labels = cluster.reindex(load.index, fill_value=-1)
audience = load.copy()
audience["segment"] = (labels + 1).where(labels >= 0)
audience = audience[(labels.isin([1, 3])) | (labels < 0)]
audience.to_csv("audience.csv", index=False)
