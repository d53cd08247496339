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
