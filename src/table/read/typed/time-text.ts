function padded(value: bigint | number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/** A time of day as text, `09:30:00` with the fractions that are not zero; null out of range. */
export function timeText(value: bigint, perSecond: bigint): string | null {
  const seconds = value / perSecond;
  if (value < 0n || seconds > 86_400n) return null;
  const text = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n]
    .map((part) => padded(part, 2))
    .join(':');
  const rest = value % perSecond;
  if (rest === 0n) return text;
  return `${text}.${padded(rest, String(perSecond).length - 1).replace(/0+$/, '')}`;
}

/** A span of months, days and nanoseconds as ISO text: `P14M3DT1.5S`, `P0D` for none. */
export function spanText(months: number, days: number, nanos: bigint): string {
  const date = `${months === 0 ? '' : `${months}M`}${days === 0 ? '' : `${days}D`}`;
  if (nanos === 0n) return `P${date === '' ? '0D' : date}`;
  const sign = nanos < 0n ? '-' : '';
  const size = nanos < 0n ? -nanos : nanos;
  const fraction = size % 1_000_000_000n;
  const rest = fraction === 0n ? '' : `.${padded(fraction, 9).replace(/0+$/, '')}`;
  return `P${date}T${sign}${size / 1_000_000_000n}${rest}S`;
}

/** Whole milliseconds, cut off towards the past, of a count of `perMs`-ths of one. */
export function msOf(value: bigint, perMs: bigint): number {
  const ms = value / perMs;
  return Number(value % perMs < 0n ? ms - 1n : ms);
}
