import { Problem } from '../../core/problem';
import { fromBase64, textOf, toBase64, utf8, type SealedPart } from './bytes';
import type { LockRecord } from './lock-record';
import { nameOf, openBytes, sealBytes, type Keys, type Place } from './seal';

/** A protected notebook as this page knows it; without keys while it is locked. */
export class Vault {
  #keys: Keys | null;
  /** Records as they were sealed last: what has not changed is not sealed again. */
  readonly #sealed = new Map<string, { readonly text: string; readonly record: string }>();

  constructor(
    /** Rewritten with a new passphrase; the data keys in it stay. */
    public lock: LockRecord,
    keys: Keys | null,
  ) {
    this.#keys = keys;
  }

  get isOpen(): boolean {
    return this.#keys !== null;
  }

  /** Throws `notebook-locked` where there are none. */
  get keys(): Keys {
    if (!this.#keys) throw new Problem('notebook-locked', {});
    return this.#keys;
  }

  open(keys: Keys): void {
    this.#keys = keys;
  }

  /** Forgets the keys, and everything that was sealed with them. */
  close(): void {
    this.#keys = null;
    this.#sealed.clear();
  }

  place(part: SealedPart, key: string): Place {
    return { vault: this.lock.vault, part, key };
  }

  nameOf(part: SealedPart, key: string): Promise<string> {
    return nameOf(this.keys, part, key);
  }

  /** The record of a text; the same one again while the text is the same. */
  async seal(part: SealedPart, key: string, text: string): Promise<string> {
    const before = this.#sealed.get(`${part} ${key}`);
    if (before?.text === text && this.isOpen) return before.record;
    const record = await this.sealOnce(part, key, text);
    this.remember(part, key, { text, record });
    return record;
  }

  /** The record of a text that will not come again. */
  async sealOnce(part: SealedPart, key: string, text: string): Promise<string> {
    return toBase64(await sealBytes(this.keys, this.place(part, key), utf8(text)));
  }

  /** The text of a record; throws `sealed-damaged` for one that was not sealed for this place. */
  async unseal(part: SealedPart, key: string, record: unknown): Promise<string> {
    const { keys } = this;
    const bytes = fromBase64(record, part);
    return textOf(await openBytes(keys, this.place(part, key), bytes));
  }

  /** Remembers a record that was read, so that saving what did not change writes the same one. */
  remember(
    part: SealedPart,
    key: string,
    sealed: { readonly text: string; readonly record: string },
  ): void {
    if (this.#keys) this.#sealed.set(`${part} ${key}`, sealed);
  }
}
