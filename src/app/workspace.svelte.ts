import { createNotebook, type Notebook } from '../core/notebook';
import { hashOf } from '../core/fingerprint';
import { Problem, reportOf } from '../core/problem';
import type { ForeignNotebook } from '../notebook-file/read-document';
import type { NotebookHead, StoredResult } from '../storage/port';
import { homeOf, parseAddress, searchWithMode, type Address, type ViewMode } from './address';
import { Incoming } from './incoming.svelte';
import { openNotebook, readStart, type NotebookPorts, type OpenNotebook } from './open-notebook';
import { openTables, type OpeningProgress } from './opening';
import { resultsToShow } from './sharing/results';
import { foreignOf, keepData, type Arrival } from './sharing/foreign';
import { readSite } from './sharing/open-site';
import { Protecting } from './protecting/protecting.svelte';
import { shelfFor } from './protecting/shelf-for';
import { fetchTable } from './table-address';
import type { Page, WorkspacePorts } from './workspace-ports';

const NOTEBOOK_FILE = /\.(fenqun\.)?(md|zip)$/i;
const PASSPORT_FILE = /\.segments\.json$/i;

/** A notebook that is not stored yet. */
interface Shown {
  readonly notebook: Notebook;
  readonly id: string;
  readonly results?: Results;
}

type Results = ReadonlyMap<string, StoredResult>;

/** Which page is shown, and the ways from one to another. */
export class Workspace {
  page: Page = $state.raw({ kind: 'start' });
  progress: OpeningProgress | null = $state.raw(null);
  /** How the open notebook is shown; part of the address, never of the document. */
  mode: ViewMode = $state('edit');
  recent: readonly NotebookHead[] = $state.raw([]);

  /** What was dropped, and where it goes. */
  readonly incoming: Incoming = new Incoming(this);

  /** Which notebooks are kept encrypted, and the way into them. */
  readonly protecting: Protecting;
  /** The id of the next new notebook, when it is to be protected before anything is written. */
  prepared: string | null = $state(null);

  constructor(private readonly base: WorkspacePorts) {
    this.protecting = new Protecting(this, base.protection);
  }

  /** As the open notebook uses them: what is kept for it is as protected as it is. */
  get ports(): WorkspacePorts {
    return this.#portsFor(this.page.kind === 'notebook' ? this.page.open.session.id : null);
  }

