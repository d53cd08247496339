def learn_from(batch, centers, weights):
    """One step of Sculley's algorithm; changes centres and weights, gives the inertia before it."""
    labels, distances = nearest(batch, centers)
    sums, counts = sums_by_label(batch, labels, len(centers))
    for c in np.flatnonzero(counts):
        centers[c] = (centers[c] * weights[c] + sums[c]) / (weights[c] + counts[c])
        weights[c] += counts[c]
    return distances.sum()


def move_idle(batch, centers, weights, random):
    """Centres that learned from hardly any rows go to rows of the batch."""
    order = np.lexsort((np.arange(len(weights)), weights))
    idle = [c for c in order if weights[c] < 0.01 * weights.max()][: len(batch) // 2]
    if not idle:
        return
    chosen = choose_distinct(random, len(idle), len(batch))
    least = weights[[c for c in range(len(weights)) if c not in idle]].min()
    for c, row in zip(idle, chosen):
        centers[c], weights[c] = batch[row], least


def run_minibatch(points, clusters, random, start, batch_rows, patience, max_passes):
    rows = len(points)
    if start == "random":
        starts = choose_starts(points, clusters, start, random)
    else:
        sample = choose_distinct(random, 3 * max(batch_rows, clusters), rows)
        starts = choose_starts(points[sample], clusters, start, random)
        if len(starts) < clusters and len(sample) < rows:
            starts = choose_starts(points, clusters, start, random)
    centers, weights = starts.astype(float).copy(), np.zeros(len(starts))
    size = min(batch_rows, rows)
    most, batches, smoothed, least, idle, since = max(1, max_passes * rows // size), 0, None, np.inf, 0, 0
    while idle < patience and batches < most:
        batch = points[[random.below(rows) for _ in range(size)]]
        since += size
        is_due = since >= 10 * len(weights) or (weights == 0).any()
        mean = learn_from(batch, centers, weights) / size
        if is_due:
            move_idle(batch, centers, weights, random)
            since = 0
        batches += 1
        if batches == 1:
            continue
        weight = min(1, 2 * size / (rows + 1))
        smoothed = mean if smoothed is None else smoothed * (1 - weight) + mean * weight
        least, idle = (smoothed, 0) if smoothed < least else (least, idle + 1)
    labels, distances = nearest(points, centers)
    for _ in range(3):
        counts = np.bincount(labels, minlength=len(centers))
        if counts.all() or distances.sum() == 0:
            break
        sums, counts = sums_by_label(points, labels, len(centers))
        fill_empty(points, labels, distances, sums, counts)
        centers = means_of(sums, counts, centers)
        labels, distances = nearest(points, centers)
    return labels, centers, distances.sum()


def minibatch(points, clusters, seed, restarts, start, batch_rows, patience, max_passes):
    """scikit-learn's MiniBatchKMeans draws numbers of its own: this draws those of the page."""
    def run(restart):
        random = Random(seed, "minibatch", restart)
        return run_minibatch(points, clusters, random, start, batch_rows, patience, max_passes)

    return best_run(run(restart) for restart in range(restarts))[0]
