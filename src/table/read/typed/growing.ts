/** Numbers one after the other, as many as come; twice the room when it is used up. */
export class GrowingNumbers {
  private room = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.room.length) this.grow(this.length + 1);
    this.room[this.length++] = value;
  }

  at(index: number): number {
    return this.room[index]!;
  }

  /** The numbers as an array of their own; nothing may be pushed any more. */
  take(): Float64Array {
    const { room, length } = this;
    this.room = new Float64Array(0);
    return room.length === length ? room : room.slice(0, length);
  }

  private grow(needed: number): void {
    const larger = new Float64Array(Math.max(needed, this.room.length * 2));
    larger.set(this.room);
    this.room = larger;
  }
}

/** The same for bytes. */
export class GrowingBytes {
  private room = new Uint8Array(4096);
  length = 0;

  push(bytes: Uint8Array): void {
    const end = this.length + bytes.length;
    if (end > this.room.length) this.grow(end);
    this.room.set(bytes, this.length);
    this.length = end;
  }

  /** Repeats the last `offset` bytes until `length` more are there. */
  copyBack(offset: number, length: number): void {
    const end = this.length + length;
    if (end > this.room.length) this.grow(end);
    const { room } = this;
    if (offset >= length) room.copyWithin(this.length, this.length - offset, end - offset);
    else for (let at = this.length; at < end; at++) room[at] = room[at - offset]!;
    this.length = end;
  }

  view(from: number, to: number): Uint8Array {
    return this.room.subarray(from, to);
  }

  take(): Uint8Array {
    const { room, length } = this;
    this.room = new Uint8Array(0);
    return room.length === length ? room : room.slice(0, length);
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.room.length * 2));
    larger.set(this.room.subarray(0, this.length));
    this.room = larger;
  }
}
