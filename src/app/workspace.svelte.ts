import { createNotebook, type Notebook } from '../core/notebook';
import { reportOf, type ProblemReport } from '../core/problem';
import type { Language, Words } from '../core/words';
import type { NotebookHead } from '../storage/port';
import { homeOf, parseAddress, searchWithMode, type Shipped, type ViewMode } from './address';
import { Incoming } from './incoming.svelte';
import { openNotebook, readStart, type NotebookPorts, type OpenNotebook } from './open-notebook';
import { openTables, type OpeningProgress } from './opening';
import type { Preferences } from './preferences.svelte';
import { fetchTable } from './table-address';

/** What the window shows. */
export type Page =
  | { readonly kind: 'start' }
  | {
      readonly kind: 'opening';
      readonly name: string;
      /** 0: not known yet. */
      readonly sizeBytes: number;
      readonly sinceMs: number;
      readonly signal: AbortSignal;
      readonly cancel: () => void;
    }
  | { readonly kind: 'problem'; readonly name: string; readonly problem: ProblemReport }
  | { readonly kind: 'notebook'; readonly open: OpenNotebook };

/** A table that the start page can make. */
export interface SampleCard {
  readonly id: string;
  readonly title: Words;
  readonly about: Words;
  readonly rows: number;
  /** A shape that shows what a method can and cannot do. */
  readonly isLesson: boolean;
  /** Makes the file; loaded and generated on first use. */
  readonly make: (language: Language) => Promise<File>;
}

export interface WorkspacePorts extends NotebookPorts {
  readonly preferences: Preferences;
  readonly samples: readonly SampleCard[];
  /** What this copy of the site was published with. */
  readonly shipped?: Shipped;
  /** Reads a notebook file; throws a `Problem` when it is none. Loaded on first use. */
  readonly parseNotebook: (text: string) => Promise<Notebook>;
  /** The notebook that a passport of segments opens as; throws a `Problem` when it is none. */
  readonly openPassport: (text: string, language: Language) => Promise<Notebook>;
  readonly writeNotebook: (notebook: Notebook) => Promise<string>;
}

const NOTEBOOK_FILE = /\.(fenqun\.)?md$/i;
const PASSPORT_FILE = /\.segments\.json$/i;

/** Which page is shown, and the ways from one to another. */
export class Workspace {
  page: Page = $state.raw({ kind: 'start' });
  progress: OpeningProgress | null = $state.raw(null);
  /** How the open notebook is shown; part of the address, never of the document. */
  mode: ViewMode = $state('edit');
  recent: readonly NotebookHead[] = $state.raw([]);

  /** What was dropped, and where it goes. */
  readonly incoming: Incoming = new Incoming(this);

  constructor(readonly ports: WorkspacePorts) {}

