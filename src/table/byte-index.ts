/**
 * Numbers distinct byte strings in order of appearance, exactly (the hash only finds the
 * place). About 12 bytes an entry beside the bytes themselves; no strings.
 */
export class ByteIndex {
  private slots = new Int32Array(64).fill(-1);
  private hashes = new Int32Array(32);
  private ends = new Uint32Array(32);
  private bytes = new Uint8Array(256);
  private used = 0;
  size = 0;

  /** The number of `source[from, to)`, a new one when it was not seen before. */
  codeOf(source: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ source[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.slots[slot]!;
      if (code < 0) return this.insert(slot, hash, source.subarray(from, to));
      const isAsLong = this.ends[code]! - this.startOf(code) === to - from;
      if (this.hashes[code] === hash && isAsLong && this.holds(code, source, from)) return code;
      slot = (slot + 1) & mask;
    }
  }

  /** The bytes of a code; a view that the next insertion may outdate. */
  bytesOf(code: number): Uint8Array {
    return this.bytes.subarray(this.startOf(code), this.ends[code]);
  }

  private startOf(code: number): number {
    return code === 0 ? 0 : this.ends[code - 1]!;
  }

  private holds(code: number, source: Uint8Array, from: number): boolean {
    const start = this.startOf(code);
    const end = this.ends[code]!;
    for (let i = start, at = from; i < end; i++, at++) {
      if (this.bytes[i] !== source[at]) return false;
    }
    return true;
  }

  private insert(slot: number, hash: number, value: Uint8Array): number {
    const code = this.size++;
    if (code === this.ends.length) this.growEntries();
    const end = this.used + value.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.used));
      this.bytes = larger;
    }
    this.bytes.set(value, this.used);
    this.used = end;
    this.ends[code] = end;
    this.hashes[code] = hash;
    this.slots[slot] = code;
    if (this.size * 2 > this.slots.length) this.growSlots();
    return code;
  }

  private growEntries(): void {
    const ends = new Uint32Array(this.ends.length * 2);
    ends.set(this.ends);
    this.ends = ends;
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }

  private growSlots(): void {
    const mask = this.slots.length * 2 - 1;
    const slots = new Int32Array(mask + 1).fill(-1);
    for (let code = 0; code < this.size; code++) {
      let slot = this.hashes[code]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }
}
