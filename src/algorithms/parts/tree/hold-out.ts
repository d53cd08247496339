import { createRandom } from '../../../core/random';

/** Share of the rows that a tree learns from; the others show how well its rules hold. */
const TRAINING_SHARE = 0.7;
/** More rows to learn from hardly change a shallow tree. */
const MOST_TRAINING = 50_000;
/** With fewer rows none are held out: nothing could be said of them. */
const FEWEST_TO_PART = 20;

/**
 * 1 for the labelled rows that a tree learns from, 0 for those held out and for rows without a label
 * (below 0). Each row is drawn by itself, in order: the same seed and labels give the same rows.
 */
export function drawTraining(labels: Int32Array, seed: number): Uint8Array {
  const labelled = labels.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0);
  const random = createRandom(seed, 'explain', 'hold-out');
  const share = labelled < FEWEST_TO_PART ? 1 : Math.min(TRAINING_SHARE, MOST_TRAINING / labelled);
  return Uint8Array.from(labels, (label) => (label >= 0 && random.next() < share ? 1 : 0));
}
