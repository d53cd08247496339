import type { CellDefinition } from '../core/cell-type';
import type { CellText } from '../core/cell-text';
import type { ParamSpec } from '../core/params';
import type { Words } from '../core/words';

/** One parameter as the form shows it. */
export interface ParamEntry {
  readonly name: string;
  readonly spec: ParamSpec;
  readonly label: Words;
  readonly hint?: Words;
  readonly options: readonly { readonly value: string; readonly label: Words }[];
}

export interface ParamGroups {
  /** Shown at once. */
  readonly first: readonly ParamEntry[];
  /** Folded behind "n more". */
  readonly rest: readonly ParamEntry[];
}

/**
 * Splits a cell type's parameters into those shown at once and the rest. A definition that
 * names none shows its first three. Parameters in `without` are left out; `params` are the values
 * on which captions, and what counts at all, may depend.
 */
export function groupParams(
  definition: CellDefinition,
  text: CellText,
  {
    without = [],
    params,
  }: {
    readonly without?: readonly string[];
    readonly params?: Readonly<Record<string, unknown>>;
  } = {},
): ParamGroups {
  const active = params && definition.activeParams?.(params);
  const names = (active ?? Object.keys(definition.params)).filter(
    (name) => !without.includes(name),
  );
  const { firstParams = names } = definition;
  const wanted = typeof firstParams === 'function' ? firstParams(params ?? {}) : firstParams;
  const firstNames = wanted.filter((name) => names.includes(name)).slice(0, 3);
  const words = { ...text.params, ...(params && text.paramsBeside?.(params)) };
  const entryOf = (name: string) => entry(definition, words, name);
  return {
    first: firstNames.flatMap(entryOf),
    rest: names.filter((name) => !firstNames.includes(name)).flatMap(entryOf),
  };
}

function entry(definition: CellDefinition, texts: CellText['params'], name: string): ParamEntry[] {
  const spec = definition.params[name];
  if (!spec) return [];
  const words = texts[name];
  const label = words?.label ?? { zh: name, en: name };
  const options = optionsOf(spec).map((value) => ({
    value,
    label: words?.options?.[value] ?? { zh: value, en: value },
  }));
  return [{ name, spec, label, options, ...(words?.hint ? { hint: words.hint } : {}) }];
}

function optionsOf(spec: ParamSpec): readonly string[] {
  return spec.type === 'choice' ? spec.options : [];
}

/** Few short choices stand side by side; many or long ones fold into a list. */
export function fitsSegmented(labels: readonly string[]): boolean {
  const width = labels.join('').replaceAll(/[^\u0020-\u024F]/g, 'mm').length;
  return labels.length <= 4 && width + labels.length * 2 <= 28;
}

/** The step of − and + for a number that is not whole: a tenth of its order of magnitude. */
export function stepOf(spec: ParamSpec, value: number): number {
  if (spec.type !== 'number' || value === 0) return spec.type === 'number' ? 0.1 : 1;
  return 10 ** Math.floor(Math.log10(Math.abs(value)));
}
