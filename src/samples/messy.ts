import type { Random } from '../core/random';
import type { Language } from '../core/words';
import { clamp, count, skewed, sometimes, weighted } from './draw';
import type { Sample, SampleRow } from './sample';

const CITIES = {
  zh: ['上海', '北京', '广州', '深圳', '成都'],
  en: ['Shanghai', 'Beijing', 'Guangzhou', 'Shenzhen', 'Chengdu'],
} as const;
const HEADER = {
  zh: [
    '会员号',
    '城市',
    '年龄',
    '年收入',
    '入会日期',
    '接受短信',
    '近12月消费额',
    '订单数',
    '备注',
  ],
  en: [
    'Member ID',
    'City',
    'Age',
    'Yearly income',
    'Joined',
    'Accepts texts',
    'Spend 12 months',
    'Orders',
    'Remark',
  ],
} as const;
const ANSWERS = {
  zh: [
    ['是', 'Y', '1'],
    ['否', 'N', '0'],
  ],
  en: [
    ['yes', 'Y', '1'],
    ['no', 'N', '0'],
  ],
} as const;
const DAY_MS = 86_400_000;
/** The day that spreadsheets call 25569. */
const SERIAL_1970 = 25_569;

/** The rows that this stream gave last: a real table has some of them twice. */
const before = new WeakMap<Random, SampleRow>();

function pick(random: Random, choices: readonly string[]): string {
  return choices[random.below(choices.length)] ?? '';
}

/** Digits and Latin letters as Chinese keyboards write them. */
function wide(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function cityOf(random: Random, language: Language): string {
  const city = CITIES[language][weighted(random, [30, 25, 20, 15, 10])] ?? '';
  const way = random.next();
  if (way < 0.7) return city;
  if (way < 0.8) return ` ${city}`;
  if (way < 0.9) return `${city}\u3000`;
  return language === 'zh' ? `${city}\u200b` : city.toUpperCase();
}

function dateOf(random: Random): string {
  const days = 17_500 + random.below(2200);
  const date = new Date(days * DAY_MS);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const way = random.next();
  if (way < 0.5) return date.toISOString().slice(0, 10);
  if (way < 0.7) return `${year}/${month}/${day}`;
  if (way < 0.85) return `${year}年${month}月${day}日`;
  return String(days + SERIAL_1970);
}

function incomeOf(random: Random, rich: boolean, language: Language): string {
  const yuan = Math.round(skewed(random, rich ? 210_000 : 90_000, 0.35) / 100) * 100;
  const way = random.next();
  if (way < 0.08) return '';
  if (way < 0.12) return language === 'zh' ? '保密' : 'private';
  if (way < 0.5) return `￥${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}`;
  if (way < 0.7) return `${yuan / 10_000}万`;
  return way < 0.8 ? wide(String(yuan)) : String(yuan);
}

function freshRow(random: Random, index: number, language: Language): SampleRow {
  const rich = random.next() < 0.3;
  const orders = count(random, rich ? 18 : 3, 0);
  const age = clamp(Math.round(skewed(random, 36, 0.28)), 18, 80);
  const spend = orders === 0 ? 0 : skewed(random, (rich ? 320 : 90) * orders, 0.3);
  const answers = ANSWERS[language][random.next() < 0.6 ? 0 : 1];
  const values = [
    `M${String(index + 1).padStart(5, '0')}`,
    cityOf(random, language),
    random.next() < 0.06 ? '999' : sometimes(random, 0.05, String(age)),
    incomeOf(random, rich, language),
    dateOf(random),
    sometimes(random, 0.03, pick(random, answers)),
    (random.next() < 0.01 ? spend * 100 : spend).toFixed(2),
    String(orders),
    '',
  ];
  return { group: rich ? 1 : 0, values };
}

/** One row a member, as tables come from several hands: repeats, gaps, spellings, units, two dates. */
export const messy: Sample = {
  id: 'messy',
  title: { zh: '一张乱表', en: 'A messy table' },
  summary: {
    zh: '几个人手里凑来的会员表：重复、写法不一、单位混着、999 当缺失。先清洗再分群。',
    en: 'Members from several hands: repeats, spellings, mixed units, 999 for unknown. Clean it first.',
  },
  fileName: { zh: '乱的会员表.csv', en: 'messy-members.csv' },
  rows: 800,
  groups: 2,
  encoding: 'utf-8',
  header: (language) => HEADER[language],
  row(random, index, language) {
    const last = before.get(random);
    if (index > 0 && last !== undefined && random.next() < 0.05) return last;
    const row = freshRow(random, index, language);
    before.set(random, row);
    return row;
  },
};
