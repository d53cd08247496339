import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordReader } from './record-reader';
import { createWasmKernels } from './wasm';

const reader = createRecordReader(createWasmKernels(readFileSync('build/kernels.wasm')));
const COMMAS = { delimiter: 0x2c, quote: 0x22, newline: 0x0a };
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function read(text: string, kinds: readonly (0 | 1)[], from = 0) {
  const bytes = encoder.encode(text);
  reader.open([bytes], { columns: kinds.length, goesOn: true });
  const block = reader.read(from, { ...COMMAS, kinds: Uint8Array.from(kinds) });
  const columns = kinds.map((kind, c) => {
    if (kind === 1) return [...block.numbers(c).values];
    const { bytes: packed, ends } = block.texts(c);
    return Array.from(ends, (end, i) => decoder.decode(packed.subarray(ends[i - 1] ?? 0, end)));
  });
  return {
    records: block.records,
    next: block.next,
    columns,
    decimals: kinds.map((_, c) => block.numbers(c).hasDecimals),
    minus: kinds.map((_, c) => block.numbers(c).hasMinus),
    empty: kinds.map((_, c) => block.numbers(c).empty),
  };
}

describe('records read by compiled code', () => {
  it('are numbers and places of text, column by column', () => {
    const found = read('1,a b,-2.50\r\n,"c,d",0\n30,,7\nnext', [1, 0, 1]);
    expect(found).toMatchObject({ records: 3, next: 28 });
    expect(found.columns).toEqual([
      [1, NaN, 30],
      ['a b', 'c,d', ''],
      [-2.5, 0, 7],
    ]);
    expect(found.decimals).toEqual([false, false, true]);
    expect(found.minus).toEqual([false, false, true]);
    expect(found.empty).toEqual([1, 0, 0]);
  });

  it.each([
    ['more cells', '1,2,3\n'],
    ['fewer cells', '1\n'],
    ['a blank line', '\n1,2\n'],
    ['a doubled quote', '1,"a""b"\n'],
    ['text after a quote', '1,"a"b\n'],
    ['an open quote', '1,"ab\n'],
    ['a leading zero', '007,a\n'],
    ['a plus', '+1,a\n'],
    ['a lone sign', '-,a\n'],
    ['minus zero', '-0,a\n'],
    ['a point without digits', '1.,a\n'],
    ['digits without a whole part', '.5,a\n'],
    ['an exponent', '1e5,a\n'],
    ['a space', ' 1,a\n'],
    ['a word', 'NA,a\n'],
    ['sixteen digits before the point', '1234567890123456,a\n'],
    ['no end', '1,a'],
  ])('stop before a record with %s', (_, text) => {
    expect(read(`5,x\n${text}`, [1, 0])).toMatchObject({ records: 1, next: 4 });
  });

  it('hold the nearest double of any decimal, or leave it to the careful reader', () => {
    const digits = fc.tuple(fc.bigInt(0n, 10n ** 19n - 1n), fc.integer({ min: 0, max: 18 }));
    fc.assert(
      fc.property(digits, ([whole, decimals]) => {
        const padded = String(whole).padStart(decimals + 1, '0');
        const cut = padded.length - decimals;
        const text = decimals ? `${padded.slice(0, cut)}.${padded.slice(cut)}` : padded;
        const { records, columns } = read(`${text},a\n`, [1, 0]);
        if (records === 1) expect(columns[0]).toEqual([Number(text)]);
      }),
      { numRuns: 20_000 },
    );
  });

  it('leaves hardly any usual number to the careful reader', () => {
    let left = 0;
    const share = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    const texts = fc.sample(share, { numRuns: 5000, seed: 7 }).map(String);
    for (const text of texts) {
      const { records, columns } = read(`${text},a\n`, [1, 0]);
      if (records === 1) expect(columns[0]).toEqual([Number(text)]);
      else left++;
    }
    expect(left / texts.length).toBeLessThan(0.02);
  });

  it('go on where they stopped, in blocks of any size', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${i},t${i}\n`).join('');
    const bytes = encoder.encode(lines);
    reader.open([bytes.subarray(0, 1000), bytes.subarray(1000)], { columns: 2, goesOn: false });
    const form = { ...COMMAS, kinds: Uint8Array.of(1, 0) };
    let from = 0;
    let next = 0;
    while (from < bytes.length) {
      const block = reader.read(from, form);
      for (const value of block.numbers(0).values) expect(value).toBe(next++);
      from = block.next;
    }
    expect(next).toBe(20_000);
  });

  it('reads quoted numbers, and empty cells in quotes', () => {
    const found = read('"1","a"\n"-2.5",""\n"",x\n"3"4,y\n', [1, 0]);
    expect(found).toMatchObject({
      records: 3,
      columns: [
        [1, -2.5, NaN],
        ['a', '', 'x'],
      ],
    });
    expect(found.empty[0]).toBe(1);
  });

  it('reads records longer than what is marked at a time, up to 64 KB', () => {
    const [long, quoted] = ['x'.repeat(20_000), 'a,\n'.repeat(8000)];
    const found = read(`1,${long}\n2,"${quoted}"\n3,${'y'.repeat(70_000)}\n`, [1, 0]);
    expect(found).toMatchObject({
      records: 2,
      columns: [
        [1, 2],
        [long, quoted],
      ],
    });
  });

  it('tells ASCII from anything else, at every place', () => {
    const kindOf = (text: Uint8Array) => reader.open([text], { columns: 1, goesOn: false }).kind;
    expect(kindOf(encoder.encode('a'.repeat(100)))).toBe('ascii');
    for (let at = 0; at < 70; at++) {
      const text = new Uint8Array(70).fill(0x61);
      text[at] = 0x80;
      expect(kindOf(text)).toBe('not-utf-8');
      text.set(encoder.encode('é'), Math.min(at, 68));
      expect(kindOf(text)).toBe('utf-8');
    }
  });

  it('knows UTF-8 as the platform does, also when it is cut', () => {
    const strict = (bytes: Uint8Array, goesOn: boolean): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: goesOn });
        return true;
      } catch {
        return false;
      }
    };
    const odd = fc.constantFrom(
      ...[0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0],
      ...[0xe4, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff],
    );
    const some = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => [...encoder.encode(text)]),
      fc.array(odd, { maxLength: 4 }),
      fc.constant([...encoder.encode('a'.repeat(33))]),
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), fc.boolean(), (parts, goesOn) => {
        const bytes = Uint8Array.from(parts.flat());
        const { kind } = reader.open([bytes], { columns: 1, goesOn });
        expect(kind !== 'not-utf-8').toBe(strict(bytes, goesOn));
      }),
      { numRuns: 20_000 },
    );
  });
});
