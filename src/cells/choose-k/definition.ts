import { defineCell } from '../../core/cell-type';
import { integer } from '../../core/params';

export const definition = defineCell({
  kind: 'choose-k',
  version: 2,
  stage: 'model',
  takes: { points: 'matrix' },
  gives: null,
  params: {
    from: integer({ initial: 2, min: 2, max: 49 }),
    to: integer({ initial: 12, min: 3, max: 50 }),
    /** Up to this many rows all are used; above, this many are drawn. */
    sampleRows: integer({ initial: 4000, min: 500, max: 50_000 }),
    bootstraps: integer({ initial: 20, min: 4, max: 200 }),
    references: integer({ initial: 20, min: 8, max: 200 }),
    restarts: integer({ initial: 3, min: 1, max: 50 }),
  },
  firstParams: ['from', 'to', 'sampleRows'],
  usesSeed: true,
  // Version 2 recommends by a simpler rule; the parameters are the same.
  migrate: (params) => params,
  // Some 30 iterations a fit at 1.5 G terms a second, small as the samples are; about a
  // millisecond each beside; and every pair of rows once a k.
  estimateMs: ({ from, to, sampleRows, ...counts }, size) => {
    const rows = Math.min(size.rows, sampleRows);
    const ks = Math.abs(to - from) + 1;
    const fits = counts.restarts * ks * (1 + counts.references + 0.63 * counts.bootstraps);
    const terms = rows * size.columns * ((from + to) / 2 + 3);
    return fits * (1 + 30 * terms * 7e-7) + ks * rows ** 2 * (size.columns + 3) * 3e-7;
  },
});
