import { literal } from '../../core/python';
import type { Json } from '../../core/json';
import type { ColumnType } from '../../core/values';
import type { ShapedColumn } from '../../table/clean/clean-table';
import { usualTypesFor } from '../../table/clean/columns-for';
import type { CleanStep, StepOf } from '../../table/clean/step';
import { numberFor } from '../../table/clean/read-value';

/** The lines of a step on `table`; null where its rules are the page's own. */
export function writeStep(step: CleanStep, met: readonly ShapedColumn[]): readonly string[] | null {
  switch (step.kind) {
    case 'drop-duplicates':
      return [`table = drop_duplicates(table, ${namesFor(step, met)}, ${literal(step.keep)})`];
    case 'normalize-text': {
      const { spaces, width, case: letters } = step;
      const rules = `spaces=${literal(spaces)}, width=${literal(width)}, case=${literal(letters)}`;
      return [`table = normalize_text(table, ${namesFor(step, met)}, ${rules})`];
    }
    case 'convert-unit':
      return changed(
        step.column,
        (own) => `${own} * ${literal(step.factor)} + ${literal(step.offset)}`,
      );
    case 'map-values':
      return exchanged(met, [step.column], step.values);
    case 'set-missing':
      return exchanged(
        met,
        columnsOf(step, met),
        step.values.map((from) => ({ from, to: null })),
      );
    case 'fill-missing':
      return filled(step, met);
    case 'drop-missing':
      return [`table = table.dropna(subset=${namesFor(step, met)})`];
    case 'outliers': {
      const { rule, limit, action } = step;
      const bounds = `bounds_of(table, ${namesFor(step, met)}, ${literal(rule)}, ${literal(limit)})`;
      return [`table = outliers(table, ${bounds}, ${literal(action)})`];
    }
    case 'validate':
      return validated(step, met);
    case 'drop-columns':
      return [`table = table.drop(columns=${literal([...step.columns])})`];
    case 'convert-type':
      return converted(step, met);
    default:
      return step satisfies never;
  }
}

type Many = CleanStep & { readonly columns: readonly string[] };

function columnsOf(step: Many, met: readonly ShapedColumn[]): readonly string[] {
  if (step.columns.length > 0) return [...new Set(step.columns)];
  const types = usualTypesFor(step);
  return met.flatMap(({ name, type }) => (types.includes(type) ? [name] : []));
}

const namesFor = (step: Many, met: readonly ShapedColumn[]): string =>
  literal([...columnsOf(step, met)]);

function changed(name: string, by: (own: string) => string): readonly string[] {
  const own = `table[${literal(name)}]`;
  return [`${own} = ${by(own)}`];
}

const typeOf = (met: readonly ShapedColumn[], column: string): ColumnType =>
  met.find(({ name }) => name === column)?.type ?? 'text';

/** A value as Python compares it: numbers as such, days as time stamps. */
function valueFor(type: ColumnType, text: string): string | null {
  if (type !== 'number' && type !== 'date' && type !== 'boolean') return literal(text);
  const value = numberFor(type, text);
  if (Number.isNaN(value)) return null;
  return type === 'date' ? `pd.Timestamp(${value}, unit="ms")` : literal(value);
}

function exchanged(
  met: readonly ShapedColumn[],
  columns: readonly string[],
  values: readonly { readonly from: string; readonly to: string | null }[],
): readonly string[] {
  return columns.flatMap((column) => {
    const type = typeOf(met, column);
    const pairs = values.flatMap(({ from, to }) => {
      const [before, after] = [valueFor(type, from), to === null ? 'None' : valueFor(type, to)];
      return before === null || after === null ? [] : [`(${before}, ${after})`];
    });
    return pairs.length === 0
      ? []
      : changed(column, (own) => `replaced(${own}, [${pairs.join(', ')}])`);
  });
}

function filled(step: StepOf<'fill-missing'>, met: readonly ShapedColumn[]): readonly string[] {
  const { rule, value = '', by } = step;
  const columns = columnsOf(step, met);
  if (rule !== 'constant') {
    const group = rule === 'group-median' ? `, by=${literal(by ?? '')}` : '';
    return [`table = fill_missing(table, ${literal([...columns])}, ${literal(rule)}${group})`];
  }
  return columns.map((column) => {
    const own = valueFor(typeOf(met, column), value) ?? 'None';
    return `table = fill_missing(table, ${literal([column])}, "constant", ${own})`;
  });
}

function validated(
  { column, check, action }: StepOf<'validate'>,
  met: readonly ShapedColumn[],
): readonly string[] | null {
  if (action === 'report') return [`# ${check.rule}: reported on the page, nothing changes`];
  const limits = limitsOf(check, typeOf(met, column));
  if (limits === null) return null;
  const own = `table[${literal(column)}]`;
  const broken = `breaches(${own}, ${literal(check.rule)}${limits})`;
  if (action === 'set-missing') return [`${own} = ${own}.mask(${broken})`];
  return [`table = table[~${broken}]`];
}

function limitsOf(check: StepOf<'validate'>['check'], type: ColumnType): string | null {
  switch (check.rule) {
    case 'present':
    case 'unique':
      return '';
    case 'range': {
      const day = (ms: number) =>
        type === 'date' ? `pd.Timestamp(${ms}, unit="ms")` : literal(ms);
      const open = (sign: Json) => `float(${literal(sign)})`;
      if (type === 'date' && (check.min === null || check.max === null)) return null;
      const low = check.min === null ? open('-inf') : day(check.min);
      const high = check.max === null ? open('inf') : day(check.max);
      return `, low=${low}, high=${high}`;
    }
    case 'allowed': {
      const values = check.values.flatMap((value) => valueFor(type, value) ?? []);
      return `, values=[${values.join(', ')}]`;
    }
    case 'pattern':
      // Its syntax and its letters are those of the page.
      return null;
    default:
      return check satisfies never;
  }
}

/** Texts among each other, yes and no as numbers; texts are read as numbers, not as dates. */
function converted(
  { column, to }: StepOf<'convert-type'>,
  met: readonly ShapedColumn[],
): readonly string[] | null {
  const from = typeOf(met, column);
  const isText = (type: ColumnType) => ['category', 'text', 'identifier'].includes(type);
  if (from === to || (isText(from) && isText(to))) return [];
  if (isText(from) && to === 'number') return changed(column, (own) => `to_numbers(${own})`);
  if (from === 'boolean' && to === 'number') return [];
  if (from === 'number' && isText(to))
    return changed(column, (own) => `${own}.map(spelled, na_action="ignore").astype(object)`);
  return null;
}
