import { cellOf, type Notebook } from '../../core/notebook';
import type { Words } from '../../core/words';
import { clipboardWords } from '../../locale/clipboard';
import { cellTypeOf } from '../../cells/catalogue';
import { nameById, same } from '../cell-words';
import type { NotebookContext } from '../context';
import { parseFragment, writeFragment } from './fragment';
import { pasteInto, type Pasted } from './paste';

/** What was copied last in this tab, and out of which notebook: `V` has no clipboard event to read. */
let lastCopied: { readonly text: string; readonly notebookId: string } | null = null;

export interface ClipboardPorts extends Pick<NotebookContext, 'session' | 'commands' | 'page'> {
  /** Whether the file of a source is in this browser. */
  readonly hasFile: (sha256: string) => Promise<boolean>;
  readonly say: (words: Words) => string;
}

/** Cells on the system's clipboard, as text, through its own events: no permission is asked. */
export class CellClipboard {
  constructor(private readonly ports: ClipboardPorts) {}

  /** Answers the browser's copy and cut events while cells, not text, are selected. */
  readonly oncopy = (event: ClipboardEvent): void => {
    const ids = this.#chosen();
    if (isForText(event) || ids.length === 0) return;
    event.clipboardData?.setData('text/plain', this.#keep(ids));
    event.preventDefault();
    if (event.type === 'cut') this.#remove(ids);
    else this.#tell(clipboardWords.copied(ids.length));
  };

  readonly onpaste = (event: ClipboardEvent): void => {
    if (isForText(event)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    void this.#pasteText(text);
  };

  /** Copies by a key or a menu: the browser is asked to, and what it refuses stays in this tab. */
  copy(): void {
    this.#ask('copy');
  }

  cut(): void {
    this.#ask('cut');
  }

  /** Pastes what was copied in this tab. */
  paste(): void {
    if (lastCopied) void this.#pasteText(lastCopied.text);
    else this.#tell(clipboardWords.nothing);
  }

  #ask(what: 'copy' | 'cut'): void {
    const ids = this.#chosen();
    if (ids.length === 0) return;
    const text = this.#keep(ids);
    // With a user's gesture behind it this needs no permission; without one it is refused.
    navigator.clipboard?.writeText(text).catch(() => undefined);
    if (what === 'cut') this.#remove(ids);
    else this.#tell(clipboardWords.copied(ids.length));
  }

  #keep(ids: readonly string[]): string {
    const { session } = this.ports;
    const text = writeFragment(session.notebook, new Set(ids), session.definitions);
    lastCopied = { text, notebookId: session.id };
    return text;
  }

  #remove(ids: readonly string[]): void {
    const { session, commands, page } = this.ports;
    const { cells } = session.notebook;
    const last = cells.findLastIndex(({ id }) => ids.includes(id));
    const next = cells.slice(last + 1).concat(cells.slice(0, last).reverse());
    const neighbor = next.find(({ id }) => !ids.includes(id))?.id ?? null;
    commands.removeCells(ids, 'cut-cells');
    if (neighbor === null) page.select(null);
    else page.goTo(neighbor);
    this.#tell(clipboardWords.cut(ids.length));
  }

  async #pasteText(text: string): Promise<void> {
    const { session, commands, page } = this.ports;
    const fragment = this.#parse(text);
    if (!fragment) return;
    const isSameNotebook = lastCopied?.text === text && lastCopied.notebookId === session.id;
    const position = this.#position();
    const { notebook, definitions } = session;
    const pasted = pasteInto(notebook, fragment, { position, isSameNotebook, definitions });
    commands.paste(pasted.notebook, pasted.ids);
    const [first] = pasted.ids;
    page.choose(pasted.ids);
    if (first !== undefined) requestAnimationFrame(() => page.reveal(first));
    this.#tell(...wordsOfPaste(pasted), ...(await this.#missing(pasted)));
  }

  #parse(text: string): Notebook | null {
    try {
      const fragment = parseFragment(text);
      if (fragment && fragment.cells.length > 0) return fragment;
      this.#tell(clipboardWords.nothing);
    } catch {
      this.#tell(clipboardWords.damaged);
    }
    return null;
  }

  async #missing({ notebook, ids }: Pasted): Promise<Words[]> {
    const named = new Set(ids.map((id) => cellOf(notebook, id)?.params.source));
    const sources = notebook.sources.filter(({ name }) => named.has(name));
    const there = await Promise.all(sources.map(({ sha256 }) => this.ports.hasFile(sha256)));
    return sources
      .filter((_, i) => there[i] !== true)
      .map(({ name }) => clipboardWords.missingFile(name));
  }

  /** Below the last chosen cell; at the end when none is. */
  #position(): number {
    const { cells } = this.ports.session.notebook;
    const chosen = this.#chosen();
    const last = cells.findLastIndex(({ id }) => chosen.includes(id));
    return last < 0 ? cells.length : last + 1;
  }

  #chosen(): readonly string[] {
    const { session, page } = this.ports;
    return page.chosen(session.notebook.cells.map(({ id }) => id));
  }

  #tell(...words: readonly Words[]): void {
    const { page, say } = this.ports;
    page.announcement = words.map(say).join(' ');
    page.note = words.length > 1 ? words : null;
  }
}

function wordsOfPaste({ notebook, ids, connected, open }: Pasted): Words[] {
  const inputWords = (cellId: string, input: string) =>
    cellTypeOf(cellOf(notebook, cellId)?.kind ?? '')?.text.inputs?.[input] ?? same(input);
  return [
    clipboardWords.pasted(ids.length),
    ...connected.map(({ cellId, input, from }) =>
      clipboardWords.connected(
        nameById(notebook, cellId),
        inputWords(cellId, input),
        nameById(notebook, from),
      ),
    ),
    ...open.map(({ cellId, input }) =>
      clipboardWords.open(nameById(notebook, cellId), inputWords(cellId, input)),
    ),
  ];
}

/** Text is selected, or a field has the keyboard: the clipboard is the browser's business. */
function isForText(event: ClipboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable], [data-typing], dialog')) {
    return true;
  }
  return event.type !== 'paste' && getSelection()?.isCollapsed === false;
}
