# Makes choose-k-r.json: the gap statistic by clusGap of R's package `cluster`, bootstrap stability
# by clusterboot of `fpc`.
#
#     Rscript tests/oracle/choose-k.R
#
# Both draw at random, so what they drew is recorded beside what they made of it: the sums of
# squares of every reference set, and the rows and labels of every bootstrap sample.

suppressPackageStartupMessages({
  library(cluster)
  library(fpc)
  library(jsonlite)
})
set.seed(7)

# Whole numbers, so that 32 bits hold them exactly.
clouds <- function(rows, centers, spread) {
  at <- centers[1 + (seq_len(rows) - 1) %% nrow(centers), , drop = FALSE]
  round(100 * (at + spread * matrix(rnorm(length(at)), nrow(at))))
}
sets <- list(
  clear = clouds(90, rbind(c(0, 0), c(6, 1), c(2, 7)), 0.8),
  touching = clouds(120, rbind(c(0, 0, 0), c(3, 0, 1), c(0, 3, 2), c(3, 3, 0)), 1.1),
  even = round(1000 * matrix(runif(240), ncol = 2)),
  slanted = round(100 * matrix(rnorm(300), ncol = 3) %*% matrix(c(3, 2, 1, 0, 1, 1, 0, 0, 0.4), 3))
)

withinOf <- function(x, labels) {
  sum(sapply(split(as.data.frame(x), labels), function(part) {
    sum(sweep(as.matrix(part), 2, colMeans(part))^2)
  }))
}

gapOf <- function(x, k, b) {
  seen <- list()
  fit <- function(x, k) {
    # clusGap asks from two clusters on; one is all rows.
    if (k == 2) seen[[length(seen) + 1]] <<- withinOf(x, rep(1, nrow(x)))
    found <- kmeans(x, k, nstart = 20, iter.max = 100)$cluster
    seen[[length(seen) + 1]] <<- withinOf(x, found)
    list(cluster = found)
  }
  # The data first, then set by set.
  gap <- clusGap(x, fit, K.max = k, B = b, d.power = 2, spaceH0 = "scaledPCA", verbose = FALSE)
  sums <- unlist(seen)
  if (length(sums) != k * (b + 1)) stop("clusGap asked for something else: ", length(sums))
  table <- gap$Tab
  centered <- scale(x, scale = FALSE)
  along <- centered %*% svd(centered, nu = 0)$v
  list(
    within = sums[1:k],
    references = matrix(sums[-(1:k)], nrow = b, byrow = TRUE),
    gap = unname(table[, "gap"]),
    error = unname(table[, "SE.sim"]),
    chosen = maxSE(table[, "gap"], table[, "SE.sim"], method = "Tibs2001SEmax"),
    widths = unname(apply(along, 2, function(v) diff(range(v))))
  )
}

bootOf <- function(x, k, b) {
  rownames(x) <- seq_len(nrow(x)) - 1
  seen <- list()
  method <- function(data, k, ...) {
    fit <- kmeansCBI(data, krange = k, scaling = FALSE, runs = 20)
    seen[[length(seen) + 1]] <<- list(
      rows = as.integer(rownames(data)),
      labels = fit$partition - 1
    )
    fit
  }
  boot <- clusterboot(x, B = b, bootmethod = "boot", clustermethod = method, k = k,
                      count = FALSE, seed = 3)
  list(
    clusters = k,
    labels = seen[[1]]$labels,
    samples = lapply(seen[-1], function(one) one),
    jaccard = boot$bootresult,
    mean = boot$bootmean,
    dissolved = boot$bootbrd
  )
}

made <- list(
  made = list(R = R.version.string, cluster = as.character(packageVersion("cluster")),
              fpc = as.character(packageVersion("fpc"))),
  sets = lapply(sets, function(x) list(rows = nrow(x), columns = ncol(x), values = as.vector(t(x)))),
  gap = lapply(sets, gapOf, k = 6, b = 20),
  closeGap = lapply(sets, function(x) gapOf(x, 6, 200)[c("gap", "error", "chosen")]),
  boot = list(
    clear = bootOf(sets$clear, 3, 4), touching = bootOf(sets$touching, 4, 4),
    even = bootOf(sets$even, 3, 4)
  ),
  closeBoot = list(
    clear = bootOf(sets$clear, 3, 200)$mean, touching = bootOf(sets$touching, 4, 200)$mean,
    even = bootOf(sets$even, 3, 200)$mean
  )
)
folder <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
write(toJSON(made, digits = 12, auto_unbox = TRUE), file.path(folder, "choose-k-r.json"))
