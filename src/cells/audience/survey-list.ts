import type { Job } from '../../core/job';
import { piecesOf } from '../../table/write/file-column';
import type { Fault } from './normalize';
import { normalizeRows, type ListSetup } from './normalize-rows';
import type { Role } from './params';

/** Parsing a phone number takes some ten microseconds. */
const ROWS_A_PIECE = 1000;

/** What is not as the platform wants it, in one row of the table (from 0). */
export interface RowFault {
  readonly row: number;
  /** Null: the whole row, which has nothing to be found by. */
  readonly role: Role | null;
  readonly fault: Fault | 'no-key';
}

export interface ListSurvey {
  /** Rows of the table that go into the list, ascending. */
  readonly sent: Uint32Array;
  readonly leftOut: number;
}

/** Goes through all rows once; `tell` hears of everything that cannot go into the list. */
export async function* surveyList(
  rows: Uint32Array,
  setup: ListSetup,
  tell: (fault: RowFault) => void,
): Job<ListSurvey, never> {
  const sent = new Uint32Array(rows.length);
  let count = 0;
  for (const piece of piecesOf({ columns: [], rows }, ROWS_A_PIECE)) {
    const { faults, isSent } = normalizeRows(piece.rows, setup);
    for (const { i, role, fault } of faults) tell({ row: piece.rows[i]!, role, fault });
    piece.rows.forEach((row, i) => {
      if (isSent[i] === 1) sent[count++] = row;
      else tell({ row, role: null, fault: 'no-key' });
    });
    yield { done: piece.done, total: rows.length, phase: 'normalize' };
  }
  return { sent: sent.slice(0, count), leftOut: rows.length - count };
}
