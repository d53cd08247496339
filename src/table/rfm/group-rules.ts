/** The usual groups of RFM, best first; a rule may name a group of its own instead. */
export const GROUPS = [
  'champions',
  'loyal',
  'potential',
  'new',
  'promising',
  'attention',
  'sleeping',
  'risk',
  'losing',
  'hibernating',
  'lost',
] as const;

export type Group = (typeof GROUPS)[number];

/** From and to, both included, 1 … 5. */
export type ScoreRange = readonly [number, number];

/** Customers whose three scores lie in these ranges belong to the group, unless an earlier rule holds. */
export type GroupRule = {
  /** One of `GROUPS`, or a name. */
  readonly group: string;
  readonly r: ScoreRange;
  readonly f: ScoreRange;
  readonly m: ScoreRange;
};

const ANY: ScoreRange = [1, 5];

type Ranges = readonly [r: ScoreRange, f: ScoreRange, m?: ScoreRange];
const rule = (group: Group, ...[r, f, m = ANY]: Ranges): GroupRule => ({ group, r, f, m });

/** The first that holds wins; together they cover all 125 cells. */
export const USUAL_RULES: readonly GroupRule[] = [
  rule('champions', [4, 5], [4, 5], [4, 5]),
  rule('losing', [1, 2], [4, 5], [4, 5]),
  rule('loyal', [3, 5], [4, 5]),
  rule('risk', [1, 2], [3, 5]),
  rule('risk', [1, 2], [2, 2], [4, 5]),
  rule('potential', [4, 5], [2, 3]),
  rule('new', [5, 5], [1, 1]),
  rule('promising', [4, 4], [1, 1]),
  rule('attention', [3, 3], [2, 3], [3, 5]),
  rule('sleeping', [3, 3], [1, 3]),
  rule('lost', [1, 1], [1, 1]),
  rule('hibernating', [1, 2], [1, 2]),
];

const within = (score: number, [from, to]: ScoreRange): boolean => score >= from && score <= to;

/** The rule that a cell falls under; −1: none. */
export function ruleOf(
  rules: readonly GroupRule[],
  [r, f, m]: readonly [number, number, number],
): number {
  return rules.findIndex((each) => within(r, each.r) && within(f, each.f) && within(m, each.m));
}

/** A cell's place among the 125. */
export function cellAt(r: number, f: number, m: number): number {
  return (r - 1) * 25 + (f - 1) * 5 + (m - 1);
}

export interface Coverage {
  /** Rule of each of the 125 cells by `cellAt`; −1: none. */
  readonly ruleOf: Int8Array;
  /** Cells that no rule holds for. */
  readonly uncovered: readonly (readonly [number, number, number])[];
  /** Rules, by index, that never come to decide: those before have all their cells. */
  readonly idle: readonly number[];
  /** How many cells each rule decides. */
  readonly cells: readonly number[];
}

/** Goes through all 125 cells of scores. */
export function coverageOf(rules: readonly GroupRule[]): Coverage {
  const decided = new Int8Array(125).fill(-1);
  const uncovered: [number, number, number][] = [];
  const cells = rules.map(() => 0);
  for (let r = 1; r <= 5; r++) {
    for (let f = 1; f <= 5; f++) {
      for (let m = 1; m <= 5; m++) {
        const found = ruleOf(rules, [r, f, m]);
        decided[cellAt(r, f, m)] = found;
        if (found < 0) uncovered.push([r, f, m]);
        else cells[found]!++;
      }
    }
  }
  const idle = cells.flatMap((count, index) => (count === 0 ? [index] : []));
  return { ruleOf: decided, uncovered, idle, cells };
}
