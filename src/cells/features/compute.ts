import { defineCompute } from '../../core/cell-compute';
import { paced, stretch } from '../../core/job';
import { Problem } from '../../core/problem';
import type { MatrixValue } from '../../core/values';
import { chooseColumns } from '../../table/encode/choose-columns';
import { nameOfChoice } from '../../table/encode/feature-choice';
import { toMatrix } from '../../table/to-matrix';
import { choicesFor, columnsFor, mixedWish } from './choices';
import { definition } from './definition';
import type { FeaturesDisplay } from './display';
import { recipesOf } from './recipe';
import { showColumns } from './show-columns';

export default defineCompute(definition, async function* (params, { table }, { packer }) {
  if (table.rows < 2) throw new Problem('too-few-rows', { rows: table.rows, needed: 2 });
  const progress = { done: 0, total: 1, phase: 'choose-columns' };
  const automatic = yield* paced(chooseColumns(table), progress);
  const { chosen, leftOut } = columnsFor(params, table, automatic);
  if (chosen.length === 0) throw new Problem('no-features', { columns: table.columns.length });
  const choices = choicesFor(params, table, chosen);
  const options = { packer, mixed: mixedWish(params) };
  const { value, columns } = yield* stretch(toMatrix(table, choices, options), 0, 0.7);
  const shown = yield* stretch(showColumns(table, value, columns), 0.7, 1);
  const unfit = columns.flatMap(({ choice, unfit: reason }) =>
    reason === null ? [] : [{ column: nameOfChoice(choice), reason }],
  );
  const display: FeaturesDisplay = {
    rows: value.matrix.rows,
    tableRows: table.rows,
    features: value.features.length,
    columns: shown,
    recipes: recipesOf(table, value),
    leftOut: [...unfit, ...leftOut],
    mixed: mixedDisplay(value),
  };
  return { value, display };
});

function mixedDisplay({ mixed }: MatrixValue): FeaturesDisplay['mixed'] {
  if (mixed === undefined) return null;
  const { measure, gamma, numbers, categories } = mixed;
  return { measure, gamma, numbers: numbers.length, categories: categories.length };
}
