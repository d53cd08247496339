/** What is kept of the batches to see when nothing improves any more. */
export interface Watch {
  readonly batches: number;
  /** Smoothed inertia a row; null before the second batch. */
  readonly smoothed: number | null;
  readonly least: number;
  /** Batches since the smoothed inertia was last less than ever before. */
  readonly idle: number;
}

export const FIRST_WATCH: Watch = { batches: 0, smoothed: null, least: Infinity, idle: 0 };

/**
 * The watch after one more batch, as in scikit-learn: the mean inertia of a batch enters an
 * exponentially weighted average with weight 2 × batch / (rows + 1), at most 1; the first batch is
 * left out, since it tells of the starts.
 */
export function watchOn(
  watch: Watch,
  batch: { readonly inertia: number; readonly rows: number },
  allRows: number,
): Watch {
  const batches = watch.batches + 1;
  if (batches === 1) return { ...watch, batches };
  const mean = batch.inertia / batch.rows;
  const weight = Math.min(1, (2 * batch.rows) / (allRows + 1));
  const { smoothed: before } = watch;
  const smoothed = before === null ? mean : before * (1 - weight) + mean * weight;
  const isBetter = smoothed < watch.least;
  return {
    batches,
    smoothed,
    least: isBetter ? smoothed : watch.least,
    idle: isBetter ? 0 : watch.idle + 1,
  };
}
