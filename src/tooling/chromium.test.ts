import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runsPages } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fenqun-chromium-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, lines: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('the look for a browser', () => {
  it('does not take a script that only says where to get one', () => {
    const stub = program('stub', 'echo "Chromium 120, please install the snap" >&2; exit 1');
    expect(runsPages(stub)).toBe(false);
  });
  it('does not take a program that is not there', () => {
    expect(runsPages(join(folder, 'nowhere'))).toBe(false);
  });
  it('takes a program that opens a page', () => {
    expect(runsPages(program('browser', 'echo "<html><body><p>opened</p></body></html>"'))).toBe(
      true,
    );
  });
});
