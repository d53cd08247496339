import type { ColumnMeta } from '../../core/values';
import { frequentLevels, type GroupLevels } from '../../table/groups/group-levels';
import type { GroupMeans } from '../../table/groups/group-means';
import type { HeatLine } from './display';

/** What a line says of its column beside the figures. */
type LineOf = Pick<HeatLine, 'column' | 'isFeature'>;

/** TGI and deviations say how far a segment is from everyone. */
function against(means: HeatLine['means'], of: { mean: number; deviation: number; min: number }) {
  const hasTgi = of.min >= 0 && of.mean > 0;
  return {
    effects: means.map((mean) => (mean === null ? null : (mean - of.mean) / of.deviation)),
    tgi: means.map((mean) => (mean === null || !hasTgi ? null : (100 * mean) / of.mean)),
  };
}

/** The line of a number column. */
export function numberLine(line: LineOf, found: GroupMeans): HeatLine {
  const { count, mean, deviation, counts, means } = found;
  return {
    ...line,
    kind: 'mean',
    level: null,
    others: 0,
    count,
    overall: mean,
    deviation,
    counts: Array.from(counts),
    means,
    ...against(means, found),
  };
}

/** The share of "yes"; none where everyone gives the same answer. */
export function booleanLines(
  line: LineOf,
  names: readonly string[],
  found: GroupLevels,
): readonly HeatLine[] {
  const yes = names.indexOf('true');
  if (!differs(found) || yes < 0) return [];
  return [{ ...shareLine(line, [yes], found), kind: 'mean' }];
}

/** The most frequent levels of a category and, where there are more, one line for all the others. */
export function levelLines(
  line: LineOf,
  { names, most }: { readonly names: readonly string[]; readonly most: number },
  found: GroupLevels,
): readonly HeatLine[] {
  if (!differs(found)) return [];
  const codes = frequentLevels(names, found);
  // A single other level may as well stand under its own name.
  const shown = codes.length === most + 1 ? codes : codes.slice(0, most);
  const rest = codes.slice(shown.length);
  const lines = shown.map((code) => ({
    ...shareLine(line, [code], found),
    level: names[code]!,
  }));
  if (rest.length === 0) return lines;
  return [
    ...lines,
    { ...shareLine(line, rest, found), kind: 'rest' as const, others: rest.length },
  ];
}

function differs({ everyone, count }: GroupLevels): boolean {
  return count > 0 && !everyone.includes(count);
}

/** Deviation of a share p: that of a column of ones and zeros, √(p (1 − p)). */
function shareLine(line: LineOf, codes: readonly number[], found: GroupLevels): HeatLine {
  const { everyone, inGroup, groups, counts, count } = found;
  const sum = (of: (code: number) => number) => codes.reduce((total, code) => total + of(code), 0);
  const overall = sum((code) => everyone[code]!) / count;
  const deviation = Math.sqrt(overall * (1 - overall));
  const means = Array.from(counts, (present, group) =>
    present > 0 ? sum((code) => inGroup[code * groups + group]!) / present : null,
  );
  return {
    ...line,
    kind: 'level',
    level: null,
    others: 0,
    count,
    overall,
    deviation,
    counts: Array.from(counts),
    means,
    ...against(means, { mean: overall, deviation, min: 0 }),
  };
}

/** Why a column has no tiles: known by its type alone. */
export function typeLeftOut({ type }: ColumnMeta): 'date' | 'text' | 'identifier' | null {
  return type === 'date' || type === 'text' || type === 'identifier' ? type : null;
}
