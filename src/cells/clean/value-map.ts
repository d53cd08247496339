import type { StepOf } from '../../table/clean/step';
import type { CountedValue, VariantGroup } from '../../table/clean/variants';

type Step = StepOf<'map-values'>;
type Pairs = Step['values'];

export interface MapLine {
  readonly from: string;
  /** Null: a value that the column does not have, or that is not among the most frequent. */
  readonly count: number | null;
  /** Null: missing; empty: stays as it is. */
  readonly to: string | null;
}

/** The values of a column with what they become, then those that are mapped and not among them. */
export function mapLines(pairs: Pairs, values: readonly CountedValue[]): readonly MapLine[] {
  const targets = new Map(pairs.map(({ from, to }) => [from, to]));
  const listed = new Set(values.map(({ value }) => value));
  const rest = pairs.filter(({ from }) => !listed.has(from));
  return [
    ...values.map(({ value: from, count }) => ({ from, count, to: targetOf(targets, from) })),
    ...rest.map(({ from, to }) => ({ from, count: null, to })),
  ];
}

function targetOf(targets: ReadonlyMap<string, string | null>, from: string): string | null {
  return targets.has(from) ? targets.get(from)! : '';
}

/** Groups of spellings that are not merged yet. */
export function openGroups(pairs: Pairs, groups: readonly VariantGroup[]): readonly VariantGroup[] {
  const mapped = new Set(pairs.map(({ from }) => from));
  return groups.filter((group) => group.slice(1).some(({ value }) => !mapped.has(value)));
}

/** The step with one value mapped; an empty target leaves it as it is, null makes it missing. */
export function setTarget(step: Step, from: string, to: string | null): Step {
  const others = step.values.filter((pair) => pair.from !== from);
  const isKept = to === '' || to === from;
  return { ...step, values: isKept ? others : [...others, { from, to }] };
}

/** The step with all spellings of a group mapped to the most frequent one. */
export function mergeGroup(step: Step, [best, ...rest]: VariantGroup): Step {
  if (best === undefined) return step;
  return rest.reduce<Step>((merged, { value }) => setTarget(merged, value, best.value), step);
}
