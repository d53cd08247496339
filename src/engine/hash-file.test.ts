import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finish } from '../core/job';
import { hashFile } from './hash-file';

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe.each([
  ['by the platform', undefined],
  ['block by block', -1],
])('a file hashed %s', (_how, wholeBytes) => {
  it('is known by the SHA-256 of its bytes', async () => {
    const bytes = new Uint8Array(5_000_000).map((_, i) => (i * i) % 253);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await finish(hashFile(new Blob([bytes]), wholeBytes))).toBe(expected);
  });

  it('may be empty', async () => {
    expect(await finish(hashFile(new Blob([]), wholeBytes))).toBe(EMPTY);
  });

  it('shows progress up to its size', async () => {
    const done: number[] = [];
    const file = new Blob([new Uint8Array(5_000_000)]);
    for await (const step of hashFile(file, wholeBytes)) done.push(step.done);
    expect(done).toEqual([2_097_152, 4_194_304, 5_000_000]);
  });

  it('that cannot be read is a problem and names it', async () => {
    const file = Object.assign(new Blob(['rows']), {
      name: 'gone.csv',
      slice: () => ({
        arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')),
      }),
    });
    await expect(finish(hashFile(file, wholeBytes))).rejects.toMatchObject({
      code: 'file-unreadable',
      facts: { name: 'gone.csv', reason: 'NotReadableError' },
    });
  });
});
