/**
 * The passphrase as it is counted and hashed: NFKC, so that one typed on another system, or in full
 * width by an input method, is the same (RFC 8265, 4.2).
 */
export function normalized(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

export type Strength = 'empty' | 'short' | 'fair' | 'long';

/** How hard a passphrase is to guess, as far as its length tells; a Chinese character counts double. */
export function strengthOf(passphrase: string): Strength {
  const letters = [...normalized(passphrase)];
  if (letters.join('').trim() === '') return 'empty';
  const weight = letters.reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
  if (weight < 12) return 'short';
  return weight < 20 ? 'fair' : 'long';
}
