import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problem } from '../core/problem';
import { packFiles, readBundle } from './bundle';
import { crc32, listZip } from './zip-list';

const prose = Array.from({ length: 90 }, (_, i) => (i * 7919).toString(36)).join(' ');
const NOTE = `---\nfenqun: 1\n---\n\n${prose}\n`;
const rows = Array.from({ length: 400 }, (_, i) => `${i},${(i * 37) % 101}`).join('\n');
const zipped = () =>
  zipSync({
    'notebook.fenqun.md': strToU8(NOTE),
    'data/t.csv': strToU8(rows),
    'x.bin': new Uint8Array(9),
  });

/** The place of a member's first packed byte. */
function placeOf(bytes: Uint8Array, name: string): number {
  const text = Buffer.from(bytes).toString('latin1');
  return text.indexOf(name) + name.length;
}

function problemOf(read: () => unknown): unknown {
  try {
    read();
  } catch (thrown) {
    if (thrown instanceof Problem) return { code: thrown.code, ...thrown.facts };
    throw thrown;
  }
  return null;
}

describe('a bundle', () => {
  it('gives the notebook, its data and its results, and nothing else', async () => {
    const packed = await packFiles([
      { path: 'notebook.fenqun.md', content: new Blob([NOTE]) },
      { path: 'data/t.csv', content: new Blob([rows]) },
      { path: 'results.json', content: new Blob(['{}']) },
      { path: 'other.json', content: new Blob(['{}']) },
    ]);
    const { text, data, results } = readBundle(new Uint8Array(await packed.arrayBuffer()));
    expect([text, results, data.length]).toEqual([NOTE, '{}', 1]);
    expect(await data[0]!.text()).toBe(rows);
  });

  it.each(['notebook.fenqun.md', 'data/t.csv'])('names the damaged member %s', (member) => {
    const bytes = zipped();
    let named = 0;
    for (let away = 4; away < 24; away++) {
      const damaged = bytes.slice();
      damaged[placeOf(bytes, member) + away]! ^= 0x10;
      const problem = problemOf(() => readBundle(damaged));
      expect(problem).toMatchObject({ code: 'bundle-invalid', reason: 'damaged', member });
      named++;
    }
    expect(named).toBe(20);
  });

  it('opens though a file in it that is not ours is damaged', () => {
    const bytes = zipped();
    bytes[placeOf(bytes, 'x.bin') + 1]! ^= 0xff;
    expect(readBundle(bytes).text).toBe(NOTE);
  });
});

describe('the list of a zip', () => {
  it('has the CRC-32 of every member', () => {
    expect(listZip(zipped()).map(({ name, crc }) => [name, crc])).toEqual([
      ['notebook.fenqun.md', crc32(strToU8(NOTE))],
      ['data/t.csv', crc32(strToU8(rows))],
      ['x.bin', crc32(new Uint8Array(9))],
    ]);
    // The check value of the catalogue of CRC algorithms (CRC-32/ISO-HDLC).
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  });

  it('is empty or cut short for what is no zip', () => {
    expect(listZip(new Uint8Array(0))).toEqual([]);
    expect(listZip(zipped().slice(0, -30))).toEqual([]);
    const wild = zipped();
    wild.fill(0xff, -6, -2);
    expect(listZip(wild)).toEqual([]);
  });
});
