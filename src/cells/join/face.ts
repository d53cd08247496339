import { defineFace, type SentencePart } from '../../core/cell-face';
import { countAfterHan, countWord, formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { JoinDisplay, Matching } from './display';
import { wholePairs, type KeyPair } from './params';
import { text } from './text';

function share(part: number, all: number): Words {
  const of = all > 0 ? part / all : 0;
  return { zh: formatPercent(of, 'zh'), en: formatPercent(of, 'en') };
}

const rowsWord = (count: number) => (count === 1 ? 'row' : 'rows');

/** How many left rows met somebody. */
function matched({ matchedLeft }: Matching, leftRows: number): Words {
  const count = formatCount(matchedLeft);
  if (leftRows > 0 && matchedLeft === leftRows) {
    return {
      zh: `左表 ${count} 行全部对上`,
      en: `All ${count} left ${rowsWord(leftRows)} found a match`,
    };
  }
  const [all, part] = [formatCount(leftRows), share(matchedLeft, leftRows)];
  if (matchedLeft === 0) {
    return { zh: `左表 ${all} 行一行也没有对上`, en: `None of ${all} left rows found a match` };
  }
  return {
    zh: `左表 ${all} 行里 ${count} 行对上（${part.zh}）`,
    en: `${count} of ${all} left rows found a match (${part.en})`,
  };
}

/** Rows that multiply are what people overlook. */
function multiplied({ how, rows, leftRows, matching }: JoinDisplay): Words | null {
  if (matching === null || how === 'anti') return null;
  const before = how === 'inner' ? matching.matchedLeft : leftRows;
  if (rows <= before) return null;
  return {
    zh: `右表有重复的键，行数从 ${formatCount(before)} 变成 ${formatCount(rows)}`,
    en: `right keys repeat, so ${formatCount(before)} rows became ${formatCount(rows)}`,
  };
}

function finding(display: JoinDisplay): Words {
  const { how, rows, leftRows, rightRows, matching } = display;
  const count = formatCount(rows);
  if (matching === null) {
    return {
      zh: `两张表接成 ${count} 行：${formatCount(leftRows)} + ${formatCount(rightRows)}。`,
      en: `The tables make ${count} ${rowsWord(rows)}: ${formatCount(leftRows)} + ${formatCount(rightRows)}.`,
    };
  }
  if (how === 'anti') {
    const all = formatCount(leftRows);
    if (rows === 0) {
      return {
        zh: `左表 ${all} 行都对上了，一行不剩。`,
        en: `All ${all} left rows found a match; none remains.`,
      };
    }
    return {
      zh: `左表 ${all} 行里有 ${count} 行在右表找不到。`,
      en: `${count} of ${all} left rows ${rows === 1 ? 'is' : 'are'} not in the right table.`,
    };
  }
  const base = matched(matching, leftRows);
  const more = multiplied(display);
  if (more === null) return { zh: `${base.zh}。`, en: `${base.en}.` };
  return { zh: `${base.zh}；${more.zh}。`, en: `${base.en}; ${more.en}.` };
}

function keyWords(keys: readonly KeyPair[], zh: string, and: string): string {
  return keys
    .map(({ left, right }) => (left === right ? left : `${left} = ${right}`))
    .join(zh === '' ? and : zh);
}

function sourceLine({ rows, columns, matching, appended }: JoinDisplay): Words {
  const size = `${formatCount(rows)} × ${formatCount(columns.length)}`;
  if (matching === null) {
    const both = appended.filter(({ from }) => from === 'both').length;
    return {
      zh: `得到的表 ${size} · 两边都有的列 ${formatCount(both)}`,
      en: `Table of ${size} · columns in both: ${formatCount(both)}`,
    };
  }
  const keys = keyWords(matching.keys, '、', '');
  const missing = matching.missingLeft + matching.missingRight;
  const guessed = matching.isGuessed ? { zh: '（自动找到）', en: ' (found by itself)' } : NOTHING;
  const lost =
    missing === 0
      ? NOTHING
      : {
          zh: ` · ${formatCount(missing)} 行没有键，从不对上`,
          en: ` · ${formatCount(missing)} ${rowsWord(missing)} without a key, never matched`,
        };
  return {
    zh: `得到的表 ${size} · 键：${keys}${guessed.zh}${lost.zh}`,
    en: `Table of ${size} · key: ${keyWords(matching.keys, '', ', ')}${guessed.en}${lost.en}`,
  };
}

const NOTHING: Words = { zh: '', en: '' };

function margin(params: {
  readonly how: string;
  readonly keys: readonly KeyPair[];
  readonly bring: readonly string[];
}): readonly SentencePart[] {
  const options: Readonly<Record<string, Words>> = text.params.how.options ?? {};
  const how = options[params.how] ?? { zh: params.how, en: params.how };
  if (params.how === 'append')
    return [
      { words: how, param: 'how' },
      { words: { zh: '，按列名对齐。', en: ', by column name.' } },
    ];
  const keys = wholePairs(params.keys);
  const by =
    keys.length === 0
      ? { zh: '键自动找', en: 'key found by itself' }
      : {
          zh: `键是 ${keyWords(keys, '、', '')}`,
          en: `by ${keyWords(keys, '', ' and ')}`,
        };
  const count = params.bring.length;
  const bring =
    count === 0
      ? { zh: '带上右表其余的列', en: 'with the other columns of the right table' }
      : {
          zh: `带上右表${countAfterHan(count)}列`,
          en: `with ${countWord(count, 'en')} ${count === 1 ? 'column' : 'columns'} of the right table`,
        };
  const brought: readonly SentencePart[] =
    params.how === 'anti'
      ? []
      : [{ words: { zh: '，', en: ', ' } }, { words: bring, param: 'bring' }];
  return [
    { words: how, param: 'how' },
    { words: { zh: '，', en: ', ' } },
    { words: by },
    ...brought,
    { words: { zh: '。', en: '.' } },
  ];
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin,
  // Keys and rows are single customers.
  withhold: (display) => ({
    ...display,
    preview: [],
    matching: display.matching && {
      ...display.matching,
      examplesLeft: [],
      examplesRight: [],
      examplesRepeated: [],
    },
  }),
});
