import type { ProblemFacts } from '../core/problem';
import type { Words } from '../core/words';
import { columnTypeWords } from './column-types';
import { grouped } from './numbers';
import type { ProblemWords } from './problems';

type OrderCode = 'orders-column-missing' | 'orders-column-type' | 'orders-none-left';

const ROLE_WORDS: Readonly<Record<string, Words | undefined>> = {
  customer: { zh: '客户', en: 'the customer' },
  date: { zh: '下单日期', en: 'the date of the order' },
  amount: { zh: '金额', en: 'the amount' },
  quantity: { zh: '数量', en: 'the quantity' },
  price: { zh: '单价', en: 'the unit price' },
};

const REASON_WORDS: Readonly<Record<string, Words | undefined>> = {
  'customer-missing': { zh: '没有客户', en: 'have no customer' },
  'date-missing': { zh: '没有日期', en: 'have no date' },
  'after-reference': { zh: '在参考日之后', en: 'are after the reference day' },
  'order-missing': { zh: '没有订单号', en: 'have no order number' },
  'amount-missing': { zh: '没有金额', en: 'have no amount' },
  worthless: { zh: '单价、数量或金额为 0', en: 'have a price, quantity or amount of 0' },
  return: { zh: '是取消或退货', en: 'are cancellations or returns' },
};

function roleWords(role: string): Words {
  return ROLE_WORDS[role] ?? { zh: role, en: role };
}

function typeWords(type: string): Words {
  const known: Readonly<Record<string, Words | undefined>> = columnTypeWords;
  return known[type] ?? { zh: type, en: type };
}

/** Problems of making customers out of orders. */
export const orderProblems: {
  readonly [C in OrderCode]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'orders-column-missing': ({ role }) => ({
    what: {
      zh: `认不出哪一列是${roleWords(role).zh}。`,
      en: `No column could be taken for ${roleWords(role).en}.`,
    },
    todo: {
      zh: `在参数里选出${roleWords(role).zh}列；日期列要先读成日期。`,
      en: `Choose the column of ${roleWords(role).en} in the parameters; dates must be read as dates.`,
    },
  }),
  'orders-column-type': ({ column, role, found, needed }) => ({
    what: {
      zh: `「${column}」是${typeWords(found).zh}列，不能当${roleWords(role).zh}：这里要${typeWords(needed).zh}列。`,
      en: `${column} is a ${typeWords(found).en} column and cannot be ${roleWords(role).en}, which needs a ${typeWords(needed).en} column.`,
    },
    todo: {
      zh: '换一列，或在读入、清洗时改这一列的类型。',
      en: 'Choose another column, or change the type of this one when reading or cleaning.',
    },
  }),
  'orders-none-left': ({ rows, reason, count }) => ({
    what: {
      zh: `${grouped(rows)} 行里没有一笔可用的购买：${grouped(count)} 行${REASON_WORDS[reason]?.zh ?? reason}。`,
      en: `None of ${grouped(rows)} rows is a purchase that counts: ${grouped(count)} ${REASON_WORDS[reason]?.en ?? reason}.`,
    },
    todo: {
      zh: '在参数里换列，或改参考日和退货的规则。',
      en: 'Choose other columns, or change the reference day or the rule for returns.',
    },
  }),
};
