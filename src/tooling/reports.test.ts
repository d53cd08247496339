import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readJourneys, readUnits } from './reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fenqun-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('the count of unit tests', () => {
  it('counts a file that did not load as one failed test', () => {
    const file = written({
      numPassedTests: 2,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
        { name: 'b.test.ts', status: 'failed', assertionResults: [] },
        {
          name: 'c.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'passed' }, { status: 'failed', fullName: 'adds up' }],
        },
      ],
    });
    expect(readUnits(file)).toEqual({
      passed: 2,
      failed: 2,
      skipped: 1,
      failures: ['b.test.ts', 'c.test.ts › adds up'],
    });
  });
  it('counts nothing when no report was written', () => {
    expect(readUnits(join(folder, 'none.json')).passed).toBe(0);
  });
});

describe('the count of journeys', () => {
  it('names the failed ones, however deep', () => {
    const file = written({
      stats: { expected: 3, flaky: 0, unexpected: 1, skipped: 2 },
      suites: [
        {
          specs: [{ ok: true, title: 'opens', file: 'a.spec.ts' }],
          suites: [{ specs: [{ ok: false, title: 'saves', file: 'a.spec.ts' }] }],
        },
      ],
    });
    expect(readJourneys(file)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
      failures: ['a.spec.ts › saves'],
    });
  });
});
