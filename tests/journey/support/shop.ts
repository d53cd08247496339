import { createRandom, type Random } from '../../../src/core/random';

/** What the test itself knows of a customer; the group is never written to the file. */
export interface Customer {
  readonly group: number;
  readonly id: string;
  readonly country: string;
  readonly daysSinceOrder: number;
  readonly orders: number;
  readonly spend: number;
  /** Missing for some. */
  readonly basket: number | null;
  readonly returnsShare: number;
}

interface Group {
  readonly share: number;
  readonly daysSinceOrder: number;
  readonly orders: number;
  readonly spend: number;
  readonly returnsShare: number;
}

/** Four kinds of customers of an online shop, far enough apart that any good K-means finds them. */
const GROUPS: readonly Group[] = [
  { share: 0.4, daysSinceOrder: 260, orders: 1.4, spend: 90, returnsShare: 0.02 },
  { share: 0.3, daysSinceOrder: 45, orders: 5, spend: 620, returnsShare: 0.05 },
  { share: 0.2, daysSinceOrder: 30, orders: 6, spend: 700, returnsShare: 0.34 },
  { share: 0.1, daysSinceOrder: 6, orders: 48, spend: 9200, returnsShare: 0.04 },
];
const COUNTRIES = ['United Kingdom', 'Germany', 'France', 'EIRE'];

/** Draws `rows` customers; the groups' sizes are exact shares, their order is mixed. */
export function drawCustomers(rows: number, seed: number): Customer[] {
  const random = createRandom(seed, 'shop');
  const customers: Customer[] = [];
  for (let row = 0; row < rows; row++) customers.push(drawCustomer(row, rows, random));
  return shuffle(customers, random).map((customer, row) => ({
    ...customer,
    id: String(12346 + row).padStart(6, '0'),
  }));
}

function drawCustomer(row: number, rows: number, random: Random): Customer {
  const group = groupAt((row + 0.5) / rows);
  const { daysSinceOrder, orders, spend, returnsShare } = GROUPS[group]!;
  const near = (middle: number): number => middle * Math.exp(0.15 * bell(random));
  const ordered = Math.max(1, Math.round(near(orders)));
  const spent = Math.round(near(spend) * 100) / 100;
  return {
    group,
    id: '',
    country: COUNTRIES[random.below(random.below(COUNTRIES.length) + 1)]!,
    daysSinceOrder: Math.max(1, Math.round(near(daysSinceOrder))),
    orders: ordered,
    spend: spent,
    basket: random.below(40) === 0 ? null : Math.round((spent / ordered) * 100) / 100,
    returnsShare: Math.round(near(returnsShare) * 1000) / 1000,
  };
}

function groupAt(position: number): number {
  let end = 0;
  return GROUPS.findIndex(({ share }) => position < (end += share));
}

/** About normal: twelve uniform numbers, centred. */
function bell(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.next();
  return sum;
}

function shuffle<T>(values: T[], random: Random): T[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
  return values;
}

const HEADER = 'CustomerID,Country,DaysSinceOrder,Orders,Spend,AverageBasket,ReturnsShare';

/** The file that a shop would export. */
export function toCsv(customers: readonly Customer[]): string {
  const lines = customers.map((customer) =>
    [
      customer.id,
      customer.country,
      customer.daysSinceOrder,
      customer.orders,
      customer.spend,
      customer.basket ?? '',
      customer.returnsShare,
    ].join(','),
  );
  return `${[HEADER, ...lines].join('\r\n')}\r\n`;
}
