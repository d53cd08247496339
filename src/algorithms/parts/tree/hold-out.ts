import { createRandom } from '../../../core/random';

/** Share of the rows that a tree learns from; the others show how well its rules hold. */
const TRAINING_SHARE = 0.7;
/** More rows to learn from hardly change a shallow tree. */
const MOST_TRAINING = 50_000;
/** With fewer rows none are held out: nothing could be said of them. */
const FEWEST_TO_PART = 20;

const ROWS_A_STEP = 100_000;

export interface Drawn {
  /** 1 for the labelled rows that a tree learns from; 0 for those held out and without a label. */
  readonly isTraining: Uint8Array;
  /** The rows to learn from, ascending. */
  readonly rows: Uint32Array;
}

/**
 * Draws the rows that a tree learns from among those with a label (0 and more). Each is drawn by
 * itself, in order: the same seed and labels give the same rows. Linear; pauses often.
 */
export function* drawTraining(labels: Int32Array, seed: number): Generator<null, Drawn, void> {
  const labelled = labels.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0);
  const random = createRandom(seed, 'explain', 'hold-out');
  const share = labelled < FEWEST_TO_PART ? 1 : Math.min(TRAINING_SHARE, MOST_TRAINING / labelled);
  const isTraining = new Uint8Array(labels.length);
  const rows: number[] = [];
  for (let row = 0; row < labels.length; row++) {
    if (row % ROWS_A_STEP === 0) yield null;
    if (labels[row]! < 0 || random.next() >= share) continue;
    isTraining[row] = 1;
    rows.push(row);
  }
  return { isTraining, rows: Uint32Array.from(rows) };
}
