import { clusteringAlgorithms, type AlgorithmEntry } from '../../algorithms/catalogue';
import type { ParamText } from '../../core/cell-text';
import type { ParamSpecs } from '../../core/params';

/** What a new cell begins with. */
export const FIRST_METHOD = 'kmeans';

/** The algorithms that the cell offers: the usual one, then the others in order of their names. */
export const methods: readonly AlgorithmEntry[] = [...clusteringAlgorithms].sort(
  (a, b) => Number(b.definition.name === FIRST_METHOD) - Number(a.definition.name === FIRST_METHOD),
);

/**
 * The parameters of all methods side by side, as a cell keeps them: what two methods share means
 * the same in both, so that a change of method keeps it.
 */
export function paramsOfMethods(): ParamSpecs {
  return Object.assign({}, ...methods.map(({ definition }) => definition.params));
}

/** Their captions; for a shared parameter those of the first method that has it. */
export function textsOfMethods(): Readonly<Record<string, ParamText>> {
  return Object.assign({}, ...methods.map(({ text }) => text.params).reverse());
}
