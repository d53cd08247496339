import { formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import type { Quality, QualityParts } from '../../table/profile/score';

const PARTS: Readonly<Record<keyof QualityParts, { readonly name: Words; readonly of: Words }>> = {
  completeness: {
    name: { zh: '完整', en: 'Complete' },
    of: { zh: '有值的格子占全部格子', en: 'values that are there, of all' },
  },
  uniqueness: {
    name: { zh: '不重复', en: 'Unique' },
    of: { zh: '不与前面某行完全相同的行', en: 'rows that repeat no earlier row' },
  },
  validity: {
    name: { zh: '有效', en: 'Valid' },
    of: {
      zh: '不是占位、不可能或混入的文字的值，占有值的格子',
      en: 'values that are no stand-in, impossible, or a word among numbers',
    },
  },
  consistency: {
    name: { zh: '一致', en: 'Consistent' },
    of: { zh: '用了最常见写法的值，占有值的格子', en: 'values in the most used spelling' },
  },
  content: {
    name: { zh: '有内容', en: 'Telling' },
    of: {
      zh: '能区分行、又不重复别列的列',
      en: 'columns that tell rows apart and repeat no other',
    },
  },
};

export interface QualityFigure {
  readonly key: string;
  readonly name: Words;
  readonly value: string;
  readonly note: Words;
}

/** The score and its parts, as figures to read; a share under 1 never reads 100 %. */
export function qualityFigures(
  { score, parts }: Quality,
  language: Language,
): readonly QualityFigure[] {
  const all: QualityFigure = {
    key: 'score',
    name: { zh: '数据质量，满分 100', en: 'Data quality of 100' },
    value: score === null ? '—' : floorTo(score, score > 99 ? 1 : 0),
    note:
      score === null
        ? { zh: '不足 20 行，不评分', en: 'fewer than 20 rows are not judged' }
        : { zh: '另外五项之积', en: 'the product of the five' },
  };
  // The keys are those of PARTS, in its order.
  const keys = Object.keys(PARTS) as (keyof QualityParts)[];
  return [
    all,
    ...keys.map((key) => ({
      key,
      name: PARTS[key].name,
      value: partWords(parts[key], language),
      note: PARTS[key].of,
    })),
  ];
}

function partWords(share: number, language: Language): string {
  if (share === 1) return formatPercent(1, language, 0);
  if (share > 0.999) return language === 'zh' ? '> 99.9 %' : '> 99.9%';
  return formatPercent(share, language);
}

function floorTo(value: number, decimals: number): string {
  if (value >= 100) return '100';
  const unit = 10 ** decimals;
  return (Math.floor(value * unit) / unit).toFixed(decimals);
}
