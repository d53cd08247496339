# online-retail-sample
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


DAY = pd.Timedelta(days=1)


def judge_orders(orders, roles, rules):
    """What the page makes of each row: "sale", "return", or why it is left out."""
    customer, when = orders[roles["customer"]], orders[roles["date"]]
    number = orders[roles["order"]] if "order" in roles else when.dt.floor("D")
    units = orders[roles["quantity"]] if "quantity" in roles else None
    each = orders[roles["price"]] if "price" in roles else None
    if "amount" in roles:
        money = orders[roles["amount"]].astype(float)
    else:
        money = each if units is None or each is None else units * each
    outcome = pd.Series("sale", index=orders.index)

    def mark(name, holds):
        outcome[(outcome == "sale") & holds.fillna(False)] = name

    mark("customer-missing", customer.isna())
    mark("date-missing", when.isna())
    if rules["reference"]:
        mark("after-reference", when >= pd.Timestamp(rules["reference"]) + DAY)
    mark("order-missing", number.isna())
    sign = units if money is None else money
    if sign is not None:
        mark("amount-missing", sign.isna())
        if rules["worthless"] == "leave-out":
            mark("worthless", sign == 0 if each is None else (sign == 0) | (each <= 0))
        mark("return", sign < 0 if units is None else (sign < 0) | (units < 0))
    for holds, gives_back in rules["cancelled"](orders):
        mark("return", holds)
        if money is not None and rules["returns"] != "keep":
            money = money.where(outcome != "return", gives_back(money))
    return pd.DataFrame({"customer": customer, "order": number, "when": when, "money": money, "outcome": outcome})


def summarize_customers(orders, roles, rules):
    """One row a customer: recency, frequency, monetary value and more; customers as first seen."""
    rows = judge_orders(orders, roles, rules)
    for role in ("category", "product"):
        rows[role] = orders[roles[role]] if role in roles else np.nan
    counted = rows[rows.outcome.isin(["sale", "return"])]
    sales = counted if rules["returns"] == "keep" else counted[counted.outcome == "sale"]
    by = sales.groupby("customer", sort=False)
    first_of_order = sales.groupby(["customer", "order"]).when.first().reset_index().sort_values(["customer", "when"])
    gaps = first_of_order.groupby("customer").when.diff() / DAY
    gap = gaps.groupby(first_of_order.customer)
    last, first = by.when.max(), by.when.min()
    reference = pd.Timestamp(rules["reference"]) if rules["reference"] else last.max().normalize() + DAY
    figures = pd.DataFrame({
        "recency": (reference - last).dt.days.clip(lower=0),
        "frequency": by.order.nunique(),
        "monetary": by.money.sum() if rows.money.notna().any() else np.nan,
        "tenure": (reference - first).dt.days.clip(lower=0),
        "first": first,
        "last": last,
        "categories": by["category"].nunique(),
        "products": by["product"].nunique(),
    })
    figures["meanGap"], figures["medianGap"] = gap.mean(), gap.median()
    if rules["returns"] == "net":
        back = counted[counted.outcome == "return"].groupby("customer").money.sum()
        figures["monetary"] += back.reindex(figures.index, fill_value=0)
    figures["basket"] = figures.monetary / figures.frequency
    everything = counted.groupby("customer").order.nunique()
    returned = counted[counted.outcome == "return"].groupby("customer").order.nunique()
    share = returned.reindex(figures.index, fill_value=0) / everything.reindex(figures.index)
    figures["returnsShare"] = share
    seen = counted.customer.drop_duplicates()
    return figures.loc[seen[seen.isin(figures.index)]]


