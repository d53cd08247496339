import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSiteFresh } from './freshness.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fenqun-fresh-'));
const BUILT_AT = 2000;

/** Sets when a file or folder was last changed, in seconds. */
function changedAt(path: string, seconds: number): void {
  utimesSync(join(folder, path), seconds, seconds);
}

beforeAll(() => {
  mkdirSync(join(folder, 'src/core'), { recursive: true });
  writeFileSync(join(folder, 'src/core/graph.ts'), '');
  for (const path of ['src/core/graph.ts', 'src/core', 'src']) changedAt(path, BUILT_AT - 1);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the built site', () => {
  it('is not fresh before it was built', () => {
    expect(isSiteFresh(folder)).toBe(false);
  });
  it('is fresh while nothing changed since', () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/index.html'), '');
    changedAt('dist/index.html', BUILT_AT);
    expect(isSiteFresh(folder)).toBe(true);
  });
  it('is stale when a source changed', () => {
    changedAt('src/core/graph.ts', BUILT_AT + 1);
    expect(isSiteFresh(folder)).toBe(false);
    changedAt('src/core/graph.ts', BUILT_AT - 1);
  });
  it('is stale when a source was deleted', () => {
    rmSync(join(folder, 'src/core/graph.ts'));
    changedAt('src/core', BUILT_AT + 1);
    expect(isSiteFresh(folder)).toBe(false);
  });
});
