import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseResults, writeResults } from './results';

const of = (display: unknown) => ({
  cellId: 'cluster',
  fingerprint: 'ab',
  kind: 'cluster',
  elapsedMs: 12,
  display,
});

it('brings back typed arrays, numbers without a word in JSON, and any key', () => {
  const display = {
    labels: Int32Array.of(0, 2, -1),
    x: Float64Array.of(0.1, -0, 1e300),
    none: new Float32Array(0),
    edges: [Infinity, -Infinity, -0, 1.5],
    $array: 'Float64Array',
    $$number: '1',
    ['__proto__']: { deep: Uint8Array.of(255) },
    gone: null,
  };
  const [read] = parseResults(writeResults([of(display)]))!;
  expect(read).toEqual(of(display));
  expect(Object.is((read!.display as { edges: number[] }).edges[2], -0)).toBe(true);
  expect(Object.prototype).not.toHaveProperty('deep');
});

it('brings back any display of plain values', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (display) => {
      const text = writeResults([of(display)]);
      expect(writeResults(parseResults(text)!)).toBe(text);
    }),
  );
});

it.each([
  '',
  'null',
  '[]',
  '{"format":2,"results":[]}',
  '{"format":1,"results":[{"cellId":"a"},null,7]}',
  writeResults([of(1)]).replace('"elapsedMs":12', '"elapsedMs":"12"'),
  writeResults([of(Int8Array.of(1))]).replace('Int8Array', 'Function'),
  writeResults([of(Int32Array.of(1))]).replace(/"base64":"[^"]*"/, '"base64":"AAA="'),
])('does not take %j for results', (text) => {
  expect(parseResults(text)).toBeNull();
});

it('takes as many results as were written, also none', () => {
  expect(parseResults(writeResults([of(1), of(2)]))).toHaveLength(2);
  expect(parseResults(writeResults([]))).toEqual([]);
});
