import { createSite, listen } from '../../src/tooling/serve.mjs';

/** Serves the built site under a sub-path, as a careful host would, for the whole run. */
export default async function serveSite(): Promise<() => Promise<void>> {
  const base = '/deep/path/';
  const site = createSite({ base });
  const port = await listen(site, { port: 0, host: '127.0.0.1' });
  process.env['FENQUN_SITE'] = `http://127.0.0.1:${port}${base}`;
  return async () => {
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
  };
}
