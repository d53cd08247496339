import type { BenchCase } from './cases';
import type { Timing } from './peer';

/** The timed runs of one participant at one piece of work; the first was not warm. */
export interface Runs {
  readonly name: string;
  readonly cold: Timing;
  readonly warm: readonly Timing[];
}

export interface CaseReport {
  readonly work: BenchCase;
  readonly ours: Runs;
  readonly peers: readonly Runs[];
  /** Resident memory of this process, workers included, in MB. */
  readonly memoryMb: number;
}

function sorted({ warm }: Runs): readonly number[] {
  return warm.map(({ ms }) => ms).sort((a, b) => a - b);
}

export function medianMs(runs: Runs): number {
  const times = sorted(runs);
  const middle = times.length >> 1;
  return times.length % 2 ? times[middle]! : (times[middle - 1]! + times[middle]!) / 2;
}

function timesOf(runs: Runs): string {
  const times = sorted(runs);
  const figures = [medianMs(runs), times[0]!, times.at(-1)!, runs.cold.ms].map(Math.round);
  return `${figures[0]} ms (${figures[1]}–${figures[2]}; cold ${figures[3]})`;
}

/** Iterations and inertia side by side, so that nobody wins by doing less. */
function proofOf({ warm }: Runs): string {
  const { iterations, inertia } = warm.at(-1)!;
  return `${iterations === undefined ? '' : `${iterations} it `}${inertia?.toPrecision(9) ?? ''}`;
}

/** One work as lines of text: ours first, then each peer with the ratio of its median to ours. */
export function linesOf({ work, ours, peers, memoryMb }: CaseReport): readonly string[] {
  const { rows, columns, clusters } = work;
  const title = `${work.name}  ${rows} × ${columns}, k = ${clusters}, ${work.shape}`;
  const own = `  ${ours.name.padEnd(26)} ${timesOf(ours)}  ${proofOf(ours)}  ${memoryMb} MB`;
  const others = peers.map((peer) => {
    const ratio = (medianMs(peer) / medianMs(ours)).toFixed(1);
    const line = `  ${peer.name.padEnd(26)} ${timesOf(peer)}  ${proofOf(peer)}`;
    return `${line}  ratio ${ratio} (bar ${work.bar})`;
  });
  return [title, own, ...others];
}
