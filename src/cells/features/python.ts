import { definePython, literal } from '../../core/python';
import type { FittedStep } from '../../core/values';
import { definition } from './definition';
import type { FeaturesDisplay } from './display';
import helpers from './feature.py?raw';
import type { FeatureRecipe } from './recipe';

const IMPORTS = [
  'from scipy.stats import yeojohnson',
  'from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, RobustScaler, StandardScaler',
];

/** Each feature by the steps that the page learned, with scikit-learn's transformers. */
export const python = definePython(definition, ({ display, inputs, output }) => {
  const { recipes, columns, rows, tableRows } = display as FeaturesDisplay;
  const lines = recipes.map(expressionOf);
  if (lines.includes(null)) {
    const { column } = recipes[lines.indexOf(null)]!;
    return {
      why: {
        zh: `「${column}」的处理（散列编码或移位对数）没有对应的 scikit-learn 转换`,
        en: `scikit-learn has no counterpart of what is done to "${column}" (hashing, or a shifted log)`,
      },
    };
  }
  const table = inputs['table']!;
  const dropping = new Set(
    columns.filter(({ missingRule }) => missingRule === 'drop').map(({ name }) => name),
  );
  const needed = recipes.filter(({ name, column }) => dropping.has(column) || dropping.has(name));
  const subset = [
    ...new Set(needed.flatMap(({ column, partner }) => [column, partner?.column ?? column])),
  ];
  return {
    lines: [
      `rows = ${rows < tableRows ? `${table}.dropna(subset=${literal(subset)})` : table}`,
      `${output} = pd.DataFrame(index=rows.index)`,
      ...lines.map((line, j) => `${output}[${literal(recipes[j]!.name)}] = ${line!}`),
    ],
    imports: IMPORTS,
    helpers: [helpers],
  };
});

/** A feature as one expression; null when a step has no counterpart. */
function expressionOf({ column, partner, steps }: FeatureRecipe): string | null {
  const filler = steps.find((step) => step.kind === 'fill-level');
  const own = `rows[${literal(column)}]`;
  const source = filler ? `${own}.fillna(${literal(filler.level)})` : own;
  const [first, ...rest] = steps.filter((step) => step.kind !== 'fill-level');
  const indicator = first ? indicatorOf(first, source) : null;
  if (indicator !== null) return weighted(indicator, rest);
  const begun = first ? beginningOf(first, source) : null;
  const numbers = begun ?? combined(source, partner);
  return chained(numbers, begun === null ? steps : rest);
}

function combined(source: string, partner: FeatureRecipe['partner']): string {
  const own = `as_numbers(${source})`;
  if (!partner) return own;
  const other = `as_numbers(rows[${literal(partner.column)}])`;
  return partner.operation === 'product' ? `${own} * ${other}` : `ratio(${own}, ${other})`;
}

/** 0/1 features of levels and tags; null for any other step. */
function indicatorOf(step: FittedStep, source: string): string | null {
  switch (step.kind) {
    case 'one-hot':
      return `(${source} == ${literal(step.level)}).astype(float)`;
    case 'one-hot-rest':
      return `(${source}.notna() & ~${source}.isin(${literal(step.levels)})).astype(float)`;
    case 'missing-flag':
      return `${source}.isna().astype(float)`;
    case 'tag':
      return `tags(${source}, ${literal(step.separator)}).map(lambda found: float(${literal(step.tag)} in found))`;
    case 'tag-rest':
      return `tags(${source}, ${literal(step.separator)}).map(lambda found: float(bool(found - set(${literal(step.tags)}))))`;
    default:
      return null;
  }
}

/** The numbers that a step makes of a column of another kind; null for steps on numbers. */
function beginningOf(step: FittedStep, source: string): string | null {
  switch (step.kind) {
    case 'age':
      return `days_between(${source}, ${literal(step.reference)}, ${step.sign})`;
    case 'cyclic':
      return `on_cycle(${source}, ${literal(step.cycle)}, ${literal(step.wave)})`;
    case 'ordinal':
      return `places(${source}, ${literal(step.levels)}, ${step.other})`;
    case 'frequency': {
      const known = Object.fromEntries(step.levels.map((level, i) => [level, step.values[i]!]));
      return `frequencies(${source}, ${literal(known)}, ${literal(step.other)}, ${literal(step.missing)})`;
    }
    default:
      return null;
  }
}

function weighted(expression: string, steps: readonly FittedStep[]): string | null {
  const weights = steps.map((step) => (step.kind === 'weight' ? step.factor : null));
  if (weights.includes(null)) return null;
  return [expression, ...weights.map((factor) => literal(factor))].join(' * ');
}

function chained(numbers: string, steps: readonly FittedStep[]): string | null {
  const fill = steps.find((step) => step.kind === 'fill');
  const weight = steps.find((step) => step.kind === 'weight');
  const bending = steps.filter(({ kind }) => kind !== 'fill' && kind !== 'weight');
  const transformers = bending.map(transformerOf);
  if (transformers.includes(null)) return null;
  const options = [
    ...(fill ? [`fill=${literal(fill.value)}`] : []),
    ...(weight ? [`weight=${literal(weight.factor)}`] : []),
  ];
  return `feature(${[numbers, ...(transformers as string[]), ...options].join(', ')})`;
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
