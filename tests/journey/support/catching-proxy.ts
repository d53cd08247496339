import { createServer, request as ask } from 'node:http';
import { listen } from '../../../src/tooling/serve.mjs';

export interface CatchingProxy {
  /** For `--proxy-server`. */
  readonly address: string;
  /** Every request of the browser, its own and the page's, in order. */
  readonly seen: string[];
  readonly close: () => Promise<void>;
}

/** A proxy that everything of a browser goes through; only what is meant for the site goes on. */
export async function openCatchingProxy(site: string): Promise<CatchingProxy> {
  const seen: string[] = [];
  const { origin } = new URL(site);
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    seen.push(url);
    if (!url.startsWith(`${origin}/`)) {
      response.writeHead(204).end();
      return;
    }
    const onward = ask(url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('connect', ({ url }, socket) => {
    seen.push(`CONNECT ${url}`);
    socket.destroy();
  });
  server.on('upgrade', ({ url }, socket) => {
    seen.push(`UPGRADE ${url}`);
    socket.destroy();
  });
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `127.0.0.1:${port}`, seen, close };
}
