import { isSiteFresh } from './freshness.mjs';
import { installPackages, nodeComplaint } from './install.mjs';
import { runNpm } from './run.mjs';

const complaint = nodeComplaint();
if (complaint) stop(complaint);
if (!(await installPackages())) stop('The packages could not be installed; see the lines above.');
if (!isSiteFresh()) {
  console.log('Building the site …');
  if ((await runNpm(['run', '-s', 'build'])) !== 0) stop('The build failed; see the lines above.');
}
const { serveFromCommandLine } = await import('./serve.mjs');
await serveFromCommandLine(process.argv.slice(2));

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
