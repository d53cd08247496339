import { defineCell } from '../../core/cell-type';
import { text } from '../../core/params';

export const definition = defineCell({
  kind: 'profile',
  version: 2,
  stage: 'data',
  takes: { table: 'table' },
  gives: null,
  params: {
    /** Later dates are in the future, `2026-09-30`; empty: none are. */
    asOf: text({ initial: '' }),
  },
  migrate: (params) => params,
  estimateMs: (_params, { rows, columns }) => rows * columns * 1.6e-4 + rows * columns ** 2 * 1e-6,
});
