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
