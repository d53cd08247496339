import type { Proof } from '../work';

/** One piece of work on tables, at one size; pandas does the same in `pandas_peer.py` under `work`. */
export interface TableCase {
  /** What `--only` looks for. */
  readonly name: string;
  readonly work: string;
  /** The file that both read, made once and not timed. */
  readonly file: string;
  /** How many times as long as pandas it may take; null: shown only. */
  readonly most: number | null;
  /** A reading, which is measured in Chromium, too. */
  readonly isReading?: boolean;
  /** Gets everything ready, untimed; what it returns is timed, again and again. */
  readonly ready: (path: string) => Promise<() => Promise<Proof>>;
}
