import { defineFace, type SentencePart } from '../../core/cell-face';
import type { ParamsOf } from '../../core/params';
import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { RfmDisplay } from './display';
import { dayText } from '../../core/reference-day';

type RfmParams = ParamsOf<(typeof definition)['params']>;

function finding(display: RfmDisplay): Words {
  const { rows, orders, repeated, revenue, top } = display;
  if (isCustomerTable(display)) {
    return {
      zh: `${formatCount(rows)} 位客户，每位只有一行：这更像客户表，不是订单表。`,
      en: `${formatCount(rows)} customers with one row each: this looks like a table of customers, not of orders.`,
    };
  }
  if (top !== null && revenue !== null && revenue > 0 && top.customers > 0) {
    const [who, what] = [top.customers / rows, top.money / revenue];
    // With debts among the customers the share may pass the whole.
    if (what <= 1) {
      return {
        zh: `前 ${percent(who, 'zh')} 的客户带来 ${percent(what, 'zh')} 的收入。`,
        en: `The top ${percent(who, 'en')} of customers bring ${percent(what, 'en')} of the revenue.`,
      };
    }
  }
  if (repeated === 0) {
    return {
      zh: `${formatCount(rows)} 位客户都只买过一次。`,
      en: `All ${formatCount(rows)} customers bought once only.`,
    };
  }
  const each = formatNumber(orders / rows, 1);
  return {
    zh: `${percent(repeated / rows, 'zh')} 的客户来过不止一次，平均每人 ${each} 单。`,
    en: `${percent(repeated / rows, 'en')} of customers came more than once, ${each} orders each on average.`,
  };
}

/** A whole percentage, but never 0 or 100 for what is neither. */
function percent(share: number, language: 'zh' | 'en'): string {
  const whole = Math.round(share * 100);
  const isPlain = (whole > 0 && whole < 100) || share === 0 || share === 1;
  return formatPercent(share, language, isPlain ? 0 : 1);
}

/** No customer comes twice in the whole table. */
export function isCustomerTable({ source, counts }: RfmDisplay): boolean {
  return source.rows > 1 && source.customers === source.rows - counts['customer-missing'];
}

function sourceLine(display: RfmDisplay): Words {
  const { rows, source, counts, orders, revenue, unit } = display;
  const { reference, firstOrder, lastOrder } = display;
  const money = revenue === null ? null : `${formatNumber(revenue, 2)}${unit ?? ''}`;
  const span = `${dayText(firstOrder)} – ${dayText(lastOrder)}`;
  const zh = [
    `${formatCount(source.rows)} 行里 ${formatCount(counts.sale)} 行是购买`,
    `${formatCount(orders)} 单 · ${formatCount(rows)} 位客户`,
    ...(money === null ? ['没有金额'] : [`金额 ${money}`]),
    span,
    `参考日 ${dayText(reference)}`,
  ];
  const en = [
    `${formatCount(counts.sale)} of ${formatCount(source.rows)} rows are purchases`,
    `${formatCount(orders)} ${orders === 1 ? 'order' : 'orders'} · ${formatCount(rows)} ${rows === 1 ? 'customer' : 'customers'}`,
    ...(money === null ? ['no amounts'] : [`amount ${money}`]),
    span,
    `reference day ${dayText(reference)}`,
  ];
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

const RETURNS: Readonly<Record<RfmParams['returns'], Words>> = {
  'leave-out': { zh: '退货不算', en: 'returns left out' },
  net: { zh: '退货从金额里减去', en: 'returns taken off the amount' },
  keep: { zh: '退货照常算', en: 'returns counted as they are' },
};

const SCORING: Readonly<Record<RfmParams['scoring'], Words>> = {
  share: { zh: '五分位打分', en: 'scores by fifths' },
  fifths: { zh: '五等份打分', en: 'scores by fifths of equal size' },
  edges: { zh: '按固定界限打分', en: 'scores by fixed edges' },
};

function margin({ returns, scoring, reference }: RfmParams): readonly SentencePart[] {
  const day =
    reference === ''
      ? { zh: '算到最后一单的后一天', en: 'Up to the day after the last order' }
      : { zh: `算到 ${reference}`, en: `Up to ${reference}` };
  return [
    { words: day },
    { words: { zh: '；', en: '; ' } },
    { words: RETURNS[returns], param: 'returns' },
    { words: { zh: '，', en: ', ' } },
    { words: SCORING[scoring], param: 'scoring' },
    { words: { zh: '。', en: '.' } },
  ];
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin,
  // A cell or a group of a few customers tells of each of them.
  withhold: (display, { least }) => ({
    ...display,
    top: display.top !== null && display.top.customers < least ? null : display.top,
    cells: display.cells.map((cell) =>
      cell.customers < least ? { customers: 0, money: cell.money && 0, score: null } : cell,
    ),
    groups: display.groups
      .filter(({ customers }) => customers >= least)
      .map((group) => ({ ...group, cells: group.cells.map((n) => (n < least ? 0 : n)) })),
  }),
});
