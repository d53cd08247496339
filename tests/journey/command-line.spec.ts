import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { drawCustomers, toCsv } from './support/shop';

const COMMAND = fileURLToPath(new URL('../../src/tooling/fenqun.mjs', import.meta.url));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Types a command in a folder; the build that the tests are about is there already. */
function type(folder: string, typed: string): Promise<Said> {
  const args = ['--disable-warning=ExperimentalWarning', COMMAND, ...typed.split(' ')];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: folder, env: { ...process.env, INIT_CWD: folder }, maxBuffer: 1 << 26 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

test('the command line writes a run as Python and verifies its receipt', async () => {
  const folder = test.info().outputPath('run');
  const at = (name: string): string => test.info().outputPath('run', name);
  await mkdir(folder, { recursive: true });
  await writeFile(at('customers.csv'), toCsv(drawCustomers(400, 7)));
  const proposed = await type(folder, 'new --data customers.csv');
  expect(proposed.code).toBe(0);
  await writeFile(at('a.fenqun.md'), proposed.out);

  const records = '--python run.py --jupyter run.ipynb --receipt run.json';
  expect((await type(folder, `run a.fenqun.md ${records}`)).code).toBe(0);
  const script = await readFile(at('run.py'), 'utf8');
  expect(script).toContain('KMeans(');
  expect(script).toMatch(/report\("cluster", cluster, \[\d+(, \d+)+\]\)/);
  const jupyter = JSON.parse(await readFile(at('run.ipynb'), 'utf8'));
  expect([jupyter.nbformat, jupyter.nbformat_minor]).toEqual([4, 5]);
  // Nothing of the customers themselves.
  const receipt = await readFile(at('run.json'), 'utf8');
  expect(Object.keys(JSON.parse(receipt).cells[0])).toEqual(
    expect.arrayContaining(['fingerprint', 'params', 'inputs', 'result']),
  );

  const same = await type(folder, 'run a.fenqun.md --verify run.json');
  expect([same.code, same.err]).toEqual([0, '']);

  const changed = proposed.out.replace(/^```fenqun cluster id=cluster$/m, '$&\nrestarts: 3');
  expect(changed).not.toBe(proposed.out);
  await writeFile(at('b.fenqun.md'), changed);
  const differs = await type(folder, 'run b.fenqun.md --verify run.json');
  expect(differs.code).toBe(1);
  expect(differs.err).toMatch(/^cluster: other-inputs restarts$/m);
});
