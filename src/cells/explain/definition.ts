import { defineCell } from '../../core/cell-type';
import { columns, integer } from '../../core/params';

export const definition = defineCell({
  kind: 'explain',
  version: 1,
  stage: 'understand',
  takes: { table: 'table', clustering: 'clustering' },
  gives: null,
  params: {
    /** The longest rule asks this many questions. */
    depth: integer({ initial: 3, min: 1, max: 6 }),
    /** The fewest rows of a rule, among those it is learnt from. */
    minRows: integer({ initial: 10, min: 1, max: 100_000 }),
    /** Empty: every number, category and yes/no column that is no identifier. */
    columns: columns(),
  },
  firstParams: ['depth', 'minRows', 'columns'],
  usesSeed: true,
  estimateMs: (_params, { rows, columns: count }) => Math.min(rows, 50_000) * count * 2e-3,
});
