import type { Cell, Source } from '../core/notebook';
import type { ProblemReport } from '../core/problem';
import { cellsMissingData, cellWithoutSource } from './missing-source';
import { openTogether, readSource, recognizeFile } from './opening';
import type { Workspace } from './workspace.svelte';

/** Files that were dropped or chosen, and what becomes of them. */
export class Incoming {
  /** Tables that may go to more than one place: people say to which. */
  files: readonly File[] = $state.raw([]);
  /** A table that could not be added to the open notebook. */
  refused: { readonly name: string; readonly problem: ProblemReport } | null = $state.raw(null);
  /** The cell of a table that was just added, for the page to go to. */
  arrived: string | null = $state.raw(null);

  constructor(readonly workspace: Workspace) {}

  /** Opens whatever was dropped or chosen; asks where it is not plain what is meant. */
  async take(files: readonly File[]): Promise<void> {
    const { workspace } = this;
    const document = files.find(({ name }) => workspace.readerOf(name));
    if (document) await workspace.openFile(document);
    const rest: File[] = [];
    for (const file of files) {
      if (file !== document && !(await this.#isWantedData(file))) rest.push(file);
    }
    const [only] = rest;
    if (!only) return;
    if (rest.length > 1 || workspace.page.kind === 'notebook') this.files = rest;
    else await workspace.openFile(only);
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
