import { defineCell } from '../../core/cell-type';
import { choice, column, custom, number, type ParamsOf } from '../../core/params';
import { parseDecisions, type Decision } from './decisions';

const NOTHING_DECIDED: readonly Decision[] = [];

export const definition = defineCell({
  kind: 'select',
  version: 1,
  stage: 'features',
  takes: { table: 'table' },
  gives: 'table',
  params: {
    /** What the columns should tell about, e.g. who responded; empty: nothing. */
    target: column({ input: 'table' }),
    /** Columns as decided by hand only, or also as advised. */
    apply: choice({ initial: 'keep', options: ['keep', 'advised'] }),
    correlation: choice({ initial: 'pearson', options: ['pearson', 'spearman'] }),
    /** Columns with at least this |r| say the same. */
    threshold: number({ initial: 0.9, min: 0.3, max: 1 }),
    /** Which of those that say the same stays. */
    stays: choice({
      initial: 'complete',
      options: ['complete', 'typical', 'first', 'informative'],
    }),
    varianceScale: choice({ initial: 'raw', options: ['raw', 'range', 'relative'] }),
    /** Columns that vary no more than this go. */
    leastVariance: number({ initial: 0, min: 0, max: 1e12 }),
    /** By what a column must earn its place when there is a target. */
    proof: choice({ initial: 'test', options: ['test', 'information', 'path', 'none'] }),
    /** Share of false finds borne by the test. */
    falseFinds: number({ initial: 0.05, min: 0.0001, max: 0.5 }),
    /** In nats. */
    leastInformation: number({ initial: 0.01, min: 0, max: 10 }),
    /** The first so many that enter the path. */
    firstIn: number({ initial: 10, min: 1, max: 1000 }),
    decisions: custom({ initial: NOTHING_DECIDED, parse: parseDecisions }),
  },
  firstParams: ['target', 'threshold', 'apply'],
  activeParams: ({ target, proof }) => [
    'target',
    'apply',
    'correlation',
    'threshold',
    'stays',
    'varianceScale',
    'leastVariance',
    'decisions',
    ...(target === '' ? [] : ['proof']),
    ...(target !== '' && proof === 'test' ? ['falseFinds'] : []),
    ...(target !== '' && proof === 'information' ? ['leastInformation'] : []),
    ...(target !== '' && proof === 'path' ? ['firstIn'] : []),
  ],
  usesSeed: true,
  estimateMs: ({ target }, { rows, columns }) => {
    const pairs = rows * columns * columns * 2e-6;
    const supervised = Math.min(rows, 20_000) * columns * 2e-3 + rows * columns * 1e-4;
    // Classes are not known here: two cost half as much, five twice.
    const path = Math.min(rows, 5000) * columns * columns * 4e-4;
    return rows * columns * 1e-4 + pairs + (target === '' ? 0 : supervised + path);
  },
});

export type Params = ParamsOf<typeof definition.params>;
