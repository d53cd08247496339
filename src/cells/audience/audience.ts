import type { ParamsOf } from '../../core/params';
import type { ClusteringValue, ColumnMeta, TableValue } from '../../core/values';
import { columnNamed } from '../../table/column';
import { isListFormat, type definition } from './definition';
import { chosenRows, rowLabels } from './rows';

export type AudienceParams = ParamsOf<typeof definition.params>;

/** Which rows and columns of which table are to be written. */
export interface Audience {
  readonly params: AudienceParams;
  readonly table: TableValue;
  readonly clustering: ClusteringValue;
  /** One a row of the table. */
  readonly labels: Int32Array;
  readonly rows: Uint32Array;
  readonly columns: readonly ColumnMeta[];
}

/** Throws `input-missing` and `column-missing`. */
export function audienceOf(
  params: AudienceParams,
  { table, clustering }: { readonly table: TableValue; readonly clustering: ClusteringValue },
): Audience {
  const labels = rowLabels(clustering, table);
  const { segments, format } = params;
  // Who is in no segment is on nobody's list.
  const unassigned = params.unassigned && !isListFormat(format);
  const rows = chosenRows(labels, { segments, unassigned });
  const chosen = [...new Set(params.columns)].map((name) => columnNamed(table, name));
  const columns = chosen.length > 0 ? chosen : table.columns;
  return { params, table, clustering, labels, rows, columns };
}
