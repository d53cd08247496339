import { sortInPlace } from '../sort-in-place';
import type { CodedValues } from './code-values';
import { DAY_MS } from './outcomes';
import { RETURN, type OrderRules, type Orders } from './read-orders';

const BLOCK = 1 << 14;
const SALE_FLAG = 1;
const RETURN_FLAG = 2;

/** One value a customer with a sale, in the order in which customers first appear; NaN is missing. */
export interface CustomerFigures {
  readonly customers: number;
  /** A row of the table with the customer's name in it. */
  readonly row: Int32Array;
  /** Distinct orders with a sale. */
  readonly frequency: Float64Array;
  readonly monetary: Float64Array | null;
  /** UTC ms of the first and the last order. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Days between one order and the next; missing with one order. */
  readonly meanGap: Float64Array;
  readonly medianGap: Float64Array;
  readonly categories: Float64Array | null;
  readonly products: Float64Array | null;
  /** Orders with a return in them / all orders of the customer. */
  readonly returnsShare: Float64Array;
  /** Customers all of whose rows are returns; they have no figures. */
  readonly returnsOnly: number;
}

export interface Counted {
  readonly category: CodedValues | null;
  readonly product: CodedValues | null;
  /** What a return does; `net`: it lessens the monetary value, `keep`: it is a sale like any. */
  readonly returns: OrderRules['returns'];
}

/**
 * Figures for every customer in one pass over rows that a counting sort has put together by
 * customer; an order's time is that of its first row. Linear but for the sorting of each customer's
 * order times. Yields every few milliseconds.
 */
export function* summarizeCustomers(
  orders: Orders,
  counted: Counted,
): Generator<void, CustomerFigures> {
  const sorted = yield* rowsByCustomer(orders);
  const tally = new Tally(orders, counted);
  let worked = 0;
  for (let customer = 0; customer < orders.customers.count; customer++) {
    const from = sorted.starts[customer]!;
    const to = sorted.starts[customer + 1]!;
    if (from === to) continue;
    for (let i = from; i < to; i++) {
      tally.add(sorted.rows[i]!);
      if ((++worked & (BLOCK - 1)) === 0) yield;
    }
    yield* tally.close();
  }
  return tally.finish();
}

interface Sorted {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** The rows that count, customer by customer, in the order of the table: a counting sort. */
function* rowsByCustomer({ outcomes, customers }: Orders): Generator<void, Sorted> {
  const starts = new Int32Array(customers.count + 1);
  const counts = (row: number) => outcomes[row] === 0 || outcomes[row] === RETURN;
  for (let row = 0; row < outcomes.length; row++) {
    if (counts(row)) starts[customers.codes[row]! + 1]!++;
    if ((row & (4 * BLOCK - 1)) === 0) yield;
  }
  for (let customer = 0; customer < customers.count; customer++) {
    starts[customer + 1]! += starts[customer]!;
  }
  const next = starts.slice();
  const rows = new Int32Array(starts[customers.count]!);
  for (let row = 0; row < outcomes.length; row++) {
    if (counts(row)) rows[next[customers.codes[row]!]!++] = row;
    if ((row & (2 * BLOCK - 1)) === 0) yield;
  }
  return { rows, starts };
}

/** Distinct codes of one customer: a code counts when it was last seen with another. */
class DistinctCodes {
  private readonly seenBy: Int32Array;
  count = 0;

  constructor(private readonly values: CodedValues) {
    this.seenBy = new Int32Array(values.count).fill(-1);
  }

  add(row: number, customer: number): void {
    const code = this.values.codes[row]!;
    if (code < 0 || this.seenBy[code] === customer) return;
    this.seenBy[code] = customer;
    this.count++;
  }
}

/** What is known of the customer at hand, and the figures of those before. */
class Tally {
  /** Where an order of the customer at hand stands in `times`, counted on from customer to customer. */
  private readonly place: Int32Array;
  private base = 0;
  private times = new Float64Array(64);
  private flags = new Uint8Array(64);
  private used = 0;
  private money = 0;
  private row = -1;
  private customers = 0;
  private returnsOnly = 0;
  private readonly categories: DistinctCodes | null;
  private readonly products: DistinctCodes | null;
  private readonly figures: ReturnType<typeof emptyFigures>;

