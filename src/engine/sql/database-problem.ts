import { Problem } from '../../core/problem';
import { placeOf } from './error-place';

interface Asked {
  readonly sql: string;
  readonly limitBytes: number;
}

/** `Binder Error: Referenced column …` */
const KNOWN = /^([A-Z][A-Za-z -]*?) Error: ([\s\S]*)$/;

/** The database's words; some of its ways to fail tell them as JSON. */
function wordsOf(text: string): { readonly kind: string; readonly told: string } | null {
  const [, kind, told] = KNOWN.exec(text) ?? [];
  if (kind !== undefined && told !== undefined) return { kind, told };
  try {
    const { exception_type: type, exception_message: message } = JSON.parse(text);
    return { kind: String(type), told: String(message) };
  } catch {
    return null;
  }
}

/**
 * What the database said as a problem that points at its place. What is none of its own errors (it
 * ran out of memory in the middle, it came to a trap) is passed on: it does not work any more.
 */
export function problemOf(thrown: unknown, { sql, limitBytes }: Asked): unknown {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const words = wordsOf(text);
  if (!words) return thrown;
  const { kind, told } = words;
  if (kind === 'Out of Memory') return new Problem('sql-needs-memory', { limitBytes });
  const { from, to } = placeOf(told, sql) ?? { from: -1, to: -1 };
  const message = told.split(/\n+LINE \d+: /)[0]!.trim();
  return new Problem('sql-failed', { kind: kind.toLowerCase(), message, from, to });
}
