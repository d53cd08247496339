const SAFE = 2n ** 53n;
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/** The number nearest to `unscaled` / 10^`scale`: correctly rounded, which a product is not. */
export function decimalOf(unscaled: bigint | number, scale: number): number {
  if (scale === 0) return Number(unscaled);
  const power = POWERS[scale];
  const isExact = typeof unscaled === 'number' || (unscaled <= SAFE && unscaled >= -SAFE);
  if (isExact && power !== undefined) return Number(unscaled) / power;
  return Number(`${unscaled}e${-scale}`);
}

/** A whole number in two's complement, most significant byte first. */
export function signedOf(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}
