def report(name, segments, expected):
    """Says whether the sizes are those that the page found, and writes a segment a row, from 1."""
    sizes = segments[segments >= 0].value_counts().sort_index().tolist()
    print(f"{name}: {sizes}", "as in the notebook" if sizes == expected else f"NOT {expected} as in the notebook")
    numbered = pd.Series((segments + 1).to_numpy(), index=segments.index + 1, name="segment")
    numbered.replace(0, "noise").rename_axis("row").to_csv(f"{name}.csv")
