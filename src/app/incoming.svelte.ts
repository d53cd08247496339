import type { Cell, Source } from '../core/notebook';
import type { ProblemReport } from '../core/problem';
import { cellsMissingData, cellWithoutSource } from './missing-source';
import { fitOf, type FileFit } from './modes/file-fit';
import { openTogether, readSource, recognizeFile } from './opening';
import type { Workspace } from './workspace.svelte';

/** What came of a file that was dropped on a notebook shown to others. */
export type FileOffer =
  | (FileFit & { readonly name: string; readonly source: Source })
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'unreadable'; readonly problem: ProblemReport };

/** Files that were dropped or chosen, and what becomes of them. */
export class Incoming {
  /** Tables that may go to more than one place: people say to which. */
  files: readonly File[] = $state.raw([]);
  /** A table that could not be added to the open notebook. */
  refused: { readonly name: string; readonly problem: ProblemReport } | null = $state.raw(null);
  /** The cell of a table that was just added, for the page to go to. */
  arrived: string | null = $state.raw(null);

  /** A file over an app, whose reader decides; null: none. */
  offer: FileOffer | null = $state.raw(null);

  constructor(readonly workspace: Workspace) {}

  /** Opens whatever was dropped or chosen; asks where it is not plain what is meant. */
  async take(files: readonly File[]): Promise<void> {
    const { workspace } = this;
    const document = files.find(({ name }) => workspace.readerOf(name));
    if (document) await workspace.openFile(document);
    const isShown = workspace.page.kind === 'notebook' && workspace.mode !== 'edit';
    if (isShown && !document) return this.#offer(files);
    const rest: File[] = [];
    for (const file of files) {
      if (file !== document && !(await this.#isWantedData(file))) rest.push(file);
    }
    const [only] = rest;
    if (!only) return;
    if (rest.length > 1 || workspace.page.kind === 'notebook') this.files = rest;
    else await workspace.openFile(only);
  }

  /** The reader's own file, chosen in the app: taken when it fits, else it is said why not. */
  async takeOwn(file: File): Promise<void> {
    await this.#offer([file]);
    if (this.offer?.kind === 'fits') this.takeOffer();
  }

  /** Runs the app on the file that was offered. */
  takeOffer(): void {
    const { offer } = this;
    const { page } = this.workspace;
    this.offer = null;
    if (offer?.kind !== 'fits' || page.kind !== 'notebook') return;
    const { session, commands, scheduler } = page.open;
    session.dataProblem = null;
    commands.useSource(offer.source, offer.reader.id);
    scheduler.run(session.notebook.cells.map(({ id }) => id));
  }

  /** An app has no doors to the editor: one file may be its data, others are refused with words. */
  async #offer(files: readonly File[]): Promise<void> {
    const { page, ports } = this.workspace;
    const [file] = files;
    this.offer = null;
    if (page.kind !== 'notebook' || !file) return;
    if (files.length > 1) {
      this.offer = { kind: 'several', count: files.length };
      return;
    }
    const { session, scheduler } = page.open;
    const missing = cellsMissingData(session);
    if (missing.length > 0 && (await recognizeFile(file, session.notebook, ports))) {
      scheduler.run(missing);
      return;
    }
    const found = await readSource(file, ports, ports.preferences.language);
    this.offer =
      found.status === 'failed'
        ? { kind: 'unreadable', problem: found.problem }
        : {
            ...fitOf(session.notebook, session.definitions, found.source),
            name: file.name,
            source: found.source,
          };
  }

  /** What becomes of the tables that wait: part of the open notebook, a notebook of their own, nothing. */
  async settle(how: 'add' | 'open' | 'together' | 'leave'): Promise<void> {
    const { files, workspace } = this;
    this.files = [];
    if (how === 'add') await this.#addTables(files);
    if (how !== 'open' && how !== 'together') return;
    await workspace.leave();
    await workspace.openTables(files, how === 'together' ? openTogether : undefined);
  }

  async #addTables(files: readonly File[]): Promise<void> {
    const { page, ports } = this.workspace;
    if (page.kind !== 'notebook') return;
    const sources: Source[] = [];
    for (const file of files) {
      const found = await readSource(file, ports, ports.preferences.language);
      if (found.status === 'failed') {
        this.refused = { name: file.name, problem: found.problem };
        return;
      }
      sources.push(found.source);
    }
    const cellIds = page.open.commands.addTables(sources);
    page.open.scheduler.run(cellIds);
    this.arrived = cellIds[0] ?? null;
  }

  /** A file dropped on a notebook that waits for its data is that data, not a notebook of its own. */
  async #isWantedData(file: File): Promise<boolean> {
    const { page, ports } = this.workspace;
    if (page.kind !== 'notebook') return false;
    const { session, scheduler } = page.open;
    const cell = cellWithoutSource(session);
    if (cell) {
      await this.replaceData(file, cell);
      return true;
    }
    const missing = cellsMissingData(session);
    if (missing.length === 0) return false;
    const found = await recognizeFile(file, session.notebook, ports);
    if (found) scheduler.run(missing);
    return found;
  }

  /**
   * Gives a cell its data: the same bytes as before are recognised, others take the place of the
   * source, which is an edit like any other.
   */
  async replaceData(file: File, cell: Cell): Promise<void> {
    const { page, ports } = this.workspace;
    if (page.kind !== 'notebook') return;
    const { session, commands, scheduler } = page.open;
    const found = await readSource(file, ports, ports.preferences.language);
    if (found.status === 'failed') {
      session.dataProblem = { cellId: cell.id, problem: found.problem };
      return;
    }
    session.dataProblem = null;
    commands.useSource(found.source, cell.id);
    scheduler.run([cell.id]);
  }
}