  #portsFor(id: string | null): WorkspacePorts {
    const { base } = this;
    if (id === null) return base;
    const store = base.protection.inNotebook(id);
    return { ...base, store, unsaved: shelfFor(id, base.unsaved, base.protection) };
  }

  /** The id of a notebook that is about to be made, and the ports to make it with. */
  #next(): { readonly id: string; readonly ports: WorkspacePorts } {
    const id = this.prepared ?? this.base.newId();
    this.prepared = null;
    return { id, ports: this.#portsFor(id) };
  }

  /** Shows what the address asks for; an unknown notebook leads to the start page. */
  async showAddress(): Promise<void> {
    const address = parseAddress(location.search, location.hash, this.ports.shipped);
    this.mode = address.mode;
    try {
      await this.#open(address);
    } catch (thrown) {
      const name = address.kind === 'beside' ? address.path : '';
      this.page = { kind: 'problem', name, problem: reportOf(thrown) };
    }
  }

  async #open(address: Address): Promise<void> {
    switch (address.kind) {
      case 'start':
        return this.showStart();
      case 'notebook':
        return (await this.#showStored(address.id)) ? undefined : this.showStart();
      case 'share':
        return this.#openLink(address.payload);
      case 'beside':
        return this.#openBeside(address.path);
      case 'refused':
        throw new Problem('address-refused', { found: address.found });
      default:
        return address satisfies never;
    }
  }

  /** Shows a notebook of this browser again, from what is stored; the start page if it is gone. */
  async reopen(id: string): Promise<void> {
    this.page = { kind: 'locked', id, isWorking: true };
    try {
      if (!(await this.#showStored(id))) await this.showStart();
    } catch (thrown) {
      this.page = { kind: 'problem', name: '', problem: reportOf(thrown) };
    }
  }

  /** Shows a notebook of this browser; false: there is none of this id. */
  async #showStored(id: string, arrival?: Arrival, sent: Results = new Map()): Promise<boolean> {
    if (this.page.kind === 'notebook' && this.page.open.session.id === id) return true;
    const ports = this.#notebookPorts(id);
    const start = await readStart(id, ports).catch((thrown: unknown) => lockedOf(thrown));
    if (!start) return false;
    await this.leave();
    if (start === 'locked') {
      this.page = { kind: 'locked', id, isWorking: false };
      return true;
    }
    // What came with a site is never stored, and is there each time.
    const results = new Map([...sent, ...start.results]);
    const open = openNotebook({ ...start, results }, ports);
    this.page = { kind: 'notebook', open, ...(arrival && { arrival }) };
    return true;
  }

  /** The same link is the same notebook, with what was done to it here since. */
  async #openLink(payload: string): Promise<void> {
    const id = `link-${hashOf(payload).slice(0, 24)}`;
    if (await this.#showStored(id)) return;
    const { notebook } = await this.ports.documents.read({ kind: 'link', payload }, '');
    await this.leave();
    this.#show({ notebook, id }, { from: 'link', name: '' });
  }

  /** A notebook of this site is shown with its results: whoever runs the site vouches for it. */
  async #openBeside(path: string): Promise<void> {
    const { notebook, id, isWhole, results, arrival } = await readSite(path, this.ports);
    if (await this.#showStored(id, arrival, results)) return;
    await this.leave();
    const { commands } = this.#show({ notebook, id, results }, arrival);
    if (isWhole) commands.runStale();
  }

  #notebookPorts(id: string): NotebookPorts {
    // The address follows a notebook that goes on as a copy.
    const onForked = (copy: string) => {
      this.base.protection.inherit(copy, id);
      history.replaceState(null, '', `${location.pathname}${location.search}#/notebook/${copy}`);
    };
    return { ...this.#portsFor(id), onForked };
  }

  /** Shows the open notebook in another way; the address says so, for links and reloads. */
  showMode(mode: ViewMode): void {
    this.mode = mode;
    const search = searchWithMode(location.search, mode, this.ports.shipped);
    history.replaceState(null, '', `${location.pathname}${search}${location.hash}`);
  }

  /** Goes on with a copy of the open notebook, to be edited; what it was made from stays. */
  async editCopy(): Promise<void> {
    if (this.page.kind !== 'notebook') return;
    const { notebook, id: from } = this.page.open.session;
    const id = this.base.newId();
    this.base.protection.inherit(id, from);
    await this.leave();
    const { commands } = this.#showNew({ notebook, id });
    this.showMode('edit');
    commands.runStale();
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
    this.#showNew({
      notebook: createNotebook(this.base.preferences.language),
      id: this.#next().id,
    });
  }

  /** How a file of ours becomes a notebook; null for what is to be read as a table. */
  readerOf(name: string): ((file: File) => Promise<ForeignNotebook>) | null {
    const { documents, openPassport, preferences } = this.ports;
    if (NOTEBOOK_FILE.test(name)) return (file) => documents.read(foreignOf(file, name), name);
    if (!PASSPORT_FILE.test(name)) return null;
    return async (file) => {
      const text = await passportText(file);
      return { notebook: await openPassport(text, preferences.language), data: [] };
    };
  }

  async #openDocument(file: File, read: (file: File) => Promise<ForeignNotebook>): Promise<void> {
    const { prepared } = this;
    try {
      const document = await read(file);
      const { id, ports } = this.#next();
      await keepData(document, ports);
      const { notebook, hasBadResults = false } = document;
      const results = resultsToShow(notebook, document.results ?? [], ports.definitions);
      const count = results.size > 0 && { results: results.size };
      const arrival: Arrival = { from: 'file', name: file.name, hasBadResults, ...count };
      this.#showNew({ notebook, id, results }, arrival);
    } catch (thrown) {
      // Whoever asked for protection first gets it for the next file, too.
      this.prepared = prepared;
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
    const { prepared } = this;
    const { id, ports } = this.#next();
    const opening = await open(files, ports, {
      language: this.ports.preferences.language,
      definitions: this.ports.definitions,
      signal: page.signal,
      onProgress: (progress) => (this.progress = progress),
    });
    if (opening.status !== 'done') this.prepared = prepared;
    if (this.page !== page) return;
    if (opening.status === 'cancelled') return this.showStart();
    if (opening.status === 'failed') {
      this.page = { kind: 'problem', name, problem: opening.problem };
      return;
    }
    this.#showNew({ notebook: opening.notebook, id }).commands.runStale();
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

  #showNew(shown: Shown, arrival?: Arrival): OpenNotebook {
    const open = this.#show(shown, arrival);
    history.pushState(null, '', `#/notebook/${shown.id}`);
    return open;
  }

  /**
   * Shows a notebook that is not stored yet; nothing of it has run here. Results that came with it
   * are shown and never kept: what the store knows was computed here.
   */
  #show({ notebook, id, results = new Map() }: Shown, arrival?: Arrival): OpenNotebook {
    const known = { revision: 0, savedMs: null, results, shown: new Map() };
    const open = openNotebook({ id, notebook, ...known }, this.#notebookPorts(id));
    this.page = { kind: 'notebook', open, ...(arrival && { arrival }) };
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

/** A notebook that is kept encrypted and not unlocked here; anything else is thrown on. */
function lockedOf(thrown: unknown): 'locked' {
  if (thrown instanceof Problem && thrown.code === 'notebook-locked') return 'locked';
  throw thrown;
}

/** A passport is small: what is not, is none. */
const PASSPORT_LIMIT_BYTES = 16 * 1024 * 1024;

function passportText(file: File): Promise<string> {
  if (file.size <= PASSPORT_LIMIT_BYTES) return file.text();
  throw new Problem('passport-invalid', { at: '', reason: 'too large' });
}
