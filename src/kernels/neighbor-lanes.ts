import type { ShardWork } from '../core/shards';
import type { Crew, NeighborAnswer, NeighborCommand, Walk, WalkState } from './neighbor-requests';

/** The commands for one member, one after the other; each gets its answer. */
export type Lane = Generator<NeighborCommand, void, NeighborAnswer>;

/** Leaves [from, to). */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of leaves that each member is given, about: enough that none waits long for the last. */
const RUNS_EACH = 12;
const LEAST_RUN = 8;

/**
 * Carries commands of all lanes to their members, one under way for each, and yields `share` after
 * each answer. When it is abandoned nothing more is sent.
 */
export async function* runLanes(
  crew: Crew,
  lanes: readonly Lane[],
  share: () => number,
): ShardWork<void> {
  const pending = new Map<number, Promise<{ member: number; answer: NeighborAnswer }>>();
  function advance(member: number, answer: NeighborAnswer): void {
    const step = lanes[member]!.next(answer);
    pending.delete(member);
    if (step.done) return;
    const asked = crew.ask(member, step.value).then((given) => ({ member, answer: given }));
    // Whoever abandons this does not wait for what is under way.
    asked.catch(() => undefined);
    pending.set(member, asked);
  }
  lanes.forEach((_, member) => advance(member, null));
  while (pending.size > 0) {
    const { member, answer } = await Promise.race(pending.values());
    advance(member, answer);
    yield share();
  }
}

/**
 * Walks over all leaves, cut into runs that go to whoever is free, and yields the share done;
 * `onFound` gets what was found in a run of leaves.
 */
export function walkLeaves(
  crew: Crew,
  { members, leaves }: { readonly members: number; readonly leaves: number },
  {
    walk,
    onFound,
  }: { readonly walk: Walk; readonly onFound?: (from: number, found: Int32Array) => void },
): ShardWork<void> {
  const length = Math.max(LEAST_RUN, Math.ceil(leaves / (members * RUNS_EACH)));
  let next = 0;
  let done = 0;
  function* lane(): Lane {
    while (next < leaves) {
      const run: Run = { from: next, to: Math.min(leaves, next + length) };
      next = run.to;
      let leaf = run.from;
      let state: WalkState | undefined;
      while (leaf < run.to) {
        const command = state
          ? ({ kind: 'walk-on' } as const)
          : ({ kind: 'walk', walk, ...run } as const);
        // A walk is answered by where it has come to.
        state = (yield command) as WalkState;
        done += state.leaf - leaf;
        leaf = state.leaf;
      }
      if (state?.found) onFound?.(run.from, state.found);
    }
  }
  return runLanes(crew, Array.from({ length: members }, lane), () => done / leaves);
}
