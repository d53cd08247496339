import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Tally
 * @typedef {Tally & { readonly failures: readonly string[] }} Report
 */

export const UNIT_REPORT = join(root, 'build/reports/unit.json');
export const JOURNEY_REPORT = join(root, 'build/reports/journey.json');

/** @type {Report} */
const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** Takes away what an earlier run reported, so that it cannot be taken for this one's. */
export function clearReports() {
  mkdirSync(join(root, 'build/reports'), { recursive: true });
  for (const file of [UNIT_REPORT, JOURNEY_REPORT]) rmSync(file, { force: true });
}

/** @param {Tally} tally */
export function isNothing({ passed, failed, skipped }) {
  return passed + failed + skipped === 0;
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Counts the tests of vitest's JSON report; a file that failed before its first test is one
 * failed test.
 * @returns {Report}
 */
export function readUnits(file = UNIT_REPORT) {
  const report = readReport(file);
  if (!report) return NOTHING;
  /** @type {string[]} */
  const failures = [];
  for (const suite of report.testResults) {
    /** @type {{ status: string, fullName: string }[]} */
    const tests = suite.assertionResults;
    const failed = tests.filter((test) => test.status === 'failed');
    failures.push(...failed.map((test) => `${suite.name.replace(root, '')} › ${test.fullName}`));
    if (suite.status === 'failed' && failed.length === 0)
      failures.push(suite.name.replace(root, ''));
  }
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/**
 * @typedef {{ title: string, file: string, specs?: readonly { ok: boolean, title: string, file: string }[], suites?: readonly PlaywrightSuite[] }} PlaywrightSuite
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function failedSpecs(suite) {
  const own = (suite.specs ?? []).filter((spec) => !spec.ok);
  return [
    ...own.map((spec) => `${spec.file} › ${spec.title}`),
    ...(suite.suites ?? []).flatMap(failedSpecs),
  ];
}

/**
 * Counts the tests of Playwright's JSON report.
 * @returns {Report}
 */
export function readJourneys(file = JOURNEY_REPORT) {
  const report = readReport(file);
  if (!report) return NOTHING;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: report.suites.flatMap(failedSpecs),
  };
}
