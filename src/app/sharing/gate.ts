import type { JsonObject } from '../../core/json';
import type { Cell, Notebook, Source } from '../../core/notebook';
import { Problem } from '../../core/problem';
import { taskOf } from '../../core/task';
import type { ColumnMeta } from '../../core/values';
import type { Language } from '../../core/words';
import type { Engine, Task } from '../../engine/port';
import type { Definitions } from '../../core/graph';

export type ColumnClass = 'direct' | 'quasi' | 'sensitive' | 'other';

/** What people look at before rows leave: the part of the privacy cell's display that the gate shows. */
export interface GateFigures {
  readonly treated: readonly { readonly column: ColumnMeta; readonly class: ColumnClass }[];
  readonly before: {
    readonly rows: number;
    /** Rows in the smallest group. */
    readonly k: number;
    readonly groups: number;
    readonly rowsBelow: number;
    readonly alone: number;
  };
}

export interface GatePorts {
  readonly engine: Pick<Engine, 'run' | 'export'>;
  readonly definitions: Definitions;
  readonly provide: (task: Task) => Promise<void>;
}

/** Somebody's word on a column, over what was found. */
export type Decisions = ReadonlyMap<string, ColumnClass>;

const GATE = 'share-gate';

/** Reads a source as the notebook reads it and measures what it gives away. Throws a `Problem`. */
export async function measureGate(
  notebook: Notebook,
  source: Source,
  { ports, decisions, k }: { ports: GatePorts; decisions: Decisions; k: number },
): Promise<GateFigures> {
  const task = gateTask(notebook, source, { ports, decisions, k });
  await ports.provide(task);
  const outcome = await ports.engine.run(task);
  if (outcome.status === 'failed') throw new Problem(outcome.problem.code, outcome.problem.facts);
  if (outcome.status !== 'done') throw new Problem('engine-stopped', { reason: outcome.status });
  // The display of a cell of kind `privacy`, which `tests/journey/sharing.spec.ts` reads here.
  return outcome.display as GateFigures;
}

/** A table that was drawn, not copied, and how many of its rows had to be left out. */
export async function drawTwin(
  notebook: Notebook,
  source: Source,
  { ports, decisions, language }: { ports: GatePorts; decisions: Decisions; language: Language },
): Promise<File> {
  const task = gateTask(notebook, source, { ports, decisions, k: 5 });
  await ports.provide(task);
  const options: JsonObject = { seed: notebook.seed };
  const wish = { format: 'twin', language, names: [], options };
  const made = await ports.engine.export(task, wish);
  if (made.status === 'failed') throw new Problem(made.problem.code, made.problem.facts);
  if (made.status !== 'done') throw new Problem('engine-stopped', { reason: made.status });
  return new File([made.file.blob], twinName(source.name), { type: 'text/csv' });
}

/** The same name, told apart, with the ending of what it now is. */
export function twinName(name: string): string {
  return `${name.replace(/(\.[a-z\d]{1,8}){1,2}$/i, '')}-synthetic.csv`;
}

/** A privacy cell over the cell that reads the source, in a notebook of its own. */
function gateTask(
  notebook: Notebook,
  source: Source,
  { ports, decisions, k }: { ports: GatePorts; decisions: Decisions; k: number },
): Task {
  const { definitions } = ports;
  const gate: Cell = {
    id: GATE,
    kind: 'privacy',
    version: definitions.get('privacy')?.version ?? 1,
    params: {
      k,
      decisions: [...decisions].map(([column, group]) => ({ column, class: group })),
    },
    inputs: { table: `${GATE}-load` },
  };
  const cells = [readerOf(notebook, source, definitions), gate];
  const task = taskOf({ ...notebook, cells }, GATE, definitions);
  if (!task) throw new Problem('source-missing', { name: source.name, sha256: source.sha256 });
  return task;
}

/** The cell that reads this source alone, with the settings of the notebook's own. */
function readerOf(notebook: Notebook, source: Source, definitions: Definitions): Cell {
  const own = notebook.cells.find(
    ({ kind, params }) => kind === 'load' && params.source === source.name,
  );
  const { more: _more, fileColumn: _column, ...settings } = own?.params ?? {};
  return {
    id: `${GATE}-load`,
    kind: 'load',
    version: own?.version ?? definitions.get('load')?.version ?? 1,
    params: { ...settings, source: source.name },
    inputs: {},
  };
}
