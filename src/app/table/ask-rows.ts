import { reportOf } from '../../core/problem';
import type { RowsAsk, TableRows } from '../../core/table-rows';
import { taskOf } from '../../core/task';
import type { Engine, RunOptions } from '../../engine/port';
import type { Store } from '../../storage/port';
import type { Session } from '../session.svelte';
import { createSourceSupply } from '../source-supply';

export interface RowsPorts {
  readonly engine: Pick<Engine, 'rows' | 'provideFile'>;
  readonly store: Pick<Store, 'readDataset'>;
}

/** Asks about the rows of the table that a cell gives as the document stands; never rejects. */
export type AskRows = (cellId: string, ask: RowsAsk, options?: RunOptions) => Promise<TableRows>;

export function createAskRows(session: Session, ports: RowsPorts): AskRows {
  const provide = createSourceSupply(ports);
  return async (cellId, ask, options = {}) => {
    try {
      const task = taskOf(session.notebook, cellId, session.definitions);
      if (!task) return { status: 'cancelled' };
      await provide(task);
      return await ports.engine.rows(task, ask, options);
    } catch (thrown) {
      return { status: 'failed', problem: reportOf(thrown) };
    }
  };
}
