# Gower's dissimilarity of real customers by daisy() of R's package `cluster`; writes features-r.json.
#
#     Rscript features.R FOLDER_OF_THE_REAL_DATA_SETS > features-r.json

suppressPackageStartupMessages({
  library(cluster)
  library(jsonlite)
})

folder <- commandArgs(trailingOnly = TRUE)[1]
path <- file.path(folder, "customer-personality", "marketing_campaign_semicolon_bom.csv")
people <- read.csv(path, sep = ";", fileEncoding = "UTF-8-BOM")
# Rows with and without an income; the first category has missing values of its own.
rows <- c(which(is.na(people$Income))[1:6], seq(1, 400, by = 17))
some <- people[rows, c("Income", "Recency", "MntWines", "Education", "Marital_Status")]
some$Education[some$Education == "Basic"] <- NA
some$Education <- factor(some$Education)
some$Marital_Status <- factor(some$Marital_Status)

pairs <- function(d) as.vector(as.dist(d))
cat(toJSON(list(
  madeWith = paste("cluster", packageVersion("cluster"), R.version.string),
  rows = rows,
  plain = pairs(daisy(some, metric = "gower")),
  weighted = pairs(daisy(some, metric = "gower", weights = c(2, 1, 0.5, 3, 1)))
), digits = NA, auto_unbox = TRUE))
