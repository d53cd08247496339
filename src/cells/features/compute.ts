import { defineCompute } from '../../core/cell-compute';
import { paced, stretch, type Job } from '../../core/job';
import type { Matrix } from '../../core/matrix';
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

export default defineCompute(definition, async function* (params, { table }, { packer }) {
  if (table.rows < 2) throw new Problem('too-few-rows', { rows: table.rows, needed: 2 });
  const progress = { done: 0, total: 1, phase: 'choose-columns' };
  const automatic = yield* paced(chooseColumns(table), progress);
  const { chosen, leftOut } = columnsFor(params, table, automatic);
  if (chosen.length === 0) throw new Problem('no-features', { columns: table.columns.length });
  const choices = chosen.map((column) => choiceFor(params, column));
  const { value, columns } = yield* stretch(toMatrix(table, choices, { packer }), 0, 0.8);
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

function columnsFor(
  { columns }: FeaturesParams,
  table: TableValue,
  automatic: ColumnChoice,
): ColumnChoice {
  if (columns.length === 0) return automatic;
  const chosen = [...new Set(columns)].map((name) => columnNamed(table, name));
  const reasons = new Map(automatic.leftOut.map(({ column, reason }) => [column, reason]));
  const rest = table.columns.filter((column) => !chosen.includes(column));
  // That it was not chosen says less than why one would not choose it.
  const reasonFor = (name: string) => reasons.get(name) ?? 'not-chosen';
  return { chosen, leftOut: rest.map(({ name }) => ({ column: name, reason: reasonFor(name) })) };
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
    const progress = { done: j, total: features.length, phase: 'show-features' };
    yield progress;
    const source = columns.find(({ column }) => column.id === feature.columnId);
    const after = toHistogram(columnOf(matrix, j));
    yield progress;
    const isNumbers = source !== undefined && isNumeric(source.column);
    shown.push({
      name: feature.name,
      column: source?.column.name ?? feature.name,
      steps: feature.steps,
      filled: isFilled(feature) ? (source?.missing ?? 0) : 0,
      before: isNumbers ? toHistogram(numbersOf(table, feature.columnId)) : null,
      after,
    });
  }
  return shown;
}

function columnOf({ rows, columns, values }: Matrix, j: number): Float64Array {
  const column = new Float64Array(rows);
  for (let i = 0; i < rows; i++) column[i] = values[i * columns + j]!;
  return column;
}

function isFilled({ steps }: Feature): boolean {
  return steps.some(({ kind }) => kind === 'fill');
}
