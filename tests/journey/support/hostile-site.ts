import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileOf, listen } from '../../../src/tooling/serve.mjs';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The built site, or the same with its policy taken out everywhere, and the proof of it with it. */
export async function openHostileSite(hasPolicy: boolean) {
  const kept = new Map<string, Buffer | string | null>();
  const answerOf = (name: string): Buffer | string | null => {
    if (!kept.has(name)) kept.set(name, read(name, hasPolicy));
    return kept.get(name)!;
  };
  const server = createServer((request, response) => {
    const name = fileOf((request.url ?? '').split('?')[0]!, '/') ?? '';
    const body = answerOf(name);
    if (body === null) return void response.writeHead(404).end();
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function read(name: string, hasPolicy: boolean): Buffer | string | null {
  // A service worker would stamp the policy on everything again.
  if (!hasPolicy && name === 'service-worker.js') return null;
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(DIST, name));
  } catch {
    return null;
  }
  if (hasPolicy || !(name === 'index.html' || name.endsWith('.js'))) return bytes;
  return bytes
    .toString('utf8')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replaceAll('mustBeCovered:!0', 'mustBeCovered:!1');
}
