import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { securityHeaders } from './security-headers.mjs';
import { root } from './run.mjs';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.csv', 'text/csv'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/** The bundler puts hashed names, and nothing else, into `assets/`. */
const HASHED = /^assets\/.*-[\w-]{8,}\.\w+$/;
const YEAR = 'public, max-age=31536000, immutable';

/**
 * The file that a request path means, relative to the site; undefined when it lies outside.
 * @param {string} path
 * @param {string} base
 */
export function fileOf(path, base) {
  if (!path.startsWith(base)) return undefined;
  let name;
  try {
    name = decodeURIComponent(path.slice(base.length));
  } catch {
    return undefined;
  }
  const parts = name.split(/[/\\]/);
  if (name.includes('\0') || parts.some((part) => part.startsWith('.'))) return undefined;
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

/**
 * A static server for the built site; it sends what a careful host would send.
 * @param {{ folder?: string, base?: string, headers?: Iterable<readonly [string, string]> }} [options]
 *   base: the sub-path, with slashes around; headers: what every answer carries
 */
export function createSite(options = {}) {
  const { folder = join(root, 'dist'), base = '/', headers = securityHeaders } = options;
  return createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    answer(request, response, { folder, base }).catch(() => refuse(response, 500));
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ folder: string, base: string }} site
 */
async function answer(request, response, { folder, base }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  if (`${path}/` === base) {
    response.writeHead(308, { location: base }).end();
    return;
  }
  const name = fileOf(path, base);
  const found = name === undefined ? undefined : await findInside(folder, name);
  if (name === undefined || !found) return refuse(response, 404);
  response.writeHead(200, {
    'content-type': TYPES.get(extname(name)) ?? 'application/octet-stream',
    'content-length': found.sizeBytes,
    'cache-control': HASHED.test(name) ? YEAR : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(found.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

/**
 * Links are followed first, so that none can lead out of the folder.
 * @param {string} folder
 * @param {string} name
 */
async function findInside(folder, name) {
  try {
    const path = await realpath(join(folder, name));
    const found = await stat(path);
    const isInside = path.startsWith((await realpath(folder)) + sep);
    return isInside && found.isFile() ? { path, sizeBytes: found.size } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function refuse(response, status) {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

/**
 * Listens on the port, or on the first free one after it.
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string }} where
 * @returns {Promise<number>} the port; 0 asks the system for any
 */
export async function listen(server, { port, host }) {
  for (let next = port; ; next++) {
    const taken = await new Promise((resolve, reject) => {
      server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        const isPortRefused = error.code === 'EADDRINUSE' || error.code === 'EACCES';
        if (isPortRefused && next < port + 100) resolve(true);
        else reject(error);
      });
      server.listen(next, host, () => resolve(false));
    });
    if (taken) continue;
    server.removeAllListeners('error');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : next;
  }
}

/** @param {readonly string[]} args */
export async function serveFromCommandLine(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '4173' },
      host: { type: 'string', default: process.env['HOST'] ?? '127.0.0.1' },
      base: { type: 'string', default: '/' },
    },
  });
  const base = `/${values.base}/`.replace(/\/+/g, '/');
  const port = await listen(createSite({ base }), { port: Number(values.port), host: values.host });
  const name = values.host === '0.0.0.0' ? 'localhost' : values.host;
  console.log(`Fenqun is at http://${name}:${port}${base}\nPress Ctrl+C to stop.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serveFromCommandLine(process.argv.slice(2));
}
