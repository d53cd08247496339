# every-algorithm
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
from sklearn.cluster import DBSCAN
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


def nearest(points, centers):
    """The nearest centre of every row, of equally near ones the first, and its squared distance."""
    distances = squared_distances(points, centers)
    labels = distances.argmin(axis=1)
    return labels, distances[np.arange(len(points)), labels]


def sums_by_label(points, labels, clusters):
    sums = np.zeros((clusters, points.shape[1]))
    np.add.at(sums, labels, points)
    return sums, np.bincount(labels, minlength=clusters)


def fill_empty(points, labels, distances, sums, counts):
    """Gives every empty cluster the row farthest from its own centre."""
    empty = np.flatnonzero(counts == 0)
    far = np.argsort(-distances, kind="stable")[: len(empty)]
    for cluster, row in zip(empty, far):
        if distances[row] == 0:
            continue
        sums[labels[row]] -= points[row]
        sums[cluster] = points[row]
        counts[labels[row]] -= 1
        counts[cluster] = 1


def means_of(sums, counts, before):
    return np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], before)


def lloyd_steps(points, starts, max_iter, tol, middles=None, give_up=None):
    """Lloyd's algorithm in numpy; gives labels, centres and cost, or None where it was given up.

    `tol` is the sum of squared moves that counts as standing still; `middles` makes centres of
    sums and counts, where these are not means; `give_up` sees the cost after each iteration.
    """
    centers, trace = starts, []
    labels, distances = nearest(points, centers)
    while len(trace) < max_iter:
        sums, counts = sums_by_label(points, labels, len(centers))
        fill_empty(points, labels, distances, sums, counts)
        before, centers = centers, (middles or means_of)(sums, counts, centers)
        last, (labels, distances) = labels, nearest(points, centers)
        trace.append(distances.sum())
        is_fillable = trace[-1] > 0 and len(np.unique(labels)) < len(centers)
        stands = ((centers - before) ** 2).sum() <= tol and not is_fillable
        is_same = (labels == last).all()
        if is_same and not stands and len(trace) < max_iter:
            trace.append(trace[-1])
        if give_up and give_up(trace):
            return None
        if is_same or stands:
            break
    return labels, centers, distances.sum()


def best_run(runs):
    """Of several runs the one of least cost, of equal ones the first; a cost of 0 ends the search."""
    best = None
    for run in runs:
        if run is not None and (best is None or run[2] < best[2]):
            best = run
        if run is not None and run[2] == 0:
            break
    return best


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


def learn_from(batch, centers, weights):
    """One step of Sculley's algorithm; changes centres and weights, gives the inertia before it."""
    labels, distances = nearest(batch, centers)
    sums, counts = sums_by_label(batch, labels, len(centers))
    for c in np.flatnonzero(counts):
        centers[c] = (centers[c] * weights[c] + sums[c]) / (weights[c] + counts[c])
        weights[c] += counts[c]
    return distances.sum()


