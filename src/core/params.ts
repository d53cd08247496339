import type { Json, JsonObject } from './json';
import { Problem } from './problem';

/**
 * A declared parameter: its type, default, parser and form in one place.
 * `initial` is the value of a new cell and of a key that a document leaves out.
 */
export type ParamSpec =
  | {
      readonly type: 'integer';
      readonly initial: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly type: 'number';
      readonly initial: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly type: 'choice'; readonly initial: string; readonly options: readonly string[] }
  | { readonly type: 'flag'; readonly initial: boolean }
  | { readonly type: 'text'; readonly initial: string; readonly isLong: boolean }
  /** One column of the table upstream, by name; empty: not chosen. */
  | { readonly type: 'column'; readonly initial: string; readonly input?: string }
  /** Columns of the table upstream, by name, in order. */
  | { readonly type: 'columns'; readonly initial: readonly string[]; readonly input?: string }
  /** Structured data with a parser and a form of the cell's own. */
  | { readonly type: 'custom'; readonly initial: Json; readonly parse: (json: Json) => Json };

export type ParamSpecs = { readonly [name: string]: ParamSpec };

export type IntegerSpec = Extract<ParamSpec, { type: 'integer' }>;
export type NumberSpec = Extract<ParamSpec, { type: 'number' }>;

export function integer(spec: { initial: number; min: number; max: number }): IntegerSpec {
  return { type: 'integer', ...spec };
}

export function number(spec: { initial: number; min: number; max: number }): NumberSpec {
  return { type: 'number', ...spec };
}

export function choice<const O extends readonly string[]>(spec: {
  initial: O[number];
  options: O;
}): { readonly type: 'choice'; readonly initial: O[number]; readonly options: O } {
  return { type: 'choice', ...spec };
}

export function flag(spec: { initial: boolean }): {
  readonly type: 'flag';
  readonly initial: boolean;
} {
  return { type: 'flag', ...spec };
}

export function text(spec: {
  initial: string;
  isLong?: boolean;
}): Extract<ParamSpec, { type: 'text' }> {
  return { type: 'text', initial: spec.initial, isLong: spec.isLong ?? false };
}

/** `input`: the input whose table has the column; absent: the nearest table upstream. */
interface OfInput {
  readonly input?: string;
}

export function column(of: OfInput = {}): Extract<ParamSpec, { type: 'column' }> {
  return { type: 'column', initial: '', ...of };
}

export function columns(of: OfInput = {}): Extract<ParamSpec, { type: 'columns' }> {
  return { type: 'columns', initial: [], ...of };
}

export interface CustomSpec<T extends Json> {
  readonly type: 'custom';
  readonly initial: T;
  readonly parse: (json: Json) => T;
}

export function custom<T extends Json>(spec: {
  initial: T;
  parse: (json: Json) => T;
}): CustomSpec<T> {
  return { type: 'custom', ...spec };
}

/** The value that a spec parses to. */
export type ParamValue<S> = S extends { readonly type: 'integer' | 'number' }
  ? number
  : S extends { readonly type: 'flag' }
    ? boolean
    : S extends { readonly type: 'choice'; readonly options: readonly (infer O)[] }
      ? O
      : S extends { readonly type: 'text' | 'column' }
        ? string
        : S extends { readonly type: 'columns' }
          ? readonly string[]
          : S extends { readonly type: 'custom'; readonly parse: (json: Json) => infer T }
            ? T
            : never;

export type ParamsOf<P extends ParamSpecs> = { readonly [K in keyof P]: ParamValue<P[K]> };

/** Throws `param-invalid`: what was found, and what it should have been. */
export function refuse(param: string, value: Json, expected: string): never {
  throw new Problem('param-invalid', { param, value: JSON.stringify(value), expected });
}

function parseNumber(name: string, spec: IntegerSpec | NumberSpec, value: Json): number {
  const range = `${spec.min} … ${spec.max}`;
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(name, value, range);
  if (spec.type === 'integer' && !Number.isInteger(value)) return refuse(name, value, range);
  if (value < spec.min || value > spec.max) return refuse(name, value, range);
  return value;
}

function isNames(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

/** Checks one saved value against its spec; throws `param-invalid` with what was expected. */
export function parseParam(name: string, spec: ParamSpec, value: Json): Json {
  switch (spec.type) {
    case 'integer':
    case 'number':
      return parseNumber(name, spec, value);
    case 'choice':
      if (typeof value === 'string' && spec.options.includes(value)) return value;
      return refuse(name, value, spec.options.join(' | '));
    case 'flag':
      return typeof value === 'boolean' ? value : refuse(name, value, 'true | false');
    case 'text':
    case 'column':
      return typeof value === 'string' ? value : refuse(name, value, 'text');
    case 'columns':
      return isNames(value) ? value : refuse(name, value, '["column", …]');
    case 'custom':
      return spec.parse(value);
    default:
      return spec satisfies never;
  }
}

/** Checks saved parameters against their specs; fills what is left out; ignores unknown keys. */
export function parseParams<P extends ParamSpecs>(specs: P, saved: JsonObject): ParamsOf<P> {
  const entries = Object.entries(specs).map(([name, spec]) => {
    const value = Object.hasOwn(saved, name) ? saved[name] : undefined;
    return [name, value === undefined ? spec.initial : parseParam(name, spec, value)];
  });
  // Each entry was parsed by the spec of its own name.
  return Object.fromEntries(entries) as ParamsOf<P>;
}

/** The parameters of a new cell. */
export function initialParams<P extends ParamSpecs>(specs: P): ParamsOf<P> {
  return parseParams(specs, {});
}
