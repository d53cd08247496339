import { formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import type { ColumnType } from '../../core/values';
import type { ColumnProfile } from '../../table/profile';

export const viewWords = {
  column: { zh: '列', en: 'Column' },
  type: { zh: '类型', en: 'Type' },
  distribution: { zh: '分布', en: 'Distribution' },
  missing: { zh: '缺失', en: 'Missing' },
  min: { zh: '最小', en: 'Least' },
  median: { zh: '中位', en: 'Median' },
  max: { zh: '最大', en: 'Greatest' },
  note: { zh: '说明', en: 'Note' },
  table: { zh: '各列的概况', en: 'Profile of each column' },
} satisfies Record<string, Words>;

export const typeWords: Readonly<Record<ColumnType, Words>> = {
  number: { zh: '数值', en: 'Number' },
  boolean: { zh: '是否', en: 'Yes/no' },
  date: { zh: '日期', en: 'Date' },
  category: { zh: '类别', en: 'Category' },
  text: { zh: '文本', en: 'Text' },
  identifier: { zh: '编号', en: 'Identifier' },
};

const NONE: Words = { zh: '', en: '' };
const SKEWED = 1;

/** What the small picture shows, for those who do not see it. */
export function histogramWords(profile: ColumnProfile): Words {
  const { numbers } = profile;
  const bins = numbers ? numbers.histogram.counts.length : profile.top.length;
  if (bins === 0) return { zh: '没有值', en: 'No values' };
  if (!numbers) {
    return { zh: `最常见的 ${bins} 个取值`, en: `The ${bins} most frequent values` };
  }
  const isLog = numbers.histogram.scale === 'log';
  return {
    zh: `直方图，${bins} 格${isLog ? '，对数刻度' : ''}`,
    en: `Histogram, ${bins} bins${isLog ? ', log axis' : ''}`,
  };
}

/** False where even the most frequent value is rare: identifiers, names, free text. */
export function isTopTelling(profile: ColumnProfile, rows: number): boolean {
  const most = profile.top[0]?.count ?? 0;
  return most / rows >= 0.001 && (most > 1 || profile.distinct <= profile.top.length);
}

/** The most frequent values with their share of the rows, at most three, then how many more there are. */
export function topWords(profile: ColumnProfile, rows: number): Words {
  if (!isTopTelling(profile, rows)) return NONE;
  const shown = profile.top.slice(0, 3);
  const others = profile.distinct - shown.length;
  const valueIn = (language: 'zh' | 'en') =>
    shown.map(({ value, count }) => `${shorten(value)} ${formatPercent(count / rows, language)}`);
  const zhRest = others > 0 ? [`另 ${formatCount(others)} 种`] : [];
  const enRest = others > 0 ? [`${formatCount(others)} more`] : [];
  return {
    zh: [...valueIn('zh'), ...zhRest].join(' · '),
    en: [...valueIn('en'), ...enRest].join(' · '),
  };
}

function shorten(value: string): string {
  const characters = [...value];
  return characters.length > 16 ? `${characters.slice(0, 15).join('')}…` : value;
}

/** The one thing to know about a column before it is used. */
export function noteWords(profile: ColumnProfile, rows: number): Words {
  const present = rows - profile.missing;
  if (present === 0) return { zh: '全部缺失', en: 'All values are missing' };
  if (profile.distinct === 1) return { zh: '所有值都相同', en: 'Always the same value' };
  return profile.numbers ? numberNote(profile) : categoryNote(profile, present);
}

function numberNote(profile: ColumnProfile): Words {
  const { numbers, column } = profile;
  if (!numbers || column.type === 'date') return { zh: '日期', en: 'Date' };
  const isLog = numbers.histogram.scale === 'log';
  const total = numbers.histogram.counts.reduce((sum, count) => sum + count, 0);
  const zeroShare = total > 0 ? numbers.zeros / total : 0;
  const notes: Words[] = [];
  const isSpread = profile.distinct > 2;
  if (isSpread && numbers.skewness > SKEWED) notes.push({ zh: '右偏', en: 'Right-skewed' });
  if (isSpread && numbers.skewness < -SKEWED) notes.push({ zh: '左偏', en: 'Left-skewed' });
  if (isLog) notes.push({ zh: '图为对数刻度', en: 'log axis' });
  if (zeroShare >= 0.2) {
    notes.push({
      zh: `${formatPercent(zeroShare, 'zh', 0)} 是 0`,
      en: `${formatPercent(zeroShare, 'en', 0)} are 0`,
    });
  }
  if (numbers.negatives > 0) {
    const count = formatCount(numbers.negatives);
    notes.push({ zh: `${count} 个负数`, en: `${count} below zero` });
  }
  return join(notes);
}

function categoryNote(profile: ColumnProfile, present: number): Words {
  const { column, distinct } = profile;
  const count = formatCount(distinct);
  if (distinct === present) return { zh: '每行都不同', en: 'Different in every row' };
  if (column.type === 'identifier') {
    return { zh: `编号，${count} 个`, en: `Identifier, ${count} different` };
  }
  if (column.type === 'boolean') return { zh: '是或否', en: 'Yes or no' };
  return { zh: `${count} 种取值`, en: `${count} different values` };
}

function join(notes: readonly Words[]): Words {
  if (notes.length === 0) return NONE;
  const en = notes.map((note) => note.en).join(', ');
  return {
    zh: notes.map((note) => note.zh).join('，'),
    en: en.charAt(0).toUpperCase() + en.slice(1),
  };
}
