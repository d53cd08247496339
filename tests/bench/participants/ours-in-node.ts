import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createShardPool } from '../../../src/engine/shard-pool';
import { startThread } from '../../../src/headless/thread-link';
import { answerOurs, type Asked, type OursAnswers, type Surroundings } from '../answer-ours';
import type { Given } from '../work';
import type { Answer, LineProcess } from './line-process';
import type { Prover, Told } from './participant';
import { serveLines } from './serve-lines';

const start = () => startThread(process.argv[1]!);

function poolOf(workers: number) {
  const module = new WebAssembly.Module(readFileSync('build/kernels.wasm'));
  const pool = createShardPool({ start, workers, module });
  return { ground: { createShards: pool.createShards, module }, close: pool.dispose };
}

/** Our engine in Node: shards over worker threads that run this same bundle. */
export async function serveOurs(): Promise<void> {
  const workers = availableParallelism();
  const usual = poolOf(workers);
  const around: Surroundings = {
    usual: usual.ground,
    groundOf: poolOf,
    limits: () => new WebAssembly.Module(readFileSync('build/limits.wasm')),
  };
  let loaded: { readonly given: Given; readonly told: Told } | undefined;
  await serveLines(`Fenqun, Node, ${workers} workers`, {
    load(given, told) {
      loaded = { given, told };
      return true;
    },
    async answer(question): Promise<Answer> {
      if (!loaded) throw new Error('nothing is loaded');
      // `proverOf` below asks nothing else.
      const asked = question as Asked;
      const used = process.cpuUsage();
      const answer = await answerOurs(asked, loaded, around);
      if (asked.kind !== 'run') return { answer };
      const { user, system } = process.cpuUsage(used);
      return { ...(answer as OursAnswers['run']), cpuMs: (user + system) / 1000 };
    },
  });
  usual.close();
}

/** The asking end of `serveOurs`. */
export function proverOf(process: LineProcess): Prover {
  async function ask<K extends Asked['kind']>(asked: Asked & { kind: K }): Promise<OursAnswers[K]> {
    // The other end answers each question in kind.
    return (await process.ask(asked)).answer as OursAnswers[K];
  }
  return {
    ...process,
    limits: () => ask({ kind: 'limits' }),
    hashes: (workers, runs) => ask({ kind: 'hash', workers, runs }),
    cancel: (afterMs) => ask({ kind: 'cancel', afterMs }),
  };
}
