import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definitions } from '../cells/catalogue';
import type { Notebook } from '../core/notebook';
import { reportOf, type ProblemReport } from '../core/problem';
import { taskOf } from '../core/task';
import { InlineEngine } from '../engine/inline-engine';
import type { Engine } from '../engine/port';
import { WorkerEngine } from '../engine/worker-engine';
import { parseNotebook } from '../notebook-file/parse';
import { writeNotebook } from '../notebook-file/write';
import { parseCommand, USAGE, UsageError, type Command } from './command-line';
import { nodeParts } from './node-parts';
import { openFile, readText } from './open-file';
import { printedEnds, printedLabels, printedProblem } from './printed';
import { runNotebook } from './run-notebook';
import { pathOf, supplySources } from './supply-sources';
import { startThread } from './thread-link';
import { writeExports } from './write-exports';
import { isVerified, writeRecords } from './write-records';

type RunCommand = Extract<Command, { kind: 'run' }>;

/** The bundle itself; the kernels lie beside it. */
const bundle = fileURLToPath(import.meta.url);

async function createEngine(inThread: boolean): Promise<Engine> {
  const bytes = await readFile(join(dirname(bundle), 'kernels.wasm'));
  const wasm = new Uint8Array(bytes).buffer;
  if (!inThread) return new InlineEngine(nodeParts(wasm));
  const setup = {
    kind: 'setup',
    wasm,
    sources: null,
    mustBeCovered: false,
    shardWorkers: 0,
  } as const;
  return new WorkerEngine({ start: () => startThread(bundle), setup, hasSpare: false });
}

async function writeLabels(notebook: Notebook, command: RunCommand, engine: Engine) {
  let isWhole = true;
  for (const [cellId, path] of command.labels) {
    const task = taskOf(notebook, cellId, definitions);
    const labels = task ? await engine.labels(task) : undefined;
    if (labels?.status === 'done') await writeFile(pathOf(path), printedLabels(labels.labels));
    else {
      console.error(`${cellId}: no labels to write`);
      isWhole = false;
    }
  }
  return isWhole;
}

async function run(command: RunCommand, engine: Engine): Promise<number> {
  const parsed = parseNotebook(await readText(pathOf(command.notebook)));
  const notebook = await supplySources(parsed, command, engine);
  const ends = await runNotebook({ notebook, engine, definitions });
  console.log(printedEnds(notebook, ends));
  const isLabelled = await writeLabels(notebook, command, engine);
  const isExported = await writeExports(command.exports, { notebook, engine, definitions });
  const isDone = [...ends.values()].every(({ status }) => status === 'done');
  const ran = { notebook, ends };
  await writeRecords(command.records, ran);
  const isSame = command.verify === undefined || (await isVerified(command.verify, ran));
  return isDone && isLabelled && isExported && isSame ? 0 : 1;
}

async function propose(
  command: Extract<Command, { kind: 'new' }>,
  engine: Engine,
): Promise<number> {
  const { file: path, language } = command;
  const file = await openFile(pathOf(path), command);
  const { sha256 } = await engine.addFile(file);
  const proposal = await engine.propose({ name: basename(path), sha256 }, language);
  if (proposal.status === 'done') {
    process.stdout.write(writeNotebook(proposal.notebook, definitions));
    return 0;
  }
  if (proposal.status === 'failed') printError(proposal.problem, language);
  return 1;
}

function printError(problem: ProblemReport, language: 'zh' | 'en'): void {
  console.log(JSON.stringify({ cells: {}, error: printedProblem(problem, language) }, null, 2));
}

/** Does what was typed; 0 when all went well, 1 when something failed, 2 when nobody understood. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let engine: Engine | undefined;
  try {
    const command = parseCommand(args);
    engine = await createEngine(command.inThread);
    return command.kind === 'run' ? await run(command, engine) : await propose(command, engine);
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      console.error(`${thrown.message}\n\n${USAGE}`);
      return 2;
    }
    printError(reportOf(thrown), 'en');
    return 1;
  } finally {
    engine?.dispose();
  }
}
