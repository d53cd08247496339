import { defineFace } from '../../core/cell-face';
import { capitalize, countWord, formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import type { Alert, Example } from '../../table/profile/alert';
import { clauseOf } from './alert-sentences';
import { definition } from './definition';
import type { ProfileDisplay } from './display';

/** More of a column missing than this is worth a headline. */
const OFTEN = 0.01;

/** What must be dealt with first, if anything; else how much is missing. */
function finding(display: ProfileDisplay): Words {
  const urgent = display.alerts.filter(({ severity }) => severity === 'high');
  if (urgent.length > 0) return urgentWords(urgent);
  const base = sizeWords(display);
  const gaps = missingWords(display);
  return { zh: `${base.zh}；${gaps.zh}。`, en: `${base.en}; ${gaps.en}.` };
}

/** Headlines name two places at most; the list below has them all. */
function urgentWords(urgent: readonly Alert[]): Words {
  const named = urgent.slice(0, 2).map(clauseOf);
  const more = urgent.length - named.length;
  const count = urgent.length;
  const noun = count === 1 ? 'thing' : 'things';
  const rest =
    more === 0
      ? NONE
      : { zh: `；另有 ${formatCount(more)} 处`, en: `; and ${formatCount(more)} more` };
  return {
    zh: `${countWord(count, 'zh')}处要先处理：${named.map(({ zh }) => zh).join('；')}${rest.zh}。`,
    en: `${capitalize(countWord(count, 'en'))} ${noun} to deal with first: ${named.map(({ en }) => en).join('; ')}${rest.en}.`,
  };
}

const NONE: Words = { zh: '', en: '' };

function sizeWords({ rows, columns }: ProfileDisplay): Words {
  const count = columns.filter(({ column }) => column.type === 'number').length;
  const rowsZh = `${formatCount(rows)} 行`;
  const rowsEn = `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
  if (count === 0) return { zh: `${rowsZh}，没有数值列`, en: `${rowsEn}, no number column` };
  return {
    zh: `${rowsZh}，${formatCount(count)} 个数值列`,
    en: `${rowsEn}, ${formatCount(count)} number ${count === 1 ? 'column' : 'columns'}`,
  };
}

function missingWords({ rows, columns }: ProfileDisplay): Words {
  if (columns.every(({ missing }) => missing === 0)) {
    return { zh: '没有缺失', en: 'nothing is missing' };
  }
  const often = columns.filter(({ missing }) => missing > OFTEN * rows);
  if (often.length === 0) {
    return { zh: '每列缺失都不超过 1 %', en: 'no column misses more than 1% of its values' };
  }
  const worst = often.reduce((a, b) => (b.missing > a.missing ? b : a));
  const { name } = worst.column;
  if (worst.missing === rows) return emptyWords(columns.filter((c) => c.missing === rows));
  if (often.length === 1) {
    return { zh: `只有「${name}」缺失超过 1 %`, en: `only ${name} misses more than 1%` };
  }
  const share = worst.missing / rows;
  const zh = `${countWord(often.length, 'zh')}列缺失超过 1 %，最多的`;
  const en = `${countWord(often.length, 'en')} columns miss more than 1%, `;
  if (often.filter(({ missing }) => missing === worst.missing).length > 1) {
    return {
      zh: `${zh}缺 ${formatPercent(share, 'zh')}`,
      en: `${en}at most ${formatPercent(share, 'en')}`,
    };
  }
  return {
    zh: `${zh}是「${name}」（${formatPercent(share, 'zh')}）`,
    en: `${en}most of all ${name} (${formatPercent(share, 'en')})`,
  };
}

function emptyWords(empty: ProfileDisplay['columns']): Words {
  const name = empty[0]?.column.name ?? '';
  if (empty.length === 1) return { zh: `「${name}」整列缺失`, en: `${name} has no values at all` };
  return {
    zh: `${countWord(empty.length, 'zh')}列整列缺失`,
    en: `${countWord(empty.length, 'en')} columns have no values at all`,
  };
}

function sourceLine({ rows, columns, correlated }: ProfileDisplay): Words {
  const size = `${formatCount(rows)} × ${formatCount(columns.length)}`;
  const isSampled = correlated.rows < rows;
  const sample = isSampled
    ? {
        zh: ` · 相关系数按均匀抽取的 ${formatCount(correlated.rows)} 行`,
        en: ` · correlations on ${formatCount(correlated.rows)} rows spread over the table`,
      }
    : NONE;
  return {
    zh: `全部 ${size}，逐值计数 · 缺失不参与计算${sample.zh}`,
    en: `${capitalize(`all of ${size}, every value counted · missing values left out of the figures`)}${sample.en}`,
  };
}

/** What fewer than `least` rows have may be somebody's own: it is counted, but not shown. */
function withhold(display: ProfileDisplay, { least }: { readonly least: number }): ProfileDisplay {
  const keep = (examples: readonly Example[]) => examples.filter(({ count }) => count >= least);
  return {
    ...display,
    columns: display.columns.map((column) => ({ ...column, top: keep(column.top) })),
    alerts: display.alerts.map((alert) => ({
      ...alert,
      examples: keep(alert.examples),
      ...(alert.spellings === undefined
        ? {}
        : {
            spellings: alert.spellings
              .map(({ to, from }) => ({ to, from: keep(from) }))
              .filter(({ from }) => from.length > 0),
          }),
    })),
  };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  withhold,
  margin: ({ asOf }) => [
    {
      words: {
        zh: '每一列的类型、缺失、范围和分布，以及要留意的地方；',
        en: 'The type, gaps, range and shape of each column, and what to look at; ',
      },
    },
    {
      words:
        asOf === ''
          ? { zh: '不查未来的日期', en: 'future dates are not looked for' }
          : { zh: `晚于 ${asOf} 的日期算作未来`, en: `dates after ${asOf} are in the future` },
      param: 'asOf',
    },
    { words: { zh: '。', en: '.' } },
  ],
});
