import { clamp, count, normal, skewed, sometimes, weighted } from './draw';
import type { Sample } from './sample';

/** What a planted group of bank customers is like; medians in yuan, unless said otherwise. */
interface Savers {
  readonly share: number;
  readonly age: number;
  readonly deposits: number;
  readonly funds: number;
  readonly loans: number;
  readonly payments: number;
  readonly logins: number;
  readonly risk: readonly number[];
  readonly salaried: number;
}

const GROUPS: readonly Savers[] = [
  // Young, paid by the month, everything on the phone.
  {
    share: 0.38,
    age: 29,
    deposits: 12_000,
    funds: 3_000,
    loans: 6_000,
    payments: 420,
    logins: 160,
    risk: [1, 3, 4, 3],
    salaried: 0.9,
  },
  // Families with a mortgage.
  {
    share: 0.28,
    age: 39,
    deposits: 68_000,
    funds: 40_000,
    loans: 780_000,
    payments: 260,
    logins: 75,
    risk: [2, 5, 3, 1],
    salaried: 0.75,
  },
  // Retired savers at the counter.
  {
    share: 0.22,
    age: 64,
    deposits: 240_000,
    funds: 25_000,
    loans: 500,
    payments: 45,
    logins: 6,
    risk: [7, 3, 1, 0],
    salaried: 0.1,
  },
  // Wealth customers.
  {
    share: 0.12,
    age: 47,
    deposits: 900_000,
    funds: 3_800_000,
    loans: 4_000,
    payments: 620,
    logins: 230,
    risk: [0, 2, 5, 5],
    salaried: 0.3,
  },
];

const HEADER = [
  '客户编号',
  '开户网点',
  '年龄',
  '开户年限',
  '存款余额',
  '理财余额',
  '贷款余额',
  '近一年交易笔数',
  '手机银行登录次数',
  '风险等级',
  '是否代发工资',
];
const BRANCHES = ['总行营业部', '滨江支行', '鼓楼支行', '高新区支行', '梧桐街支行', '老城支行'];
const BRANCH_WEIGHTS = [6, 5, 4, 4, 3, 2];
const RISKS = ['保守', '稳健', '平衡', '进取'];

/** As banks write it: groups of three, two decimals. */
function yuan(amount: number): string {
  const [whole = '0', cents = '00'] = amount.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${cents}`;
}

/**
 * A Chinese bank table in GB18030, as it comes out of a core system: eighteen-digit customer
 * numbers that no number type can hold, amounts with thousands separators, yes and no in words.
 */
export const bank: Sample = {
  id: 'bank',
  title: { zh: '银行客户', en: 'Bank customers (Chinese, GB18030)' },
  summary: {
    zh: '一家银行的客户余额与活跃度，GB18030 编码，金额带千分位。',
    en: 'Balances and activity of bank customers: Chinese text in GB18030, amounts with separators.',
  },
  fileName: { zh: '银行客户.csv', en: 'bank-customers-gb18030.csv' },
  rows: 1500,
  groups: GROUPS.length,
  encoding: 'gb18030',
  header: () => HEADER,
  row: (random, index) => {
    const group = weighted(
      random,
      GROUPS.map((savers) => savers.share),
    );
    const like = GROUPS[group]!;
    const age = clamp(Math.round(like.age + 0.14 * like.age * normal(random)), 18, 92);
    const years = clamp(Math.round((age - 18) * (0.2 + 0.5 * random.next())), 0, 45);
    return {
      group,
      values: [
        `6217${String(index + 1).padStart(14, '0')}`,
        BRANCHES[weighted(random, BRANCH_WEIGHTS)]!,
        String(age),
        String(years),
        yuan(skewed(random, like.deposits, 0.6)),
        sometimes(random, 0.04, yuan(skewed(random, like.funds, 0.7))),
        yuan(random.next() < 0.02 ? 0 : skewed(random, like.loans, 0.5)),
        String(count(random, like.payments, 0)),
        String(count(random, like.logins, 0)),
        RISKS[weighted(random, like.risk)]!,
        random.next() < like.salaried ? '是' : '否',
      ],
    };
  },
};
