import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { computes } from '../../../../src/cells/computes';
import type { CellCompute } from '../../../../src/core/cell-compute';
import type { Job } from '../../../../src/core/job';
import { InlineEngine } from '../../../../src/engine/inline-engine';
import { nodeParts } from '../../../../src/headless/node-parts';
import { threadClock } from '../../../bench/proofs/thread-clock';
import { drawCustomers, toCsv } from '../../../journey/support/shop';
import { KINDS, taskFor, withTurn } from '../page/kinds';

/*
 * How long every kind of cell holds the engine's thread at most before it pauses: what a cancel must
 * wait for. In one thread and in processor time, so that it says the same on a busy machine; rows
 * that the page gives to shard workers are worked on here, too. `node build/silences.js --rows N`.
 */
const { values: typed } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    /** A pattern of names; all without it. */
    only: { type: 'string', default: '' },
    /** The least of so many runs counts, step by step. */
    runs: { type: 'string', default: '2' },
    /** Longer work is stopped after so many milliseconds. */
    look: { type: 'string', default: '20000' },
    /** What no step may take. */
    limit: { type: 'string', default: '60' },
    /** Tells of so many of the longest steps. */
    list: { type: 'string', default: '1' },
  },
});

interface Step {
  readonly ms: number;
  readonly place: string;
}

const clock = threadClock();
let steps: Step[] = [];
let watched = '';

async function* timed<T, P>(job: Job<T, P>): Job<T, P> {
  let place = 'start';
  try {
    for (let i = 1; ; i++) {
      const before = clock();
      const step = await job.next();
      const phase = step.done ? 'end' : `${step.value.phase ?? ''} ${shareOf(step.value)}`;
      steps.push({ ms: clock() - before, place: `step ${i}, ${place} … ${phase}` });
      if (step.done) return step.value;
      place = phase;
      yield step.value;
    }
  } finally {
    // The value is not used: the job was abandoned, or it has ended.
    await job.return(undefined as T);
  }
}

const shareOf = ({ done, total }: { readonly done: number; readonly total: number }): string =>
  (done / total).toFixed(3);

/** The same computation, each of its steps timed when it is the one that is looked at. */
function watch(compute: CellCompute): CellCompute {
  return {
    ...compute,
    run: (params, inputs, tools) => {
      const job = compute.run(params, inputs, tools);
      return compute.definition.kind === watched ? timed(job) : job;
    },
  };
}

async function main(): Promise<void> {
  const rows = Number(typed.rows);
  const text = toCsv(drawCustomers(rows, 7));
  const wasm = readFileSync('build/kernels.wasm');
  const engine = new InlineEngine({
    ...nodeParts(new Uint8Array(wasm).buffer),
    secret: async () => new Uint8Array(32),
    computes: new Map([...computes].map(([kind, compute]) => [kind, watch(compute)])),
  });
  const { sha256 } = await engine.addFile(new Blob([text]));
  const table = { rows, columns: text.slice(0, text.indexOf('\n')).trim().split(',') };
  const first = await engine.run(taskFor('explain', 0, sha256, table));
  if (first.status !== 'done') throw new Error(JSON.stringify(first));
  let turn = 0;
  for (const name of Object.keys(KINDS).filter((kind) => new RegExp(typed.only).test(kind))) {
    watched = KINDS[name]!.kind;
    let least: readonly Step[] | undefined;
    for (let run = 0; run < Number(typed.runs); run++) {
      steps = [];
      // The same work again, which nobody remembers.
      const task = withTurn(taskFor(name, 1, sha256, table), 1);
      const again = { ...task, fingerprint: `${task.fingerprint}-${++turn}` };
      const signal = AbortSignal.timeout(Number(typed.look));
      const outcome = await engine.run(again, { signal });
      if (outcome.status === 'failed') throw new Error(JSON.stringify(outcome));
      least = lesser(least, steps);
    }
    tell(name, least!);
  }
}

/** Steps do not depend on time, where they do their longest are compared alone. */
function lesser(before: readonly Step[] | undefined, after: readonly Step[]): readonly Step[] {
  if (!before) return after;
  if (before.length === after.length) {
    return after.map((step, i) => (before[i]!.ms < step.ms ? before[i]! : step));
  }
  return longest(before).ms < longest(after).ms ? before : after;
}

const longest = (all: readonly Step[]): Step =>
  all.reduce((most, step) => (step.ms > most.ms ? step : most));

function tell(name: string, all: readonly Step[]): void {
  const total = all.reduce((sum, { ms }) => sum + ms, 0);
  const worst = [...all].sort((a, b) => b.ms - a.ms).slice(0, Number(typed.list));
  const places = worst.map(({ ms, place }) => `${ms.toFixed(1)} ms (${place})`).join('; ');
  console.log(
    `${name.padEnd(15)} ${all.length} steps of ${total.toFixed(0)} ms, longest ${places}`,
  );
  // The page's database has a thread of its own, which is ended, not waited for.
  if (watched !== 'sql' && worst[0]!.ms > Number(typed.limit)) process.exitCode = 1;
}

await main();
process.exit();
