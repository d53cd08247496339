import type { Answer } from './line-process';
import type { Told } from './participant';
import { serveLines } from './serve-lines';

/**
 * The packages do about half a second an iteration at a million rows; their iterations all cost
 * the same, so a few tell as much as a hundred.
 */
const MOST_ITERATIONS = 5;

type Rows = number[][];
type Fit = (rows: Rows, starts: Rows, iterations: number) => Promise<number>;

const PACKAGES: Readonly<Record<string, () => Promise<Fit>>> = {
  'ml-kmeans': async () => {
    const { kmeans } = await import('ml-kmeans');
    return async (rows, starts, maxIterations) => {
      const options = { initialization: starts, maxIterations, tolerance: 0 };
      return kmeans(rows, starts.length, options).iterations;
    };
  },
  skmeans: async () => {
    const { default: skmeans } = await import('skmeans');
    // It counts down from the iterations it was allowed; it moves the starts it is given.
    return async (rows, starts, iterations) => {
      const copies = starts.map((start) => [...start]);
      skmeans(rows, starts.length, copies, iterations);
      return iterations;
    };
  },
};

export const PACKAGE_NAMES = Object.keys(PACKAGES);

/** A K-means package for JavaScript, in a process of its own; rows lie there as it wants them. */
export async function servePackage(name: string): Promise<void> {
  const fit = await PACKAGES[name]!();
  let loaded: { rows: Rows; starts: Rows; iterations: number } | undefined;
  await serveLines(name, {
    load(given, { work, asked }: Told) {
      if (work !== 'fit') return false;
      const toRows = (values: Iterable<number>): Rows => cut([...values], asked.columns);
      const iterations = Math.min(MOST_ITERATIONS, asked.settings!['iterations']!);
      loaded = { rows: toRows(given['points']!), starts: toRows(given['starts']!), iterations };
      return true;
    },
    async answer(): Promise<Answer> {
      const { rows, starts, iterations: most } = loaded!;
      const began = performance.now();
      const used = process.cpuUsage();
      const iterations = await fit(rows, starts, most);
      const { user, system } = process.cpuUsage(used);
      const ms = performance.now() - began;
      return { ms, loadMs: 0, cpuMs: (user + system) / 1000, proof: { iterations } };
    },
  });
}

function cut(values: readonly number[], columns: number): Rows {
  return Array.from({ length: values.length / columns }, (_, i) =>
    values.slice(i * columns, (i + 1) * columns),
  );
}
