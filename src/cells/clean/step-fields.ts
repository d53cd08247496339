import type { ColumnType } from '../../core/values';
import type { Words } from '../../core/words';
import { typesFor } from '../../table/clean/columns-for';
import type { CleanStep, StepOf } from '../../table/clean/step';
import { fieldWords, optionWords } from './field-words';
import { rangeFields } from './range-fields';

export interface FieldOption {
  readonly value: string;
  readonly label: Words;
}

/** One control of a step's editor: what it shows, and the step that a change makes. */
export type StepField =
  | {
      readonly control: 'columns';
      readonly label: Words;
      readonly hint?: Words;
      readonly isSingle: boolean;
      readonly types: readonly ColumnType[];
      readonly value: readonly string[];
      readonly set: (value: readonly string[]) => CleanStep;
    }
  | {
      readonly control: 'choice';
      readonly label: Words;
      readonly value: string;
      readonly options: readonly FieldOption[];
      readonly set: (value: string) => CleanStep;
    }
  | {
      readonly control: 'flag';
      readonly label: Words;
      readonly value: boolean;
      readonly set: (value: boolean) => CleanStep;
    }
  | {
      readonly control: 'number';
      readonly label: Words;
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly set: (value: number) => CleanStep;
    }
  | {
      readonly control: 'text';
      readonly label: Words;
      readonly hint?: Words;
      readonly value: string;
      readonly isLong: boolean;
      /** Null: what was typed cannot be taken, and nothing changes. */
      readonly set: (value: string) => CleanStep | null;
    };

/** The controls of a step. Mapped values have an editor of their own beside these. */
export function fieldsOf(
  step: CleanStep,
  columnType: (name: string) => ColumnType | null,
): readonly StepField[] {
  switch (step.kind) {
    case 'drop-duplicates':
      return [columnsField(step, fieldWords.sameIn), choiceField(step, 'keep')];
    case 'normalize-text':
      return [
        columnsField(step, fieldWords.columns),
        flagField(step, 'spaces'),
        flagField(step, 'width'),
        choiceField(step, 'case'),
      ];
    case 'convert-type':
      return conversionFields(step);
    case 'convert-unit':
      return unitFields(step);
    case 'map-values':
      return [columnField(step)];
    case 'set-missing':
      return [
        listField(step.values, (values) => ({ ...step, values })),
        columnsField(step, fieldWords.columns),
      ];
    case 'fill-missing':
      return fillFields(step);
    case 'drop-missing':
    case 'drop-columns':
      return [columnsField(step, fieldWords.columns)];
    case 'outliers':
      return [
        columnsField(step, fieldWords.columns),
        choiceField(step, 'rule', limitOf),
        numberField(step, 'limit'),
        choiceField(step, 'action'),
      ];
    case 'validate':
      return [
        columnField(step),
        ...ruleFields(step, columnType(step.column)),
        choiceField(step, 'action'),
      ];
    default:
      return step satisfies never;
  }
}

type WithColumns = Extract<CleanStep, { readonly columns: readonly string[] }>;
type WithColumn = Extract<CleanStep, { readonly column: string }>;

function columnsField(step: WithColumns, label: Words): StepField {
  const hint = step.kind === 'drop-columns' ? {} : { hint: fieldWords.noneIsAll };
  const set = (columns: readonly string[]): CleanStep => ({ ...step, columns });
  return {
    control: 'columns',
    label,
    ...hint,
    isSingle: false,
    types: typesFor(step),
    value: step.columns,
    set,
  };
}

function columnField(step: WithColumn): StepField {
  // A step without its column is none: taking the tick away leaves it as it was.
  const set = ([column = step.column]: readonly string[]): CleanStep => ({ ...step, column });
  const { column: label } = fieldWords;
  return {
    control: 'columns',
    label,
    isSingle: true,
    types: typesFor(step),
    value: [step.column],
    set,
  };
}

/** A choice among the values of one part of a step. */
function choiceField<S extends CleanStep, K extends keyof S & string>(
  step: S,
  key: K,
  also: (step: S) => S = (changed) => changed,
): StepField {
  const options = optionWords[`${step.kind}.${key}`] ?? {};
  return {
    control: 'choice',
    label: fieldWords[key as keyof typeof fieldWords],
    value: String(step[key]),
    options: Object.entries(options).map(([value, label]) => ({ value, label })),
    set: (value) => also({ ...step, [key]: value }),
  };
}

function flagField<S extends StepOf<'normalize-text'>>(
  step: S,
  key: 'spaces' | 'width',
): StepField {
  const set = (value: boolean): CleanStep => ({ ...step, [key]: value });
  return { control: 'flag', label: fieldWords[key], value: step[key], set };
}

const NUMBERS = {
  factor: { min: -1e12, max: 1e12 },
  offset: { min: -1e12, max: 1e12 },
  limit: { min: 0, max: 1000 },
};

