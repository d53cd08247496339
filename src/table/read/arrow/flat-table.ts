/**
 * The little of FlatBuffers that checking needs (flatbuffers.dev, "Internals"): a table with its
 * fields by number. Whatever lies out of place is a RangeError.
 */
export class FlatTable {
  constructor(
    private readonly view: DataView,
    private readonly at: number,
    private readonly end: number,
  ) {
    if (at + 4 > end) throw new RangeError('table out of place');
  }

  /** The table that a buffer begins with. */
  static root(view: DataView, from: number, end: number): FlatTable {
    return new FlatTable(view, from + view.getUint32(from, true), end);
  }

  byte(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : this.view.getUint8(at);
  }

  short(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : this.view.getInt16(at, true);
  }

  long(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : Number(this.view.getBigInt64(at, true));
  }

  /** Null where the field is not there. */
  table(field: number): FlatTable | null {
    const at = this.place(field);
    return at === 0 ? null : new FlatTable(this.view, this.target(at), this.end);
  }

  /** Checks that a vector of values so many bytes wide lies within the buffer. */
  checkVector(field: number, width: number): void {
    this.vector(field, width);
  }

  tables(field: number): FlatTable[] {
    const { count, from } = this.vector(field, 4);
    return Array.from(
      { length: count },
      (_, i) => new FlatTable(this.view, this.target(from + 4 * i), this.end),
    );
  }

  /** The first eight bytes of each struct of a vector, as a number. */
  longsOf(field: number, width: number): number[] {
    const { count, from } = this.vector(field, width);
    return Array.from({ length: count }, (_, i) =>
      Number(this.view.getBigInt64(from + width * i, true)),
    );
  }

  private vector(field: number, width: number): { readonly count: number; readonly from: number } {
    const at = this.place(field);
    if (at === 0) return { count: 0, from: 0 };
    const start = this.target(at);
    const count = this.view.getUint32(start, true);
    if (start + 4 + count * width > this.end) throw new RangeError('vector out of place');
    return { count, from: start + 4 };
  }

  private target(at: number): number {
    return at + this.view.getUint32(at, true);
  }

  /** Where a field lies; 0: it has its default. */
  private place(field: number): number {
    const vtable = this.at - this.view.getInt32(this.at, true);
    const size = this.view.getUint16(vtable, true);
    const entry = 4 + 2 * field;
    if (entry + 2 > size) return 0;
    const offset = this.view.getUint16(vtable + entry, true);
    if (offset === 0) return 0;
    if (this.at + offset >= this.end) throw new RangeError('field out of place');
    return this.at + offset;
  }
}
