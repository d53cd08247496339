import type { AlgorithmPythonWriter } from '../core/python';

const found = import.meta.glob<AlgorithmPythonWriter>('./*/python.ts', {
  eager: true,
  import: 'python',
});

/** How an algorithm is written as Python; every algorithm says. */
export function algorithmPython(name: string): AlgorithmPythonWriter {
  const write = found[`./${name}/python.ts`];
  if (!write) throw new Error(`algorithm ${name} has no python.ts`);
  return write;
}
