import { defineCell } from '../../core/cell-type';
import { integer } from '../../core/params';

export const definition = defineCell({
  kind: 'evaluate',
  version: 3,
  stage: 'evaluate',
  takes: { points: 'matrix', clustering: 'clustering' },
  gives: 'scores',
  params: {
    /** Fewer rows in a segment are too few to act on. */
    minimumSize: integer({ initial: 30, min: 1, max: 1_000_000_000 }),
    /** 0 leaves stability, and whether there is structure at all, out. */
    bootstraps: integer({ initial: 20, min: 0, max: 200 }),
    /** Up to this many rows stability draws as many as there are; above, this many each time. */
    stabilityRows: integer({ initial: 4000, min: 500, max: 50_000 }),
    /** Up to this many rows the silhouette is exact; above, this many are drawn. */
    sampleRows: integer({ initial: 20_000, min: 1000, max: 50_000 }),
  },
  firstParams: ['minimumSize', 'bootstraps', 'stabilityRows'],
  usesSeed: true,
  // Version 2 shows more figures and rounds the silhouette otherwise; version 3 adds stability and
  // verdicts, whose parameters have initial values.
  migrate: (params) => params,
  // Every pair of scored rows once at 12 G terms a second and thread, on two threads; a few passes;
  // and for each bootstrap sample and reference set three restarts of some 8 iterations, refined.
  estimateMs: ({ sampleRows, bootstraps, stabilityRows }, { rows, columns }) => {
    const pairs = Math.min(rows, sampleRows) ** 2 * (columns + 3) * 2.2e-8;
    const terms = Math.min(rows, stabilityRows) * columns * 8;
    const fits = bootstraps > 0 ? bootstraps + REFERENCES + 1 : 0;
    return pairs + rows * columns * 5e-6 + fits * (5 + 25 * terms * 7e-7);
  },
});

/** Sets of evenly spread rows that the segments are compared with. */
export const REFERENCES = 12;
