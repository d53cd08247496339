# clean-and-derive
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


def same_rows(table, names):
    """A number for each row; equal rows, missing values too, have equal ones."""
    return table.groupby(list(names), dropna=False, sort=False).ngroup()


def drop_duplicates(table, names, keep):
    group = same_rows(table, names)
    if keep == "most-complete":
        most = table.notna().sum(axis=1)
        order = pd.DataFrame({"group": group, "most": -most}).sort_values(["group", "most"], kind="stable")
        stays = order.drop_duplicates("group").index
        return table.loc[table.index.isin(stays)]
    return table[~group.duplicated(keep=keep)]


INVISIBLE = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
BLANKS = re.compile("[\\s\u0085]+")
WORD = re.compile("[^\\W\\d_][\\w'’]*")


def normalized(text, spaces, width, case):
    for _ in range(4):
        before = text
        if width:
            text = unicodedata.normalize("NFKC", text)
        if spaces:
            text = BLANKS.sub(" ", INVISIBLE.sub("", text)).strip()
        if case == "lower":
            text = text.lower()
        elif case == "upper":
            text = text.upper()
        elif case == "title":
            text = WORD.sub(lambda word: word[0][0].upper() + word[0][1:].lower(), text)
        if text == before:
            break
    return text or None


def normalize_text(table, names, **rules):
    for name in names:
        table[name] = table[name].map(lambda text: normalized(str(text), **rules), na_action="ignore").astype(object)
    return table


def replaced(column, pairs):
    """Values exchanged for others; None is missing."""
    known = dict(pairs)
    return column.map(lambda value: known.get(value, value), na_action="ignore")


def filling(column, rule, value):
    if rule == "constant":
        return value
    if rule == "mode":
        return column.mode().iloc[0]
    found = column.mean() if rule == "mean" else column.median()
    return found.floor("ms") if isinstance(found, pd.Timestamp) else found


def fill_missing(table, names, rule, value=None, by=None):
    for name in names:
        if not table[name].isna().any():
            continue
        if rule == "group-median":
            table[name] = table[name].fillna(table.groupby(by)[name].transform("median"))
        table[name] = table[name].fillna(filling(table[name], rule, value))
    return table


def outliers(table, bounds, action):
    """Values beyond the bounds are moved to them, or their rows leave."""
    out = pd.Series(False, index=table.index)
    for name, (low, high) in bounds.items():
        if action == "clip":
            table[name] = table[name].clip(low, high)
        else:
            out |= (table[name] < low) | (table[name] > high)
    return table[~out]


def bounds_of(table, names, rule, limit):
    found = {}
    for name in names:
        values = table[name].dropna()
        if len(values) == 0:
            continue
        if rule == "z":
            found[name] = (values.mean() - limit * values.std(ddof=0), values.mean() + limit * values.std(ddof=0))
        elif rule == "mad":
            reach = limit / 0.67448975019608171 * (values - values.median()).abs().median()
            found[name] = (values.median() - reach, values.median() + reach)
        else:
            shares = (limit / 100, 1 - limit / 100) if rule == "percentile" else (0.25, 0.75)
            low, high = sorted(values.quantile(share) for share in shares)
            reach = limit * (high - low) if rule == "iqr" else 0
            found[name] = (low - reach, high + reach)
    return found


def breaches(column, rule, **limits):
    """Values that break a rule; a missing one breaks none but "present"."""
    if rule == "present":
        return column.isna()
    if rule == "unique":
        return column.notna() & column.duplicated()
    if rule == "range":
        return (column < limits["low"]) | (column > limits["high"])
    return column.notna() & ~column.isin(limits["values"])


def spelled(number):
    """A number as the page writes it as text."""
    return str(int(number)) if float(number).is_integer() and abs(number) < 1e21 else repr(float(number))


DAY_MS = 86_400_000


def values_of(table, name, kind):
    """A column as formulas see it: numbers, dates (milliseconds) and yes/no (1, 0) as floats, texts with None."""
    column = table[name]
    if kind == "text":
        return np.array([None if missing else str(text) for text, missing in zip(column, column.isna())], dtype=object)
    if kind == "date":
        return column.astype("datetime64[ms]").astype("int64").astype(float).where(column.notna()).to_numpy()
    return column.astype(float).to_numpy(dtype=float)


def constant(value, kind, rows):
    if kind == "text":
        return np.full(rows, value, dtype=object)
    return np.full(rows, np.nan if value is None else value, dtype=float)


