import { isJsonObject, type Json, type JsonObject } from '../../core/json';
import { Problem } from '../../core/problem';
import type { CleanStep, CleanStepKind } from '../../table/clean/step';

/** More steps than anybody writes; each costs a pass over the table. */
const MOST_STEPS = 200;

interface Rule {
  readonly expected: string;
  readonly fits: (value: Json) => boolean;
  readonly isOptional?: boolean;
}

type Rules = Readonly<Record<string, Rule>>;

const isText = (value: Json): boolean => typeof value === 'string';
const isNumber = (value: Json): boolean => typeof value === 'number' && Number.isFinite(value);

const TEXT: Rule = { expected: '"…"', fits: isText };
const COLUMN: Rule = { expected: '"column"', fits: (value) => isText(value) && value !== '' };
const FLAG: Rule = { expected: 'true | false', fits: (value) => typeof value === 'boolean' };
const NUMBER: Rule = { expected: '1.5', fits: isNumber };
const TEXTS: Rule = {
  expected: '["…", …]',
  fits: (value) => Array.isArray(value) && value.every(isText),
};
const COLUMNS: Rule = { ...TEXTS, expected: '["column", …]' };
const FACTOR: Rule = { expected: '≠ 0', fits: (value) => isNumber(value) && value !== 0 };
const END: Rule = { expected: '1.5 | null', fits: (value) => value === null || isNumber(value) };
const PAIRS: Rule = {
  expected: '[{"from": "…", "to": "…" | null}, …]',
  fits: (value) => Array.isArray(value) && value.every(isPair),
};

function isPair(value: Json): boolean {
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return false;
  return Object.hasOwn(value, 'to') && isText(value.from ?? null) && isTextOrNull(value.to ?? null);
}

function isTextOrNull(value: Json): boolean {
  return value === null || isText(value);
}

function oneOf(...options: readonly string[]): Rule {
  return { expected: options.join(' | '), fits: (value) => options.includes(value as string) };
}

function optional(rule: Rule): Rule {
  return { ...rule, isOptional: true };
}

const CHECKS: Readonly<Record<string, Rules>> = {
  present: {},
  unique: {},
  range: { min: END, max: END },
  pattern: { pattern: TEXT },
  allowed: { values: TEXTS },
};

const STEPS: Readonly<Record<CleanStepKind, Rules>> = {
  'drop-duplicates': { columns: COLUMNS, keep: oneOf('first', 'last', 'most-complete') },
  'normalize-text': {
    columns: COLUMNS,
    spaces: FLAG,
    width: FLAG,
    case: oneOf('keep', 'lower', 'upper', 'title'),
  },
  'convert-type': {
    column: COLUMN,
    to: oneOf('number', 'date', 'boolean', 'category', 'text', 'identifier'),
    dayFirst: optional(FLAG),
  },
  'convert-unit': { column: COLUMN, factor: FACTOR, offset: NUMBER, unit: TEXT },
  'map-values': { column: COLUMN, values: PAIRS },
  'set-missing': { columns: COLUMNS, values: TEXTS },
  'fill-missing': {
    columns: COLUMNS,
    rule: oneOf('mean', 'median', 'mode', 'constant', 'group-median'),
    value: optional(TEXT),
    by: optional(TEXT),
  },
  'drop-missing': { columns: COLUMNS },
  outliers: {
    columns: COLUMNS,
    rule: oneOf('iqr', 'z', 'mad', 'percentile'),
    limit: { expected: '0 … 1000', fits: (value) => isNumber(value) && inRange(value as number) },
    action: oneOf('clip', 'drop', 'set-aside'),
  },
  validate: {
    column: COLUMN,
    check: { expected: Object.keys(CHECKS).join(' | '), fits: isJsonObject },
    action: oneOf('report', 'drop', 'set-aside', 'set-missing'),
  },
  'drop-columns': { columns: COLUMNS },
};

function inRange(value: number): boolean {
  return value >= 0 && value <= 1000;
}

/** `steps · 3 · keep`: which step, as people count, and what of it. */
function refuse(path: readonly (string | number)[], value: Json, expected: string): never {
  const param = ['steps', ...path].join(' · ');
  const written = JSON.stringify(value) ?? 'null';
  const short = written.length > 200 ? `${written.slice(0, 200)}…` : written;
  throw new Problem('param-invalid', { param, value: short, expected });
}

/** Checks saved steps; throws `param-invalid` with the step (1-based) and what of it. */
export function parseSteps(json: Json): readonly CleanStep[] {
  if (!Array.isArray(json)) return refuse([], json, '[{"kind": "…", …}, …]');
  if (json.length > MOST_STEPS) return refuse([], json.length, `≤ ${MOST_STEPS}`);
  // Every part of every step was checked by the rules of its kind.
  return json.map((step: Json, index) => checked(step, index + 1)) as unknown as CleanStep[];
}

function checked(step: Json, number: number): Json {
  if (!isJsonObject(step)) return refuse([number], step, '{"kind": "…", …}');
  const kind = typeof step.kind === 'string' ? step.kind : '';
  if (!Object.hasOwn(STEPS, kind)) {
    return refuse([number, 'kind'], step.kind ?? null, Object.keys(STEPS).join(' | '));
  }
  const rules = STEPS[kind as CleanStepKind];
  checkParts(step, { kind: TEXT, isOff: optional(FLAG), ...rules }, [number]);
  if (kind === 'validate') checkRule(step.check as JsonObject, [number, 'check']);
  if (kind === 'outliers' && step.rule === 'percentile' && (step.limit as number) >= 50) {
    return refuse([number, 'limit'], step.limit ?? null, '0 … 50');
  }
  if (kind === 'fill-missing') checkFilling(step, number);
  return step;
}

function checkParts(step: JsonObject, rules: Rules, path: readonly (string | number)[]): void {
  for (const key of Object.keys(step)) {
    if (!Object.hasOwn(rules, key))
      refuse([...path, key], step[key] ?? null, Object.keys(rules).join(', '));
  }
  for (const [key, { fits, expected, isOptional = false }] of Object.entries(rules)) {
    const value = Object.hasOwn(step, key) ? step[key] : undefined;
    if (value === undefined ? !isOptional : !fits(value)) {
      refuse([...path, key], value ?? null, expected);
    }
  }
}

function checkRule(check: JsonObject, path: readonly (string | number)[]): void {
  const rule = typeof check.rule === 'string' ? check.rule : '';
  if (!Object.hasOwn(CHECKS, rule)) {
    refuse([...path, 'rule'], check.rule ?? null, Object.keys(CHECKS).join(' | '));
  }
  checkParts(check, { rule: TEXT, ...CHECKS[rule] }, path);
}

/** A constant needs its value, a median of groups the column that forms them. */
function checkFilling(step: JsonObject, number: number): void {
  if (step.rule === 'constant' && step.value === undefined) refuse([number, 'value'], null, '"…"');
  if (step.rule === 'group-median' && !step.by) refuse([number, 'by'], step.by ?? null, '"column"');
}
