import { dayText } from '../../core/reference-day';
import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { Outcome } from '../../table/rfm/outcomes';
import type { RfmDisplay } from './display';

/** "690 rows", at the head of a rule. */
export function rowCount(rows: number): Words {
  return {
    zh: `${formatCount(rows)} 行`,
    en: `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`,
  };
}

/** What day the days are counted to, and why. */
export function referenceWords({ reference }: RfmDisplay, isGiven: boolean): Words {
  const day = dayText(reference);
  return isGiven
    ? {
        zh: `天数算到 ${day}；清空就是最后一单的后一天`,
        en: `days are counted to ${day}; empty it for the day after the last order`,
      }
    : {
        zh: `没有填：算到最后一单的后一天，${day}`,
        en: `left empty: the day after the last order, ${day}`,
      };
}

/** How many rows there are, and how many of them are purchases. */
export function rowsWords({ source, counts }: RfmDisplay): Words {
  const [all, sales] = [formatCount(source.rows), formatCount(counts.sale)];
  if (counts.sale === source.rows) {
    return { zh: `${all} 行都是购买。`, en: `All ${all} rows are purchases.` };
  }
  return {
    zh: `${all} 行里，${sales} 行是购买；其余：`,
    en: `Of ${all} rows, ${sales} ${counts.sale === 1 ? 'is a purchase' : 'are purchases'}; the others:`,
  };
}

/** Customers who do not come out, since nothing of theirs counts as a purchase; null: there are none. */
export function withoutSaleWords({ rows, source, returnsOnly }: RfmDisplay): Words | null {
  const lost = source.customers - rows;
  if (lost <= 0) return null;
  const many = formatCount(lost);
  const [has, does] = lost === 1 ? ['customer has', 'does'] : ['customers have', 'do'];
  if (returnsOnly === lost) {
    return {
      zh: `${many} 位客户只有取消或退货，不在结果里。`,
      en: `${many} ${has} cancellations or returns alone and ${does} not come out.`,
    };
  }
  const only =
    returnsOnly === 0
      ? { zh: '', en: '' }
      : {
          zh: `，其中 ${formatCount(returnsOnly)} 位只有取消或退货`,
          en: `, ${formatCount(returnsOnly)} of them with cancellations or returns alone`,
        };
  return {
    zh: `${many} 位客户没有一笔算数的购买，不在结果里${only.zh}。`,
    en: `${many} ${has} no purchase that counts and ${does} not come out${only.en}.`,
  };
}

/** Why rows do not count, with how many. */
const OUTCOME_WORDS: Readonly<Record<Exclude<Outcome, 'sale' | 'return'>, Words>> = {
  'customer-missing': { zh: '没有客户，不算', en: 'without a customer are left out' },
  'date-missing': { zh: '没有日期，不算', en: 'without a date are left out' },
  'after-reference': { zh: '在参考日之后，不算', en: 'after the reference day are left out' },
  'order-missing': { zh: '没有订单号，不算', en: 'without an order number are left out' },
  'amount-missing': {
    zh: '没有金额（或数量、单价），不算',
    en: 'without an amount (or quantity, price) are left out',
  },
  worthless: {
    zh: '单价不大于 0，或数量、金额为 0',
    en: 'have a price of 0 or less, or a quantity or amount of 0',
  },
};

export function outcomeWords(outcome: Exclude<Outcome, 'sale' | 'return'>): Words {
  return OUTCOME_WORDS[outcome];
}

export const noReturns: Words = {
  zh: '没有列能看出取消和退货。',
  en: 'No column tells which rows are cancelled or returned.',
};

/** True when a row says what it is worth. */
export function hasWorth({ roles }: RfmDisplay): boolean {
  return (roles.amount ?? roles.quantity ?? roles.price) !== undefined;
}

/** By what a return is told from a purchase, as far as there are columns for it. */
function returnSigns(display: RfmDisplay, prefix: string): readonly Words[] {
  const { roles, returnStatuses, prefixIgnored, source } = display;
  const signs: Words[] = [];
  if (hasWorth(display))
    signs.push({ zh: '数量或金额是负数', en: 'a negative quantity or amount' });
  if (roles.order !== undefined && prefix !== '' && prefixIgnored === null) {
    signs.push({
      zh: `订单号以「${prefix}」开头`,
      en: `an order number that starts with “${prefix}”`,
    });
  }
  const shown = returnStatuses.slice(0, 5);
  const more = returnStatuses.length > shown.length;
  if (shown.length > 0) {
    signs.push({
      zh: `状态是${shown.map((status) => `「${status}」`).join('')}${more ? '等' : ''}`,
      en: `a status of ${shown.map((status) => `“${status}”`).join(', ')}${more ? ', …' : ''}`,
    });
  }
  const flag = source.columns.find(({ name }) => name === roles.status?.column);
  if (flag?.type === 'boolean' || flag?.type === 'number') {
    signs.push({ zh: `「${flag.name}」为是`, en: `a yes in ${flag.name}` });
  }
  return signs;
}

/** True when something tells a return from a purchase. */
export function tellsReturns(display: RfmDisplay, prefix: string): boolean {
  return returnSigns(display, prefix).length > 0;
}

/** How returns are told, by the columns that there are. */
export function returnWordsOf(display: RfmDisplay, prefix: string): Words {
  const signs = returnSigns(display, prefix);
  return {
    zh: `是取消或退货：${signs.map(({ zh }) => zh).join('，或')}`,
    en: `are cancelled or returned: ${signs.map(({ en }) => en).join(', or ')}`,
  };
}

/** What follows from roles without a column. */
export function roleNotes({ roles }: RfmDisplay): readonly Words[] {
  const notes: Words[] = [];
  if (roles.order === undefined) {
    notes.push({
      zh: '没有订单号：同一客户同一天的行算一单。',
      en: 'No order number: the rows of a customer on one day are one order.',
    });
  }
  if (roles.amount === undefined && roles.price !== undefined) {
    notes.push(
      roles.quantity === undefined
        ? { zh: '金额 = 单价。', en: 'Amount = unit price.' }
        : { zh: '金额 = 数量 × 单价。', en: 'Amount = quantity × unit price.' },
    );
  }
  if (roles.amount === undefined && roles.price === undefined) {
    notes.push({
      zh: '没有金额：没有 M，分组时用 F 分代替 M 分。',
      en: 'No amounts: there is no M; for the groups the F score stands for it.',
    });
  }
  return notes;
}

/** The columns that are used, one after the other. */
export function roleSummary({ roles }: RfmDisplay): string {
  return Object.values(roles)
    .map(({ column }) => column)
    .join(' · ');
}
