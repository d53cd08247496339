/** Numbers distinct numbers in order of appearance; no NaN among them. About 20 bytes an entry. */
export class NumberIndex {
  private slots = new Int32Array(64).fill(-1);
  private keys = new Float64Array(32);
  private readonly key = new Float64Array(1);
  private readonly halves = new Int32Array(this.key.buffer);
  size = 0;

  /** The number of `value`, a new one when it was not seen before. */
  codeOf(value: number): number {
    const mask = this.slots.length - 1;
    let slot = this.hashOf(value) & mask;
    for (;;) {
      const code = this.slots[slot]!;
      if (code < 0) return this.insert(slot, value);
      if (this.keys[code] === value) return code;
      slot = (slot + 1) & mask;
    }
  }

  private hashOf(value: number): number {
    // −0 and 0 are one number.
    this.key[0] = value + 0;
    const mixed = Math.imul(this.halves[0]! ^ Math.imul(this.halves[1]!, 0x9e3779b1), 0x85ebca6b);
    return mixed ^ (mixed >>> 15);
  }

  private insert(slot: number, value: number): number {
    const code = this.size++;
    if (code === this.keys.length) {
      const keys = new Float64Array(this.keys.length * 2);
      keys.set(this.keys);
      this.keys = keys;
    }
    this.keys[code] = value;
    this.slots[slot] = code;
    if (this.size * 2 > this.slots.length) this.growSlots();
    return code;
  }

  private growSlots(): void {
    const mask = this.slots.length * 2 - 1;
    const slots = new Int32Array(mask + 1).fill(-1);
    for (let code = 0; code < this.size; code++) {
      let slot = this.hashOf(this.keys[code]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }
}
