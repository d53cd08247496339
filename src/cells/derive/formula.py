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
