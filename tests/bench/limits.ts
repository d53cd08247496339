import type { Limits } from './participants/participant';

const ROUNDS = 4_000_000;
const FLOPS_A_ROUND = 96;
const READ_BYTES = 128 * 2 ** 20;

/** What Wasm SIMD can do here at best, in one thread: the best of several runs. */
export function measureLimits(module: WebAssembly.Module): Omit<Limits, 'dense'> {
  // The module exports just these, see assembly/bench/limits.ts.
  const limits = new WebAssembly.Instance(module).exports as unknown as {
    readonly multiplyAdd: (rounds: number) => number;
    readonly ensure: (bytes: number) => void;
    readonly readAll: (bytes: number) => number;
  };
  limits.ensure(READ_BYTES);
  const multiplying = bestSeconds(() => limits.multiplyAdd(ROUNDS));
  const reading = bestSeconds(() => limits.readAll(READ_BYTES));
  return {
    gigaflops: (ROUNDS * FLOPS_A_ROUND) / multiplying / 1e9,
    gigabytes: READ_BYTES / reading / 1e9,
  };
}

function bestSeconds(work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return best / 1000;
}