def score(values, rule, edges, larger=True):
    """1 to 5, 5 the best."""
    if rule == "edges":
        above = sum((values > edge).astype(int) for edge in edges)
        return 1 + above if larger else 5 - above
    if values.nunique() == 1:
        return pd.Series(3, index=values.index)
    if rule == "share":
        return ((values.rank(method="min", ascending=larger) - 1) * 5 // len(values) + 1).astype(int)
    return pd.qcut(values.rank(method="first", ascending=larger), 5, labels=False) + 1


def rfm_group(scores, rules):
    """The group of the first rule that holds."""
    group = pd.Series(None, index=scores.index, dtype=object)
    for name, *ranges in rules:
        holds = pd.concat([scores[s].between(*r) for s, r in zip("rfm", ranges)], axis=1).all(axis=1)
        group[group.isna() & holds] = name
    return group


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
check_file("online_retail_2010-12.csv", "7ac7f4b5c7750c8e795a990b1e264dccfd69aa175f950017c94d509d5de0e811")
load = pd.read_csv(DATA / "online_retail_2010-12.csv", sep=",", encoding="utf-8-sig", header=0, dtype=str, keep_default_na=False, skip_blank_lines=True)
load = typed(load, {"InvoiceNo": "identifier", "StockCode": "text", "Description": "text", "Quantity": "number", "InvoiceDate": "date", "UnitPrice": "number", "CustomerID": "identifier", "Country": "category"})


# --- RFM (rfm) ---
orders = load
roles = {"customer": "CustomerID", "date": "InvoiceDate", "order": "InvoiceNo", "quantity": "Quantity", "price": "UnitPrice", "product": "StockCode"}
rules = {"reference": "", "returns": "leave-out", "worthless": "leave-out"}
rules["cancelled"] = lambda orders: [(orders["InvoiceNo"].astype("string").str.startswith("C"), lambda money: -money.abs())]
figures = summarize_customers(orders, roles, rules)
scores = pd.DataFrame({
    "r": score(figures.recency, "share", None, larger=False),
    "f": score(figures.frequency, "share", None, larger=True),
    "m": score(figures.monetary, "share", None, larger=True),
})
rfm = figures[["recency", "frequency", "monetary", "tenure", "basket", "meanGap", "medianGap", "products", "returnsShare", "first", "last"]].rename(columns={"recency": "Recency days", "frequency": "Frequency", "monetary": "Monetary value", "tenure": "Tenure days", "basket": "Average basket", "meanGap": "Mean days between orders", "medianGap": "Median days between orders", "products": "Products bought", "returnsShare": "Returns share", "first": "First order date", "last": "Last order date"})
rfm[["R score", "F score", "M score"]] = scores[["r", "f", "m"]]
rfm["RFM group"] = rfm_group(scores, [["Champions", [4, 5], [4, 5], [4, 5]], ["Can't lose", [1, 2], [4, 5], [4, 5]], ["Loyal", [3, 5], [4, 5], [1, 5]], ["At risk", [1, 2], [3, 5], [1, 5]], ["At risk", [1, 2], [2, 2], [4, 5]], ["Potential loyalists", [4, 5], [2, 3], [1, 5]], ["New", [5, 5], [1, 1], [1, 5]], ["Promising", [4, 4], [1, 1], [1, 5]], ["Need attention", [3, 3], [2, 3], [3, 5]], ["About to sleep", [3, 3], [1, 3], [1, 5]], ["Lost", [1, 1], [1, 1], [1, 5]], ["Hibernating", [1, 2], [1, 2], [1, 5]]])
rfm = rfm.rename_axis("CustomerID").reset_index()


# --- Features (features) ---
rows = rfm
features = pd.DataFrame(index=rows.index)
features["Recency days"] = feature(as_numbers(rows["Recency days"]), StandardScaler())
features["Frequency"] = feature(as_numbers(rows["Frequency"]), FunctionTransformer(np.log1p), StandardScaler())
features["Monetary value"] = feature(as_numbers(rows["Monetary value"]), FunctionTransformer(np.log1p), StandardScaler())


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
cluster = by_size(kmeans(points, clusters=4, seed=7, restarts=10, start="k-means++", refine=True, max_iter=300, tol=0.0001), rows.index)
report("cluster", cluster, [402, 234, 198, 51])
