const encoder = new TextEncoder();
const [C1, C2] = [0xcc9e2d51, 0x1b873593];

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

function mixed(block: number): number {
  return Math.imul(rotate(Math.imul(block, C1), 15), C2);
}

/**
 * MurmurHash3 (x86, 32 bits, seed 0) of a text's UTF-8 bytes as a signed number: Austin Appleby's
 * public-domain function, and the one that scikit-learn's FeatureHasher uses.
 */
export function murmur3(text: string): number {
  const bytes = encoder.encode(text);
  const whole = bytes.length & ~3;
  let hash = 0;
  for (let i = 0; i < whole; i += 4) {
    const block = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    hash = (Math.imul(rotate(hash ^ mixed(block), 13), 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= whole; i--) tail = (tail << 8) | bytes[i]!;
  hash ^= mixed(tail) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
