import { definePython, literal } from '../../core/python';
import type { FittedStep } from '../../core/values';
import { definition } from './definition';
import type { FeatureDisplay, FeaturesDisplay } from './display';
import feature from './feature.py?raw';

/** Each feature by the steps that the page learned, with scikit-learn's transformers. */
export const python = definePython(definition, ({ display, inputs, output }) => {
  const { features, rows, tableRows } = display as FeaturesDisplay;
  const lines = features.map((each) => lineOf(each, 'rows'));
  if (lines.includes(null)) return null;
  const dropping = rows < tableRows ? [...new Set(features.map(({ column }) => column))] : [];
  const kept =
    dropping.length > 0
      ? `${inputs['table']!}.dropna(subset=${literal(dropping)})`
      : inputs['table']!;
  return {
    lines: [
      `rows = ${kept}`,
      `${output} = pd.DataFrame(index=rows.index)`,
      ...lines.map((line, j) => `${output}[${literal(features[j]!.name)}] = ${line!}`),
    ],
    imports: [
      'from scipy.stats import yeojohnson',
      'from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, RobustScaler, StandardScaler',
    ],
    helpers: [feature],
  };
});

function lineOf({ column, steps }: FeatureDisplay, table: string): string | null {
  const values = `${table}[${literal(column)}]`;
  const [first] = steps;
  if (first?.kind === 'one-hot') return `(${values} == ${literal(first.level)}).astype(float)`;
  if (first?.kind === 'one-hot-rest') {
    return `(${values}.notna() & ~${values}.isin(${literal(first.levels)})).astype(float)`;
  }
  if (first?.kind === 'missing-flag') return `${values}.isna().astype(float)`;
  const fill = steps.find((step) => step.kind === 'fill');
  const transformers = steps.filter((step) => step.kind !== 'fill').map(transformerOf);
  if (transformers.includes(null)) return null;
  const filling = fill === undefined ? [] : [`fill=${literal(fill.value)}`];
  return `feature(${[`as_numbers(${values})`, ...(transformers as string[]), ...filling].join(', ')})`;
}

function transformerOf(step: FittedStep): string | null {
  switch (step.kind) {
    case 'log':
      return step.shift === 0 ? 'FunctionTransformer(np.log1p)' : null;
    case 'yeo-johnson':
      return `FunctionTransformer(yeojohnson, kw_args={"lmbda": ${literal(step.lambda)}})`;
    case 'standard':
      return 'StandardScaler()';
    case 'robust':
      return 'RobustScaler()';
    case 'min-max':
      return 'MinMaxScaler()';
    default:
      return null;
  }
}
