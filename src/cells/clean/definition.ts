import { defineCell } from '../../core/cell-type';
import { choice, custom } from '../../core/params';
import type { CleanStep } from '../../table/clean/step';
import { parseSteps } from './parse-steps';

const NO_STEPS: readonly CleanStep[] = [];

/** The rows that stay, or those that steps put in a lane of their own. */
export const OUTPUTS = ['kept', 'set-aside'] as const;
export type Output = (typeof OUTPUTS)[number];

export const definition = defineCell({
  kind: 'clean',
  version: 1,
  stage: 'data',
  takes: { table: 'table' },
  gives: 'table',
  params: {
    steps: custom({ initial: NO_STEPS, parse: parseSteps }),
    output: choice({ initial: 'kept', options: OUTPUTS }),
  },
  estimateMs: ({ steps }, { rows, columns }) =>
    rows * columns * 1.2e-4 + steps.length * rows * 1.5e-4,
});
