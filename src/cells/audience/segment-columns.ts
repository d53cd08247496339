import { numberTextIn, placeIn, type MarkSource } from '../../core/mark-source';
import { NOISE } from '../../core/values';
import type { Language, Words } from '../../core/words';
import type { Cells, FileColumn } from '../../table/write/file-column';
import { letterAt } from '../../ui/mark-shapes';
import { nameOf } from '../../ui/segment-names';
import { LEFT_OUT } from './rows';

export const segmentHeadings = {
  number: { zh: '分群编号', en: 'Segment number' },
  letter: { zh: '分群字母', en: 'Segment letter' },
  name: { zh: '分群', en: 'Segment' },
  reason: { zh: '未分群原因', en: 'Not in a segment because' },
} satisfies Record<string, Words>;

export const reasonWords = {
  noise: { zh: '噪声：不像任何一群', en: 'noise: unlike every segment' },
  leftOut: {
    zh: '特征没有用这一行（如有缺失值）',
    en: 'left out by the features (e.g. a missing value)',
  },
} satisfies Record<string, Words>;

export interface SegmentColumnsOf {
  readonly labels: Int32Array;
  readonly clusters: number;
  readonly names: readonly Words[];
  readonly marks: MarkSource;
  readonly language: Language;
  /** Whether rows without a segment are written, and so the reason why they have none. */
  readonly unassigned: boolean;
  /** Names that other columns of the file have. */
  readonly taken: ReadonlySet<string>;
}

/** The number, letter and name of each row's segment, and why it has none. */
export function segmentColumns(of: SegmentColumnsOf): FileColumn[] {
  const { labels, clusters, names, marks, language, unassigned, taken } = of;
  const heading = (words: Words): string => freeName(words[language], taken);
  const indices = Array.from({ length: clusters }, (_, index) => index);
  const category = (name: string, levels: readonly string[], code: (label: number) => number) =>
    ({
      name,
      type: 'category',
      read: (rows): Cells => ({
        kind: 'category',
        codes: Int32Array.from(rows, (row) => code(labels[row]!)),
        levels,
      }),
    }) satisfies FileColumn;
  const segment = (label: number): number => Math.max(NOISE, label);
  const numbers = indices.map((index) => numberTextIn(marks, index));
  const letters = indices.map((index) => letterAt(placeIn(marks, index)));
  const columns: FileColumn[] = [
    // "2.3" is no number: 2.30 would be another segment.
    marks.prefix === ''
      ? numberColumn(heading(segmentHeadings.number), labels, numbers)
      : category(heading(segmentHeadings.number), numbers, segment),
    category(heading(segmentHeadings.letter), letters, segment),
    category(
      heading(segmentHeadings.name),
      indices.map((index) => nameOf(names, index)[language]),
      segment,
    ),
  ];
  if (!unassigned) return columns;
  const reasons = [reasonWords.noise[language], reasonWords.leftOut[language]];
  const reason = (label: number): number => (label === NOISE ? 0 : label === LEFT_OUT ? 1 : -1);
  return [...columns, category(heading(segmentHeadings.reason), reasons, reason)];
}

function numberColumn(name: string, labels: Int32Array, numbers: readonly string[]): FileColumn {
  const numberOf = (label: number): number => (label < 0 ? NaN : Number(numbers[label]));
  const read = (rows: Uint32Array): Cells => ({
    kind: 'number',
    values: Float64Array.from(rows, (row) => numberOf(labels[row]!)),
  });
  return { name, type: 'number', read };
}

/** "Segment", or "Segment (2)" where the table has one already. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let n = 2; ; n++) if (!taken.has(`${name} (${n})`)) return `${name} (${n})`;
}
