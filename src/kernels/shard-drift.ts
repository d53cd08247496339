/** What labels have drifted since bounds were last set from nothing; see `listUnsettled`. */
export interface Drift {
  /** For each label: moves of its own centroid and of the fastest other one, summed. */
  readonly ofLabel: Float64Array;
  /** The same for the worst label of each step, summed. */
  ofWorst: number;
}

export function createDrift(clusters: number): Drift {
  return { ofLabel: new Float64Array(clusters), ofWorst: 0 };
}

/** Moves are raised by this share, so that rounding never makes a drift too small. */
const RAISED = 1 + 2 ** -40;

/** Adds the step of all centroids from `before` to `after`. */
export function addStep(drift: Drift, before: Float64Array, after: Float64Array): void {
  const clusters = drift.ofLabel.length;
  const columns = after.length / clusters;
  let fastest = 0;
  let first = 0;
  let second = 0;
  const moves = Float64Array.from({ length: clusters }, (_, c) => {
    let square = 0;
    for (let at = c * columns; at < (c + 1) * columns; at++) {
      square += (after[at]! - before[at]!) * (after[at]! - before[at]!);
    }
    const move = Math.sqrt(square) * RAISED;
    if (move > first) {
      second = first;
      first = move;
      fastest = c;
    } else if (move > second) second = move;
    return move;
  });
  moves.forEach((move, c) => {
    drift.ofLabel[c]! += move + (c === fastest ? second : first);
  });
  drift.ofWorst = (drift.ofWorst + first + second) * RAISED;
}

/** The least f32 that is not below a number ≥ 0, or the one after it. */
export function roundedUp(value: number): number {
  return Math.fround(value * (1 + 2 ** -23));
}
