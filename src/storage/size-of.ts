/** About how many bytes a display takes; exact for typed arrays, which are what is large. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length + 8;
  if (typeof value !== 'object' || value === null) return 8;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 8);
  return Object.entries(value).reduce((sum, [key, item]) => sum + 2 * key.length + sizeOf(item), 8);
}
