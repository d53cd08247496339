import { upgradeCell } from '../core/cell-params';
import { inputsForNewCell, standBetween, upstreamOf } from '../core/graph';
import { redo, record, undo, type Action } from '../core/history';
import type { JsonObject } from '../core/json';
import * as edit from '../core/notebook';
import type { Cell, Notebook, Source } from '../core/notebook';
import type { Autosave } from './autosave';
import { withTables } from './more-tables';
import type { Scheduler } from './scheduler';
import type { Session } from './session.svelte';

export interface CommandPorts {
  readonly scheduler: Pick<Scheduler, 'edited' | 'run' | 'runAnew' | 'cancel' | 'cancelAll'>;
  readonly autosave: Pick<Autosave, 'edited'>;
  readonly now: () => number;
}

/** Everything a user can do to an open notebook. Edits are undoable; runs are not edits. */
export class Commands {
  #clipboard: Cell | null = null;

  constructor(
    private readonly session: Session,
    private readonly ports: CommandPorts,
  ) {}

  /** Changes parameters; rapid changes of the same ones are one step of the history. */
  setParams(id: string, patch: JsonObject): void {
    const control = `${id}.${Object.keys(patch).sort().join('+')}`;
    this.#edit({ code: 'set-params', facts: { cell: id }, control }, (notebook) =>
      edit.setParams(this.#upgraded(notebook, id), id, patch),
    );
  }

