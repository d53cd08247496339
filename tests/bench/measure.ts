import type { Participant, Started, Timing, Told } from './participants/participant';
import type { BenchCase, Proof } from './work';

/** What one participant did in one case. */
export interface Runs {
  readonly name: string;
  readonly isOurs: boolean;
  readonly isCutShort: boolean;
  /** The first run of a fresh process or page. */
  readonly cold: Timing;
  readonly warm: readonly Timing[];
  readonly peakBytes?: number;
  readonly longestTaskMs?: number;
}

export interface CaseReport {
  readonly work: string;
  readonly asked: BenchCase;
  readonly runs: readonly Runs[];
  /** Who was not there, and why. */
  readonly missing: readonly string[];
}

/** Warm-up goes on until this much work was done, so that optimised code is timed. */
const WARM_MS = 1500;
const MOST_WARM_UPS = 4;

async function warmUp(participant: Participant): Promise<Timing> {
  const cold = await participant.run();
  let spent = cold.ms + cold.loadMs;
  for (let run = 0; run < MOST_WARM_UPS && spent < WARM_MS; run++) {
    const { ms, loadMs } = await participant.run();
    spent += ms + loadMs;
  }
  return cold;
}

/** Everybody gets warm, then they do the work in turn, round by round. */
export async function measure(
  told: Told,
  started: readonly Started[],
  repetitions: number,
): Promise<CaseReport> {
  const missing = started.flatMap((one) => ('missing' in one ? [one.missing] : []));
  const present: Participant[] = [];
  for (const one of started) {
    if (!('missing' in one) && (await one.load(told))) present.push(one);
  }
  const cold: Timing[] = [];
  for (const participant of present) cold.push(await warmUp(participant));
  const warm: Timing[][] = present.map(() => []);
  for (let round = 0; round < repetitions; round++) {
    for (const [i, participant] of present.entries()) warm[i]!.push(await participant.run());
  }
  const runs: Runs[] = [];
  for (const [i, participant] of present.entries()) {
    const peakBytes = await participant.peakBytes();
    const longestTaskMs = await participant.longestTaskMs?.();
    runs.push({
      name: participant.name,
      isOurs: participant.name.startsWith('Fenqun'),
      isCutShort: participant.isCutShort ?? false,
      cold: cold[i]!,
      warm: warm[i]!,
      ...(peakBytes === undefined ? {} : { peakBytes }),
      ...(longestTaskMs === undefined ? {} : { longestTaskMs }),
    });
  }
  return { work: told.work, asked: told.asked, runs, missing };
}

/** Iterations done, for participants that are compared by the iteration. */
export function iterationsOf({ proof }: { readonly proof: Proof }): number {
  return proof['iterations'] ?? 1;
}
