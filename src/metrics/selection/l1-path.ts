import { emptyLogistic, fitL1Logistic, leastC, type Lesson, type Logistic } from './l1-logistic';

/** A model for each strength of the penalty, the strongest first. */
export interface L1Path {
  readonly cs: readonly number[];
  /** By strength, then by class: one against the rest; one model alone for two classes. */
  readonly models: readonly (readonly Logistic[])[];
}

/** Strengths from the one that lets nothing in to a thousandth of it, equal ratios apart. */
const STRENGTHS = 25;
const RANGE = 1000;

/**
 * Logistic regressions under an ever weaker L1 penalty, each begun where the one before ended: the
 * order in which columns get a weight is the order in which they pay for themselves. For more than
 * two classes, one model a class against the rest. Yields the share done.
 */
export function* fitL1Path(
  columns: readonly Float64Array[],
  codes: Int32Array,
  classes: number,
): Generator<number, L1Path> {
  const lessons = Array.from({ length: classes === 2 ? 1 : classes }, (_, of): Lesson => {
    const positive = classes === 2 ? 1 : of;
    return { columns, labels: Uint8Array.from(codes, (code) => (code === positive ? 1 : 0)) };
  });
  const from = Math.min(...lessons.map(leastC));
  if (!Number.isFinite(from)) return { cs: [], models: [] };
  const cs = Array.from({ length: STRENGTHS }, (_, i) => from * RANGE ** (i / (STRENGTHS - 1)));
  let models = lessons.map(emptyLogistic);
  const path: (readonly Logistic[])[] = [];
  for (const [i, c] of cs.entries()) {
    const next: Logistic[] = [];
    for (const [of, lesson] of lessons.entries()) {
      const work = fitL1Logistic(lesson, c, models[of]!);
      let step = work.next();
      for (; !step.done; step = work.next()) yield (i + of / lessons.length) / cs.length;
      next.push(step.value);
    }
    models = next;
    path.push(models);
  }
  return { cs, models: path };
}
