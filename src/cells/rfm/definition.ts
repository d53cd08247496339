import { defineCell } from '../../core/cell-type';
import { choice, column, custom, flag, text } from '../../core/params';
import { USUAL_RULES } from '../../table/rfm/group-rules';
import { RETURN_WORDS } from '../../table/rfm/return-words';
import { ROLES } from '../../table/rfm/roles';
import { NO_EDGES, parseEdges } from './edges';
import { EVERY_FIGURE, parseFigures } from './figures';
import { parseReference } from '../../core/reference-day';
import { parseRules } from './parse-rules';

export const definition = defineCell({
  kind: 'rfm',
  version: 1,
  stage: 'data',
  takes: { table: 'table' },
  gives: 'table',
  params: {
    customer: column({ input: 'table' }),
    date: column({ input: 'table' }),
    order: column({ input: 'table' }),
    amount: column({ input: 'table' }),
    quantity: column({ input: 'table' }),
    price: column({ input: 'table' }),
    category: column({ input: 'table' }),
    product: column({ input: 'table' }),
    status: column({ input: 'table' }),
    /** True: a role without a column is guessed; false: it has none. */
    guess: flag({ initial: true }),
    /** `2024-05-01`; empty: the day after the last order. */
    reference: custom({ initial: '', parse: parseReference }),
    returns: choice({ initial: 'leave-out', options: ['leave-out', 'net', 'keep'] }),
    worthless: choice({ initial: 'leave-out', options: ['leave-out', 'keep'] }),
    cancelPrefix: text({ initial: 'C' }),
    returnWords: text({ initial: RETURN_WORDS, isLong: true }),
    scoring: choice({ initial: 'share', options: ['share', 'fifths', 'edges'] }),
    edges: custom({ initial: NO_EDGES, parse: parseEdges }),
    rules: custom({ initial: USUAL_RULES, parse: parseRules }),
    figures: custom({ initial: EVERY_FIGURE, parse: parseFigures }),
    /** The language of the new columns' names; `auto`: that of the columns they come from. */
    words: choice({ initial: 'auto', options: ['auto', 'zh', 'en'] }),
  },
  firstParams: ['customer', 'date', 'amount'],
  activeParams: ({ scoring }) => [
    ...ROLES,
    'guess',
    'reference',
    'returns',
    'worthless',
    'cancelPrefix',
    'returnWords',
    'scoring',
    ...(scoring === 'edges' ? ['edges'] : []),
    'rules',
    'figures',
    'words',
  ],
  estimateMs: (_params, { rows }) => rows * 1.2e-3,
});
