import type { CellDefinition, InputKinds } from './cell-type';
import type { ParamSpecs } from './params';
import type { ValueKind } from './values';
import type { Words } from './words';

/** Title, summary and captions of a cell type, in both languages. */
export interface CellText<P extends ParamSpecs = ParamSpecs> {
  readonly title: Words;
  /** One sentence: what question the cell answers. */
  readonly summary: Words;
  /** What the cell needs while nothing is set up. */
  readonly need: Words;
  readonly params: { readonly [K in keyof P]: ParamText };
  /** Captions that depend on the other parameters; where it has none, `params` has. */
  readonly paramsBeside?: (
    params: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, ParamText>>;
  readonly inputs?: Readonly<Record<string, Words>>;
}

export interface ParamText {
  readonly label: Words;
  readonly hint?: Words;
  readonly options?: Readonly<Record<string, Words>>;
}

export function defineText<P extends ParamSpecs, I extends InputKinds, G extends ValueKind | null>(
  _definition: CellDefinition<P, I, G>,
  text: CellText<P>,
): CellText<P> {
  return text;
}
