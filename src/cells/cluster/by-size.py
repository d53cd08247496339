def by_size(labels, index):
    """Segments numbered from 0, largest first, of equal ones the one seen first; −1 is in none."""
    found, first, sizes = np.unique(labels[labels >= 0], return_index=True, return_counts=True)
    place = {found[i]: at for at, i in enumerate(np.lexsort((first, -sizes)))}
    return pd.Series([place.get(label, -1) for label in labels], index=index, name="segment")
