import { pathToFileURL } from 'node:url';
import type * as Tool from '../../src/tooling/serve.mjs';

/** Serves the bench page as `npm start` serves the site. */
export async function servePage(): Promise<{ address: string; close: () => void }> {
  // As a file of its own: it finds the project by where it lies.
  const file = pathToFileURL('src/tooling/serve.mjs').href;
  const { createSite, listen } = (await import(/* @vite-ignore */ file)) as typeof Tool;
  const site = createSite({ folder: 'build/bench-page' });
  const port = await listen(site, { port: 0, host: '127.0.0.1' });
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      site.closeAllConnections();
      site.close();
    },
  };
}
