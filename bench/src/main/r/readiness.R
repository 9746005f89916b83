# The four numbers of the readiness report, counted in R from exported rows, as somebody would who has no Rapport.
# Usage: Rscript readiness.R FOLDER, with attended.csv (event, participant, starts, ends), needs.csv (participant, since, until) and
# exchanges.csv (a, b, started) in it; times are seconds since 1970. Needs the package data.table.

suppressPackageStartupMessages(library(data.table))

folder <- commandArgs(trailingOnly = TRUE)[1]
table_of <- function(name) fread(file.path(folder, paste0(name, ".csv")))
window <- 180 * 86400

reading <- system.time({
  attended <- table_of("attended")
  needs <- table_of("needs")
  exchanges <- table_of("exchanges")
})

counting <- system.time({
  attended[, row := .I]
  wanting <- needs[attended, on = "participant", allow.cartesian = TRUE, nomatch = NULL]
  attended[, ready := row %in% wanting[since <= starts & (is.na(until) | starts < until), row]]
  of_a <- attended[exchanges, on = c(participant = "a"), allow.cartesian = TRUE, nomatch = NULL,
                   .(event, at_a = row, b, lag = started - ends)]
  of_both <- attended[of_a[lag > 0 & lag <= window], on = c("event", participant = "b"), nomatch = NULL, .(at_a, at_b = row)]
  attended[, engaged := row %in% c(of_both$at_a, of_both$at_b)]
  counts <- attended[, .N, keyby = .(ready, engaged)]
})

cat(sprintf("reading %.0f ms, counting %.0f ms\n", 1000 * reading[["elapsed"]], 1000 * counting[["elapsed"]]))
print(counts)
