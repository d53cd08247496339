import type { Job } from '../../core/job';
import type { Cycle, Feature } from '../../core/values';
import { applyAge, type AgeStep } from './age';
import { applyCyclic, type CyclicStep } from './cyclic';
import { flagOf, isFlagged, type FeatureChoice, type FittedColumn } from './feature-choice';
import { fitFill } from './fill';
import { fitNumbers } from './fit-numbers';
import { presentOf, rangeOf } from './moments';
import type { NumberStep } from './steps';

/**
 * A date becomes a number of days since or until a reference date (the latest of the column when
 * nobody names one), and two coordinates for each cycle that it goes through.
 */
export async function* fitDate(
  choice: FeatureChoice,
  times: Float64Array,
  rows: number,
): Job<FittedColumn, never> {
  const { present, min, max } = rangeOf(times);
  const none = { column: choice.column, choice, features: [], missing: rows - present };
  if (present === 0) return { ...none, unfit: 'all-missing' };
  const reference = choice.reference ?? max;
  const base = yield* fitBase({ ...choice, reference }, times, rows);
  const missing = rows - present;
  const flags = base.filter(isFlag);
  const cycles = min === max ? [] : (choice.cycles ?? []);
  const parts = cycles.flatMap((cycle) => fitCycle(choice, cycle, times));
  const needsFlag = missing > 0 && isFlagged(choice.missing) && flags.length === 0;
  const features = [...base.filter((feature) => !isFlag(feature)), ...parts, ...flags];
  if (features.length === 0) return { ...none, unfit: 'constant' };
  if (needsFlag) features.push(flagOf(choice.column));
  return { ...none, choice: { ...choice, reference }, features, unfit: null };
}

function isFlag({ steps }: Feature): boolean {
  return steps.some(({ kind }) => kind === 'missing-flag');
}

async function* fitBase(
  choice: FeatureChoice & { readonly reference: number },
  times: Float64Array,
  rows: number,
): Job<readonly Feature[], never> {
  const { encode = 'number', column, reference, cycles = [] } = choice;
  // Without a cycle there would be nothing left of the date.
  if (encode === 'none' && cycles.length > 0) return [];
  if (encode === 'number') {
    return (yield* fitNumbers(choice, times, rows)).features;
  }
  const age: AgeStep = { kind: 'age', reference, sign: encode === 'until' ? 1 : -1 };
  const days = times.map((time) => applyAge(age, time));
  // Days are a number like others, with a zero that means something.
  const fitted = yield* fitNumbers(
    { ...choice, column: { ...column, type: 'number' } },
    days,
    rows,
  );
  return fitted.features.map((feature) =>
    isFlag(feature) ? feature : { ...feature, steps: [age, ...feature.steps] },
  );
}

/** A missing date is put where most dates are in the cycle: between two points there is no middle. */
function fitCycle({ column }: FeatureChoice, cycle: Cycle, times: Float64Array): Feature[] {
  const isComplete = presentOf(times).length === times.length;
  const usual = isComplete ? NaN : usualTime(cycle, times);
  return (['sin', 'cos'] as const).map((wave) => {
    const step: CyclicStep = { kind: 'cyclic', cycle, wave };
    const steps: NumberStep[] = [step];
    if (!isComplete) steps.push({ kind: 'fill', rule: 'mode', value: applyCyclic(step, usual) });
    return { name: `${column.name} · ${wave} ${cycle}`, columnId: column.id, steps };
  });
}

/** A time in the most frequent part of the cycle. */
function usualTime(cycle: Cycle, times: Float64Array): number {
  const place = (time: number) => {
    const step = { kind: 'cyclic', cycle } as const;
    return (
      applyCyclic({ ...step, wave: 'sin' }, time) * 4 + applyCyclic({ ...step, wave: 'cos' }, time)
    );
  };
  const places = times.map(place);
  const { value } = fitFill(places, 'mode');
  return times[places.indexOf(value)]!;
}