  /**
   * Adds a cell at a position, connected as told and else to what fits above it; says which id
   * it got. With `standsBetween` the cells below that read what feeds it read what it gives.
   */
  addCell(
    kind: string,
    position: number,
    {
      params = {},
      inputs: told = {},
      standsBetween = false,
    }: Pick<edit.CellDraft, 'params' | 'inputs'> & { readonly standsBetween?: boolean } = {},
  ): string | null {
    const definition = this.session.definitions.get(kind);
    if (!definition) return null;
    const { notebook, definitions } = this.session;
    const fitting = inputsForNewCell(definition, { notebook, position }, definitions);
    const inputs = { ...fitting, ...told };
    const draft = { kind, version: definition.version, params, inputs };
    const added = edit.insertCell(notebook, draft, position);
    this.#edit({ code: 'add-cell', facts: { kind } }, () =>
      standsBetween ? standBetween(added.notebook, added.id, definitions) : added.notebook,
    );
    return added.id;
  }

  /** Lets the cells below that go past this one read what it gives. */
  standBetween(id: string): void {
    this.#edit({ code: 'connect', facts: { cell: id, input: '' } }, (notebook) =>
      standBetween(notebook, id, this.session.definitions),
    );
  }

  removeCell(id: string): void {
    this.#edit({ code: 'remove-cell', facts: { cell: id } }, (notebook) =>
      edit.removeCell(notebook, id),
    );
  }

  /** Moves a cell up (−1) or down (1) by one place. */
  moveCell(id: string, by: -1 | 1): void {
    const position = this.#positionOf(id) + by;
    if (position < 0 || position >= this.session.notebook.cells.length) return;
    this.#edit({ code: 'move-cell', facts: { cell: id } }, (notebook) =>
      edit.moveCell(notebook, id, position),
    );
  }

  duplicateCell(id: string): string {
    const copied = edit.duplicateCell(this.session.notebook, id);
    this.#edit({ code: 'duplicate-cell', facts: { cell: id } }, () => copied.notebook);
    return copied.id;
  }

  connect(id: string, input: string, from: string | null): void {
    this.#edit({ code: 'connect', facts: { cell: id, input } }, (notebook) =>
      edit.connect(notebook, id, { input, from }),
    );
  }

  renameCell(id: string, title: string): void {
    const action = { code: 'rename-cell', facts: { cell: id }, control: `${id}.title` };
    this.#edit(action, (notebook) => edit.renameCell(notebook, id, title.trim()));
  }

  toggleFold(id: string): void {
    this.#edit({ code: 'fold-cell', facts: { cell: id } }, (notebook) =>
      edit.toggleFold(notebook, id),
    );
  }

  setTitle(title: string): void {
    if (title === this.session.notebook.title) return;
    this.#edit({ code: 'set-title', facts: { title }, control: 'title' }, (notebook) =>
      edit.setTitle(notebook, title),
    );
  }

  setSeed(seed: number): void {
    this.#edit({ code: 'set-seed', facts: { seed }, control: 'seed' }, (notebook) =>
      edit.setSeed(notebook, seed),
    );
  }

  /**
   * Makes a source the data of a cell: in the place of the one that the nearest `load` cell names,
   * else as a new one.
   */
  useSource(source: Source, cellId: string): void {
    const { notebook } = this.session;
    const upstream = upstreamOf(notebook, cellId).add(cellId);
    const reader = notebook.cells.find(
      (cell) => upstream.has(cell.id) && this.session.definitions.get(cell.kind)?.readsSource,
    );
    const known = edit.sourceOf(notebook, String(reader?.params.source ?? ''));
    if (known?.sha256 === source.sha256) return;
    this.#edit({ code: 'replace-source', facts: { name: source.name } }, () => {
      if (known) return edit.replaceSource(notebook, known.name, source);
      const added = edit.addSource(notebook, source);
      if (!reader) return added.notebook;
      return edit.setParams(added.notebook, reader.id, { source: added.name });
    });
  }

  /** Adds tables to the notebook, each with a cell that reads it; says which cells these are. */
  addTables(sources: readonly Source[]): readonly string[] {
    const added = withTables(this.session.notebook, sources, this.session.definitions);
    this.#edit({ code: 'add-tables', facts: { count: sources.length } }, () => added.notebook);
    return added.cellIds;
  }

  /** Goes back to a kept version of the document; one step, which undo takes back. */
  restoreVersion(notebook: Notebook, name: string): void {
    this.#edit({ code: 'restore-version', facts: { name } }, () => notebook);
  }

  /** Puts a deleted cell back where it stood. */
  restoreCell(cell: Cell, position: number): void {
    this.#edit({ code: 'restore-cell', facts: { cell: cell.id } }, (notebook) =>
      edit.restoreCell(notebook, cell, position),
    );
  }

  undo(): void {
    this.#show(undo(this.session.history));
  }

  redo(): void {
    this.#show(redo(this.session.history));
  }

  copy(id: string): void {
    this.#clipboard = edit.cellOf(this.session.notebook, id) ?? this.#clipboard;
  }

  cut(id: string): void {
    this.copy(id);
    this.removeCell(id);
  }

  /** Puts the copied cell at a position; says which id it got. */
  paste(position: number): string | null {
    if (!this.#clipboard) return null;
    const pasted = edit.insertCell(this.session.notebook, this.#clipboard, position);
    this.#edit(
      { code: 'paste-cell', facts: { kind: this.#clipboard.kind } },
      () => pasted.notebook,
    );
    return pasted.id;
  }

  run(id: string): void {
    this.ports.scheduler.run([id]);
  }

  /** Computes a cell although its result is there: for those who do not believe it. */
  runAnew(id: string): void {
    this.ports.scheduler.runAnew(id);
  }

  /** Runs every cell that is not fresh. */
  runStale(): void {
    this.ports.scheduler.run(this.session.notebook.cells.map((cell) => cell.id));
  }

  cancel(id: string): void {
    this.ports.scheduler.cancel(id);
  }

  cancelAll(): void {
    this.ports.scheduler.cancelAll();
  }

  #positionOf(id: string): number {
    return this.session.notebook.cells.findIndex((cell) => cell.id === id);
  }

  /** Parameters are changed as the present version of the cell type writes them. */
  #upgraded(notebook: Notebook, id: string): Notebook {
    return edit.changeCell(notebook, id, (cell) => {
      const definition = this.session.definitions.get(cell.kind);
      return definition ? upgradeCell(definition, cell) : cell;
    });
  }

  #edit(action: Action, change: (notebook: Notebook) => Notebook): void {
    const { history } = this.session;
    const next = change(history.present);
    this.#show(record(history, next, { action, atMs: this.ports.now() }));
  }

  #show(history: Session['history']): void {
    const before = this.session.notebook;
    if (history === this.session.history) return;
    if (this.session.readOnly) {
      this.session.refused++;
      return;
    }
    this.session.history = history;
    this.ports.scheduler.edited(before);
    this.ports.autosave.edited();
  }
}
