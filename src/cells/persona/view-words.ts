import {
  capitalize,
  countAfterHan,
  countWord,
  formatCount,
  formatNumber,
  formatPercent,
} from '../../core/format';
import type { Language, Words } from '../../core/words';
import { shortName } from './column-words';
import type { PersonaDisplay, PersonaLine } from './display';
import { distinctFacts, factOf, isFew, type Fact } from './facts';
import { differenceText, rangeText } from './figures';
import type { Change } from './change';

export const viewWords = {
  title: { zh: '人群画像', en: 'Personas' },
  suggested: { zh: '建议的名字', en: 'Suggested name' },
  rename: { zh: '改名', en: 'Rename' },
  take: { zh: '用这个名字', en: 'Use this name' },
  takeAll: { zh: '采用全部名字', en: 'Take all names' },
  print: { zh: '打印卡片', en: 'Print the cards' },
  edit: { zh: '改写这一句', en: 'Rewrite this sentence' },
  editor: { zh: '这一句', en: 'This sentence' },
  keep: { zh: '保留', en: 'Keep' },
  update: { zh: '更新', en: 'Update' },
  remove: { zh: '去掉', en: 'Remove' },
  cancel: { zh: '取消', en: 'Cancel' },
  startOver: { zh: '换回建议的句子', en: 'Back to the suggested sentences' },
  stale: { zh: '过期', en: 'Stale' },
  kept: { zh: '已保留', en: 'Kept' },
  nothing: {
    zh: '和其他人没有看得出的差别。',
    en: 'Nothing that sets them apart from the others.',
  },
  tooFew: {
    zh: '太少，说不出和其他人差在哪里。',
    en: 'Too few to tell how they differ from the others.',
  },
  typical: { zh: '典型（离质心最近）', en: 'Typical: nearest the centroid' },
  borderline: { zh: '边缘（离另一群也近）', en: 'Borderline: close to another segment' },
  row: { zh: '行', en: 'Row' },
  other: { zh: '也近', en: 'Near' },
  noCustomers: {
    zh: '典型和边缘的行：要接上「特征」，而且它的每一行都分了群。',
    en: 'Typical and borderline rows need Features connected, with every row of it clustered.',
  },
  action: { zh: '怎么对待', en: 'What to do' },
  actionHint: { zh: '写一句', en: 'Write a line' },
  select: { zh: '突出这一群', en: 'Pick out this segment' },
  petals: { zh: '花瓣', en: 'Petals' },
  petalsTable: { zh: '花瓣的数字', en: 'The petals as figures' },
  segment: { zh: '分群', en: 'Segment' },
} satisfies Record<string, Words>;

const ROWS = {
  customer: { zh: '位顾客', one: 'customer', many: 'customers' },
  user: { zh: '位用户', one: 'user', many: 'users' },
  row: { zh: '行', one: 'row', many: 'rows' },
};

/** "118,481 customers". */
export function rowsWords(rows: number, { rowsAre }: Pick<PersonaDisplay, 'rowsAre'>): Words {
  const words = ROWS[rowsAre];
  const count = formatCount(rows);
  return { zh: `${count} ${words.zh}`, en: `${count} ${rows === 1 ? words.one : words.many}` };
}

/** "118,481 customers · 11.3 % · 57.9 % of spend". */
export function sizeWords(display: PersonaDisplay, segment: number, language: Language): string {
  const size = display.sizes[segment] ?? 0;
  const percent = (share: number) => formatPercent(share, language);
  const parts = [rowsWords(size, display)[language], percent(size / Math.max(1, display.rows))];
  const { sum } = display;
  if (sum !== null) {
    const share = percent(sum.shares[segment] ?? 0);
    const name = shortName(sum.column.name);
    parts.push(language === 'zh' ? `「${name}」占 ${share}` : `${share} of ${name}`);
  }
  return parts.join(' · ');
}

export function fewWords(display: PersonaDisplay, segment: number): Words | null {
  if (!isFew(display, segment)) return null;
  const rows = rowsWords(display.sizes[segment] ?? 0, display);
  return {
    zh: `只有 ${rows.zh}：太少，不能推广到别人。`,
    en: `Only ${rows.en}: too few to generalise.`,
  };
}

