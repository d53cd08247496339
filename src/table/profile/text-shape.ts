/** What a text looks like by its bytes alone. */
export type TextShape = 'number' | 'words' | 'other';

const [ZERO, NINE, POINT, COMMA, PLUS, MINUS, PERCENT, SPACE] = [
  0x30, 0x39, 0x2e, 0x2c, 0x2b, 0x2d, 0x25, 0x20,
];

/** A number as people write it (sign, digits with points and commas, %), words without a digit, or other. */
export function shapeOf(bytes: Uint8Array): TextShape {
  let from = 0;
  let to = bytes.length;
  while (from < to && bytes[from] === SPACE) from++;
  while (to > from && bytes[to - 1] === SPACE) to--;
  const digits = countDigits(bytes, from, to);
  if (digits === 0) return from < to ? 'words' : 'other';
  if (bytes[from] === PLUS || bytes[from] === MINUS) from++;
  if (bytes[to - 1] === PERCENT) to--;
  const isFirst = bytes[from]! >= ZERO && bytes[from]! <= NINE;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    const fits = (byte >= ZERO && byte <= NINE) || byte === POINT || byte === COMMA;
    if (!fits) return 'other';
  }
  return isFirst ? 'number' : 'other';
}

function countDigits(bytes: Uint8Array, from: number, to: number): number {
  let digits = 0;
  for (let i = from; i < to; i++) if (bytes[i]! >= ZERO && bytes[i]! <= NINE) digits++;
  return digits;
}
