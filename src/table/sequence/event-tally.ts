import { ln } from '../../core/elementary';
import type { CodedValues } from '../rfm/code-values';

/** What one user did: how often each event, and when the chosen ones last happened. */
export class EventTally {
  /** Place of a code among the chosen, −1: not chosen. */
  private readonly placeOf: Int32Array;
  private readonly counts: Int32Array;
  /** Codes with a count above 0. */
  private readonly seen: Int32Array;
  distinct = 0;
  private total = 0;
  readonly last: Float64Array;

  constructor(
    private readonly events: CodedValues,
    private readonly chosen: readonly number[],
  ) {
    this.counts = new Int32Array(events.count);
    this.seen = new Int32Array(events.count);
    this.placeOf = new Int32Array(events.count).fill(-1);
    chosen.forEach((code, at) => code >= 0 && (this.placeOf[code] = at));
    this.last = new Float64Array(chosen.length).fill(NaN);
  }

  /** Times come in order. */
  add(row: number, ms: number): void {
    const code = this.events.codes[row]!;
    if (this.counts[code] === 0) this.seen[this.distinct++] = code;
    this.counts[code]!++;
    this.total++;
    const place = this.placeOf[code]!;
    if (place >= 0) this.last[place] = ms;
  }

  countOf(place: number): number {
    const code = this.chosen[place]!;
    return code < 0 ? 0 : this.counts[code]!;
  }

  /** Shannon entropy in bits: −Σ p log₂ p of the shares of the events (Shannon 1948). */
  entropy(): number {
    let sum = 0;
    for (let i = 0; i < this.distinct; i++) {
      const share = this.counts[this.seen[i]!]! / this.total;
      sum -= share * (ln(share) / Math.LN2);
    }
    // Of one event alone: 0, not −0.
    return sum + 0;
  }

  clear(): void {
    for (let i = 0; i < this.distinct; i++) this.counts[this.seen[i]!] = 0;
    this.distinct = 0;
    this.total = 0;
    this.last.fill(NaN);
  }
}
