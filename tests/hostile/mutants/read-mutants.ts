import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { createRandom } from '../../../src/core/random';
import { READ_AUTOMATICALLY } from '../../../src/core/read-report';
import { parseReport } from '../../../src/engine/parse-report';
import type { FromReader } from '../../../src/engine/read-protocol';
import { parseIpc, toIpc } from '../../../src/table/ipc';
import { putTogether } from '../../../src/table/moved-table';
import type { MutantMaker } from './bases';

/** The loops that the page's readers run, too. */
const kernels = new WebAssembly.Module(readFileSync('build/kernels.wasm'));

/** What became of the mutants of one format. */
export interface MutantReport {
  readonly format: string;
  readonly mutants: number;
  /** Read as a table that holds every promise of ours. */
  accepted: number;
  /** Refused with a problem that a person can read, by its code. */
  readonly refused: Record<string, number>;
  /** Readers that had to be stopped, by the number of the mutant. */
  readonly stopped: number[];
  /** Readers that died, with the reason. */
  readonly died: { readonly mutant: number; readonly reason: string }[];
  /** Problems without words for people, and tables that broke a promise: our bugs. */
  readonly bugs: { readonly mutant: number; readonly reason: string }[];
  slowestMs: number;
  slowest: number;
}

export interface MutantRun {
  readonly script: string;
  readonly mutants: number;
  /** The number of the first mutant: a single one can be looked at again. */
  readonly from?: number;
  /** A reader that says nothing about a mutant for so long is stopped. */
  readonly limitMs: number;
  /** Readers side by side; 1 without it. */
  readonly threads?: number;
}

type Ending =
  | { readonly kind: 'read'; readonly message: Extract<FromReader, { kind: 'read' }> }
  | { readonly kind: 'failed'; readonly code: string; readonly reason: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'died'; readonly reason: string };

/** Reads mutants one after another in reader threads and counts the endings. */
export async function readMutants(
  format: string,
  make: MutantMaker,
  run: MutantRun,
): Promise<MutantReport> {
  const report: MutantReport = {
    ...{ format, mutants: run.mutants, accepted: 0, refused: {}, stopped: [], died: [], bugs: [] },
    ...{ slowestMs: 0, slowest: -1 },
  };
  let next = run.from ?? 0;
  const end = next + run.mutants;
  const readAll = async (reader: ReaderThread): Promise<void> => {
    while (next < end) {
      const mutant = next++;
      const bytes = await make(createRandom(20_240_501, 'mutant', format, mutant));
      const started = performance.now();
      let ending = await reader.read(bytes, run.limitMs);
      // Other programs may have held it up: only what hangs twice hangs.
      if (ending.kind === 'stopped') ending = await reader.read(bytes, run.limitMs);
      const ms = performance.now() - started;
      count(report, mutant, ending);
      if (ms > report.slowestMs) Object.assign(report, { slowestMs: ms, slowest: mutant });
    }
    await reader.stop();
  };
  const readers = Array.from({ length: run.threads ?? 1 }, () => new ReaderThread(run.script));
  await Promise.all(readers.map(readAll));
  // Threads end in any order; a report does not.
  report.stopped.sort((a, b) => a - b);
  return report;
}

function count(report: MutantReport, mutant: number, ending: Ending): void {
  switch (ending.kind) {
    case 'stopped':
      report.stopped.push(mutant);
      return;
    case 'died':
      report.died.push({ mutant, reason: ending.reason });
      return;
    case 'failed':
      report.refused[ending.code] = (report.refused[ending.code] ?? 0) + 1;
      if (ending.code === 'internal') report.bugs.push({ mutant, reason: ending.reason });
      return;
    case 'read':
      try {
        parseReport(ending.message.report);
        parseIpc(toIpc(putTogether(ending.message.table)));
        report.accepted++;
      } catch (thrown) {
        report.bugs.push({ mutant, reason: String(thrown) });
      }
      return;
    default:
      ending satisfies never;
  }
}

/** A reader in a thread of its own, started again after it was stopped or died. */
class ReaderThread {
  private thread: Worker | null = null;

  constructor(private readonly script: string) {}

  async stop(): Promise<void> {
    await this.thread?.terminate();
    this.thread = null;
  }

  read(bytes: Uint8Array<ArrayBuffer>, limitMs: number): Promise<Ending> {
    const thread = (this.thread ??= new Worker(this.script, {
      argv: ['--as', 'reader'],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    }));
    return new Promise((resolve) => {
      const end = (ending: Ending, isAlive: boolean): void => {
        clearTimeout(timer);
        for (const event of ['error', 'exit', 'message']) thread.removeAllListeners(event);
        if (isAlive) return resolve(ending);
        this.thread = null;
        void thread.terminate().then(() => resolve(ending));
      };
      const timer = setTimeout(() => end({ kind: 'stopped' }, false), limitMs);
      thread.on('error', (error) => end({ kind: 'died', reason: error.message }, false));
      thread.on('exit', (code) => end({ kind: 'died', reason: `exit ${code}` }, false));
      thread.on('message', (message: FromReader) => {
        if (message.kind === 'read') end({ kind: 'read', message }, true);
        if (message.kind !== 'failed') return;
        const { code, facts } = message.problem;
        end({ kind: 'failed', code, reason: JSON.stringify(facts) }, true);
      });
      const options = { ...READ_AUTOMATICALLY, name: 'mutant' };
      thread.postMessage({ kind: 'read', file: new Blob([bytes]), options, kernels });
    });
  }
}
