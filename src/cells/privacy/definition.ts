import { defineCell } from '../../core/cell-type';
import { choice, column, custom, integer, text } from '../../core/params';
import { parseDecisions, type PrivacyDecision } from './decisions';

const NOTHING_DECIDED: readonly PrivacyDecision[] = [];

export const definition = defineCell({
  kind: 'privacy',
  version: 2,
  stage: 'data',
  takes: { table: 'table' },
  gives: 'table',
  params: {
    /** Rows that share their quasi-identifiers with fewer others than this are at risk. */
    k: integer({ initial: 5, min: 2, max: 1000 }),
    /** Quasi-identifiers as they are, or in the coarser words advised. */
    generalize: choice({ initial: 'keep', options: ['keep', 'advised'] }),
    smallGroups: choice({ initial: 'keep', options: ['keep', 'drop'] }),
    /** The column that says who agreed; empty: everybody stays. */
    consent: column({ input: 'table' }),
    /** What counts as yes, by commas; empty: the usual words. A missing answer is never one. */
    consentYes: text({ initial: '' }),
    /** The name of the key for pseudonyms; the key itself stays in this browser. */
    key: text({ initial: 'default' }),
    decisions: custom({ initial: NOTHING_DECIDED, parse: parseDecisions }),
  },
  firstParams: ['generalize', 'k', 'smallGroups'],
  estimateMs: (_params, { rows, columns }) => rows * columns * 2e-4 + rows * 4e-3,
  // Only the display says more.
  migrate: (params) => params,
});
