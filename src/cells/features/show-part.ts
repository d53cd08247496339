import type { Feature } from '../../core/values';
import type { PartDisplay } from './display';

/** True for a feature whose values are more than yes, no and where they are on a circle. */
export function isNumberPart({ steps }: Feature): boolean {
  return partOf(steps).kind === 'number';
}

/** One feature of a column; `values` are its column of the matrix. */
export function showPart(
  { name, steps }: Feature,
  values: Float64Array,
  share: number,
): PartDisplay {
  const { kind, level } = partOf(steps);
  const isYesNo = kind !== 'number' && kind !== 'slot' && kind !== 'cycle';
  const yes = values.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0);
  return { name, kind, level, rows: isYesNo ? yes / values.length : null, share };
}

function partOf(steps: Feature['steps']): Pick<PartDisplay, 'kind' | 'level'> {
  for (const step of steps) {
    switch (step.kind) {
      case 'one-hot':
        return { kind: 'level', level: step.level };
      case 'one-hot-rest':
      case 'tag-rest':
        return { kind: 'rest', level: '' };
      case 'tag':
        return { kind: 'tag', level: step.tag };
      case 'missing-flag':
        return { kind: 'missing', level: '' };
      case 'hash':
        return { kind: 'slot', level: String(step.slot + 1) };
      case 'cyclic':
        return { kind: 'cycle', level: `${step.wave} ${step.cycle}` };
      default:
    }
  }
  return { kind: 'number', level: '' };
}
