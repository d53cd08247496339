import { iterationsOf, type CaseReport, type Runs } from './measure';
import type { Timing } from './participants/participant';

/** What of a run is compared. */
export type What = 'work' | 'with loading' | 'cpu';

const TIMES: Readonly<Record<What, (timing: Timing) => number>> = {
  work: ({ ms }) => ms,
  'with loading': ({ ms, loadMs }) => ms + loadMs,
  cpu: ({ cpuMs }) => cpuMs,
};

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf({ warm }: Pick<Runs, 'warm'>, what: What): Spread {
  const times = warm.map(TIMES[what]).sort((a, b) => a - b);
  const middle = times.length >> 1;
  const median = times.length % 2 ? times[middle]! : (times[middle - 1]! + times[middle]!) / 2;
  return { median, least: times[0]!, most: times.at(-1)! };
}

/** How many times as long the peer takes, by medians; by the iteration when it was cut short. */
export function ratioOf(peer: Runs, ours: Runs, what: What): number {
  const ratio = spreadOf(peer, what).median / spreadOf(ours, what).median;
  if (!peer.isCutShort) return ratio;
  return (ratio * iterationsOf(ours.warm[0]!)) / iterationsOf(peer.warm[0]!);
}

/** The same of the first runs, of fresh processes and pages, loading included. */
export function coldRatioOf(peer: Runs, ours: Runs): number {
  const ratio = (peer.cold.ms + peer.cold.loadMs) / (ours.cold.ms + ours.cold.loadMs);
  if (!peer.isCutShort) return ratio;
  return (ratio * iterationsOf(ours.cold)) / iterationsOf(peer.cold);
}

/** The bar of this peer in this case, if one is set. */
export function barOf({ asked }: CaseReport, peer: Runs): number | undefined {
  return peer.name.startsWith('scikit-learn') ? asked.bar : asked.bars?.[peer.name];
}
