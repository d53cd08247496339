import { newcombeInterval, wilsonInterval } from '../../metrics/intervals';
import type { PersonaFigure, PersonaLine } from './display';
import { OUTSIDE, type Membership } from './membership';

const BLOCK = 1 << 18;
/** The most frequent levels of a category; rarer ones say little of a whole segment. */
const MOST_LEVELS = 12;

type LevelLine = Omit<PersonaLine, 'column' | 'isFeature'>;

interface Counts {
  /** Row-major levels × groups; the last group is noise. */
  readonly hits: Float64Array;
  /** Rows with a value, by group. */
  readonly present: Float64Array;
}

/** A category by segment: one line for each of its most frequent levels that not everyone has. */
export function* summarizeLevels(
  { codes, levels }: { readonly codes: Int32Array; readonly levels: readonly string[] },
  membership: Membership,
): Generator<void, readonly LevelLine[]> {
  const counts = yield* countLevels(codes, levels.length, membership);
  const total = sumOf(counts.present);
  const groups = membership.clusters + 1;
  return levels
    .map((level, code) => {
      const hits = counts.hits.subarray(code * groups, (code + 1) * groups);
      return { level, hits, sum: sumOf(hits) };
    })
    .filter(({ sum }) => sum > 0 && sum < total)
    .sort((a, b) => b.sum - a.sum || (a.level < b.level ? -1 : 1))
    .slice(0, MOST_LEVELS)
    .map(({ level, hits, sum }) => {
      const overall = sum / total;
      const whole = { sum, total };
      return {
        level,
        overall,
        deviation: Math.sqrt(overall * (1 - overall)),
        hasRatio: true,
        figures: Array.from({ length: membership.clusters }, (_, segment) =>
          figureOf({ hits: hits[segment]!, count: counts.present[segment]! }, whole),
        ),
      };
    });
}

function figureOf(
  own: { readonly hits: number; readonly count: number },
  { sum, total }: { readonly sum: number; readonly total: number },
): PersonaFigure {
  const others = { hits: sum - own.hits, count: total - own.count };
  return {
    count: own.count,
    value: own.count > 0 ? own.hits / own.count : null,
    interval: wilsonInterval(own.hits, own.count),
    difference: newcombeInterval(own, others),
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function* countLevels(
  codes: Int32Array,
  levels: number,
  { groups, clusters }: Membership,
): Generator<void, Counts> {
  const hits = new Float64Array(levels * (clusters + 1));
  const present = new Float64Array(clusters + 1);
  for (let row = 0; row < codes.length; row++) {
    if (row % BLOCK === 0) yield;
    const [code, group] = [codes[row]!, groups[row]!];
    if (code < 0 || group === OUTSIDE) continue;
    hits[code * (clusters + 1) + group]!++;
    present[group]!++;
  }
  return { hits, present };
}
