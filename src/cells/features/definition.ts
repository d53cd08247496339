import { defineCell } from '../../core/cell-type';
import { choice, columns, custom, integer } from '../../core/params';
import { TRANSFORMS } from '../../table/encode/choose-transform';
import { MISSING_RULES, SCALES } from '../../table/encode/fit-column';
import { parseOverrides, type FeatureOverride } from './overrides';

const NO_OVERRIDES: readonly FeatureOverride[] = [];

export const definition = defineCell({
  kind: 'features',
  version: 1,
  stage: 'features',
  takes: { table: 'table' },
  gives: 'matrix',
  params: {
    /** Empty: the number columns that measure something, see `chooseColumns`. */
    columns: columns(),
    transform: choice({ initial: 'auto', options: TRANSFORMS }),
    scale: choice({ initial: 'standard', options: SCALES }),
    missing: choice({ initial: 'median', options: MISSING_RULES }),
    /** Categories: this many levels get a feature of their own. */
    levels: integer({ initial: 12, min: 1, max: 100 }),
    custom: custom({ initial: NO_OVERRIDES, parse: parseOverrides }),
  },
  firstParams: ['columns', 'transform', 'missing'],
  estimateMs: (_params, { rows, columns: count }) => rows * count * 1.2e-4,
});
