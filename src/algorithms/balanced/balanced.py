def rank(costs, prices):
    """The two cheapest clusters of each row, of equally cheap ones the lower."""
    total = costs + prices
    rows = np.arange(len(total))
    first = total.argmin(axis=1)
    total[rows, first] = np.inf
    return first, total.argmin(axis=1)


def sizes_of(labels, clusters):
    return np.bincount(labels, minlength=clusters)


def settle_prices(costs, prices, least, most, most_changes):
    """Changes one price at a time until rows, each going where it is cheapest, nearly keep the limits."""
    clusters = costs.shape[1]
    if clusters == 1:
        return
    changes, rows = np.zeros(clusters, dtype=int), np.arange(len(costs))
    first, second = rank(costs, prices)
    while True:
        sizes = sizes_of(first, clusters)
        over, under = sizes - most, least - sizes
        # A price is owed to a limit that is reached, and to nothing else.
        idle = np.where(prices > 0, -over, np.where(prices < 0, -under, 0))
        wrong = np.where(changes >= most_changes, 0, np.maximum(np.maximum(over, under), idle))
        if wrong.max() <= 0:
            return
        c = int(wrong.argmax())
        changes[c] += 1
        other = np.where(first == c, second, first)
        up_to = costs[rows, other] + prices[other] - costs[:, c]
        keen = int((up_to >= 0).sum())
        wanted = min(max(keen, least), most)
        prices[c] = 0 if wanted == keen else price_for(np.sort(-up_to), wanted)
        first, second = rank(costs, prices)


def price_for(keenness, wanted):
    """Half-way between what the last of the wanted rows pays and the next one would."""
    if wanted == 0:
        return -keenness[0] + 1
    last = -keenness[wanted - 1]
    return (last - keenness[wanted]) / 2 if wanted < len(keenness) else last


def find_prices(costs, prices, least, most, is_first):
    rows, sample = len(costs), 40_000
    if rows > 2 * sample and is_first:
        chosen, share = costs[np.arange(sample) * rows // sample], sample / rows
        settle_prices(chosen, prices, int(np.floor(least * share)), int(np.ceil(most * share)), 30)
    settle_prices(costs, prices, least, most, 6 if rows > 2 * sample else 30)


def move_rows(costs, prices, labels, is_over, limit):
    """Moves as few rows as it takes to keep one limit, those first that lose least by it."""
    clusters, rows = costs.shape[1], np.arange(len(labels))
    total = costs + prices
    while True:
        sizes = sizes_of(labels, clusters)
        if (sizes <= limit).all() if is_over else (sizes >= limit).all():
            return
        among = np.flatnonzero(sizes < limit)
        targets = among[total[:, among].argmin(axis=1)]
        losses = total[rows, targets] - total[rows, labels]
        short = np.maximum(0, limit - sizes).sum()
        leaving = []
        for cluster in np.flatnonzero(sizes > limit):
            own = np.flatnonzero(labels == cluster)
            # No more than these can have to leave.
            most = min(sizes[cluster] - limit if is_over else short, len(own))
            leaving.append(own[losses[own] <= np.sort(losses[own])[most - 1]])
        leaving = np.concatenate(leaving)
        for row in leaving[np.lexsort((leaving, losses[leaving]))]:
            a, b = labels[row], targets[row]
            if sizes[a] > limit and sizes[b] < limit:
                labels[row] = b
                sizes[a] -= 1
                sizes[b] += 1


def look_at(costs, labels, savings, movers, cluster):
    """The cheapest row to give to every other cluster."""
    clusters = costs.shape[1]
    own = np.flatnonzero(labels == cluster)
    savings[cluster, :clusters] = np.inf
    if len(own):
        more = costs[own] - costs[own, cluster][:, None]
        movers[cluster, :clusters] = own[more.argmin(axis=0)]
        savings[cluster, :clusters] = more.min(axis=0)
    savings[cluster, cluster] = np.inf


def cheap_circle(savings, sizes, least, most):
    """A circle of clusters whose moves add up to less than nothing (Bellman and Ford); or none."""
    nodes = len(savings)
    savings[:-1, -1] = np.where(sizes < most, 0, np.inf)
    savings[-1, :-1] = np.where(sizes > least, 0, np.inf)
    slack = 1e-9 * np.abs(savings[np.isfinite(savings)]).max(initial=0)
    reach, came, last = [0.0] * nodes, [-1] * nodes, -1
    for _ in range(nodes):
        last = -1
        for a in range(nodes):
            for b in range(nodes):
                through = reach[a] + savings[a, b]
                if a != b and through < reach[b] - slack:
                    reach[b], came[b], last = through, a, b
        if last < 0:
            return []
    for _ in range(nodes):
        last = came[last]
    circle = [last]
    while came[circle[0]] != last:
        circle.insert(0, came[circle[0]])
    return circle


def exchange(costs, labels, least, most):
    """Passes rows around in circles as long as a circle saves something."""
    rows, clusters = costs.shape
    savings, movers = np.full((clusters + 1, clusters + 1), np.inf), np.zeros((clusters + 1, clusters + 1), dtype=int)
    looks, dirty = max(20_000_000, 40 * rows), range(clusters)
    while looks > 0:
        for cluster in dirty:
            look_at(costs, labels, savings, movers, cluster)
        looks -= rows * len(dirty)
        circle = cheap_circle(savings, sizes_of(labels, clusters), least, most)
        if not circle:
            return
        pairs = [(a, b) for a, b in zip(circle, circle[1:] + circle[:1]) if clusters not in (a, b)]
        for row, b in [(movers[a, b], b) for a, b in pairs]:
            labels[row] = b
        dirty = [cluster for cluster in circle if cluster < clusters]


def balanced(points, clusters, seed, least, most, restarts, start, max_iter, tol):
    """K-means whose clusters keep limits of size, by Fenqun's method; scikit-learn has none."""
    tolerance = tol * points.var(axis=0).mean()

    def run(restart):
        starts = choose_starts(points, clusters, start, Random(seed, "kmeans", restart))
        return lloyd_steps(points, starts, max_iter, tolerance)

    labels, centers, cost = best_run(run(restart) for restart in range(restarts))
    kept, labels = np.unique(labels, return_inverse=True)
    centers, sizes = centers[kept], sizes_of(labels, len(kept))
    if (sizes >= least).all() and (sizes <= most).all():
        return labels
    order = np.lexsort((np.arange(len(sizes)), -sizes))
    twins = [order[i % len(order)] for i in range(max(0, -(-len(points) // most) - len(centers)))]
    centers = np.concatenate([centers, centers[twins]])
    prices, best = np.zeros(len(centers)), None
    for rounds in range(max_iter):
        # The page keeps distances as 32-bit numbers.
        costs = squared_distances(points, centers).astype("float32").astype(float)
        find_prices(costs, prices, least, most, rounds == 0)
        labels = (costs + prices).argmin(axis=1)
        move_rows(costs, prices, labels, True, most)
        move_rows(costs, prices, labels, False, least)
        exchange(costs, labels, least, most)
        before, centers = centers, means_of(*sums_by_label(points, labels, len(centers)), centers)
        inertia = ((points - centers[labels]) ** 2).sum()
        is_over = best is not None and inertia >= best[1]
        if best is None or inertia < best[1]:
            best = (labels, inertia)
        if is_over or ((centers - before) ** 2).sum() <= tolerance:
            break
    return best[0]
