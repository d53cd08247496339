import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readText, rowsOf } from '../../../tests/support/read-text';
import { Problem } from '../../core/problem';

const bytesOf = (buffer: Uint8Array) => new Uint8Array(buffer);
const code = (thrown: unknown) => (thrown instanceof Problem ? thrown.code : thrown);

describe('a file packed by gzip', () => {
  const lines = ['id,city', ...Array.from({ length: 5000 }, (_, i) => `K${i},北京`)].join('\n');

  it('is read as what it holds', async () => {
    const packed = bytesOf(gzipSync(lines));
    const { value, report } = await readText(packed);
    expect([value.rows, report.isPacked, report.sizeBytes]).toEqual([5000, true, packed.length]);
    const json = await readText(bytesOf(gzipSync('[{"a": 1}]')));
    expect([rowsOf(json.value), json.report.format]).toEqual([[['1']], 'json']);
  });

  it('is refused where it breaks off or is damaged', async () => {
    const packed = bytesOf(gzipSync(lines));
    expect(await readText(packed.slice(0, 4000)).catch(code)).toBe('file-packed-damaged');
    const damaged = packed.slice();
    damaged.fill(0xff, 2000, 2100);
    expect(await readText(damaged).catch(code)).toBe('file-packed-damaged');
    expect(await readText(packed.slice(0, 5)).catch(code)).toBe('file-packed-damaged');
  });

  it('is not unpacked twice, and holds something', async () => {
    const twice = bytesOf(gzipSync(gzipSync(lines)));
    expect(await readText(twice).catch(code)).toBe('file-not-a-table');
    expect(await readText(bytesOf(gzipSync(''))).catch(code)).toBe('file-empty');
  });
});
