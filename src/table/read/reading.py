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
