import type { ColumnType } from '../../core/values';
import type { StepFault } from './fault';

/** Examples that a step shows. */
const EXAMPLES = 5;

/** What happened to one cell or one row; rows are 1-based rows of the input. */
export type Example =
  | {
      readonly kind: 'cell';
      readonly row: number;
      readonly column: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  /** A row that left, or that breaks a rule, for its value in a column. */
  | {
      readonly kind: 'row';
      readonly row: number;
      readonly column: string;
      readonly value: string | null;
    }
  /** A row that left because it equals one that stays. */
  | { readonly kind: 'twin'; readonly row: number; readonly twin: number };

/** What a step did in one column. */
export interface ColumnOutcome {
  readonly column: string;
  /** Cells that hold something else than before. */
  readonly cells: number;
  /** Cells that lost their value because it could not be read as the new type. */
  readonly unreadable?: number;
  /** What missing values were filled with, as text. */
  readonly filling?: string;
  /** Cells filled with the median of all rows, because their group had none. */
  readonly fallbacks?: number;
  /** Values outside were beyond these bounds. */
  readonly bounds?: { readonly low: number; readonly high: number };
  readonly typeBefore?: ColumnType;
  readonly typeAfter?: ColumnType;
  /** The unit that the values have from here on; empty: none. */
  readonly unit?: string;
}

/** A value that breaks a rule, with the row of the input. */
export interface Breach {
  readonly row: number;
  readonly value: string | null;
}

export interface StepDone {
  readonly status: 'done';
  readonly rowsBefore: number;
  readonly rowsLeft: number;
  readonly dropped: number;
  readonly aside: number;
  /** Cells changed in rows that stayed. */
  readonly cells: number;
  readonly columns: readonly ColumnOutcome[];
  readonly examples: readonly Example[];
  /** Of a rule: how many values break it, and the first of them. */
  readonly breaches?: { readonly count: number; readonly first: readonly Breach[] };
}

export type StepOutcome =
  | StepDone
  | { readonly status: 'off'; readonly rowsLeft: number }
  | { readonly status: 'failed'; readonly fault: StepFault; readonly rowsLeft: number };

/** Collects the first examples of a step, a fair share from each of its columns. */
export class Examples {
  readonly list: Example[] = [];
  private readonly share: number;
  private room = 0;

  constructor(columns: number) {
    this.share = Math.max(1, Math.floor(EXAMPLES / Math.max(1, columns)));
    this.nextColumn();
  }

  nextColumn(): void {
    this.room = Math.min(this.share, EXAMPLES - this.list.length);
  }

  get wantsMore(): boolean {
    return this.room > 0;
  }

  add(example: Example): void {
    this.room--;
    this.list.push(example);
  }
}
