def check_sizes(labels, expected):
    """Stops when segments are not those that were edited by hand."""
    sizes = labels[labels >= 0].value_counts().sort_index().tolist()
    if sizes != expected:
        raise ValueError(f"segments of {sizes} rows, not the {expected} that were edited by hand")


def merged(labels, merge):
    """Segments made one, which keeps the lowest of their numbers; gaps are closed."""
    kept = min(merge)
    gone = [index for index in merge if index != kept]
    joined = labels.replace(dict.fromkeys(gone, kept))
    return joined.map(lambda label: label - sum(other < label for other in gone))


def split_up(labels, cluster, into, points, seed):
    """One segment in parts: the largest keeps its number, the others come last, larger ones first."""
    rows = np.flatnonzero(labels == cluster)
    parts = kmeans(points[rows], min(into, len(rows)), seed)
    counts = np.bincount(parts)
    order = np.lexsort((np.arange(len(counts)), -counts))
    places = np.empty(len(counts), dtype=int)
    places[order] = [cluster, *range(labels.max() + 1, labels.max() + len(counts))]
    divided = labels.copy()
    divided.iloc[rows] = places[parts]
    return divided
