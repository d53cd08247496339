import { formatCount } from '../../core/format';
import type { ColumnType } from '../../core/values';
import type { Language, Words } from '../../core/words';
import type { CleanDisplay } from './display';
import { typeWords } from './option-words';

/** One line of the report: a measure before and after cleaning. */
export interface QualityLine {
  readonly name: Words;
  readonly before: number;
  readonly after: number;
}

export const qualityWords = {
  title: { zh: '清洗前后', en: 'Before and after' },
  measure: { zh: '指标', en: 'Measure' },
  before: { zh: '清洗前', en: 'Before' },
  after: { zh: '清洗后', en: 'After' },
} satisfies Record<string, Words>;

const TYPES: readonly ColumnType[] = [
  'number',
  'date',
  'boolean',
  'category',
  'text',
  'identifier',
];

/** The data-quality report, line by line; types that neither table has are left out. */
export function qualityLines({ before, after, breaches }: CleanDisplay): readonly QualityLine[] {
  const lines: QualityLine[] = [
    { name: { zh: '行', en: 'Rows' }, before: before.rows, after: after.rows },
    { name: { zh: '列', en: 'Columns' }, before: before.columns, after: after.columns },
    {
      name: { zh: '缺失的值', en: 'Missing values' },
      before: before.missing,
      after: after.missing,
    },
    {
      name: { zh: '有缺失的列', en: 'Columns with missing values' },
      before: before.columnsWithMissing,
      after: after.columnsWithMissing,
    },
    {
      name: { zh: '整行重复', en: 'Duplicate rows' },
      before: before.repeats,
      after: after.repeats,
    },
  ];
  if (breaches.found + breaches.left > 0) {
    const name = { zh: '违反规则的值', en: 'Values that break a rule' };
    lines.push({ name, before: breaches.found, after: breaches.left });
  }
  const types = TYPES.flatMap((type) => {
    const [had, has] = [before.types[type] ?? 0, after.types[type] ?? 0];
    const { zh, en } = typeWords[type];
    const name = { zh: `${zh}列`, en: `Columns of type ${en}` };
    return had + has === 0 ? [] : [{ name, before: had, after: has }];
  });
  return [...lines, ...types];
}

/** "−759", "+1", "·" for no change. */
export function changeText({ before, after }: QualityLine): string {
  const change = after - before;
  return change === 0 ? '·' : `${change > 0 ? '+' : ''}${formatCount(change)}`;
}

export function sayIn(language: Language): (words: Words) => string {
  return (words) => words[language];
}
