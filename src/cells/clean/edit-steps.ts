import type { CleanStep } from '../../table/clean/step';
import type { StepOutcome } from '../../table/clean/outcome';
import type { CleanDisplay } from './display';

type Steps = readonly CleanStep[];

export function replaceStep(steps: Steps, index: number, step: CleanStep): Steps {
  return steps.map((old, i) => (i === index ? step : old));
}

export function removeStep(steps: Steps, index: number): Steps {
  return steps.filter((_step, i) => i !== index);
}

/** The steps with one moved to a place of the list as it is afterwards; beyond the ends: the ends. */
export function moveStep(steps: Steps, from: number, to: number): Steps {
  const step = steps[from];
  if (step === undefined) return steps;
  const rest = removeStep(steps, from);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), step, ...rest.slice(place)];
}

/** The step switched off, or on again. */
export function toggleStep(step: CleanStep): CleanStep {
  const { isOff = false, ...rest } = step;
  // What is left of a step without its switch is the same step.
  return (isOff ? rest : { ...step, isOff: true }) as CleanStep;
}

/** Where the index of a step is after one was moved; an open editor follows its step. */
export function indexAfterMove(index: number, from: number, to: number): number {
  if (index === from) return to;
  if (from < index && to >= index) return index - 1;
  return from > index && to <= index ? index + 1 : index;
}

/**
 * What a step did, when it and all before it are those that were run: what a step does follows from
 * these alone. Null where the list was changed since.
 */
export function outcomeFor(
  { steps: run, outcomes }: CleanDisplay,
  steps: Steps,
  index: number,
): StepOutcome | null {
  for (let i = 0; i <= index; i++) {
    if (JSON.stringify(run[i]) !== JSON.stringify(steps[i])) return null;
  }
  return outcomes[index] ?? null;
}
