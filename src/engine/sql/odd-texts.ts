import { DataType, type Data, type TimeUnit } from 'apache-arrow';
import { isoOf } from '../../table/column';
import { decimalOf } from './exact-numbers';

/** A day has no longer name; as `textOf` writes a time of day. */
function timeText(value: bigint | number, unit: TimeUnit): string {
  const perSecond = [1n, 1_000n, 1_000_000n, 1_000_000_000n][unit]!;
  const whole = BigInt(value);
  const seconds = Number(whole / perSecond);
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  const rest = whole % perSecond;
  if (rest === 0n) return clock;
  const digits = String(rest).padStart(String(perSecond).length - 1, '0');
  return `${clock}.${digits.replace(/0+$/, '')}`;
}

/** ISO 8601: `P1M3DT1.5S`. */
function intervalText(parts: Int32Array): string {
  const [months = 0, days = 0] = parts;
  const nanos = (BigInt(parts[3] ?? 0) << 32n) | BigInt((parts[2] ?? 0) >>> 0);
  const seconds = nanos === 0n ? '' : `T${Number(nanos) / 1e9}S`;
  const date = `${months === 0 ? '' : `${months}M`}${days === 0 ? '' : `${days}D`}`;
  return date === '' && seconds === '' ? 'PT0S' : `P${date}${seconds}`;
}

const hexText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

type Nested = Iterable<unknown> & { readonly toJSON: () => unknown };

/** What lists and structures hold, as JSON has it. */
function plain(type: DataType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  // Arrow gives each type's values in the one form that is named here.
  if (DataType.isList(type)) {
    return Array.from(value as Nested, (each) => plain(type.valueType, each));
  }
  if (DataType.isStruct(type)) {
    const fields = (value as Nested).toJSON() as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      type.children.map((field) => [field.name, plain(field.type, fields[field.name])]),
    );
  }
  if (DataType.isMap(type)) {
    const entries = Array.from(value as Iterable<readonly [unknown, unknown]>);
    const asKey = (key: unknown): string => String(plain(type.keyType, key));
    return Object.fromEntries(
      entries.map(([key, each]) => [asKey(key), plain(type.valueType, each)]),
    );
  }
  if (DataType.isDecimal(type)) return Number(decimalOf(value as Uint32Array, type.scale));
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return isoOf(Number(value));
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return value instanceof Uint8Array ? hexText(value) : value;
}

/** Texts of what is neither text, number nor date; null where there is no such way. */
export function oddText(
  type: DataType,
): ((chunk: Data, row: number, value: unknown) => string) | null {
  if (DataType.isTime(type)) return (chunk, row) => timeText(chunk.values[row], type.unit);
  if (DataType.isInterval(type)) return (_chunk, _row, value) => intervalText(value as Int32Array);
  if (DataType.isBinary(type)) return (_chunk, _row, value) => hexText(value as Uint8Array);
  if (DataType.isList(type) || DataType.isStruct(type) || DataType.isMap(type)) {
    return (_chunk, _row, value) => JSON.stringify(plain(type, value));
  }
  return null;
}
