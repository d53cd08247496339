import { defineCompute } from '../../core/cell-type';
import { stretch, type Job } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { Feature, MatrixValue, TableValue } from '../../core/values';
import { columnNamed, numbersOf } from '../../table/column';
import { chooseColumns, type ColumnChoice } from '../../table/encode/choose-columns';
import { isNumeric, type FeatureChoice, type FittedColumn } from '../../table/encode/fit-column';
import { toMatrix } from '../../table/to-matrix';
import { definition } from './definition';
import type { FeatureDisplay, FeaturesDisplay } from './display';
import { toHistogram } from './histogram';
import { withOverrides } from './overrides';

type FeaturesParams = ParamsOf<(typeof definition)['params']>;

export default defineCompute(definition, async function* (params, { table }) {
  if (table.rows < 2) throw new Problem('too-few-rows', { rows: table.rows, needed: 2 });
  const { chosen, leftOut } = columnsFor(params, table);
  if (chosen.length === 0) throw new Problem('no-features', { columns: table.columns.length });
  const choices = chosen.map((column) => choiceFor(params, column));
  const { value, columns } = yield* stretch(toMatrix(table, choices), 0, 0.8);
  const features = yield* stretch(showFeatures(table, value, columns), 0.8, 1);
  const unfit = columns.flatMap(({ column, unfit: reason }) =>
    reason === null ? [] : [{ column: column.name, reason }],
  );
  const display: FeaturesDisplay = {
    rows: value.matrix.rows,
    tableRows: table.rows,
    features,
    leftOut: [...unfit, ...leftOut],
  };
  return { value, display };
});

function columnsFor({ columns }: FeaturesParams, table: TableValue): ColumnChoice {
  if (columns.length === 0) return chooseColumns(table);
  const chosen = [...new Set(columns)].map((name) => columnNamed(table, name));
  const rest = table.columns.filter((column) => !chosen.includes(column));
  return { chosen, leftOut: rest.map(({ name }) => ({ column: name, reason: 'not-chosen' })) };
}

function choiceFor(params: FeaturesParams, column: FeatureChoice['column']): FeatureChoice {
  const { transform, scale, missing, levels } = params;
  return withOverrides({ column, transform, scale, missing, levels }, params.custom);
}

async function* showFeatures(
  table: TableValue,
  { matrix, features }: MatrixValue,
  columns: readonly FittedColumn[],
): Job<FeatureDisplay[]> {
  const shown: FeatureDisplay[] = [];
  for (const [j, feature] of features.entries()) {
    yield { done: j, total: features.length, phase: 'show-features' };
    const source = columns.find(({ column }) => column.id === feature.columnId);
    const after = new Float64Array(matrix.rows);
    for (let i = 0; i < matrix.rows; i++) after[i] = matrix.values[i * matrix.columns + j]!;
    shown.push({
      name: feature.name,
      column: source?.column.name ?? feature.name,
      steps: feature.steps,
      filled: isFilled(feature) ? (source?.missing ?? 0) : 0,
      before:
        source && isNumeric(source.column) ? toHistogram(numbersOf(table, feature.columnId)) : null,
      after: toHistogram(after),
    });
  }
  return shown;
}

function isFilled({ steps }: Feature): boolean {
  return steps.some(({ kind }) => kind === 'fill');
}
