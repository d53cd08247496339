import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_POLICY } from '../policy.mjs';
import { createSite, listen } from './serve.mjs';

const BASE = '/deep/path/';
const everything = mkdtempSync(join(tmpdir(), 'fenqun-site-'));
const folder = join(everything, 'dist');
const site = createSite({ folder, base: BASE });
const servers: Server[] = [site];
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(everything, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<p>page</p>');
  writeFileSync(join(folder, '.hidden'), 'hidden');
  writeFileSync(join(folder, 'assets/kernels-B1x_9aQz.wasm'), 'wasm');
  symlinkSync(join(everything, 'secret.txt'), join(folder, 'link.txt'));
  port = await listen(site, { port: 0, host: '127.0.0.1' });
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(everything, { recursive: true });
});

/** Sends the path as it is; `fetch` would tidy it up first. */
function ask(path: string, method = 'GET'): Promise<IncomingMessage & { body: string }> {
  return new Promise((resolve, reject) => {
    request({ port, path, method, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve(Object.assign(answer, { body })));
    })
      .on('error', reject)
      .end();
  });
}

describe('the static server', () => {
  it('serves the page under its sub-path, to be asked for again', async () => {
    const { statusCode, headers, body } = await ask(BASE);
    expect([statusCode, body]).toEqual([200, '<p>page</p>']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
  });
  it('lets hashed files be kept for ever, under their right type', async () => {
    const { headers } = await ask(`${BASE}assets/kernels-B1x_9aQz.wasm`);
    expect(headers['content-type']).toBe('application/wasm');
    expect(headers['cache-control']).toContain('immutable');
  });
  it('sends the security policy with every answer, found or not', async () => {
    for (const path of [BASE, '/nowhere']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toBe(HEADER_POLICY);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
  it('sends a visitor without the last slash to the page', async () => {
    const { statusCode, headers } = await ask('/deep/path?from=mail');
    expect([statusCode, headers.location]).toEqual([308, BASE]);
  });
  it.each([
    `${BASE}../secret.txt`,
    `${BASE}%2e%2e/secret.txt`,
    `${BASE}..%2fsecret.txt`,
    `${BASE}..%5csecret.txt`,
    `${BASE}link.txt`,
    `${BASE}.hidden`,
    `${BASE}%`,
    `${BASE}%00`,
    `${BASE}assets`,
    '/secret.txt',
    '//index.html',
  ])('gives nothing for %s', async (path) => {
    const { statusCode, body } = await ask(path);
    expect([statusCode, body]).toEqual([404, '404\n']);
  });
  it('answers questions only', async () => {
    expect((await ask(BASE, 'POST')).statusCode).toBe(405);
    const head = await ask(BASE, 'HEAD');
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', '11']);
  });
  it('takes the next port when one is taken', async () => {
    const second = createSite({ folder });
    servers.push(second);
    expect(await listen(second, { port, host: '127.0.0.1' })).toBeGreaterThan(port);
  });
});
