import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Matrix } from '../../../src/core/matrix';
import { createLocalShards } from '../../../src/kernels/local-shards';
import { createWasmKernels } from '../../../src/kernels/wasm';
import type { Told } from '../participants/participant';
import { prepare, readArrays } from '../prepare';
import { visit, workNamed } from '../run-ours';
import type { Given } from '../work';
import type { Chosen, ProofOptions } from './run-proofs';

/** The last one is to convergence. */
const ITERATIONS = [1, 5, 20, 2000];
const EQUAL_LABELS = 0.99999;

interface Theirs {
  readonly version: string;
  readonly inertias: readonly number[];
}

async function askPython(told: Told, paths: readonly string[]): Promise<Theirs | string> {
  const python = process.env['FENQUN_PYTHON'] ?? 'python3';
  const pathOf = (name: string) => told.arrays.find((array) => array.name === name)!.path;
  const asked = JSON.stringify({
    points: pathOf('points'),
    starts: pathOf('starts'),
    columns: told.asked.columns,
    iterations: ITERATIONS,
    paths,
  });
  try {
    const { stdout } = await promisify(execFile)(python, ['tests/bench/proofs/float64.py', asked]);
    return JSON.parse(stdout) as Theirs;
  } catch (thrown) {
    return String(thrown).trim().split('\n').at(-1)!;
  }
}

/** Our labels and inertia after so many iterations, in this thread. */
async function oursAfter(told: Told, given: Given, iterations: number) {
  const module = new WebAssembly.Module(readFileSync('build/kernels.wasm'));
  const createShards = async (matrix: Matrix) =>
    createLocalShards(matrix, createWasmKernels(module));
  let labels = new Int32Array();
  const keep = (...arrays: readonly (Float64Array | Int32Array)[]): void => {
    const found = arrays.find((array) => array instanceof Int32Array);
    if (found) labels = Int32Array.from(found);
  };
  const asked = { ...told.asked, settings: { iterations } };
  const proof = await visit({ module, createShards }, { keep }, (place) =>
    workNamed(told.work).ours(given, asked, place),
  );
  return { labels, inertia: proof['inertia'] ?? NaN };
}

/** K-means beside scikit-learn in float64, iteration by iteration; true when they agree. */
export async function proveFloat64(
  { work, asked }: Chosen,
  { folder, say }: ProofOptions,
): Promise<boolean> {
  const told = await prepare(work, asked, folder);
  const given = readArrays(told.arrays);
  const paths = ITERATIONS.map((iterations) => join(folder, `labels-${iterations}.bin`));
  const theirs = await askPython(told, paths);
  if (typeof theirs === 'string') {
    say(`${asked.name}: not compared, ${theirs}`);
    return true;
  }
  let agree = true;
  for (const [i, iterations] of ITERATIONS.entries()) {
    const { labels, inertia } = await oursAfter(told, given, iterations);
    const expected = new Int32Array(Uint8Array.from(readFileSync(paths[i]!)).buffer);
    let equal = 0;
    for (let row = 0; row < labels.length; row++) if (labels[row] === expected[row]) equal++;
    const apart = Math.abs(inertia / theirs.inertias[i]! - 1);
    const isLast = i === ITERATIONS.length - 1;
    agree &&= isLast ? apart <= 1e-4 : apart <= 1e-6 && equal / labels.length >= EQUAL_LABELS;
    const when = isLast ? 'at convergence' : `after ${iterations}`;
    say(
      `${asked.name} ${when}: ${labels.length - equal} of ${labels.length} labels differ, ` +
        `inertia by ${apart.toExponential(1)}, from scikit-learn ${theirs.version} in float64`,
    );
  }
  return agree;
}