  constructor(
    private readonly orders: Orders,
    private readonly counted: Counted,
  ) {
    this.place = new Int32Array(orders.orders.count).fill(-1);
    this.categories = counted.category && new DistinctCodes(counted.category);
    this.products = counted.product && new DistinctCodes(counted.product);
    this.figures = emptyFigures(orders.customers.count);
  }

  add(row: number): void {
    const { orders, when, money, outcomes } = this.orders;
    const code = orders.codes[row]!;
    let at = this.place[code]! - this.base;
    if (at < 0) {
      at = this.used++;
      this.place[code] = this.base + at;
      if (at === this.times.length) this.grow();
      this.times[at] = Infinity;
      this.flags[at] = 0;
    }
    if (outcomes[row] === RETURN) {
      this.flags[at]! |= RETURN_FLAG;
      if (this.counted.returns === 'net' && money !== null) this.money += money[row]!;
      if (this.counted.returns !== 'keep') return;
    }
    if (this.row < 0) this.row = row;
    this.flags[at]! |= SALE_FLAG;
    if (when[row]! < this.times[at]!) this.times[at] = when[row]!;
    if (money !== null) this.money += money[row]!;
    this.last = Math.max(this.last, when[row]!);
    this.categories?.add(row, this.base);
    this.products?.add(row, this.base);
  }
  private last = -Infinity;

  private grow(): void {
    const times = new Float64Array(this.times.length * 2);
    times.set(this.times);
    this.times = times;
    const flags = new Uint8Array(this.flags.length * 2);
    flags.set(this.flags);
    this.flags = flags;
  }

  /** Ends the customer at hand. */
  *close(): Generator<void, void> {
    let sales = 0;
    let returns = 0;
    for (let at = 0; at < this.used; at++) {
      if ((this.flags[at]! & RETURN_FLAG) !== 0) returns++;
      if ((this.flags[at]! & SALE_FLAG) !== 0) this.times[sales++] = this.times[at]!;
    }
    if (sales === 0) this.returnsOnly++;
    else {
      const times = this.times.subarray(0, sales);
      yield* this.write(yield* sortInPlace(times), returns / this.used);
    }
    // One more, so that a customer without a code of its own is told from the next.
    this.base += this.used + 1;
    this.used = 0;
    this.money = 0;
    this.row = -1;
    this.last = -Infinity;
    if (this.categories) this.categories.count = 0;
    if (this.products) this.products.count = 0;
  }

  private *write(times: Float64Array, returnsShare: number): Generator<void, void> {
    const at = this.customers++;
    const { figures } = this;
    const orders = times.length;
    figures.row[at] = this.row;
    figures.frequency[at] = orders;
    figures.monetary[at] = this.money;
    figures.first[at] = times[0]!;
    figures.last[at] = this.last;
    figures.returnsShare[at] = returnsShare;
    if (this.categories) figures.categories[at] = this.categories.count;
    if (this.products) figures.products[at] = this.products.count;
    if (orders < 2) return;
    figures.meanGap[at] = (times[orders - 1]! - times[0]!) / (orders - 1) / DAY_MS;
    for (let i = 0; i < orders - 1; i++) times[i] = times[i + 1]! - times[i]!;
    const gaps = yield* sortInPlace(times.subarray(0, orders - 1));
    const middle = (orders - 2) / 2;
    figures.medianGap[at] = (gaps[Math.floor(middle)]! + gaps[Math.ceil(middle)]!) / 2 / DAY_MS;
  }

  finish(): CustomerFigures {
    const { customers, returnsOnly, figures } = this;
    const cut = (values: Float64Array) => values.slice(0, customers);
    return {
      customers,
      returnsOnly,
      row: figures.row.slice(0, customers),
      frequency: cut(figures.frequency),
      monetary: this.orders.money === null ? null : cut(figures.monetary),
      first: cut(figures.first),
      last: cut(figures.last),
      meanGap: cut(figures.meanGap),
      medianGap: cut(figures.medianGap),
      categories: this.categories && cut(figures.categories),
      products: this.products && cut(figures.products),
      returnsShare: cut(figures.returnsShare),
    };
  }
}

function emptyFigures(customers: number) {
  const missing = () => new Float64Array(customers).fill(NaN);
  return {
    row: new Int32Array(customers),
    frequency: missing(),
    monetary: missing(),
    first: missing(),
    last: missing(),
    meanGap: missing(),
    medianGap: missing(),
    categories: missing(),
    products: missing(),
    returnsShare: missing(),
  };
}