  /** Shows what the address asks for; an unknown notebook leads to the start page. */
  async showAddress(): Promise<void> {
    const address = parseAddress(location.search, location.hash, this.ports.shipped);
    this.mode = address.mode;
    if (address.kind !== 'notebook') return this.showStart();
    const { id } = address;
    if (this.page.kind === 'notebook' && this.page.open.session.id === id) return;
    await this.leave();
    try {
      const start = await readStart(id, this.ports);
      if (!start) return await this.showStart();
      this.page = { kind: 'notebook', open: openNotebook(start, this.#notebookPorts()) };
    } catch (thrown) {
      this.page = { kind: 'problem', name: '', problem: reportOf(thrown) };
    }
  }

  #notebookPorts(): NotebookPorts {
    // The address follows a notebook that goes on as a copy.
    const onForked = (id: string) =>
      history.replaceState(null, '', `${location.pathname}${location.search}#/notebook/${id}`);
    return { ...this.ports, onForked };
  }

  /** Shows the open notebook in another way; the address says so, for links and reloads. */
  showMode(mode: ViewMode): void {
    this.mode = mode;
    const search = searchWithMode(location.search, mode, this.ports.shipped);
    history.replaceState(null, '', `${location.pathname}${search}${location.hash}`);
  }

  async showStart(): Promise<void> {
    await this.leave();
    this.page = { kind: 'start' };
    this.mode = 'edit';
    const home = homeOf(location, this.ports.shipped);
    if (home !== location.pathname + location.search + location.hash) {
      history.pushState(null, '', home);
    }
    await this.listRecent();
  }

  async listRecent(): Promise<void> {
    const { store, unsaved } = this.ports;
    const saved = await store.listNotebooks().catch(() => []);
    const isNew = ({ id }: NotebookHead) => saved.every((head) => head.id !== id);
    this.recent = [...unsaved.list().filter(isNew), ...saved];
  }

  async removeNotebook(id: string): Promise<void> {
    await this.ports.store.removeNotebook(id);
    this.ports.unsaved.remove(id);
    await this.listRecent();
  }

  /** Opens a table that lies on this site; it is fetched once, because somebody asked. */
  async openAddress(address: { readonly url: string; readonly name: string }): Promise<void> {
    const { name } = address;
    const page = this.#showOpening(name, 0);
    try {
      const file = await fetchTable(address, {
        signal: page.signal,
        onProgress: (done, total) =>
          (this.progress = {
            step: 'request',
            done,
            total,
            elapsedMs: this.ports.now() - page.sinceMs,
          }),
      });
      if (this.page === page) await this.openFile(file);
    } catch (thrown) {
      if (this.page !== page) return;
      if (page.signal.aborted) await this.showStart();
      else this.page = { kind: 'problem', name, problem: reportOf(thrown) };
    }
  }

  /** Opens a notebook file, a passport, or a table to propose a notebook for. */
  async openFile(file: File): Promise<void> {
    const read = this.readerOf(file.name);
    await this.leave();
    if (read) await this.#openDocument(file, read);
    else await this.openTables([file]);
  }

  openBlank(): void {
    this.#showNew(createNotebook(this.ports.preferences.language));
  }

  /** How a file of ours becomes a notebook; null for what is to be read as a table. */
  readerOf(name: string): ((text: string) => Promise<Notebook>) | null {
    const { parseNotebook, openPassport, preferences } = this.ports;
    if (NOTEBOOK_FILE.test(name)) return parseNotebook;
    if (PASSPORT_FILE.test(name)) return (text) => openPassport(text, preferences.language);
    return null;
  }

  async #openDocument(file: File, read: (text: string) => Promise<Notebook>): Promise<void> {
    try {
      this.#showNew(await read(await file.text()));
    } catch (thrown) {
      this.page = { kind: 'problem', name: file.name, problem: reportOf(thrown) };
    }
  }

  /** Opens tables as one new notebook, a cell each, or with `openTogether` as one table. */
  async openTables(files: readonly File[], open = openTables): Promise<void> {
    const name = files[0]?.name ?? '';
    const page = this.#showOpening(
      name,
      files.reduce((sum, { size }) => sum + size, 0),
    );
    const opening = await open(files, this.ports, {
      language: this.ports.preferences.language,
      definitions: this.ports.definitions,
      signal: page.signal,
      onProgress: (progress) => (this.progress = progress),
    });
    if (this.page !== page) return;
    if (opening.status === 'cancelled') return this.showStart();
    if (opening.status === 'failed') {
      this.page = { kind: 'problem', name, problem: opening.problem };
      return;
    }
    this.#showNew(opening.notebook).commands.runStale();
  }

  #showOpening(name: string, sizeBytes: number): Extract<Page, { kind: 'opening' }> {
    const controller = new AbortController();
    const page: Page = {
      kind: 'opening',
      name,
      sizeBytes,
      sinceMs: this.ports.now(),
      signal: controller.signal,
      cancel: () => controller.abort(),
    };
    this.progress = null;
    this.page = page;
    return page;
  }

  #showNew(notebook: Notebook): OpenNotebook {
    const start = {
      id: this.ports.newId(),
      notebook,
      revision: 0,
      savedMs: null,
      results: new Map(),
      shown: new Map(),
    };
    const open = openNotebook(start, this.#notebookPorts());
    this.page = { kind: 'notebook', open };
    history.pushState(null, '', `#/notebook/${start.id}`);
    open.autosave.edited();
    return open;
  }

  /** Writes what is not written yet, also what is still being typed; false: it could not be. */
  async save(): Promise<boolean> {
    if (this.page.kind !== 'notebook') return true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const { autosave, session } = this.page.open;
    await autosave.flush();
    return session.save.kind === 'saved';
  }

  /** Ends what the page shows, so that something else can take its place. */
  async leave(): Promise<void> {
    if (this.page.kind === 'opening') this.page.cancel();
    if (this.page.kind === 'notebook') await this.page.open.close();
  }
}
