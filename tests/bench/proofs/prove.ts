import type { Job } from '../../../src/core/job';
import { settle } from '../../../src/core/shard-work';
import type { ShardWork } from '../../../src/core/shards';
import { drive } from '../../../src/engine/drive';
import type { Told } from '../participants/participant';
import { visit, workNamed, type Ground } from '../run-ours';
import type { Given } from '../work';

/** How a cancel went, in ms since it was due. */
export interface Cancelled {
  /** Until whoever asked had an answer. */
  readonly answeredMs: number;
  /** Until the workers had also done something else. */
  readonly freeMs: number;
  /** The work was done before. */
  readonly isTooLate: boolean;
}

type Kept = readonly (Float64Array | Int32Array)[];

/** Runs our part once and gives the arrays that it keeps. */
export async function keptOf(told: Told, given: Given, ground: Ground): Promise<Kept> {
  const kept: (Float64Array | Int32Array)[] = [];
  await visit(ground, { keep: (...arrays) => void kept.push(...arrays) }, (place) =>
    workNamed(told.work).ours(given, told.asked, place),
  );
  return kept;
}

/** The SHA-256 of the arrays that a run keeps. */
export async function hashOf(told: Told, given: Given, ground: Ground): Promise<string> {
  const kept = await keptOf(told, given, ground);
  const bytes = new Uint8Array(kept.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of kept) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

class Stopped extends Error {}

/** Progress of work on shards is a number, that of a job more. */
async function* asJob<T>(work: Job<T> | ShardWork<T>): Job<T> {
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      yield typeof step.value === 'number' ? { done: step.value, total: 1 } : step.value;
    }
  } finally {
    // The value is not used: the work was abandoned, or it has ended.
    await work.return(undefined as T);
  }
}

/** Starts our part as the engine does, cancels it `afterMs` later and looks at the clock. */
export async function timeCancel(
  told: Told,
  given: Given,
  { ground, afterMs }: { readonly ground: Ground; readonly afterMs: number },
): Promise<Cancelled> {
  const controller = new AbortController();
  let due = Infinity;
  let answeredMs = NaN;
  async function finish<T>(work: Job<T> | ShardWork<T>): Promise<T> {
    due = Math.min(due, performance.now() + afterMs);
    const timer = setTimeout(() => controller.abort(), due - performance.now());
    const driven = await drive(asJob(work), { signal: controller.signal });
    clearTimeout(timer);
    if (driven.status === 'done') return driven.value;
    answeredMs = performance.now() - due;
    throw new Stopped();
  }
  try {
    await visit(ground, { finish }, (place) => workNamed(told.work).ours(given, told.asked, place));
    return { answeredMs: NaN, freeMs: NaN, isTooLate: true };
  } catch (thrown) {
    if (!(thrown instanceof Stopped)) throw thrown;
  }
  // More values than stay in the engine's own thread.
  const other = { rows: 16_384, columns: 4, values: new Float32Array(65_536) };
  const shards = await ground.createShards(other);
  await settle(shards.assign(new Float64Array(4)));
  const freeMs = performance.now() - due;
  shards.release();
  return { answeredMs, freeMs, isTooLate: false };
}
