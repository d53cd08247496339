import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { expect, it } from 'vitest';

interface Report {
  readonly format: string;
  readonly accepted: number;
  readonly refused: Readonly<Record<string, number>>;
}

const MUTANTS = 60;
const FORMATS = 'csv,tsv,json,ndjson,gz,xlsx,xls,parquet,arrow-file,arrow-stream';

// `npm run hostile` reads ten thousand of each; these are the first of the same.
it('reads or refuses the first mutants of every format, in reader threads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mutants-'));
  try {
    await build({
      configFile: 'tests/hostile/vite.config.ts',
      logLevel: 'error',
      build: { outDir: folder },
    });
    const json = join(folder, 'report.json');
    const args = [
      join(folder, 'mutants.js'),
      '--mutants',
      String(MUTANTS),
      '--json',
      json,
      '--only',
      FORMATS,
    ];
    await promisify(execFile)(process.execPath, args);
    const reports = JSON.parse(await readFile(json, 'utf8')) as Report[];
    expect(reports).toHaveLength(FORMATS.split(',').length);
    for (const { format, accepted, refused } of reports) {
      const total = Object.values(refused).reduce((sum, count) => sum + count, accepted);
      expect([format, total]).toEqual([format, MUTANTS]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
