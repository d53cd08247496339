import { Problem, reportOf } from '../core/problem';
import type { ForeignNotebook } from '../notebook-file/read-document';
import { openTables } from './opening';
import type { OpenNotebook } from './open-notebook';
import { foreignOf, keepData, type Arrival } from './sharing/foreign';
import { resultsToShow } from './sharing/results';
import { fetchTable } from './table-address';
import type { Workspace } from './workspace.svelte';
import type { Page, Shown, WorkspacePorts } from './workspace-ports';

const NOTEBOOK_FILE = /\.(fenqun\.)?(md|zip)$/i;
const PASSPORT_FILE = /\.segments\.json$/i;

type Pages = Pick<Workspace, 'page' | 'progress' | 'prepared' | 'ports' | 'leave' | 'showStart'>;

/** What the window does with the notebook that a file has become. */
interface Host {
  /** The id of a notebook that is about to be made, and the ports to make it with. */
  readonly next: () => { readonly id: string; readonly ports: WorkspacePorts };
  readonly showNew: (shown: Shown, arrival?: Arrival) => OpenNotebook;
}

/** The ways from a file to a notebook: one of ours, a passport, or tables to propose one for. */
export class WorkspaceFiles {
  constructor(
    private readonly workspace: Pages,
    private readonly host: Host,
  ) {}

  /** Opens a table that lies on this site; it is fetched once, because somebody asked. */
  async openAddress(address: { readonly url: string; readonly name: string }): Promise<void> {
    const { name } = address;
    const page = this.#showOpening(name, 0);
    try {
      const file = await fetchTable(address, {
        signal: page.signal,
        onProgress: (done, total) =>
          (this.workspace.progress = {
            step: 'request',
            done,
            total,
            elapsedMs: this.workspace.ports.now() - page.sinceMs,
          }),
      });
      if (this.workspace.page === page) await this.openFile(file);
    } catch (thrown) {
      if (this.workspace.page !== page) return;
      if (page.signal.aborted) await this.workspace.showStart();
      else this.workspace.page = { kind: 'problem', name, problem: reportOf(thrown) };
    }
  }

  /** Opens a notebook file, a passport, or a table to propose a notebook for. */
  async openFile(file: File): Promise<void> {
    const read = this.readerOf(file.name);
    await this.workspace.leave();
    if (read) await this.#openDocument(file, read);
    else await this.openTables([file]);
  }

  /** How a file of ours becomes a notebook; null for what is to be read as a table. */
  readerOf(name: string): ((file: File) => Promise<ForeignNotebook>) | null {
    const { documents, openPassport, preferences } = this.workspace.ports;
    if (NOTEBOOK_FILE.test(name)) return (file) => documents.read(foreignOf(file, name), name);
    if (!PASSPORT_FILE.test(name)) return null;
    return async (file) => {
      const text = await passportText(file);
      return { notebook: await openPassport(text, preferences.language), data: [] };
    };
  }

  async #openDocument(file: File, read: (file: File) => Promise<ForeignNotebook>): Promise<void> {
    const { prepared } = this.workspace;
    try {
      const document = await read(file);
      const { id, ports } = this.host.next();
      await keepData(document, ports);
      const { notebook, hasBadResults = false } = document;
      const results = resultsToShow(notebook, document.results ?? [], ports.definitions);
      const count = results.size > 0 && { results: results.size };
      const arrival: Arrival = { from: 'file', name: file.name, hasBadResults, ...count };
      this.host.showNew({ notebook, id, results }, arrival);
    } catch (thrown) {
      // Whoever asked for protection first gets it for the next file, too.
      this.workspace.prepared = prepared;
      this.workspace.page = { kind: 'problem', name: file.name, problem: reportOf(thrown) };
    }
  }

  /** Opens tables as one new notebook, a cell each, or with `openTogether` as one table. */
  async openTables(files: readonly File[], open = openTables): Promise<void> {
    const name = files[0]?.name ?? '';
    const page = this.#showOpening(
      name,
      files.reduce((sum, { size }) => sum + size, 0),
    );
    const { prepared } = this.workspace;
    const { id, ports } = this.host.next();
    const opening = await open(files, ports, {
      language: this.workspace.ports.preferences.language,
      definitions: this.workspace.ports.definitions,
      signal: page.signal,
      onProgress: (progress) => (this.workspace.progress = progress),
    });
    if (opening.status !== 'done') this.workspace.prepared = prepared;
    if (this.workspace.page !== page) return;
    if (opening.status === 'cancelled') return this.workspace.showStart();
    if (opening.status === 'failed') {
      this.workspace.page = { kind: 'problem', name, problem: opening.problem };
      return;
    }
    this.host.showNew({ notebook: opening.notebook, id }).commands.runStale();
  }

  #showOpening(name: string, sizeBytes: number): Extract<Page, { kind: 'opening' }> {
    const controller = new AbortController();
    const page: Page = {
      kind: 'opening',
      name,
      sizeBytes,
      sinceMs: this.workspace.ports.now(),
      signal: controller.signal,
      cancel: () => controller.abort(),
    };
    this.workspace.progress = null;
    this.workspace.page = page;
    return page;
  }
}

/** A passport is small: what is not, is none. */
const PASSPORT_LIMIT_BYTES = 16 * 1024 * 1024;

function passportText(file: File): Promise<string> {
  if (file.size <= PASSPORT_LIMIT_BYTES) return file.text();
  throw new Problem('passport-invalid', { at: '', reason: 'too large' });
}
