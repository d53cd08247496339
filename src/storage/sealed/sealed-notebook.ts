import { isJsonObject, type Json, type JsonObject } from '../../core/json';
import type { Cell, Notebook } from '../../core/notebook';
import { Problem } from '../../core/problem';
import { hashOf } from '../../core/fingerprint';
import { lockJson, parseLock, type LockRecord } from './lock-record';
import type { Vault } from './vault';

/**
 * A protected notebook lies in the store as a notebook whose every part is sealed: so the store,
 * its second copy, its history and its bin keep it as they keep any other, and compare revisions
 * and hashes without a key.
 */
const NOTHING: Notebook = {
  format: 1,
  title: '',
  language: 'en',
  seed: 0,
  sources: [],
  cells: [],
  unknown: {},
};

/** What is said of the cells in the frame: each one's id, and the hash of the record that is its. */
interface CellMark {
  readonly id: string;
  readonly hash: string;
}

export function isSealed(notebook: Notebook): boolean {
  return isJsonObject(notebook.unknown.sealed);
}

/** The lock that lies open in a protected notebook; null when there is none, or it is damaged. */
export function lockOf(notebook: Notebook): LockRecord | null {
  const { sealed } = notebook.unknown;
  return isJsonObject(sealed) ? parseLock(sealed.lock) : null;
}

export async function sealNotebook(vault: Vault, notebook: Notebook): Promise<Notebook> {
  const { cells: plain, ...frame } = notebook;
  const cells = await Promise.all(plain.map((cell) => sealCell(vault, cell)));
  const marks = plain.map(({ id }, i): CellMark => ({ id, hash: hashOfRecord(cells[i]) }));
  const text = JSON.stringify({ frame, marks });
  const sealed = { lock: lockJson(vault.lock), frame: await vault.seal('frame', '', text) };
  return { ...NOTHING, cells, unknown: { sealed } };
}

export async function openSealed(
  vault: Vault,
  stored: Notebook,
): Promise<{ readonly notebook: Notebook; readonly damaged: readonly string[] }> {
  const { sealed } = stored.unknown;
  const record = isJsonObject(sealed) ? sealed.frame : null;
  const text = await vault.unseal('frame', '', record);
  vault.remember('frame', '', { text, record: String(record) });
  const { frame, marks } = JSON.parse(text) as { frame: Notebook; marks: CellMark[] };
  const found = new Map(stored.cells.map((cell) => [cell.id, cell]));
  const damaged: string[] = [];
  const cells: Cell[] = [];
  for (const { id, hash } of marks) {
    const row = found.get(await vault.nameOf('cell', id));
    const isNewest = row !== undefined && hashOfRecord(row) === hash;
    const cell = isNewest ? await openCell(vault, row).catch(orDamaged) : null;
    if (!cell) damaged.push(id);
    cells.push(cell ?? quarantined(id, row));
  }
  return { notebook: { ...frame, cells }, damaged };
}

/** A cell's row names neither its id nor its kind. */
export async function sealCell(vault: Vault, cell: Cell): Promise<Cell> {
  const id = await vault.nameOf('cell', cell.id);
  const record = await vault.seal('cell', id, JSON.stringify(cell));
  return { id, kind: 'sealed', version: 1, params: { record }, inputs: {} };
}

export async function openCell(vault: Vault, row: Cell): Promise<Cell> {
  const { record = null } = row.params;
  const text = await vault.unseal('cell', row.id, record);
  vault.remember('cell', row.id, { text, record: String(record) });
  return JSON.parse(text) as Cell;
}

/** A kept state is sealed as one; its place is a random mark that its version's name holds. */
export async function sealState(vault: Vault, mark: string, state: Notebook): Promise<Notebook> {
  const text = JSON.stringify(state);
  const record = await vault.sealOnce('state', mark, text);
  return { ...NOTHING, unknown: { sealed: { state: record } } };
}

export async function openState(vault: Vault, mark: string, stored: Notebook): Promise<Notebook> {
  const { sealed } = stored.unknown;
  const record = isJsonObject(sealed) ? sealed.state : null;
  return JSON.parse(await vault.unseal('state', mark, record)) as Notebook;
}

/** What the list of recent notebooks knows; beside it, open, only whose it is. */
export interface Shown {
  readonly title: string;
  readonly language: Notebook['language'];
  readonly summary: Json;
}

export async function sealSummary(vault: Vault, shown: Shown): Promise<JsonObject> {
  const record = await vault.seal('summary', '', JSON.stringify(shown));
  return { sealed: { vault: vault.lock.vault, record } };
}

/** The vault that a head names; null for a notebook that is not protected. */
export function vaultNamed(summary: Json): string | null {
  const sealed = isJsonObject(summary) ? summary.sealed : null;
  return isJsonObject(sealed) && typeof sealed.vault === 'string' ? sealed.vault : null;
}

export async function openSummary(vault: Vault, summary: Json): Promise<Shown> {
  const sealed = isJsonObject(summary) ? summary.sealed : null;
  const record = isJsonObject(sealed) ? sealed.record : null;
  const text = await vault.unseal('summary', '', record);
  vault.remember('summary', '', { text, record: String(record) });
  return JSON.parse(text) as Shown;
}

function hashOfRecord(row: Cell | undefined): string {
  return hashOf(row?.params.record ?? null);
}

function orDamaged(thrown: unknown): null {
  if (thrown instanceof Problem && thrown.code === 'sealed-damaged') return null;
  throw thrown;
}

/** As in the plain store: in the place of a cell that cannot be read whole, shown locked. */
function quarantined(id: string, row: Cell | undefined): Cell {
  const text = row ? JSON.stringify(row) : '';
  return { id, kind: 'damaged', version: 1, params: { text }, inputs: {} };
}
