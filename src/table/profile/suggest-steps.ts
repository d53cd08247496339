import type { CleanStep } from '../clean/step';
import type { Alert, AlertKind } from './alert';
import { LIMITS } from './limits';

/** What an alert suggests to do in cleaning. */
export interface Remedy {
  readonly steps: readonly CleanStep[];
  /** True when nothing is lost that means something: may be applied with all others at once. */
  readonly isSafe: boolean;
}

type Suggest = (alert: Alert) => Remedy | null;

const dropAll: Suggest = ({ columns }) => safe({ kind: 'drop-columns', columns });
const mayDropAll: Suggest = ({ columns }) => judged({ kind: 'drop-columns', columns });
const mayUnset: Suggest = (alert) => judged(unset(alert));
/** Where most rows have it, it may be an answer: "never". */
const unsetFew: Suggest = (alert) => ({
  steps: [unset(alert)],
  isSafe: alert.count * 2 <= alert.of,
});
const none: Suggest = () => null;

const REMEDIES: Readonly<Record<AlertKind, Suggest>> = {
  'all-missing': dropAll,
  constant: dropAll,
  'mostly-missing': mayDropAll,
  'almost-constant': mayDropAll,
  'equal-columns': ({ columns }) => safe({ kind: 'drop-columns', columns: columns.slice(1) }),
  correlated: ({ columns }) => judged({ kind: 'drop-columns', columns: columns.slice(1) }),
  missing: filling,
  'duplicate-rows': ({ severity }) => ({
    steps: [{ kind: 'drop-duplicates', columns: [], keep: 'first' }],
    isSafe: severity === 'high',
  }),
  'duplicate-but-identifier': ({ columns }) =>
    judged({ kind: 'drop-duplicates', columns, keep: 'first' }),
  'duplicate-identifiers': ({ columns }) =>
    judged({ kind: 'drop-duplicates', columns, keep: 'most-complete' }),
  outliers: ({ columns }) =>
    judged({ kind: 'outliers', columns, rule: 'iqr', limit: LIMITS.fence, action: 'clip' }),
  'outliers-on-log': ranged,
  'impossible-ages': ranged,
  'impossible-birth-years': ranged,
  'stand-in-numbers': unsetFew,
  'stand-in-dates': unsetFew,
  'stand-in-zeros': mayUnset,
  placeholders: mayUnset,
  'mixed-types': mixed,
  variants: spelling,
  'rare-levels': rare,
  'future-dates': none,
  'date-gap': none,
  identifier: none,
  'almost-unique': none,
  skewed: none,
  'zero-inflated': none,
};

/**
 * The remedy of an alert as cleaning steps, ready to use; null where cleaning is not the answer (a
 * skewed column is transformed, an identifier left alone). Rows are dropped, values clipped and
 * columns given up only when somebody says so: those remedies are not safe.
 */
export function suggestSteps(alert: Alert): Remedy | null {
  return REMEDIES[alert.kind](alert);
}

function safe(...steps: readonly CleanStep[]): Remedy {
  return { steps, isSafe: true };
}

function judged(...steps: readonly CleanStep[]): Remedy {
  return { steps, isSafe: false };
}

function filling({ type, columns }: Alert): Remedy | null {
  if (type === 'number') return judged({ kind: 'fill-missing', columns, rule: 'median' });
  if (type === 'category' || type === 'boolean') {
    return judged({ kind: 'fill-missing', columns, rule: 'mode' });
  }
  return type === 'identifier' ? judged({ kind: 'drop-missing', columns }) : null;
}

function unset({ columns, examples }: Alert): CleanStep {
  return { kind: 'set-missing', columns, values: examples.map(({ value }) => value) };
}

/** What lies beyond possible values is not known; what is merely far is listed only. */
function ranged({ kind, columns, range }: Alert): Remedy | null {
  const [column] = columns;
  if (column === undefined || range === undefined) return null;
  const [min, max] = range;
  const action = kind === 'outliers-on-log' ? 'report' : 'set-missing';
  return judged({ kind: 'validate', column, check: { rule: 'range', min, max }, action });
}

/** Converting makes words missing; the step before says which, and can be edited. */
function mixed({ columns, examples }: Alert): Remedy | null {
  const [column] = columns;
  if (column === undefined) return null;
  const words = examples.map(({ value }) => value).filter((value) => !value.endsWith('…'));
  const first: CleanStep = { kind: 'set-missing', columns, values: words };
  return judged(first, { kind: 'convert-type', column, to: 'number' });
}

/** Spaces and widths are normalised; letter case is mapped value by value. */
function spelling({ columns, spellings = [] }: Alert): Remedy | null {
  const [column] = columns;
  if (column === undefined) return null;
  const normalized = (value: string) => value.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  const inCase = spellings.flatMap(({ to, from }) =>
    [...new Set(from.map(({ value }) => normalized(value)))]
      .filter((value) => value !== to)
      .map((value) => ({ from: value, to })),
  );
  const step: CleanStep = {
    kind: 'normalize-text',
    columns,
    spaces: true,
    width: true,
    case: 'keep',
  };
  if (inCase.length === 0) return safe(step);
  return judged(step, { kind: 'map-values', column, values: inCase });
}

function rare({ columns, examples, figure = 0 }: Alert): Remedy | null {
  const [column] = columns;
  const isCut = examples.length < figure || examples.some(({ value }) => value.endsWith('…'));
  if (column === undefined || isCut) return null;
  const other = /\p{Script=Han}/u.test(examples.map(({ value }) => value).join(''))
    ? '其他'
    : 'Other';
  const values = examples.map(({ value }) => ({ from: value, to: other }));
  return judged({ kind: 'map-values', column, values });
}
