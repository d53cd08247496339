def as_numbers(column):
    """A column as numbers: dates as milliseconds since 1970, yes and no as 1 and 0."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return column.astype("datetime64[ms]").astype("int64").astype(float).where(column.notna())
    return column.astype(float)


def feature(column, *transformers, fill=None):
    """Numbers through scikit-learn's transformers, each fitted to what is there; then gaps filled."""
    values = column.to_numpy(dtype=float).reshape(-1, 1)
    filled = values if fill is None else np.where(np.isnan(values), fill, values)
    for transformer in transformers:
        transformer.fit(values)
        values, filled = transformer.transform(values), transformer.transform(filled)
    return filled.ravel()
