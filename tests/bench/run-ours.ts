import type { Job } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import type { Shards, ShardWork } from '../../src/core/shards';
import type { KernelModule } from '../../src/kernels/wasm';
import type { Timing, Told } from './participants/participant';
import type { Given, Place, Work } from './work';
import { WORKS } from './works';

/** What Node or Chromium brings. */
export interface Ground {
  readonly createShards: (matrix: Matrix) => Promise<Shards>;
  readonly module: KernelModule;
}

export function workNamed(name: string): Work {
  const work = WORKS.find((one) => one.name === name);
  if (!work) throw new Error(`no work ${name}`);
  return work;
}

/** A job without progress that anybody looks at. */
export async function finishUnseen<T>(job: Job<T> | ShardWork<T>): Promise<T> {
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}

/** A place for a while: what is created there is released when the visit is over. */
export async function visit<T>(
  ground: Ground,
  own: Partial<Pick<Place, 'finish' | 'keep'>>,
  run: (place: Place) => Promise<T>,
): Promise<T> {
  const created: Shards[] = [];
  const createShards: Place['createShards'] = async (matrix) => {
    const shards = await ground.createShards(matrix);
    created.push(shards);
    return shards;
  };
  try {
    const ignore: Place['keep'] = () => undefined;
    const { module } = ground;
    return await run({ finish: finishUnseen, keep: ignore, ...own, module, createShards });
  } finally {
    created.forEach((shards) => shards.release());
  }
}

/** One timed run of our part, wherever it is; loading is clocked apart. */
export async function runOurs(
  { work, asked }: Told,
  given: Given,
  ground: Ground,
): Promise<Omit<Timing, 'cpuMs'>> {
  let loadMs = 0;
  const createShards: Ground['createShards'] = async (matrix) => {
    const began = performance.now();
    const shards = await ground.createShards(matrix);
    loadMs += performance.now() - began;
    return shards;
  };
  return visit({ ...ground, createShards }, {}, async (place) => {
    const began = performance.now();
    const proof = await workNamed(work).ours(given, asked, place);
    return { ms: performance.now() - began - loadMs, loadMs, proof };
  });
}
