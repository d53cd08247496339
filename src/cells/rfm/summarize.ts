import { SCORES } from '../../table/rfm/score-ranks';
import { GROUPS, cellAt, coverageOf, type GroupRule } from '../../table/rfm/group-rules';
import type { Customers } from './customers-table';
import type { RfCell, RfmDisplay, RfmGroup } from './display';
import type { Scores } from './score-customers';

const CELLS = SCORES * SCORES;

export interface Grouped {
  /** Names of groups, each once: the usual ones best first, then those that somebody named. */
  readonly groups: readonly string[];
  /** Index into `groups`, one a customer; −1: no rule holds. */
  readonly group: Int32Array;
}

/** The group of each customer by the first rule that holds; without money F stands for M. */
export function groupCustomers({ r, f, m }: Scores, rules: readonly GroupRule[]): Grouped {
  const named = new Set(rules.map(({ group }) => group));
  const usual = GROUPS.filter((group) => named.has(group));
  const groups = [...new Set<string>([...usual, ...named])];
  const { ruleOf } = coverageOf(rules);
  const groupOf = rules.map(({ group }) => groups.indexOf(group));
  const group = new Int32Array(r.length);
  for (let i = 0; i < r.length; i++) {
    const rule = ruleOf[cellAt(r[i]!, f[i]!, (m ?? f)[i]!)]!;
    group[i] = rule < 0 ? -1 : groupOf[rule]!;
  }
  return { groups, group };
}

type Sums = Pick<
  RfmDisplay,
  'orders' | 'revenue' | 'repeated' | 'top' | 'cells' | 'groups' | 'ungrouped'
>;

/** What the customers come to, by cell of scores and by group. A few passes over the customers, with pauses between. */
export function* summarizeCustomersShown(customers: Customers): Generator<void, Sums> {
  const { figures, group } = customers;
  const { frequency, monetary } = figures;
  const revenue = monetary && sum(monetary);
  yield;
  const cells = cellsOf(customers);
  yield;
  const groups = groupsOf(customers);
  yield;
  return {
    orders: sum(frequency),
    revenue,
    repeated: frequency.reduce((count, orders) => count + (orders > 1 ? 1 : 0), 0),
    top: monetary && revenue !== null ? topOf(monetary, revenue) : null,
    cells,
    groups,
    ungrouped: group.reduce((count, at) => count + (at < 0 ? 1 : 0), 0),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function topOf(monetary: Float64Array, revenue: number): RfmDisplay['top'] {
  const mean = revenue / monetary.length;
  const top = monetary.filter((money) => money > mean);
  return { customers: top.length, money: sum(top) };
}

function cellOf({ r, f }: Scores, i: number): number {
  return (r[i]! - 1) * SCORES + (f[i]! - 1);
}

function cellsOf({ scores, figures: { monetary } }: Customers): readonly RfCell[] {
  const counts = new Float64Array(CELLS);
  const money = new Float64Array(CELLS);
  const points = new Float64Array(CELLS);
  for (let i = 0; i < scores.r.length; i++) {
    const cell = cellOf(scores, i);
    counts[cell]!++;
    money[cell]! += monetary?.[i] ?? 0;
    points[cell]! += (scores.m ?? scores.f)[i]!;
  }
  return Array.from(counts, (count, cell) => ({
    customers: count,
    money: monetary && money[cell]!,
    score: count === 0 ? null : points[cell]! / count,
  }));
}

function groupsOf(customers: Customers): readonly RfmGroup[] {
  const { scores, group, groups, recency, figures } = customers;
  const empty = () => new Float64Array(groups.length);
  const [counts, money, days, orders] = [empty(), empty(), empty(), empty()];
  const cells = groups.map(() => new Float64Array(CELLS));
  for (let i = 0; i < group.length; i++) {
    const at = group[i]!;
    if (at < 0) continue;
    counts[at]!++;
    money[at]! += figures.monetary?.[i] ?? 0;
    days[at]! += recency[i]!;
    orders[at]! += figures.frequency[i]!;
    cells[at]![cellOf(scores, i)]!++;
  }
  return groups.map((name, at) => {
    const count = counts[at]!;
    const mean = (total: number) => (count === 0 ? null : total / count);
    return {
      group: name,
      customers: count,
      money: figures.monetary && money[at]!,
      recency: mean(days[at]!),
      frequency: mean(orders[at]!),
      cells: [...cells[at]!],
    };
  });
}
