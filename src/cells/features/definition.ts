import { defineCell } from '../../core/cell-type';
import { choice, columns, custom, integer, number } from '../../core/params';
import { TRANSFORMS } from '../../table/encode/choose-transform';
import { LEVEL_RULES, MISSING_RULES, SCALES } from '../../table/encode/feature-choice';
import { parseInteractions, type Interaction } from './interactions';
import { LEVELS, parseOverrides, RARE, type FeatureOverride } from './overrides';

const NO_OVERRIDES: readonly FeatureOverride[] = [];
const NO_INTERACTIONS: readonly Interaction[] = [];

export const definition = defineCell({
  kind: 'features',
  version: 2,
  stage: 'features',
  takes: { table: 'table' },
  gives: 'matrix',
  params: {
    /** Empty: the number columns that measure something, see `chooseColumns`. */
    columns: columns(),
    transform: choice({ initial: 'auto', options: TRANSFORMS }),
    scale: choice({ initial: 'standard', options: SCALES }),
    missing: choice({ initial: 'median', options: MISSING_RULES }),
    encoding: choice({
      initial: 'one-hot',
      options: ['one-hot', 'ordinal', 'frequency', 'count', 'hash'],
    }),
    missingLevels: choice({ initial: 'own', options: LEVEL_RULES }),
    /** Categories: this many levels get a feature of their own. */
    levels: integer({ initial: 12, ...LEVELS }),
    /** Below 1 a share of rows, from 1 on a number of rows; 0: no level is rare. */
    rareBelow: number({ initial: 0, ...RARE }),
    dates: choice({ initial: 'age', options: ['age', 'until', 'number'] }),
    measure: choice({ initial: 'euclidean', options: ['euclidean', 'mixed', 'gower'] }),
    /** What a mismatch of two categories weighs; 0: half the mean deviation of the numbers. */
    gamma: number({ initial: 0, min: 0, max: 1e6 }),
    interactions: custom({ initial: NO_INTERACTIONS, parse: parseInteractions }),
    custom: custom({ initial: NO_OVERRIDES, parse: parseOverrides }),
  },
  firstParams: ['columns', 'transform', 'missing'],
  activeParams: ({ measure }) => [
    ...['columns', 'transform', 'scale', 'missing', 'encoding', 'missingLevels', 'levels'],
    ...['rareBelow', 'dates', 'measure', 'interactions', 'custom'],
    ...(measure === 'mixed' ? ['gamma'] : []),
  ],
  // Until version 2 dates were milliseconds, and one rule for missing values held for categories too.
  migrate: (params, from) =>
    from === 1
      ? { dates: 'number', missingLevels: params.missing === 'drop' ? 'drop' : 'own', ...params }
      : params,
  estimateMs: (_params, { rows, columns: count }) => rows * count * 1.5e-4,
});
