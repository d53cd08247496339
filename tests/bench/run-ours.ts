import type { Shards } from '../../src/core/shards';
import type { Timing, Told } from './participants/participant';
import type { Given, Place } from './work';
import { WORKS } from './works';

/** One timed run of our part, wherever it is; loading is clocked apart. */
export async function runOurs(
  { work: name, asked }: Told,
  given: Given,
  place: Place,
): Promise<Omit<Timing, 'cpuMs'>> {
  const work = WORKS.find((one) => one.name === name);
  if (!work) throw new Error(`no work ${name}`);
  const created: Shards[] = [];
  let loadMs = 0;
  const createShards: Place['createShards'] = async (matrix) => {
    const began = performance.now();
    const shards = await place.createShards(matrix);
    loadMs += performance.now() - began;
    created.push(shards);
    return shards;
  };
  const began = performance.now();
  try {
    const proof = await work.ours(given, asked, { ...place, createShards });
    return { ms: performance.now() - began - loadMs, loadMs, proof };
  } finally {
    created.forEach((shards) => shards.release());
  }
}