def column_of(values, kind, index):
    """Values back as a column."""
    if kind == "date":
        return pd.Series(pd.to_datetime(pd.Series(values), unit="ms").to_numpy(), index=index)
    if kind == "text":
        return pd.Series(values, index=index, dtype=object)
    return pd.Series(np.asarray(values, dtype=float), index=index)


def is_gone(values):
    return pd.isna(values)


def finite(numbers):
    """What is not defined, or too large, is missing."""
    return np.where(np.isfinite(numbers), numbers, np.nan)


def each(function, *args):
    """A function of texts, row by row; missing beside anything is missing."""
    return [None if any(pd.isna(value) for value in row) else function(*row) for row in zip(*args)]


def texts(function):
    return lambda *args: np.array(each(function, *args), dtype=object)


def numbers(function):
    return lambda *args: np.array([np.nan if value is None else value for value in each(function, *args)], dtype=float)


def compare(holds):
    def run(a, b):
        return numbers(lambda x, y: float(holds(int(x > y) - int(x < y))))(a, b)

    return run


def connect(decisive):
    def run(a, b):
        decided = (a == decisive) | (b == decisive)
        return np.where(decided, decisive, np.where(np.isnan(a + b), np.nan, 1 - decisive))

    return run


def among(found):
    def run(values, *wanted):
        known = {choice[0] for choice in wanted}
        return np.array([np.nan if pd.isna(x) else found if x in known else 1 - found for x in values], dtype=float)

    return run


def choose(*args):
    """The value of the first condition that holds, else the last one, where there is one."""
    result = args[-1].copy() if len(args) % 2 else np.full_like(args[1], None if args[1].dtype == object else np.nan)
    for at in range(len(args) - len(args) % 2 - 2, -1, -2):
        result = np.where(args[at] == 1, args[at + 1], result)
    return result


def coalesce(*args):
    result = args[-1]
    for values in reversed(args[:-1]):
        result = np.where(is_gone(values), result, values)
    return result


def rounded(x, digits=None):
    """Halves go away from zero, as people round."""
    places = np.zeros_like(x) if digits is None else np.trunc(digits)
    scale = 10.0 ** np.abs(places)
    scaled = np.where(places < 0, np.abs(x) / scale, np.abs(x) * scale)
    whole = np.floor(scaled + 0.5)
    small = np.sign(x) * np.where(places < 0, whole * scale, whole / scale)
    return finite(np.where(scaled < 2**52, small, x) + 0 * places)


def spelled_number(value):
    text = repr(float(value))
    return text[:-2] if text.endswith(".0") else text


def substring(text, start, length=np.inf):
    at = int(start) - 1 if start > 0 else max(0, len(text) + int(start))
    return text[at : None if length == np.inf else at + int(max(0, length))] or None


def split_part(text, separator, number):
    parts = text.split(separator) if separator else []
    at = int(number) - 1 if number > 0 else int(number)
    return parts[at] if number != 0 and -len(parts) <= at < len(parts) else None


def stamps(ms):
    return pd.to_datetime(pd.Series(ms), unit="ms")


def part(name):
    return lambda ms: getattr(stamps(ms).dt, name).to_numpy(dtype=float)


def start_of(unit):
    def run(ms):
        start = stamps(ms).dt.to_period(unit).dt.start_time
        return start.astype("datetime64[ms]").astype("int64").astype(float).where(start.notna()).to_numpy()

    return run


def days(ms):
    return np.floor(ms / DAY_MS)


def months_between(a, b):
    """Whole months that have passed in full; negative backwards."""
    low, high = stamps(np.minimum(a, b)), stamps(np.maximum(a, b))
    months = (high.dt.year - low.dt.year) * 12 + high.dt.month - low.dt.month - (high.dt.day < low.dt.day)
    return (months * np.where(b < a, -1.0, 1.0)).to_numpy(dtype=float) + 0.0


