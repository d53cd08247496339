import { upgradeCell } from '../core/cell-params';
import { inputsForNewCell, standBetween, upstreamOf } from '../core/graph';
import { redo, record, undo, type Action } from '../core/history';
import type { JsonObject } from '../core/json';
import * as many from '../core/many-cells';
import * as edit from '../core/notebook';
import type { Cell, Notebook, Source } from '../core/notebook';
import { hasSettings } from './cell-facts';
import { aboutCells } from './history-words';
import type { Autosave } from './autosave';
import { withTables } from './more-tables';
import type { Scheduler } from './scheduler';
import type { Session } from './session.svelte';
import { Supposing } from './supposing';

export interface CommandPorts {
  readonly scheduler: Pick<Scheduler, 'edited' | 'run' | 'runAnew' | 'cancel' | 'cancelAll'>;
  readonly autosave: Pick<Autosave, 'edited'>;
  /** Keeps the document under a name; absent: nothing is kept. */
  readonly keepAs?: (name: string) => Promise<boolean>;
  readonly now: () => number;
}

/** Everything a user can do to an open notebook. Edits are undoable; runs are not edits. */
export class Commands {
  readonly #supposing: Supposing;

  constructor(
    private readonly session: Session,
    private readonly ports: CommandPorts,
  ) {
    this.#supposing = new Supposing(session);
  }

  /**
   * Does on paper what fields would do if they were left now: what is typed into them is kept, and
   * nothing runs, and undo knows nothing of it, until they are.
   */
  suppose(leaves: readonly (() => void)[]): void {
    if (this.#supposing.suppose(leaves)) this.ports.autosave.edited();
  }

  /** Changes parameters; rapid changes of the same ones are one step of the history. */
  setParams(id: string, patch: JsonObject): void {
    const control = `${id}.${Object.keys(patch).sort().join('+')}`;
    this.#edit({ code: 'set-params', facts: this.#about([id], patch), control }, (notebook) =>
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
    this.#edit({ code: 'add-cell', facts: aboutCells(added.notebook, [added.id]) }, () =>
      standsBetween ? standBetween(added.notebook, added.id, definitions) : added.notebook,
    );
    return added.id;
  }

