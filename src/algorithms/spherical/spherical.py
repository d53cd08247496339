def unit_lines(lines, instead):
    lengths = np.sqrt((lines**2).sum(axis=1))[:, None]
    return np.where(lengths > 0, lines / np.where(lengths > 0, lengths, 1), instead)


def spherical(points, clusters, seed, restarts, start, max_iter, tol):
    """K-means by direction alone: rows and centres of length one; rows of zeros are noise."""
    labels = np.full(len(points), -1)
    inside = np.flatnonzero((points != 0).any(axis=1))
    if len(inside) == 0:
        return labels
    # The page keeps the scaled rows as 32-bit numbers.
    units = unit_lines(points[inside], 0).astype("float32").astype(float)
    tolerance = tol * units.var(axis=0).mean()

    def run(restart):
        starts = choose_starts(units, clusters, start, Random(seed, "spherical", restart))
        # Opposite rows may add up to nothing; the centre then stays.
        middles = lambda sums, counts, before: unit_lines(sums, before)
        return lloyd_steps(units, unit_lines(starts, starts), max_iter, tolerance, middles)

    labels[inside] = best_run(run(restart) for restart in range(restarts))[0]
    return labels
