import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writeServiceWorker } from './precache.mjs';

const SOURCE = fileURLToPath(new URL('../offline/site.worker.ts', import.meta.url));

/**
 * Builds the service worker and writes it into the built site, when that is complete. The
 * development server goes without: its modules change all the time.
 * @returns {import('vite').Plugin}
 */
export function offlinePlugin() {
  let folder = '';
  return {
    name: 'fenqun-offline',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle(error) {
      if (!error) writeServiceWorker(folder, await bundle());
    },
  };
}

/** The service worker as one script. */
async function bundle() {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: SOURCE, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk || !('code' in chunk)) throw new Error('the service worker was not built');
  return chunk.code;
}
