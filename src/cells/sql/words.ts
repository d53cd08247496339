/** Words of the language, those first that people need most. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT JOIN LEFT INNER ON USING AS AND OR NOT IN IS NULL ' +
    'CASE WHEN THEN ELSE END DISTINCT BETWEEN LIKE ILIKE ALL WITH UNION EXCEPT INTERSECT DESC ASC ' +
    'NULLS FIRST LAST OFFSET OVER PARTITION ROWS RANGE PRECEDING FOLLOWING UNBOUNDED CURRENT ROW ' +
    'QUALIFY FILTER WINDOW CAST TRY_CAST INTERVAL DATE TIMESTAMP TRUE FALSE VALUES DESCRIBE SUMMARIZE ' +
    'RIGHT FULL OUTER CROSS SEMI ANTI ASOF LATERAL NATURAL EXISTS ANY SOME EXCLUDE REPLACE ' +
    'RECURSIVE PIVOT UNPIVOT INTEGER BIGINT DOUBLE VARCHAR BOOLEAN DECIMAL TABLE COLLATE ESCAPE ' +
    'ROLLUP CUBE GROUPING SETS POSITIONAL SIMILAR GLOB TABLESAMPLE SAMPLE REPEATABLE MATERIALIZED'
  ).split(' '),
);

/** Functions that tables of customers need, for completion. */
export const FUNCTIONS: readonly string[] = (
  'count sum avg min max median quantile_cont stddev mode any_value arg_max arg_min string_agg ' +
  'list first last count_if bool_and bool_or approx_count_distinct corr round floor ceil abs ln ' +
  'log sqrt power greatest least coalesce nullif ifnull lower upper trim substring replace ' +
  'regexp_matches regexp_replace regexp_extract length concat concat_ws split_part contains ' +
  'starts_with strftime strptime date_trunc date_part date_diff date_add make_date last_day year ' +
  'month day dayofweek row_number rank dense_rank lag lead ntile percent_rank cume_dist hash'
).split(' ');

/** Names that need quotes to be names. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'all analyse analyze and any array as asc asymmetric both case cast check collate column ' +
    'constraint create default deferrable desc describe distinct do else end except false fetch for ' +
    'foreign from group having in initially intersect into lambda lateral leading limit not null ' +
    'offset on only or order pivot pivot_longer pivot_wider placing primary qualify references ' +
    'returning select show some summarize symmetric table then to trailing true union unique unpivot ' +
    'using variadic when where window with'
  ).split(' '),
);

/** A name as a query writes it: in quotes where it needs them. */
export function asWritten(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !RESERVED.has(name.toLowerCase());
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}