  /** Lets the cells below that go past this one read what it gives. */
  standBetween(id: string): void {
    this.#edit({ code: 'connect', facts: this.#about([id]) }, (notebook) =>
      standBetween(notebook, id, this.session.definitions),
    );
  }

  removeCells(ids: readonly string[], code: 'remove-cells' | 'cut-cells' = 'remove-cells'): void {
    this.#edit({ code, facts: this.#about(ids) }, (notebook) =>
      many.removeCells(notebook, new Set(ids)),
    );
  }

  /** Moves cells up (−1) or down (1) by one place; several come to stand together. */
  moveBy(ids: readonly string[], by: -1 | 1): void {
    const { cells } = this.session.notebook;
    const places = cells.flatMap(({ id }, place) => (ids.includes(id) ? [place] : []));
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return;
    this.moveCells(ids, Math.max(0, by < 0 ? first - 1 : last + 2));
  }

  /** Moves cells into a gap between others: 0 is before the first cell of the document as it is. */
  moveCells(ids: readonly string[], gap: number): void {
    this.#edit({ code: 'move-cells', facts: this.#about(ids) }, (notebook) =>
      many.moveCells(notebook, new Set(ids), gap),
    );
  }

  /** Copies cells right below the last of them; says which ids the copies got. */
  duplicateCells(ids: readonly string[]): readonly string[] {
    const copied = many.duplicateCells(this.session.notebook, new Set(ids));
    this.#edit({ code: 'duplicate-cells', facts: this.#about(ids) }, () => copied.notebook);
    return [...copied.ids.values()];
  }

  connect(id: string, input: string, from: string | null): void {
    this.#edit({ code: 'connect', facts: this.#about([id]) }, (notebook) =>
      edit.connect(notebook, id, { input, from }),
    );
  }

  renameCell(id: string, title: string): void {
    const action = { code: 'rename-cell', facts: this.#about([id]), control: `${id}.title` };
    this.#edit(action, (notebook) => edit.renameCell(notebook, id, title.trim()));
  }

  /** Folds the cells; unfolds them when all of them are folded. */
  toggleFold(ids: readonly string[]): void {
    this.fold(ids, !ids.every((id) => edit.cellOf(this.session.notebook, id)?.isFolded));
  }

  fold(ids: readonly string[], isFolded: boolean): void {
    const code = isFolded ? 'fold-cells' : 'unfold-cells';
    this.#edit({ code, facts: this.#about(ids) }, (notebook) =>
      many.foldCells(notebook, ids, isFolded),
    );
  }

  /** Hides the settings of the cells that have some; shows them when all of these hide them. */
  toggleSettings(ids: readonly string[]): void {
    const { notebook, definitions } = this.session;
    const having = ids.filter((id) => {
      const cell = edit.cellOf(notebook, id);
      return cell !== undefined && hasSettings(cell, definitions);
    });
    const areHidden = having.every((id) => edit.cellOf(notebook, id)?.hidesSettings);
    const code = areHidden ? 'show-settings' : 'hide-settings';
    this.#edit({ code, facts: this.#about(having) }, (before) =>
      many.hideSettings(before, having, !areHidden),
    );
  }

  /** Shows a parameter as a control of the app, or no longer; in the order that the type declares. */
  pinControl(id: string, param: string, isPinned: boolean): void {
    const cell = edit.cellOf(this.session.notebook, id);
    if (!cell) return;
    const wanted = new Set(cell.controls);
    if (isPinned) wanted.add(param);
    else wanted.delete(param);
    const declared = Object.keys(this.session.definitions.get(cell.kind)?.params ?? {});
    const unknown = [...wanted].filter((name) => !declared.includes(name)).sort();
    const names = [...declared.filter((name) => wanted.has(name)), ...unknown];
    const code = isPinned ? 'pin-control' : 'unpin-control';
    this.#edit({ code, facts: this.#about([id], { [param]: true }) }, (notebook) =>
      edit.setControls(notebook, id, names),
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
    const restored = edit.restoreCell(this.session.notebook, cell, position);
    const facts = aboutCells(restored, [cell.id]);
    this.#edit({ code: 'restore-cell', facts }, () => restored);
  }

  /** Keeps the document as it is under a name, for ever; false when it could not be written. */
  keepVersion(name: string): Promise<boolean> {
    return this.ports.keepAs?.(name) ?? Promise.resolve(false);
  }

  undo(): void {
    this.#show(undo(this.session.history));
  }

  redo(): void {
    this.#show(redo(this.session.history));
  }

  /** Takes a notebook made by a paste, which put these cells into it. */
  paste(pasted: Notebook, ids: readonly string[]): void {
    const facts = aboutCells(pasted, ids);
    this.#edit({ code: 'paste-cells', facts }, () => pasted);
  }

  run(id: string): void {
    this.ports.scheduler.run([id]);
  }

  runCells(ids: readonly string[]): void {
    this.ports.scheduler.run(ids);
  }

  /** Runs what is not fresh of the cells above a cell, or of it and those below. */
  runFrom(id: string, where: 'above' | 'below'): void {
    const place = this.#positionOf(id);
    const { cells } = this.session.notebook;
    const wanted = where === 'above' ? cells.slice(0, place) : cells.slice(place);
    this.ports.scheduler.run(wanted.map((cell) => cell.id));
  }

  /** Computes a cell although its result is there: for those who do not believe it. */
  runAnew(id: string): void {
    this.ports.scheduler.runAnew([id]);
  }

  runAllAnew(): void {
    this.ports.scheduler.runAnew(this.session.notebook.cells.map((cell) => cell.id));
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

  #about(ids: readonly string[], patch: JsonObject = {}) {
    return aboutCells(this.session.notebook, ids, Object.keys(patch));
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
    if (this.#supposing.takes(change)) return;
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
    // What was typed was typed over what stood there before.
    this.session.typed = null;
    this.ports.scheduler.edited(before);
    this.ports.autosave.edited();
  }
}
