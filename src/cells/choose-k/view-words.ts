import { formatError } from '../../core/format';
import type { Language, Words } from '../../core/words';
import type { Candidate, ChooseKDisplay, IndexKey } from './display';
import { errorOf, formatIndex, indexWords, valueOf } from './index-words';

export const viewWords = {
  table: { zh: '表格', en: 'As a table' },
  tableLabel: { zh: '每个 k 的六个指标', en: 'Six indices for each k' },
  clusters: { zh: '簇数 k', en: 'k' },
  smallest: { zh: '最小的群', en: 'Smallest segment' },
  keys: {
    zh: '点一下某个 k，或用 ← → 选好再按回车，就用它分群。',
    en: 'Click a k, or choose one with ← → and press Enter, to segment by it.',
  },
  none: { zh: '还没有值', en: 'no value yet' },
  stable: { zh: '稳定 0.75', en: 'stable 0.75' },
  highlyStable: { zh: '高度稳定 0.85', en: 'highly stable 0.85' },
} satisfies Record<string, Words>;

/** What the corner of a chart says of the choice of its index. */
export function pointsTo(vote: number | null): Words {
  if (vote === null) return { zh: '', en: '' };
  if (vote === 1) return { zh: '看不出分群', en: 'sees no groups' };
  return { zh: `指向 ${vote}`, en: `points to ${vote}` };
}

/** One value of an index as a sentence for those who hear the chart. */
export function valueWords(candidate: Candidate, key: IndexKey): Words {
  const value = valueOf(candidate, key);
  const k = `k = ${candidate.clusters}`;
  if (value === null) return { zh: `${k}：没有值`, en: `${k}: no value` };
  return { zh: `${k}：${shown(candidate, key)}`, en: `${k}: ${shown(candidate, key)}` };
}

/** A value with its interval, as a table shows it. */
export function shown(candidate: Candidate, key: IndexKey): string {
  const value = valueOf(candidate, key);
  if (value === null) return '—';
  const error = errorOf(candidate, key);
  const text = formatIndex(value, key);
  // Only indices of three decimals have one.
  return error > 0 ? `${text} ± ${formatError(error, 3)}` : text;
}

/** The name of a chart: index, direction, its own choice. */
export function chartLabel(key: IndexKey, display: ChooseKDisplay, language: Language): string {
  const { name, direction } = indexWords[key];
  const vote = pointsTo(display.votes[key])[language];
  const parts = [name[language], direction[language], ...(vote ? [vote] : [])];
  return parts.join(language === 'zh' ? '，' : ', ');
}

/** Which cell a k is set in. */
export function pickerLabel(name: Words | null): Words {
  if (!name) return { zh: '用这些特征分群', en: 'Segment by these features' };
  return { zh: `用于「${name.zh}」`, en: `Use in ${name.en}` };
}

export function pickerNote(current: number | null, recommended: number | null): Words {
  if (current === null) {
    return {
      zh: '还没有用这些特征分群的单元；选一个 k，就在下面添加并运行。',
      en: 'No cell segments by these features yet; choose a k to add one below and run it.',
    };
  }
  const now = { zh: `现在是 ${current}`, en: `Now ${current}` };
  if (recommended === null) return { zh: `${now.zh}。`, en: `${now.en}.` };
  return recommended === current
    ? { zh: `${now.zh}，就是建议的簇数。`, en: `${now.en}, as suggested.` }
    : { zh: `${now.zh}，建议 ${recommended}。`, en: `${now.en}; suggested: ${recommended}.` };
}

/** The button that sets a k, for those who hear it. */
export function useWords(clusters: number): Words {
  return { zh: `用 k = ${clusters} 分群`, en: `Segment with k = ${clusters}` };
}
