import { installPackages, nodeComplaint } from './install.mjs';
import { runNpm, runTool } from './run.mjs';
import {
  clearReports,
  isNothing,
  JOURNEY_REPORT,
  readJourneys,
  readUnits,
  UNIT_REPORT,
} from './reports.mjs';

/** @typedef {import('./reports.mjs').Tally} Tally */

/** @type {{ passed: number, failed: number, skipped: number }} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

/**
 * Counts a step, or the tests that it ran, and remembers what to repeat at the end.
 * @param {string} name
 * @param {number} exitCode
 * @param {Tally & { failures?: readonly string[] }} [tally] of the tests inside
 */
function count(name, exitCode, tally) {
  const ran =
    tally && !isNothing(tally) ? tally : { passed: exitCode === 0 ? 1 : 0, failed: 0, skipped: 0 };
  total.passed += ran.passed;
  total.failed += ran.failed;
  total.skipped += ran.skipped;
  failures.push(...(ran.failures ?? []).map((title) => `${name}: ${title}`));
  // A step that fails without a failed test (a file that does not load) must not pass.
  if (exitCode !== 0 && ran.failed === 0) {
    total.failed++;
    failures.push(`${name} (see its output above)`);
  }
}

/**
 * @param {string} name
 * @param {() => Promise<number>} work
 * @param {() => Tally & { failures: readonly string[] }} [read]
 */
async function step(name, work, read) {
  console.log(`\n── ${name}`);
  const exitCode = await work();
  count(name, exitCode, read?.());
  return exitCode === 0;
}

async function testJourneys() {
  const { ensureChromium, CHROMIUM_ADVICE } = await import('./chromium.mjs');
  const chromium = await ensureChromium();
  if (!chromium) {
    console.error(CHROMIUM_ADVICE);
    return 1;
  }
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: JOURNEY_REPORT };
  const args = ['test', '-c', 'tests/journey', '--project=journey', '--reporter=list,json'];
  return runTool('@playwright/test/cli.js', args, env);
}

async function testEverything() {
  await step('check: types and templates', () =>
    runTool('svelte-check/bin/svelte-check', [
      '--tsconfig',
      './tsconfig.json',
      '--fail-on-warnings',
    ]),
  );
  await step('check: the pure layers know no page', () =>
    runTool('typescript/bin/tsc', ['-p', 'src/tsconfig.pure.json', '--noEmit']),
  );
  await step('check: kernels compile', () => runNpm(['run', '-s', 'wasm']));
  await step('lint: rules', () => runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']));
  await step('lint: format', () =>
    runTool('prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']),
  );
  await step('lint: unused code', () => runTool('knip/bin/knip.js', []));
  const unitArgs = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ];
  await step('unit', () => runTool('vitest/vitest.mjs', unitArgs), readUnits);
  const isBuilt = await step('build', () => runNpm(['run', '-s', 'build']));
  if (isBuilt) await step('journey', testJourneys, readJourneys);
  else count('journey: there is no site to visit', 1);
}

function printResult() {
  if (failures.length > 0)
    console.log(`\nFailed:\n${failures.map((title) => `  ✗ ${title}`).join('\n')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\nTests: ${total.passed} passed, ${total.failed} failed${skipped}`);
}

const complaint = nodeComplaint();
if (complaint) {
  console.error(complaint);
  count('install: this Node is too old', 1);
} else if (await installPackages()) {
  clearReports();
  await testEverything();
} else {
  count('install: the packages could not be installed', 1);
}
printResult();
process.exitCode = total.failed === 0 ? 0 : 1;
