import { readFileSync } from 'node:fs';
import { sweepKMeans } from '../../../src/algorithms/kmeans/sweep';
import { definition as kmeans } from '../../../src/algorithms/kmeans/definition';
import { clusteringFitOf } from '../../../src/algorithms/fits';
import { computes } from '../../../src/cells/computes';
import type { Job } from '../../../src/core/job';
import type { Matrix } from '../../../src/core/matrix';
import { initialParams } from '../../../src/core/params';
import type { Shards } from '../../../src/core/shards';
import type { MatrixValue } from '../../../src/core/values';
import { createLocalShards } from '../../../src/kernels/local-shards';
import { createWasmKernels } from '../../../src/kernels/wasm';
import { scoreSilhouette } from '../../../src/metrics/silhouette';
import { pointsOf } from '../points';
import { threadClock, type Clock } from './thread-clock';

/** What the longest step may take; a cancel waits for one under way, and has 100 ms. */
const STEP_MS = 60;
/** Work is looked at for so long, in processor time. */
const LOOK_MS = 6000;
/** The least of so many runs counts for each step: code gets compiled and memory collected once. */
const RUNS = 2;

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
}

const SHAPES: readonly Shape[] = [
  { rows: 1_000_000, columns: 8, clusters: 8 },
  { rows: 100_000, columns: 64, clusters: 50 },
];

type CreateShards = (matrix: Matrix) => Promise<Shards>;
type Start = (points: Shards, matrix: Matrix, createShards: CreateShards) => Job<unknown>;

/** Limits of size that K-means does not keep by itself, in per cent of even sizes. */
const LIMITS = { minSize: 80, maxSize: 120 };

function methodsOf({ clusters }: Shape): Readonly<Record<string, Start>> {
  const fitBy =
    (name: string): Start =>
    (points, _matrix, createShards) => {
      const { definition, fit } = clusteringFitOf(name)!;
      const own = { ...initialParams(definition.params), clusters, restarts: 2, ...LIMITS };
      return fit(points, own, { seed: 1, createShards });
    };
  const names = ['kmeans', 'minibatch', 'bisecting', 'spherical', 'kmedians', 'balanced', 'dbscan'];
  return Object.fromEntries(names.map((name) => [name, fitBy(name)]));
}

function othersOf({ clusters }: Shape): Readonly<Record<string, Start>> {
  return {
    'farthest-first': (points) => {
      const own = { ...initialParams(kmeans.params), clusters, start: 'farthest-first' };
      return clusteringFitOf('kmeans')!.fit(points, own, { seed: 1, createShards: unused });
    },
    'k-sweep': (points) => {
      const own = { ...initialParams(kmeans.params), restarts: 1, from: 2, to: 12 };
      return sweepKMeans(points, own, { seed: 1 });
    },
    silhouette: (_points, matrix, createShards) => {
      const labels = Int32Array.from({ length: matrix.rows }, (_, row) => row % clusters);
      const options = { clusters, sampleRows: 50_000, seed: 1, createShards };
      return scoreSilhouette(matrix, labels, options);
    },
    'choose-k': (_points, matrix, createShards) => {
      const { definition, run } = computes.get('choose-k')!;
      const points = { kind: 'matrix', matrix } as MatrixValue;
      const readSource = () => unused();
      return run(
        initialParams(definition.params),
        { points },
        { seed: 1, createShards, readSource },
      );
    },
  };
}

function unused(): never {
  throw new Error('this work needs no other');
}

/** How long each step of the work took, as far as it was looked at. */
async function stepsOf(job: Job<unknown>, clock: Clock): Promise<number[]> {
  const steps: number[] = [];
  const began = clock();
  for (let before = began; before - began < LOOK_MS;) {
    const { done } = await job.next();
    const now = clock();
    steps.push(now - before);
    if (done) return steps;
    before = now;
  }
  // The value is not used: enough was seen.
  await job.return(undefined as never);
  return steps;
}

async function longestStep(start: Start, matrix: Matrix, clock: Clock): Promise<number> {
  const module = new WebAssembly.Module(readFileSync('build/kernels.wasm'));
  const createShards: CreateShards = async (part) =>
    createLocalShards(part, createWasmKernels(module));
  let least: number[] | undefined;
  for (let run = 0; run < RUNS; run++) {
    const points = await createShards(matrix);
    const steps = await stepsOf(start(points, matrix, createShards), clock);
    points.release();
    // Steps do not depend on time: the same ones come in every run.
    least = least?.slice(0, steps.length).map((ms, i) => Math.min(ms, steps[i]!)) ?? steps;
  }
  return least!.reduce((most, ms) => Math.max(most, ms), 0);
}

/** Looks at every step of every long work in this thread; gives the names of what takes too long. */
export async function proveSteps(
  isWanted: (name: string) => boolean,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const clock = threadClock();
  const failed: string[] = [];
  for (const shape of SHAPES) {
    const { rows, columns, clusters } = shape;
    const works = Object.entries({ ...methodsOf(shape), ...othersOf(shape) })
      .map(([method, start]) => ({ name: `pauses-${method}-${rows / 1000}k-${columns}`, start }))
      .filter(({ name }) => isWanted(name));
    if (works.length === 0) continue;
    const matrix = pointsOf({ ...shape, name: 'steps', shape: 'skew', bar: 1 });
    for (const { name, start } of works) {
      const ms = await longestStep(start, matrix, clock);
      say(`${name}, ${clusters} clusters: ${ms.toFixed(0)} ms`);
      if (ms > STEP_MS) failed.push(name);
    }
  }
  return failed;
}
