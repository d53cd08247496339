import { canonicalJson, type Json } from '../core/json';
import type { RowsAsk, RowsView } from '../core/table-rows';
import type { Task } from './port';

/** The same text for the same view, however its parts are ordered. */
export function viewKey(view: RowsView): string {
  return canonicalJson(view as unknown as Json);
}

/** Questions about one view of a table go side by side; one about another view takes their place. */
export function rowsRun(
  { cellId, fingerprint }: Task,
  ask: RowsAsk,
): Pick<Task, 'cellId' | 'fingerprint'> {
  const [name, question] = 'view' in ask ? ['view', viewKey(ask.view)] : [ask.kind, ''];
  return { cellId: `${cellId} ${name}`, fingerprint: `${fingerprint} ${question}` };
}
