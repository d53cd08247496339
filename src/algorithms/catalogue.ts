import type { AlgorithmDefinition, AlgorithmText } from '../core/algorithm';

const definitions = import.meta.glob<AlgorithmDefinition>('./*/definition.ts', {
  eager: true,
  import: 'definition',
});
const texts = import.meta.glob<AlgorithmText>('./*/text.ts', { eager: true, import: 'text' });

export interface AlgorithmEntry {
  readonly definition: AlgorithmDefinition;
  readonly text: AlgorithmText;
}

/** Every algorithm, in order of folder names. */
export const algorithms: readonly AlgorithmEntry[] = Object.entries(definitions)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([path, definition]) => {
    const text = texts[path.replace('definition.ts', 'text.ts')];
    return text ? [{ definition, text }] : [];
  });

/** The clustering algorithms, for whoever offers a choice of them. */
export const clusteringAlgorithms: readonly AlgorithmEntry[] = algorithms.filter(
  ({ definition }) => definition.family === 'clustering',
);

/** The clustering algorithm of this name. */
export function clusteringAlgorithm(name: unknown): AlgorithmEntry | undefined {
  return clusteringAlgorithms.find(({ definition }) => definition.name === name);
}
