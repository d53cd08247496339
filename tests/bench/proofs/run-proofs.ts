import { prepare } from '../prepare';
import { startOurs, type Browsing } from '../participants/start-all';
import type { Prover } from '../participants/participant';
import type { BenchCase, Work } from '../work';

export interface Chosen {
  readonly work: Work;
  readonly asked: BenchCase;
}

export interface ProofOptions {
  readonly browser: Browsing;
  readonly folder: string;
  readonly runs: number;
  readonly say: (line: string) => void;
}

const WORKERS = [1, 2, 4, 8];
/** When a cancel falls due, from the first steps to the long run. */
const CANCEL_AFTER_MS = [5, 40, 150, 400, 900];
/** What a cancel may take. */
const CANCEL_MS = 100;

async function withOurs(
  { work, asked }: Chosen,
  { browser, folder, say }: ProofOptions,
  look: (provers: readonly Prover[]) => Promise<void>,
): Promise<void> {
  const told = await prepare(work, asked, folder);
  const started = await startOurs(browser);
  const provers: Prover[] = [];
  for (const one of started) {
    if ('missing' in one) say(`Not proven: ${one.missing}`);
    else if (await one.load(told)) provers.push(one);
  }
  try {
    await look(provers);
  } finally {
    for (const prover of provers) await prover.close();
  }
}

/** The same bits in every place, on any number of workers, in every run; true when so. */
export async function proveSame(chosen: Chosen, options: ProofOptions): Promise<boolean> {
  const { runs, say } = options;
  const seen = new Map<string, string[]>();
  await withOurs(chosen, options, async (provers) => {
    for (const prover of provers) {
      for (const workers of WORKERS) {
        for (const hash of await prover.hashes(workers, runs)) {
          seen.set(hash, [...(seen.get(hash) ?? []), `${prover.name} (here ${workers})`]);
        }
      }
    }
  });
  const total = [...seen.values()].reduce((sum, { length }) => sum + length, 0);
  say(`${chosen.asked.name}: ${seen.size} answer in ${total} runs, ${[...seen.keys()].join(' ')}`);
  if (seen.size > 1) seen.forEach((where, hash) => say(`  ${hash}: ${where.join(', ')}`));
  return seen.size === 1;
}

/** Cancels the work at several moments; true when every answer came in time. */
export async function proveCancel(chosen: Chosen, options: ProofOptions): Promise<boolean> {
  let isInTime = true;
  await withOurs(chosen, options, async (provers) => {
    for (const prover of provers) {
      const times: string[] = [];
      for (const afterMs of CANCEL_AFTER_MS) {
        const { answeredMs, freeMs, isTooLate } = await prover.cancel(afterMs);
        if (isTooLate) continue;
        isInTime &&= answeredMs <= CANCEL_MS;
        times.push(`${answeredMs.toFixed(0)}/${freeMs.toFixed(0)}`);
      }
      options.say(`${chosen.asked.name}, ${prover.name}: ${times.join('  ')} ms`);
    }
  });
  return isInTime;
}