def move_idle(batch, centers, weights, random):
    """Centres that learned from hardly any rows go to rows of the batch."""
    order = np.lexsort((np.arange(len(weights)), weights))
    idle = [c for c in order if weights[c] < 0.01 * weights.max()][: len(batch) // 2]
    if not idle:
        return
    chosen = choose_distinct(random, len(idle), len(batch))
    least = weights[[c for c in range(len(weights)) if c not in idle]].min()
    for c, row in zip(idle, chosen):
        centers[c], weights[c] = batch[row], least


def run_minibatch(points, clusters, random, start, batch_rows, patience, max_passes):
    rows = len(points)
    if start == "random":
        starts = choose_starts(points, clusters, start, random)
    else:
        sample = choose_distinct(random, 3 * max(batch_rows, clusters), rows)
        starts = choose_starts(points[sample], clusters, start, random)
        if len(starts) < clusters and len(sample) < rows:
            starts = choose_starts(points, clusters, start, random)
    centers, weights = starts.astype(float).copy(), np.zeros(len(starts))
    size = min(batch_rows, rows)
    most, batches, smoothed, least, idle, since = max(1, max_passes * rows // size), 0, None, np.inf, 0, 0
    while idle < patience and batches < most:
        batch = points[[random.below(rows) for _ in range(size)]]
        since += size
        is_due = since >= 10 * len(weights) or (weights == 0).any()
        mean = learn_from(batch, centers, weights) / size
        if is_due:
            move_idle(batch, centers, weights, random)
            since = 0
        batches += 1
        if batches == 1:
            continue
        weight = min(1, 2 * size / (rows + 1))
        smoothed = mean if smoothed is None else smoothed * (1 - weight) + mean * weight
        least, idle = (smoothed, 0) if smoothed < least else (least, idle + 1)
    labels, distances = nearest(points, centers)
    for _ in range(3):
        counts = np.bincount(labels, minlength=len(centers))
        if counts.all() or distances.sum() == 0:
            break
        sums, counts = sums_by_label(points, labels, len(centers))
        fill_empty(points, labels, distances, sums, counts)
        centers = means_of(sums, counts, centers)
        labels, distances = nearest(points, centers)
    return labels, centers, distances.sum()


def minibatch(points, clusters, seed, restarts, start, batch_rows, patience, max_passes):
    """scikit-learn's MiniBatchKMeans draws numbers of its own: this draws those of the page."""
    def run(restart):
        random = Random(seed, "minibatch", restart)
        return run_minibatch(points, clusters, random, start, batch_rows, patience, max_passes)

    return best_run(run(restart) for restart in range(restarts))[0]


def split_in_two(points, inertia, split, seed, restarts, start, max_iter, tol):
    """The better half: K-means with two clusters; None where rows cannot be told apart."""
    variance = points.var(axis=0).mean()

    def run(restart):
        starts = choose_starts(points, 2, start, Random(seed, f"bisecting {split}", restart))
        if len(starts) < 2:
            return np.zeros(len(points), dtype=int), starts, inertia
        # scikit-learn multiplies the tolerance by the variance of the rows that it is given.
        fitted = KMeans(2, init=starts, n_init=1, max_iter=max_iter, tol=tol / variance).fit(points)
        return fitted.labels_, fitted.cluster_centers_, fitted.inertia_

    labels = best_run(run(restart) for restart in range(restarts))[0]
    return labels if len(np.unique(labels)) == 2 else None


def bisecting(points, clusters, seed, split_next, restarts, start, max_iter, tol):
    """Splits one cluster in two until there are enough; each split by scikit-learn's KMeans."""
    tolerance = tol * points.var(axis=0).mean()

    def leaf(rows):
        return {"rows": rows, "inertia": ((points[rows] - points[rows].mean(axis=0)) ** 2).sum(), "whole": False}

    leaves, splits = [leaf(np.arange(len(points)))], 0

    def rank(leaf):
        if leaf["inertia"] == 0 or leaf["whole"]:
            return -1
        return len(leaf["rows"]) if split_next == "largest-cluster" else leaf["inertia"]

    while len(leaves) < clusters and any(rank(leaf) >= 0 for leaf in leaves):
        place = max(range(len(leaves)), key=lambda i: rank(leaves[i]))
        rows, inertia = leaves[place]["rows"], leaves[place]["inertia"]
        labels = split_in_two(points[rows], inertia, splits, seed, restarts, start, max_iter, tolerance)
        if labels is None:
            leaves[place]["whole"] = True
            continue
        leaves[place : place + 1] = [leaf(rows[labels == 0]), leaf(rows[labels == 1])]
        splits += 1
    labels = np.zeros(len(points), dtype=int)
    for label, each in enumerate(leaves):
        labels[each["rows"]] = label
    return labels


def medians_from(points, starts, max_iter):
    """One run of K-medians: rows go where absolute differences are least, centres are medians."""
    def assign(centers):
        distances = np.stack([np.abs(points - center).sum(axis=1) for center in centers], axis=1)
        labels = distances.argmin(axis=1)
        return labels, distances[np.arange(len(points)), labels].sum()

    centers, moved = starts, np.arange(len(starts))
    labels, cost = assign(centers)
    for _ in range(max_iter):
        counts = np.bincount(labels, minlength=len(centers))
        before, centers = centers, centers.copy()
        for cluster in moved:
            if counts[cluster] > 0:
                centers[cluster] = np.median(points[labels == cluster], axis=0)
        empty = np.flatnonzero(counts == 0)
        # An empty cluster takes the row farthest, in a straight line, from its centre.
        lengths = ((points - before[labels]) ** 2).sum(axis=1)
        for cluster, row in zip(empty, np.argsort(-lengths, kind="stable")):
            if lengths[row] > 0:
                centers[cluster] = points[row]
        last, (labels, cost) = labels, assign(centers)
        moved = np.unique(np.concatenate([labels[labels != last], last[labels != last]]))
        if len(moved) == 0:
            break
    return labels, centers, cost


def kmedians(points, clusters, seed, restarts, start, max_iter):
    """The best of several runs from Fenqun's own seeded starts; scikit-learn has no K-medians."""
    def run(restart):
        starts = choose_starts(points, clusters, start, Random(seed, "kmedians", restart))
        return medians_from(points, starts, max_iter)

    return best_run(run(restart) for restart in range(restarts))[0]


def unit_lines(lines, instead):
    lengths = np.sqrt((lines**2).sum(axis=1))[:, None]
    return np.where(lengths > 0, lines / np.where(lengths > 0, lengths, 1), instead)


def spherical(points, clusters, seed, restarts, start, max_iter, tol):
    """K-means by direction alone: rows and centres of length one; rows of zeros are noise."""
    labels = np.full(len(points), -1)
    inside = np.flatnonzero((points != 0).any(axis=1))
    if len(inside) == 0:
        return labels
    # The page keeps the scaled rows as 32-bit numbers.
    units = unit_lines(points[inside], 0).astype("float32").astype(float)
    tolerance = tol * units.var(axis=0).mean()

    def run(restart):
        starts = choose_starts(units, clusters, start, Random(seed, "spherical", restart))
        # Opposite rows may add up to nothing; the centre then stays.
        middles = lambda sums, counts, before: unit_lines(sums, before)
        return lloyd_steps(units, unit_lines(starts, starts), max_iter, tolerance, middles)

    labels[inside] = best_run(run(restart) for restart in range(restarts))[0]
    return labels


def rank(costs, prices):
    """The two cheapest clusters of each row, of equally cheap ones the lower."""
    total = costs + prices
    rows = np.arange(len(total))
    first = total.argmin(axis=1)
    total[rows, first] = np.inf
    return first, total.argmin(axis=1)


def sizes_of(labels, clusters):
    return np.bincount(labels, minlength=clusters)


def settle_prices(costs, prices, least, most, most_changes):
    """Changes one price at a time until rows, each going where it is cheapest, nearly keep the limits."""
    clusters = costs.shape[1]
    if clusters == 1:
        return
    changes, rows = np.zeros(clusters, dtype=int), np.arange(len(costs))
    first, second = rank(costs, prices)
    while True:
        sizes = sizes_of(first, clusters)
        over, under = sizes - most, least - sizes
        # A price is owed to a limit that is reached, and to nothing else.
        idle = np.where(prices > 0, -over, np.where(prices < 0, -under, 0))
        wrong = np.where(changes >= most_changes, 0, np.maximum(np.maximum(over, under), idle))
        if wrong.max() <= 0:
            return
        c = int(wrong.argmax())
        changes[c] += 1
        other = np.where(first == c, second, first)
        up_to = costs[rows, other] + prices[other] - costs[:, c]
        keen = int((up_to >= 0).sum())
        wanted = min(max(keen, least), most)
        prices[c] = 0 if wanted == keen else price_for(np.sort(-up_to), wanted)
        first, second = rank(costs, prices)


def price_for(keenness, wanted):
    """Half-way between what the last of the wanted rows pays and the next one would."""
    if wanted == 0:
        return -keenness[0] + 1
    last = -keenness[wanted - 1]
    return (last - keenness[wanted]) / 2 if wanted < len(keenness) else last


def find_prices(costs, prices, least, most, is_first):
    rows, sample = len(costs), 40_000
    if rows > 2 * sample and is_first:
        chosen, share = costs[np.arange(sample) * rows // sample], sample / rows
        settle_prices(chosen, prices, int(np.floor(least * share)), int(np.ceil(most * share)), 30)
    settle_prices(costs, prices, least, most, 6 if rows > 2 * sample else 30)


def move_rows(costs, prices, labels, is_over, limit):
    """Moves as few rows as it takes to keep one limit, those first that lose least by it."""
    clusters, rows = costs.shape[1], np.arange(len(labels))
    total = costs + prices
    while True:
        sizes = sizes_of(labels, clusters)
        if (sizes <= limit).all() if is_over else (sizes >= limit).all():
            return
        among = np.flatnonzero(sizes < limit)
        targets = among[total[:, among].argmin(axis=1)]
        losses = total[rows, targets] - total[rows, labels]
        short = np.maximum(0, limit - sizes).sum()
        leaving = []
        for cluster in np.flatnonzero(sizes > limit):
            own = np.flatnonzero(labels == cluster)
            # No more than these can have to leave.
            most = min(sizes[cluster] - limit if is_over else short, len(own))
            leaving.append(own[losses[own] <= np.sort(losses[own])[most - 1]])
        leaving = np.concatenate(leaving)
        for row in leaving[np.lexsort((leaving, losses[leaving]))]:
            a, b = labels[row], targets[row]
            if sizes[a] > limit and sizes[b] < limit:
                labels[row] = b
                sizes[a] -= 1
                sizes[b] += 1


def look_at(costs, labels, savings, movers, cluster):
    """The cheapest row to give to every other cluster."""
    clusters = costs.shape[1]
    own = np.flatnonzero(labels == cluster)
    savings[cluster, :clusters] = np.inf
    if len(own):
        more = costs[own] - costs[own, cluster][:, None]
        movers[cluster, :clusters] = own[more.argmin(axis=0)]
        savings[cluster, :clusters] = more.min(axis=0)
    savings[cluster, cluster] = np.inf


def cheap_circle(savings, sizes, least, most):
    """A circle of clusters whose moves add up to less than nothing (Bellman and Ford); or none."""
    nodes = len(savings)
    savings[:-1, -1] = np.where(sizes < most, 0, np.inf)
    savings[-1, :-1] = np.where(sizes > least, 0, np.inf)
    slack = 1e-9 * np.abs(savings[np.isfinite(savings)]).max(initial=0)
    reach, came, last = [0.0] * nodes, [-1] * nodes, -1
    for _ in range(nodes):
        last = -1
        for a in range(nodes):
            for b in range(nodes):
                through = reach[a] + savings[a, b]
                if a != b and through < reach[b] - slack:
                    reach[b], came[b], last = through, a, b
        if last < 0:
            return []
    for _ in range(nodes):
        last = came[last]
    circle = [last]
    while came[circle[0]] != last:
        circle.insert(0, came[circle[0]])
    return circle


def exchange(costs, labels, least, most):
    """Passes rows around in circles as long as a circle saves something."""
    rows, clusters = costs.shape
    savings, movers = np.full((clusters + 1, clusters + 1), np.inf), np.zeros((clusters + 1, clusters + 1), dtype=int)
    looks, dirty = max(20_000_000, 40 * rows), range(clusters)
    while looks > 0:
        for cluster in dirty:
            look_at(costs, labels, savings, movers, cluster)
        looks -= rows * len(dirty)
        circle = cheap_circle(savings, sizes_of(labels, clusters), least, most)
        if not circle:
            return
        pairs = [(a, b) for a, b in zip(circle, circle[1:] + circle[:1]) if clusters not in (a, b)]
        for row, b in [(movers[a, b], b) for a, b in pairs]:
            labels[row] = b
        dirty = [cluster for cluster in circle if cluster < clusters]


def balanced(points, clusters, seed, least, most, restarts, start, max_iter, tol):
    """K-means whose clusters keep limits of size, by Fenqun's method; scikit-learn has none."""
    tolerance = tol * points.var(axis=0).mean()

    def run(restart):
        starts = choose_starts(points, clusters, start, Random(seed, "kmeans", restart))
        return lloyd_steps(points, starts, max_iter, tolerance)

    labels, centers, cost = best_run(run(restart) for restart in range(restarts))
    kept, labels = np.unique(labels, return_inverse=True)
    centers, sizes = centers[kept], sizes_of(labels, len(kept))
    if (sizes >= least).all() and (sizes <= most).all():
        return labels
    order = np.lexsort((np.arange(len(sizes)), -sizes))
    twins = [order[i % len(order)] for i in range(max(0, -(-len(points) // most) - len(centers)))]
    centers = np.concatenate([centers, centers[twins]])
    prices, best = np.zeros(len(centers)), None
    for rounds in range(max_iter):
        # The page keeps distances as 32-bit numbers.
        costs = squared_distances(points, centers).astype("float32").astype(float)
        find_prices(costs, prices, least, most, rounds == 0)
        labels = (costs + prices).argmin(axis=1)
        move_rows(costs, prices, labels, True, most)
        move_rows(costs, prices, labels, False, least)
        exchange(costs, labels, least, most)
        before, centers = centers, means_of(*sums_by_label(points, labels, len(centers)), centers)
        inertia = ((points - centers[labels]) ** 2).sum()
        is_over = best is not None and inertia >= best[1]
        if best is None or inertia < best[1]:
            best = (labels, inertia)
        if is_over or ((centers - before) ** 2).sum() <= tolerance:
            break
    return best[0]


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
early = by_size(kmeans(points, clusters=9, seed=7, restarts=30, start="k-means++", refine=False, max_iter=300, tol=0.0001, early=True), rows.index)
report("early", early, [87, 81, 76, 63, 46, 43, 19, 14, 11])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
short = by_size(kmeans(points, clusters=6, seed=7, restarts=10, start="k-means++", refine=True, max_iter=3, tol=0.0001), rows.index)
report("short", short, [128, 98, 77, 67, 38, 32])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
farthest = by_size(kmeans(points, clusters=4, seed=7, restarts=10, start="farthest-first", refine=True, max_iter=300, tol=0.0001), rows.index)
report("farthest", farthest, [145, 122, 113, 60])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
minibatch_cell = by_size(minibatch(points, clusters=5, seed=7, restarts=10, start="k-means++", batch_rows=128, patience=10, max_passes=100), rows.index)
report("minibatch_cell", minibatch_cell, [114, 105, 87, 80, 54])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
minibatch_random = by_size(minibatch(points, clusters=12, seed=7, restarts=3, start="random", batch_rows=32, patience=30, max_passes=100), rows.index)
report("minibatch_random", minibatch_random, [71, 65, 55, 42, 40, 37, 31, 22, 21, 21, 19, 16])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
bisecting_cell = by_size(bisecting(points, clusters=7, seed=7, split_next="biggest-inertia", restarts=10, start="k-means++", max_iter=300, tol=0.0001), rows.index)
report("bisecting_cell", bisecting_cell, [114, 82, 71, 62, 45, 37, 29])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
bisecting_largest = by_size(bisecting(points, clusters=5, seed=7, split_next="largest-cluster", restarts=10, start="random", max_iter=300, tol=0.0001), rows.index)
report("bisecting_largest", bisecting_largest, [115, 99, 79, 74, 73])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
kmedians_cell = by_size(kmedians(points, clusters=6, seed=7, restarts=10, start="k-means++", max_iter=300), rows.index)
report("kmedians_cell", kmedians_cell, [100, 95, 88, 54, 52, 51])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
kmedians_farthest = by_size(kmedians(points, clusters=9, seed=7, restarts=10, start="farthest-first", max_iter=300), rows.index)
report("kmedians_farthest", kmedians_farthest, [88, 84, 59, 54, 49, 41, 38, 24, 3])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
spherical_cell = by_size(spherical(points, clusters=5, seed=7, restarts=10, start="k-means++", max_iter=300, tol=0.0001), rows.index)
report("spherical_cell", spherical_cell, [134, 106, 81, 78, 41])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
spherical_random = by_size(spherical(points, clusters=10, seed=7, restarts=10, start="random", max_iter=300, tol=0.0001), rows.index)
report("spherical_random", spherical_random, [67, 63, 57, 50, 43, 38, 38, 33, 27, 24])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
balanced_cell = by_size(balanced(points, clusters=5, seed=7, least=44, most=176, restarts=10, start="k-means++", max_iter=300, tol=0.0001), rows.index)
report("balanced_cell", balanced_cell, [113, 110, 100, 63, 54])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
balanced_tight = by_size(balanced(points, clusters=6, seed=7, least=70, most=77, restarts=10, start="k-means++", max_iter=300, tol=0.0001), rows.index)
report("balanced_tight", balanced_tight, [77, 77, 76, 70, 70, 70])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
balanced_rows = by_size(balanced(points, clusters=4, seed=7, least=30, most=150, restarts=10, start="k-means++", max_iter=300, tol=0.0001), rows.index)
report("balanced_rows", balanced_rows, [132, 129, 118, 61])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
dbscan = by_size(DBSCAN(eps=1.8, min_samples=10).fit_predict(points), rows.index)
report("dbscan", dbscan, [415])


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
dbscan_near = by_size(DBSCAN(eps=0.9, min_samples=8).fit_predict(points), rows.index)
report("dbscan_near", dbscan_near, [229])


# --- Evaluate (evaluate) ---
inside = kmedians_cell[kmedians_cell >= 0]
rows = features.loc[inside.index]
evaluate = {
    "silhouette": silhouette_score(rows, inside),
    "Calinski–Harabasz": calinski_harabasz_score(rows, inside),
    "Davies–Bouldin": davies_bouldin_score(rows, inside),
} if inside.nunique() > 1 else {}
print(evaluate)
