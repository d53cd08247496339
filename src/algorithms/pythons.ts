import type { AlgorithmPythonWriter } from '../core/python';

const found = import.meta.glob<AlgorithmPythonWriter>('./*/python.ts', {
  eager: true,
  import: 'python',
});

/** How an algorithm is written as Python; undefined where scikit-learn has nothing like it. */
export function algorithmPython(name: string): AlgorithmPythonWriter | undefined {
  return found[`./${name}/python.ts`];
}
