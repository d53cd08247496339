import type { FormulaType } from './values';

/**
 * What an argument may be. `same`: of one type with all other `same` ones; `measure`: a number or a
 * date, `same-measure`: all of them numbers or all dates; the rest must be written out, not computed.
 */
export type Param =
  | 'number'
  | 'boolean'
  | 'date'
  | 'text'
  | 'any'
  | 'same'
  | 'same-measure'
  | 'measure'
  | 'number-or-text'
  | 'written-number'
  | 'written-text'
  | 'number-list'
  | 'text-list'
  | 'width-or-edges';

/** `same`: the type of the `same` arguments; `first`: that of the first one. */
export type Gives = FormulaType | 'same' | 'first';

export interface Signature {
  readonly least: number;
  readonly most: number;
  readonly paramAt: (index: number, count: number) => Param;
  readonly gives: Gives;
}

/** A fixed list of arguments, the last `optional` of which may be left out. */
export function takes(gives: Gives, params: readonly Param[], optional = 0): Signature {
  return {
    least: params.length - optional,
    most: params.length,
    paramAt: (index) => params[index] ?? 'any',
    gives,
  };
}

/** As many arguments as people like, but at least `least`, after the first ones. */
export function takesMany(
  gives: Gives,
  {
    first = [],
    rest,
    least,
  }: { readonly first?: readonly Param[]; readonly rest: Param; readonly least: number },
): Signature {
  return { least, most: 200, paramAt: (index) => first[index] ?? rest, gives };
}
