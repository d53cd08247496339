import { formatCount } from '../../core/format';
import type { ReadNote, ReadReport } from '../../core/read-report';
import type { Words } from '../../core/words';

type Fact = (name: string) => string;

/** What the reader of text and of several files decided, by code. */
const NOTES = new Map<string, (fact: Fact) => Words>([
  [
    'date-order-assumed',
    (fact) => ({
      zh: `「${fact('column')}」分不清日和月，按日在前读`,
      en: `${fact('column')}: day and month cannot be told apart, read day first`,
    }),
  ],
  [
    'words-missing',
    (fact) => ({
      zh: `「${fact('column')}」里的 ${fact('words')}（${fact('rows')} 行）当作缺失`,
      en: `${fact('column')}: ${fact('words')} taken as missing (rows: ${fact('rows')})`,
    }),
  ],
  [
    'words-kept',
    (fact) => ({
      zh: `「${fact('column')}」里的 ${fact('words')}（${fact('rows')} 行）当作值，不算缺失`,
      en: `${fact('column')}: ${fact('words')} kept as values (rows: ${fact('rows')})`,
    }),
  ],
  [
    'file-lacks',
    (fact) => ({
      zh: `「${fact('file')}」没有这些列：${fact('columns')}`,
      en: `${fact('file')} lacks ${fact('columns')}`,
    }),
  ],
  [
    'type-joined',
    (fact) => ({
      zh: `各文件对「${fact('column')}」的类型不一致，按原文读入`,
      en: `${fact('column')}: files disagree on its type, read as it was written`,
    }),
  ],
  [
    'units-differ',
    (fact) => ({
      zh: `各文件里「${fact('column')}」的单位不同，没有写单位`,
      en: `${fact('column')}: files give different units, so it has none`,
    }),
  ],
]);

export function textNoteWords({ code, facts }: ReadNote): Words | undefined {
  return NOTES.get(code)?.((name) => {
    const fact = facts[name];
    return typeof fact === 'number' ? formatCount(fact) : (fact ?? '');
  });
}

/** What of the file is not in the table on purpose: a sample instead of all, totals at the end. */
export function extentWords({ sampled, totals = [], files = [] }: ReadReport): Words[] {
  const words: Words[] = [];
  if (files.length > 0) {
    const count = formatCount(files.length);
    words.push({ zh: `${count} 个文件合成一张表`, en: `${count} files as one table` });
  }
  if (sampled) {
    const [rows, of] = [formatCount(sampled.rows), formatCount(sampled.of)];
    words.push({
      zh: `随机抽取 ${of} 行中的 ${rows} 行（种子 ${sampled.seed}）`,
      en: `a random sample of ${rows} of ${of} rows (seed ${sampled.seed})`,
    });
  }
  if (totals.length > 0) {
    const count = formatCount(totals.length);
    words.push({
      zh: `末尾 ${count} 行合计没有读入`,
      en: `rows of totals at the end left out: ${count}`,
    });
  }
  return words;
}

/** Reasons for a damaged value or line that only some ways of reading have. */
export const TEXT_REASONS: readonly (readonly [string, Words])[] = [
  ['not-yes-or-no', { zh: '不是“是”或“否”，当作缺失', en: 'not yes or no, taken as missing' }],
  ['rounded', { zh: '位数太多，已舍入', en: 'more digits than a number can hold, rounded' }],
  ['not-json', { zh: '这行不是完整的 JSON，没有读入', en: 'not whole JSON, row left out' }],
  ['not-a-row', { zh: '这里不是一行数据，没有读入', en: 'no row of data, left out' }],
];
