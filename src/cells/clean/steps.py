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
