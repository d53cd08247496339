import { defineCell } from '../../core/cell-type';
import { choice, columns, custom, flag, text } from '../../core/params';
import { parseKeys, type KeyPair } from './params';

const NO_KEYS: readonly KeyPair[] = [];

export const definition = defineCell({
  kind: 'join',
  version: 1,
  stage: 'data',
  takes: { left: 'table', right: 'table' },
  gives: 'table',
  params: {
    how: choice({ initial: 'left', options: ['left', 'inner', 'anti', 'append'] }),
    /** Empty: guessed, see `guessKeys`. */
    keys: custom({ initial: NO_KEYS, parse: parseKeys }),
    /** Columns of the right table to bring along; empty: all but the keys. */
    bring: columns({ input: 'right' }),
    asText: flag({ initial: false }),
    /** Spaces at the ends, upper and lower case, full-width letters make no difference. */
    loose: flag({ initial: false }),
    /** Behind a name that both tables have. */
    leftSuffix: text({ initial: '' }),
    rightSuffix: text({ initial: '_2' }),
    /** Of an appended table: the name of a column that says which table a row is from; empty: none. */
    sourceColumn: text({ initial: '' }),
  },
  firstParams: ({ how }) =>
    how === 'append' ? ['how', 'sourceColumn'] : ['how', 'bring', 'loose'],
  activeParams: ({ how }) => {
    if (how === 'append') return ['how', 'sourceColumn'];
    if (how === 'anti') return ['how', 'keys', 'asText', 'loose'];
    return ['how', 'keys', 'bring', 'asText', 'loose', 'leftSuffix', 'rightSuffix'];
  },
  estimateMs: (_params, { rows, columns: count }) => rows * (3e-4 + count * 6e-5),
});
