export const DAY_MS = 86_400_000;

/** What becomes of a row: the first of these that holds. 0 is an ordinary sale. */
export const OUTCOMES = [
  'sale',
  'customer-missing',
  'date-missing',
  'after-reference',
  'order-missing',
  'amount-missing',
  'worthless',
  'return',
] as const;

export type Outcome = (typeof OUTCOMES)[number];
