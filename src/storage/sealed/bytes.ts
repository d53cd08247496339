import { Problem } from '../../core/problem';

/** Bytes that the browser's cryptography takes and gives. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The parts of a notebook that are sealed apart, and so can be damaged apart. */
export type SealedPart =
  'key' | 'frame' | 'cell' | 'summary' | 'state' | 'name' | 'result' | 'dataset';

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Bytes as text for a JSON record. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

/** What `toBase64` was given; a text that it would never give is damaged. */
export function fromBase64(text: unknown, part: SealedPart): Bytes {
  if (typeof text === 'string') {
    try {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      // Spare bits of the last letter would let two texts stand for the same bytes.
      if (toBase64(bytes) === text) return bytes;
    } catch {
      // Told below.
    }
  }
  throw new Problem('sealed-damaged', { part });
}