/** Half-width characters of a column name in a sentence that sums up. */
const TAGLINE_ROOM = 32;

/** "High Spend and Orders; low Days since last order." of the three most distinct numbers. */
export function tagline(display: PersonaDisplay, segment: number): Words | null {
  if (isFew(display, segment)) return null;
  const facts = distinctFacts(display, segment)
    .filter(({ line: { level, column } }) => level === null && column.type === 'number')
    .slice(0, 3);
  const high = facts.filter(({ effect }) => effect > 0);
  const low = facts.filter(({ effect }) => effect < 0);
  if (facts.length === 0) return null;
  const named = (some: readonly Fact[]) =>
    some.map(({ line }) => shortName(line.column.name, TAGLINE_ROOM));
  const zh = [
    high.length > 0 ? `${listed(named(high))}高` : '',
    low.length > 0 ? `${listed(named(low))}低` : '',
  ];
  const en = [
    high.length > 0 ? `high ${and(named(high))}` : '',
    low.length > 0 ? `low ${and(named(low))}` : '',
  ];
  return {
    zh: `${zh.filter((part) => part !== '').join('，')}。`,
    en: `${capitalize(en.filter((part) => part !== '').join('; '))}.`,
  };
}

function listed(names: readonly string[]): string {
  const text = names.join('、');
  return /[\x21-\x7e…]$/.test(text) ? `${text} ` : text;
}

function and(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The interval, the difference and the rows that a sentence rests on. */
export function statisticWords({ line, figure }: Fact, language: Language): string {
  const isZh = language === 'zh';
  const count = `n = ${formatCount(figure.count)}`;
  if (figure.interval === null) return `${count}${isZh ? '，没有区间' : ', no interval'}`;
  const range = rangeText(line, figure.interval, language);
  const parts = [isZh ? `95 % 区间 ${range}` : `95% interval ${range}`];
  if (figure.difference !== null) {
    const apart = differenceText(line, figure.difference, language);
    parts.push(isZh ? `与其余的差 ${apart}` : `apart from the others ${apart}`);
  }
  // A line ends between the three, not within one.
  return [...parts, count].map((part) => part.replaceAll(' ', '\u00a0')).join(' · ');
}

/** "348 → 412", and whose figure it is. */
export function changeWords(change: Change): Words {
  if (change.of === 'gone') {
    return { zh: '过期：这个数字已经不在了。', en: 'Stale: this figure is gone.' };
  }
  const arrow = `${change.from} → ${change.to}`;
  return change.of === 'segment'
    ? { zh: `过期：${arrow}`, en: `Stale: ${arrow}` }
    : { zh: `过期：全体 ${arrow}`, en: `Stale: everyone ${arrow}` };
}

export function effectText(effect: number, language: Language): string {
  const sign = effect > 0 ? '+' : '';
  return `${sign}${formatNumber(effect, 1)} ${language === 'zh' ? '标准差' : 'sd'}`;
}

export function strayWords(count: number): Words {
  return {
    zh: `有${countAfterHan(count)}句写的是现在没有的分群；那一群回来时还在。`,
    en: `${capitalize(countWord(count, 'en'))} ${count === 1 ? 'sentence is' : 'sentences are'} about segments that are not there now, kept for when they are back.`,
  };
}

export function staleWords(count: number): Words {
  return {
    zh: `有${countAfterHan(count)}句过期了。`,
    en: `${capitalize(countWord(count, 'en'))} ${count === 1 ? 'sentence is' : 'sentences are'} stale.`,
  };
}

export function nameFieldWords(letter: string): Words {
  return { zh: `分群 ${letter} 的名字`, en: `Name of segment ${letter}` };
}

/** The petals in words: each feature with its deviation. */
export function petalsSentence(
  lines: readonly PersonaLine[],
  segment: number,
  language: Language,
): string {
  const said = lines.map((line) => {
    const fact = factOf(line, segment);
    const name = line.level === null ? line.column.name : `${line.column.name} = ${line.level}`;
    return `${name} ${fact === null ? '—' : effectText(fact.effect, language)}`;
  });
  const title = viewWords.petals[language];
  return language === 'zh' ? `${title}：${said.join('，')}` : `${title}: ${said.join(', ')}`;
}
