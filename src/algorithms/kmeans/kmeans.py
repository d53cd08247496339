def lloyd(points, starts, max_iter, tol):
    return KMeans(len(starts), init=starts, n_init=1, max_iter=max_iter, tol=tol).fit(points)


def swap_center(points, fitted, random, rank):
    """Merges two clusters that cost little to merge; the centre set free goes where it does more."""
    centers = fitted.cluster_centers_.copy()
    sizes = np.bincount(fitted.labels_, minlength=len(centers))
    weights = squared_distances(points, centers).min(axis=1)
    place = best_candidate(points, weights, [random.next() for _ in range(12)])
    pairs = [(i, j) for i in range(len(centers)) for j in range(i + 1, len(centers))]

    def cost(pair):
        i, j = pair
        apart = ((centers[i] - centers[j]) ** 2).sum()
        return sizes[i] * sizes[j] / (sizes[i] + sizes[j]) * apart

    i, j = sorted(pairs, key=cost)[min(rank, len(pairs) - 1)]
    centers[i] = (sizes[i] * centers[i] + sizes[j] * centers[j]) / (sizes[i] + sizes[j])
    centers[j] = place
    return centers


def is_hopeless(points, starts, max_iter, tol, best):
    """Whether even twenty more iterations, each as good as the last, would not come below the best."""
    def hopeless(trace):
        return len(trace) >= 4 and trace[-1] - 20 * (trace[-2] - trace[-1]) > best

    return lloyd_steps(points, starts, max_iter, tol * points.var(axis=0).mean(), give_up=hopeless) is None


def kmeans(points, clusters, seed, restarts=10, start="k-means++", refine=True, max_iter=300, tol=1e-4, early=False):
    """The best of several runs of scikit-learn's KMeans from Fenqun's own seeded starts."""
    best = None
    for restart in range(restarts):
        starts = choose_starts(points, clusters, start, Random(seed, "kmeans", restart))
        if early and best is not None and is_hopeless(points, starts, max_iter, tol, best.inertia_):
            continue
        fitted = lloyd(points, starts, max_iter, tol)
        if best is None or fitted.inertia_ < best.inertia_:
            best = fitted
    random, fruitless = Random(seed, "kmeans", "refine"), 0
    # What ran out of iterations was told to stop there.
    refine = refine and best.n_iter_ < max_iter
    while refine and fruitless < 2 and len(best.cluster_centers_) > 1 and best.inertia_ > 0:
        fitted = lloyd(points, swap_center(points, best, random, fruitless), max_iter, tol)
        is_better = fitted.inertia_ < best.inertia_ * (1 - 1e-6)
        best, fruitless = (fitted, 0) if is_better else (best, fruitless + 1)
    return best.labels_
