import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isInstalled, nodeComplaint } from './install.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fenqun-install-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lock(file: string, versions: Record<string, string>, optional: readonly string[] = []) {
  const packages = Object.entries(versions).map(([path, version]) => [
    path,
    { version, ...(optional.includes(path) ? { optional: true } : {}) },
  ]);
  writeFileSync(join(folder, file), JSON.stringify({ packages: Object.fromEntries(packages) }));
}

describe('the look at what is installed', () => {
  it('misses everything in a fresh clone', () => {
    lock('package-lock.json', { '': '0.1.0', 'node_modules/a': '1.0.0' });
    expect(isInstalled(folder)).toBe(false);
  });
  it('is content with every locked package, whatever is optional elsewhere', () => {
    mkdirSync(join(folder, 'node_modules'));
    const wanted = { '': '0.1.0', 'node_modules/a': '1.0.0', 'node_modules/mac-only': '1.0.0' };
    lock('package-lock.json', wanted, ['node_modules/mac-only']);
    lock('node_modules/.package-lock.json', { 'node_modules/a': '1.0.0' });
    expect(isInstalled(folder)).toBe(true);
  });
  it('sees that a package moved on', () => {
    lock('node_modules/.package-lock.json', { 'node_modules/a': '0.9.0' });
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('the look at Node', () => {
  it.each(['18.20.4', '20.18.3', '9.0.0'])('says what is wrong with %s', (version) => {
    expect(nodeComplaint(version)).toContain(`this is Node ${version}`);
  });
  it.each(['20.19.0', '20.20.1', '22.0.0', '24.1.0'])('is content with %s', (version) => {
    expect(nodeComplaint(version)).toBeUndefined();
  });
});
