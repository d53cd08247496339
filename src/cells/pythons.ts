import type { PythonWriter } from '../core/python';

const found = import.meta.glob<PythonWriter>('./*/python.ts', { eager: true, import: 'python' });

/** How a cell type is written as Python; undefined where it is not. */
export function pythonOf(kind: string): PythonWriter | undefined {
  return found[`./${kind}/python.ts`];
}