function numberField(
  step: StepOf<'convert-unit'> | StepOf<'outliers'>,
  key: 'factor' | 'offset' | 'limit',
): StepField {
  const range =
    step.kind === 'outliers' && step.rule === 'percentile' ? { min: 0, max: 49 } : NUMBERS[key];
  const value = Number((step as Readonly<Record<string, unknown>>)[key]);
  // A factor of zero would make every value the same; what was there stays.
  const set = (next: number): CleanStep => ({
    ...step,
    [key]: key === 'factor' && next === 0 ? value : next,
  });
  return { control: 'number', label: fieldWords[key], value, ...range, set };
}

/** A limit that fits the rule: 1.5 IQR, 3 deviations, the 1st and 99th percentile. */
function limitOf(step: StepOf<'outliers'>): StepOf<'outliers'> {
  return { ...step, limit: { iqr: 1.5, z: 3, mad: 3.5, percentile: 1 }[step.rule] };
}

function textField(step: StepOf<'convert-unit'>, key: 'unit'): StepField {
  const set = (unit: string): CleanStep => ({ ...step, unit: unit.trim() });
  return { control: 'text', label: fieldWords[key], value: step[key], isLong: false, set };
}

/** Values one a line. */
function listField(values: readonly string[], set: (values: string[]) => CleanStep): StepField {
  return {
    control: 'text',
    label: fieldWords.values,
    hint: fieldWords.oneALine,
    value: values.join('\n'),
    isLong: true,
    set: (text) =>
      set([...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')),
  };
}

function unitFields(step: StepOf<'convert-unit'>): StepField[] {
  const numbers = (['factor', 'offset'] as const).map((key) => numberField(step, key));
  return [columnField(step), ...numbers, textField(step, 'unit')];
}

function conversionFields(step: StepOf<'convert-type'>): StepField[] {
  const fields = [columnField(step), choiceField(step, 'to')];
  if (step.to !== 'date') return fields;
  const { dayFirst, ...rest } = step;
  return [
    ...fields,
    {
      control: 'choice',
      label: fieldWords.dayFirst,
      value: dayFirst === undefined ? 'auto' : dayFirst ? 'day' : 'month',
      options: Object.entries(optionWords.dayOrder ?? {}).map(([value, label]) => ({
        value,
        label,
      })),
      set: (value) => (value === 'auto' ? rest : { ...rest, dayFirst: value === 'day' }),
    },
  ];
}

function fillFields(step: StepOf<'fill-missing'>): StepField[] {
  const fields = [columnsField(step, fieldWords.columns), choiceField(step, 'rule', completed)];
  if (step.rule === 'constant') {
    const set = (value: string): CleanStep => ({ ...step, value });
    fields.push({
      control: 'text',
      label: fieldWords.value,
      value: step.value ?? '',
      isLong: false,
      set,
    });
  }
  if (step.rule === 'group-median') {
    const { by = '' } = step;
    const types = typesFor({ kind: 'drop-columns', columns: [] });
    const set = ([name = by]: readonly string[]): CleanStep => ({ ...step, by: name });
    fields.push({
      control: 'columns',
      label: fieldWords.by,
      isSingle: true,
      types,
      value: [by],
      set,
    });
  }
  return fields;
}

/** The step with what its rule needs and without what it does not. */
function completed({ value, by, ...step }: StepOf<'fill-missing'>): StepOf<'fill-missing'> {
  if (step.rule === 'constant') return { ...step, value: value ?? '' };
  return step.rule === 'group-median' ? { ...step, by: by ?? step.columns[0] ?? '' } : step;
}

function ruleFields(step: StepOf<'validate'>, type: ColumnType | null): StepField[] {
  const { check } = step;
  const rule: StepField = {
    control: 'choice',
    label: fieldWords.rule,
    value: check.rule,
    options: Object.entries(optionWords.check ?? {}).map(([value, label]) => ({ value, label })),
    set: (value) => ({ ...step, check: emptyCheck(value) }),
  };
  if (check.rule === 'range') return [rule, ...rangeFields(step, check, type)];
  if (check.rule === 'allowed') {
    return [
      rule,
      listField(check.values, (values) => ({ ...step, check: { rule: 'allowed', values } })),
    ];
  }
  if (check.rule !== 'pattern') return [rule];
  const set = (pattern: string): CleanStep => ({ ...step, check: { rule: 'pattern', pattern } });
  const { pattern: label, patternHint: hint } = fieldWords;
  return [rule, { control: 'text', label, hint, value: check.pattern, isLong: false, set }];
}

function emptyCheck(rule: string): StepOf<'validate'>['check'] {
  if (rule === 'range') return { rule, min: null, max: null };
  if (rule === 'pattern') return { rule, pattern: '.*' };
  if (rule === 'allowed') return { rule, values: [] };
  return { rule: rule === 'unique' ? 'unique' : 'present' };
}
