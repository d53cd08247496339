import { parseCellParams } from '../core/cell-params';
import type { ExportFile, ExportWish } from '../core/export';
import type { CellCompute, CellResult, Tools } from '../core/cell-compute';
import type { ReadOptions, ReadReport } from '../core/read-report';
import type { Job } from '../core/job';
import { ownValue } from '../core/json';
import type { Matrix } from '../core/matrix';
import type { Packer } from '../core/packer';
import { Problem } from '../core/problem';
import type { QueryRequest, QueryResult } from '../core/query';
import type { Shards } from '../core/shards';
import type { TableValue, Value } from '../core/values';
import { drive, type Driven, type StepProgress } from './drive';
import type { Task } from './port';

export interface ReadSource {
  readonly value: TableValue;
  readonly report: ReadReport;
}

/** What the engine gives to computations; page, worker and Node each bring their own. */
export interface World {
  readonly computes: ReadonlyMap<string, CellCompute>;
  readonly createShards: (matrix: Matrix) => Promise<Shards>;
  readonly packer?: Packer | undefined;
  readonly secret?: Tools['secret'];
  readonly readSource: (
    source: { readonly name: string; readonly sha256: string },
    options: ReadOptions,
    signal: AbortSignal,
  ) => Job<ReadSource, never>;
  /** Absent: no database here. A query that is not wanted any more is stopped at once. */
  readonly query?:
    ((request: QueryRequest, signal: AbortSignal) => Job<QueryResult, never>) | undefined;
}

interface Run {
  readonly inputs: ReadonlyMap<string, Value>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: StepProgress) => void;
}

/** The computation of a task's kind; throws `cell-unknown`. */
export function computeOf(task: Task, computes: World['computes']): CellCompute {
  const compute = computes.get(task.kind);
  if (!compute) throw new Problem('cell-unknown', { kind: task.kind });
  return compute;
}

function checkInputs(compute: CellCompute, inputs: Run['inputs']): void {
  const { takes, optional = [] } = compute.definition;
  for (const [input, kind] of Object.entries(takes)) {
    const value = inputs.get(input);
    if (!value && optional.includes(input)) continue;
    if (value?.kind !== kind) throw new Problem('input-missing', { input });
  }
}

function toolsFor(task: Task, world: World, signal: AbortSignal): Tools {
  const { query } = world;
  return {
    seed: task.seed,
    createShards: world.createShards,
    readSource: (source, options) => world.readSource(source, options, signal),
    ...(query ? { query: (request: QueryRequest) => query(request, signal) } : {}),
    ...(world.packer ? { packer: world.packer } : {}),
    ...(world.secret ? { secret: world.secret } : {}),
    ...(task.source ? { source: task.source } : {}),
    ...(task.more ? { more: task.more } : {}),
  };
}

/** The parsed parameters of a task, its inputs checked; throws `Problem`s. */
function groundOf(task: Task, world: World, { inputs, signal }: Omit<Run, 'onProgress'>) {
  const compute = computeOf(task, world.computes);
  const { kind, version, params: saved } = task;
  const cell = { id: task.cellId, kind, version, params: saved, inputs: {} };
  const params = parseCellParams(compute.definition, cell);
  checkInputs(compute, inputs);
  const tools = toolsFor(task, world, signal);
  return { compute, params, inputs: Object.fromEntries(inputs), tools };
}

/**
 * Computes one cell from the values of its inputs, in slices. Parameters are parsed and the
 * kinds of the inputs checked before the computation sees them. Throws `Problem`s.
 */
export async function runCell(
  task: Task,
  world: World,
  { inputs, signal, onProgress }: Run,
): Promise<Driven<CellResult, CellResult>> {
  const { compute, params, inputs: values, tools } = groundOf(task, world, { inputs, signal });
  return drive(compute.run(params, values, tools), { signal, onProgress });
}

/** Makes a file of one cell, in slices; throws `Problem`s, `export-unknown` among them. */
export async function exportCell(
  task: Task,
  world: World,
  run: Run & { readonly value: Value | null; readonly wish: ExportWish },
): Promise<Driven<ExportFile, never>> {
  const { value, wish, signal, onProgress } = run;
  const { compute, ...ground } = groundOf(task, world, run);
  const make = compute.exports && ownValue(compute.exports, wish.format);
  if (!make) throw new Problem('export-unknown', { kind: task.kind, format: wish.format });
  return drive(make({ ...ground, value, wish }), { signal, onProgress });
}
