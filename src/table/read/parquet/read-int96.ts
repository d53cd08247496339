import type { Bytes } from './read-runs';

const DAY_NS = 86_400_000_000_000n;

/**
 * Times as days and nanoseconds of the day (96 bits, deprecated), as the library converts them: the
 * day in the upper half. Nanoseconds beyond a day, which Spark writes after an overflow, are carried
 * into the days, so that an impossible time stays one instead of becoming another.
 */
export function readInt96(bytes: Bytes, count: number): bigint[] {
  const { view, offset } = bytes;
  bytes.offset += count * 12;
  return Array.from({ length: count }, (_, i) => {
    const ns = view.getBigInt64(offset + i * 12, true);
    const ofDay = ((ns % DAY_NS) + DAY_NS) % DAY_NS;
    const days = BigInt(view.getInt32(offset + i * 12 + 8, true)) + (ns - ofDay) / DAY_NS;
    return (days << 64n) | ofDay;
  });
}
