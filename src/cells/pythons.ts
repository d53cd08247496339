import type { PythonPart } from '../core/python';

const found = import.meta.glob<PythonPart>('./*/python.ts', { eager: true, import: 'python' });

/** How a cell type is written as Python, or why it is not; undefined for unknown kinds. */
export function pythonOf(kind: string): PythonPart | undefined {
  return found[`./${kind}/python.ts`];
}
