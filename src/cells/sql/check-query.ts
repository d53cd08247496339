import { Problem } from '../../core/problem';
import type { Token } from '../../editor/code';
import { tokensOf } from './tokens';

/** Give another answer each time; `check-query.test.ts` asks the database for all of them. */
const CHANGING: ReadonlySet<string> = new Set(
  (
    'random setseed uuid uuidv4 uuidv7 gen_random_uuid now today get_current_time ' +
    'get_current_timestamp current_date current_time current_timestamp current_localtime ' +
    'current_localtimestamp localtime localtimestamp transaction_timestamp statement_timestamp ' +
    'clock_timestamp txid_current nextval currval current_query current_query_id ' +
    'current_connection_id current_transaction_id stats'
  ).split(' '),
);

/** Those of them that are written without brackets, too. */
const BARE = /^(current_(date|time|timestamp|localtime|localtimestamp)|localtime|localtimestamp)$/;

/** Look at something else than the tables, or write somewhere. */
const REACHING =
  /^(read_\w+|parquet_\w+|sniff_csv|glob|getenv|getvariable|query|query_table|arrow_scan\w*|duckdb_\w+|pragma_\w+|which_secret|checkpoint|force_checkpoint|enable_\w+|disable_\w+|truncate_\w+|write_log|seq_scan|current_database|current_schemas?|in_search_path|current_setting|error|sql_auto_complete|iceberg_\w+|st_read\w*)$/;

/**
 * The statement without its semicolon, or null when there is none but comments. Throws
 * `sql-not-allowed` for several statements and for what looks beyond the tables, `sql-changing` for
 * what gives another answer each time.
 */
export function checkedQuery(query: string): string | null {
  const tokens = tokensOf(query).filter(({ kind }) => kind !== 'comment');
  const end = tokens.find(({ from, kind }) => kind === 'sign' && query[from] === ';');
  const inside = end ? tokens.filter(({ to }) => to <= end.from) : tokens;
  const after = tokens.find(({ from }) => end && from > end.from && query[from] !== ';');
  if (after) refuse('sql-not-allowed', ';', end!);
  if (inside.length === 0) return null;
  inside.forEach((_token, index) => checkToken(query, inside, index));
  return end ? query.slice(0, end.from) : query;
}

type Refusal = 'sql-not-allowed' | 'sql-changing';

function refuse(code: Refusal, what: string, { from, to }: Token): never {
  throw new Problem(code, { what, from, to });
}

function checkToken(query: string, tokens: readonly Token[], index: number): void {
  const token = tokens[index]!;
  const { from, to, kind } = token;
  if (kind === 'text' || kind === 'number' || kind === 'sign') return;
  const written = query.slice(from, to);
  const isQuoted = written.startsWith('"');
  const name = (isQuoted ? written.slice(1, -1) : written).toLowerCase();
  const isCall = signAt(query, tokens[index + 1]) === '(';
  const isPart = signAt(query, tokens[index - 1]) === '.' && !isCall;
  const isBare =
    !isQuoted && !isPart && BARE.test(name) && signAt(query, tokens[index + 1]) !== '.';
  if (isBare || (isCall && CHANGING.has(name))) refuse('sql-changing', written, token);
  if (isCall && REACHING.test(name)) refuse('sql-not-allowed', `${written}()`, token);
  if (isCall && name === 'age' && isAlone(query, tokens, index + 1)) {
    refuse('sql-changing', written, token);
  }
  const rest = tokens.slice(index + 1).map((each) => query.slice(each.from, each.to).toLowerCase());
  const isSample = name === 'tablesample' || (name === 'using' && rest[0] === 'sample');
  if (!isQuoted && isSample && !rest.includes('repeatable')) refuse('sql-changing', written, token);
}

const signAt = (query: string, token: Token | undefined): string | null =>
  token?.kind === 'sign' ? query[token.from]! : null;

/** Whether the brackets that open there hold one argument: `age(x)` counts from today. */
function isAlone(query: string, tokens: readonly Token[], open: number): boolean {
  let depth = 0;
  for (const token of tokens.slice(open)) {
    const sign = signAt(query, token);
    if (sign === '(' || sign === '[' || sign === '{') depth++;
    if (sign === ')' || sign === ']' || sign === '}') depth--;
    if (depth === 0) return true;
    if (depth === 1 && sign === ',') return false;
  }
  return true;
}