def add_months(ms, months):
    def run(date, count):
        moved = pd.Timestamp(date, unit="ms") + pd.DateOffset(months=int(count))
        return float(moved.value // 1_000_000)

    return numbers(run)(ms, months)


def date_of_parts(years, months, days_):
    def run(y, m, d):
        try:
            return float(pd.Timestamp(int(y), int(m), int(d)).value // 1_000_000) if y % 1 == m % 1 == d % 1 == 0 else None
        except ValueError:
            return None

    return numbers(run)(years, months, days_)


def bin_by_edges(x, edges, labels):
    is_open = len(labels) == len(edges) + 1
    words = [*labels] if is_open else [None, *labels, None]
    return np.array([None if np.isnan(v) else words[np.searchsorted(edges, v, side="right")] for v in x], dtype=object)


def whole(figure, values, by=None):
    """A figure of all rows, or of the group of each row, given to each row."""
    values = pd.Series([1.0 if not pd.isna(v) else np.nan for v in values] if values.dtype == object else values)
    if by is None:
        return np.full(len(values), figure(values), dtype=float)
    groups = values.groupby(pd.Series(by), sort=False)
    return groups.transform(figure).astype(float).to_numpy()


def rank(values, by=None):
    values = pd.Series(values)
    return (values.rank() if by is None else values.groupby(pd.Series(by)).rank()).to_numpy()


def classes(values, count):
    values = pd.Series(values)
    edges = np.unique([values.quantile(i / count) for i in range(int(count) + 1)])
    found = np.maximum(1, np.searchsorted(edges, values, side="left"))
    return np.where(values.isna(), np.nan, found)


FORMULA = {
    "+": lambda a, b: finite(a + b),
    "-": lambda a, b=None: -a if b is None else finite(a - b),
    "*": lambda a, b: finite(a * b),
    "/": lambda a, b: finite(a / b),
    "%": lambda a, b: finite(np.mod(a, b)),
    "^": lambda a, b: finite(np.power(a, b) + 0 * (a + b)),
    "=": compare(lambda order: order == 0),
    "<>": compare(lambda order: order != 0),
    "<": compare(lambda order: order < 0),
    ">": compare(lambda order: order > 0),
    "<=": compare(lambda order: order <= 0),
    ">=": compare(lambda order: order >= 0),
    "and": connect(0),
    "or": connect(1),
    "not": lambda a: 1 - a,
    "in": among(1),
    "not in": among(0),
    "&": texts(lambda *parts: "".join(parts)),
    "concat": texts(lambda *parts: "".join(parts)),
    "if": choose,
    "case": choose,
    "coalesce": coalesce,
    "is_missing": lambda x: is_gone(x).astype(float),
    "between": lambda x, a, b: np.where(np.isnan(x + a + b), np.nan, (x >= a) & (x <= b)),
    "abs": np.abs,
    "sqrt": lambda x: finite(np.sqrt(x)),
    "exp": lambda x: finite(np.exp(x)),
    "log": lambda x: finite(np.log(x)),
    "log10": lambda x: finite(np.log(x) / np.log(10)),
    "log1p": lambda x: finite(np.log1p(x)),
    "floor": np.floor,
    "ceil": np.ceil,
    "round": rounded,
    "min": lambda *args: np.minimum.reduce(args),
    "max": lambda *args: np.maximum.reduce(args),
    "bin": lambda x, width: np.where(width > 0, finite(np.floor(x / width) * width), np.nan),
    "length": numbers(len),
    "lower": texts(str.lower),
    "upper": texts(str.upper),
    "trim": texts(str.strip),
    "contains": numbers(lambda text, part: float(part in text)),
    "starts_with": numbers(lambda text, part: float(text.startswith(part))),
    "ends_with": numbers(lambda text, part: float(text.endswith(part))),
    "replace": texts(lambda text, old, fresh: text.replace(old, fresh) if old else text),
    "substring": texts(substring),
    "split_part": texts(split_part),
    "text:number": texts(spelled_number),
    "text:boolean": texts(lambda flag: "true" if flag else "false"),
    "year": part("year"),
    "month": part("month"),
    "day": part("day"),
    "quarter": part("quarter"),
    "weekday": lambda ms: part("weekday")(ms) + 1,
    "hour": part("hour"),
    "days_between": lambda a, b: days(b) - days(a),
    "months_between": months_between,
    "add_days": lambda ms, count: ms + np.trunc(count) * DAY_MS,
    "add_months": add_months,
    "start_of_month": start_of("M"),
    "start_of_year": start_of("Y"),
    "start_of_week": start_of("W"),
    "date": date_of_parts,
    "sum": lambda values, by=None: whole(lambda group: group.sum(min_count=1), values, by),
    "count": lambda values, by=None: whole(lambda group: group.count(), values, by),
    "mean": lambda values, by=None: whole(lambda group: group.mean(), values, by),
    "std": lambda values, by=None: whole(lambda group: group.std(), values, by),
    "median": lambda values, by=None: whole(lambda group: group.median(), values, by),
    "min_of": lambda values, by=None: whole(lambda group: group.min(), values, by),
    "max_of": lambda values, by=None: whole(lambda group: group.max(), values, by),
    "quantile_of": lambda values, share, by=None: whole(lambda group: group.quantile(share), values, by),
    "rank": rank,
    "quantile": classes,
}


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
check_file("customers.csv", "65748db64967d5938799e3785c6722f373c30953db594293de9e437838826743")
load = pd.read_csv(DATA / "customers.csv", sep=";", encoding="utf-8-sig", header=0, dtype=str, keep_default_na=False, skip_blank_lines=True)
load = typed(load, {"ID": "identifier", "Year_Birth": "number", "Education": "category", "Marital_Status": "category", "Income": "number", "Kidhome": "number", "Teenhome": "number", "Dt_Customer": "date", "Recency": "number", "MntWines": "number", "MntFruits": "number", "MntMeatProducts": "number", "MntFishProducts": "number", "MntSweetProducts": "number", "MntGoldProds": "number", "NumDealsPurchases": "number", "NumWebPurchases": "number", "NumCatalogPurchases": "number", "NumStorePurchases": "number", "NumWebVisitsMonth": "number", "AcceptedCmp3": "number", "AcceptedCmp4": "number", "AcceptedCmp5": "number", "AcceptedCmp1": "number", "AcceptedCmp2": "number", "Complain": "number", "Z_CostContact": "number", "Z_Revenue": "number", "Response": "number"})


# --- Clean (clean) ---
table = load.copy()
table = drop_duplicates(table, ["Year_Birth", "Income", "Dt_Customer"], "first")
table["Marital_Status"] = replaced(table["Marital_Status"], [("Absurd", "Single"), ("YOLO", "Single"), ("Alone", None)])
table = fill_missing(table, ["Marital_Status"], "mode")
table = normalize_text(table, ["Education"], spaces=True, width=True, case="upper")
table["Income"] = replaced(table["Income"], [(666666, None), (1730, None)])
table = fill_missing(table, ["Income"], "group-median", by="Education")
table = outliers(table, bounds_of(table, ["Income"], "iqr", 3), "clip")
table = outliers(table, bounds_of(table, ["MntWines", "MntMeatProducts"], "mad", 6), "drop")
table = outliers(table, bounds_of(table, ["MntFruits"], "z", 4), "set-aside")
table = outliers(table, bounds_of(table, ["MntSweetProducts"], "percentile", 1), "clip")
table = table[~breaches(table["Year_Birth"], "range", low=1930, high=float("inf"))]
table["Kidhome"] = table["Kidhome"].mask(breaches(table["Kidhome"], "allowed", values=[0, 1]))
table = table.dropna(subset=["Kidhome"])
table["Income"] = table["Income"] * 0.001 + 0
table["Teenhome"] = table["Teenhome"].map(spelled, na_action="ignore").astype(object)
table = table.drop(columns=["Z_CostContact", "Z_Revenue"])
clean = table[["ID", "Year_Birth", "Education", "Marital_Status", "Income", "Kidhome", "Teenhome", "Dt_Customer", "Recency", "MntWines", "MntFruits", "MntMeatProducts", "MntFishProducts", "MntSweetProducts", "MntGoldProds", "NumDealsPurchases", "NumWebPurchases", "NumCatalogPurchases", "NumStorePurchases", "NumWebVisitsMonth", "AcceptedCmp3", "AcceptedCmp4", "AcceptedCmp5", "AcceptedCmp1", "AcceptedCmp2", "Complain", "Response"]].reset_index(drop=True)


# --- Derive and filter (derive) ---
derive = clean.copy()
derive["spent"] = column_of(FORMULA["+"](FORMULA["+"](FORMULA["+"](values_of(derive, "MntWines", "number"), values_of(derive, "MntFruits", "number")), values_of(derive, "MntMeatProducts", "number")), values_of(derive, "MntFishProducts", "number")), "number", derive.index)
derive["share"] = column_of(FORMULA["round"](FORMULA["/"](FORMULA["*"](constant(100, "number", len(derive)), values_of(derive, "MntWines", "number")), values_of(derive, "spent", "number")), constant(1, "number", len(derive))), "number", derive.index)
derive["age"] = column_of(FORMULA["-"](constant(2014, "number", len(derive)), values_of(derive, "Year_Birth", "number")), "number", derive.index)
derive["days"] = column_of(FORMULA["days_between"](values_of(derive, "Dt_Customer", "date"), constant(1419984000000, "date", len(derive))), "number", derive.index)
derive["weekday"] = column_of(FORMULA["weekday"](values_of(derive, "Dt_Customer", "date")), "number", derive.index)
derive["month"] = column_of(FORMULA["months_between"](FORMULA["start_of_month"](values_of(derive, "Dt_Customer", "date")), constant(1419984000000, "date", len(derive))), "number", derive.index)
derive["later"] = column_of(FORMULA["add_months"](values_of(derive, "Dt_Customer", "date"), constant(1, "number", len(derive))), "date", derive.index)
derive["young"] = column_of(FORMULA["if"](FORMULA["and"](FORMULA["<"](values_of(derive, "age", "number"), constant(40, "number", len(derive))), FORMULA[">"](values_of(derive, "Income", "number"), constant(30, "number", len(derive)))), constant("young", "text", len(derive)), constant("other", "text", len(derive))), "text", derive.index)
derive["kind"] = column_of(FORMULA["&"](FORMULA["&"](FORMULA["upper"](FORMULA["substring"](values_of(derive, "Education", "text"), constant(1, "number", len(derive)), constant(3, "number", len(derive)))), constant("-", "text", len(derive))), values_of(derive, "Marital_Status", "text")), "text", derive.index)
derive["rank"] = column_of(FORMULA["rank"](values_of(derive, "Income", "number"), values_of(derive, "Education", "text")), "number", derive.index)
derive["above"] = column_of(FORMULA["-"](values_of(derive, "Income", "number"), FORMULA["mean"](values_of(derive, "Income", "number"), values_of(derive, "Marital_Status", "text"))), "number", derive.index)
derive["class"] = column_of(FORMULA["quantile"](values_of(derive, "spent", "number"), 5), "number", derive.index)
derive["log"] = column_of(FORMULA["%"](FORMULA["^"](FORMULA["log1p"](FORMULA["max"](values_of(derive, "spent", "number"), constant(1, "number", len(derive)))), constant(2, "number", len(derive))), constant(7, "number", len(derive))), "number", derive.index)
derive["known"] = column_of(FORMULA["coalesce"](values_of(derive, "share", "number"), constant(0, "number", len(derive))), "number", derive.index)
derive["family"] = column_of(FORMULA["in"](values_of(derive, "Marital_Status", "text"), constant("Married", "text", len(derive)), constant("Together", "text", len(derive))), "boolean", derive.index)
derive = derive[FORMULA["and"](FORMULA[">"](values_of(derive, "spent", "number"), constant(20, "number", len(derive))), FORMULA["not"](FORMULA["is_missing"](values_of(derive, "Income", "number")))) == 1].reset_index(drop=True)


# --- Select columns (select) ---
# Columns left out: ["AcceptedCmp3", "spent", "age", "month", "above", "known"]
select = derive[["ID", "Year_Birth", "Education", "Marital_Status", "Income", "Kidhome", "Teenhome", "Dt_Customer", "Recency", "MntWines", "MntFruits", "MntMeatProducts", "MntFishProducts", "MntSweetProducts", "MntGoldProds", "NumDealsPurchases", "NumWebPurchases", "NumCatalogPurchases", "NumStorePurchases", "NumWebVisitsMonth", "AcceptedCmp4", "AcceptedCmp5", "AcceptedCmp1", "AcceptedCmp2", "Complain", "Response", "share", "days", "weekday", "later", "young", "kind", "rank", "class", "log", "family"]]


# --- Features (features) ---
rows = derive
features = pd.DataFrame(index=rows.index)
features["Income"] = feature(as_numbers(rows["Income"]), StandardScaler())
features["age"] = feature(as_numbers(rows["age"]), StandardScaler())
features["share"] = feature(as_numbers(rows["share"]), StandardScaler())
features["days"] = feature(as_numbers(rows["days"]), StandardScaler())
features["above"] = feature(as_numbers(rows["above"]), StandardScaler())
features["family"] = feature(as_numbers(rows["family"]))


# --- Clustering (cluster) ---
rows = features
# The page packs features as 32-bit numbers and computes with 64 bits.
points = rows.to_numpy(dtype="float32").astype(float)
cluster = by_size(kmeans(points, clusters=5, seed=7, restarts=10, start="k-means++", refine=True, max_iter=300, tol=0.0001), rows.index)
report("cluster", cluster, [375, 374, 365, 290, 269])
