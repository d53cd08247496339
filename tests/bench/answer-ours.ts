import { measureDense } from './dense';
import { measureLimits } from './limits';
import type { Limits, Timing, Told } from './participants/participant';
import { hashOf, timeCancel, type Cancelled } from './proofs/prove';
import { runOurs, type Ground } from './run-ours';
import type { Given } from './work';

/** What our engine can be asked, in every place, once a case is loaded. */
export type Asked =
  | { readonly kind: 'run' }
  | { readonly kind: 'limits' }
  /** The SHA-256 of what each of so many runs keeps. */
  | { readonly kind: 'hash'; readonly workers: number; readonly runs: number }
  | { readonly kind: 'cancel'; readonly afterMs: number };

export interface OursAnswers {
  readonly run: Omit<Timing, 'cpuMs'>;
  readonly limits: Limits;
  readonly hash: readonly string[];
  readonly cancel: Cancelled;
}

/** What a place brings: shards over any number of workers, and the two modules. */
export interface Surroundings {
  readonly usual: Ground;
  readonly groundOf: (workers: number) => { readonly ground: Ground; readonly close: () => void };
  readonly limits: () => WebAssembly.Module;
}

export async function answerOurs<K extends Asked['kind']>(
  asked: Extract<Asked, { readonly kind: K }>,
  { told, given }: { readonly told: Told; readonly given: Given },
  around: Surroundings,
): Promise<OursAnswers[K]>;
export async function answerOurs(
  asked: Asked,
  { told, given }: { readonly told: Told; readonly given: Given },
  around: Surroundings,
): Promise<OursAnswers[Asked['kind']]> {
  switch (asked.kind) {
    case 'run':
      return runOurs(told, given, around.usual);
    case 'limits':
      return { ...measureLimits(around.limits()), dense: measureDense(around.usual.module) };
    case 'cancel':
      return timeCancel(told, given, { ground: around.usual, afterMs: asked.afterMs });
    case 'hash': {
      const { ground, close } = around.groundOf(asked.workers);
      const hashes: string[] = [];
      for (let run = 0; run < asked.runs; run++) hashes.push(await hashOf(told, given, ground));
      close();
      return hashes;
    }
    default:
      return asked satisfies never;
  }
}
