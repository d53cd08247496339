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

function sorted({ warm }: Runs, what: 'ms' | 'cpuMs'): readonly number[] {
  return warm.map((timing) => timing[what]).sort((a, b) => a - b);
}

function median(runs: Runs, what: 'ms' | 'cpuMs'): number {
  const times = sorted(runs, what);
  const middle = times.length >> 1;
  return times.length % 2 ? times[middle]! : (times[middle - 1]! + times[middle]!) / 2;
}

function timesOf(runs: Runs): string {
  const times = sorted(runs, 'ms');
  const all = [median(runs, 'ms'), times[0]!, times.at(-1)!, runs.cold.ms, median(runs, 'cpuMs')];
  const [middle, least, most, cold, cpu] = all.map(Math.round);
  return `${middle} ms (${least}–${most}; cold ${cold}), ${cpu} ms CPU`;
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
    const line = `  ${peer.name.padEnd(26)} ${timesOf(peer)}  ${proofOf(peer)}`;
    const ratio = (what: 'ms' | 'cpuMs') => (median(peer, what) / median(ours, what)).toFixed(1);
    return `${line}  ratio ${ratio('ms')}, of CPU ${ratio('cpuMs')} (bar ${work.bar})`;
  });
  return [title, own, ...others];
}
