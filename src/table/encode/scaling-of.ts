import type { Scaling } from '../../core/packer';
import { divisorOf } from './robust';
import type { NumberStep } from './steps';

/**
 * The last steps of a numeric feature as one scaling, to the last bit, and those that have to be
 * applied one number at a time before.
 */
export function scalingOf(steps: readonly NumberStep[]): {
  readonly before: readonly NumberStep[];
  readonly scaling: Scaling;
} {
  const last = steps.at(-1);
  const scale = last === undefined ? undefined : scaleOf(last);
  const rest = scale ? steps.slice(0, -1) : steps;
  const { center, divisor } = scale ?? { center: 0, divisor: 1 };
  const [only] = rest;
  if (rest.length === 1 && only?.kind === 'fill') {
    return { before: [], scaling: { filling: only.value, center, divisor } };
  }
  return { before: rest, scaling: { filling: NaN, center, divisor } };
}

function scaleOf(step: NumberStep): Omit<Scaling, 'filling'> | undefined {
  switch (step.kind) {
    case 'standard':
      return { center: step.mean, divisor: step.deviation === 0 ? 1 : step.deviation };
    case 'robust':
      return { center: step.median, divisor: divisorOf(step.iqr) };
    case 'min-max':
      return { center: step.min, divisor: divisorOf(step.max - step.min) };
    default:
      return undefined;
  }
}
