import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileOf, listen } from '../../../src/tooling/serve.mjs';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface Host {
  readonly address: string;
  /** Every request that arrived, as `GET /path` or `upgrade /path`, in order. */
  readonly seen: string[];
  readonly close: () => Promise<void>;
}

async function openHost(server: Server, path: string): Promise<Host> {
  const seen: string[] = [];
  server.on('request', ({ method, url }) => seen.push(`${method} ${url}`));
  server.on('upgrade', ({ url }, socket) => {
    seen.push(`upgrade ${url}`);
    socket.destroy();
  });
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${port}${path}`, seen, close };
}

/**
 * The built site on a host that sends files and not one header of its own: only `<meta>` binds.
 * @param folder the files; asked with every request, so that a host can be given a new version
 */
export function openPlainHost(base = '/some/folder/', folder = () => DIST): Promise<Host> {
  const server = createServer((request, response) => {
    const name = fileOf((request.url ?? '').split('?')[0]!, base) ?? '';
    readFile(join(folder(), name)).then(
      (bytes) => {
        const type = TYPES[extname(name)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type }).end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  return openHost(server, base);
}

/** Another origin that lets everybody in: whatever does not arrive was refused by the browser. */
export function openWelcomingHost(): Promise<Host> {
  const server = createServer((_request, response) => {
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'text/javascript',
    };
    response.writeHead(200, headers).end('export default 1;');
  });
  return openHost(server, '/');
}
