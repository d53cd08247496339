import { HEADER_POLICY } from '../policy.mjs';
import type { SiteCaches } from './site-caches';

/** The bundler puts names that carry their content, and nothing else, into `assets/`. */
export const isHashed = (path: string): boolean => /^assets\/.*-[\w-]{8,}\.\w+$/.test(path);

/** A response under the policy, whatever headers the host sent or did not send. */
export function stamped(response: Response): Response {
  // The browser itself must follow it; it carries nothing.
  if (response.type === 'opaqueredirect' || response.type === 'error') return response;
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', HEADER_POLICY);
  headers.set('x-content-type-options', 'nosniff');
  // The body is unpacked by now.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const { status, statusText } = response;
  const isBare = status === 204 || status === 205 || status === 304;
  return new Response(isBare ? null : response.body, { status, statusText, headers });
}

export interface Site {
  readonly scope: string;
  readonly caches: SiteCaches;
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * What a page gets for a request: pages from the current build only; files from it, or for a tab
 * that shows the build before, by their hashed name, from that one; of the rest of this origin what
 * the host says; of other origins nothing.
 */
export async function answer(request: Request, site: Site): Promise<Response> {
  const url = new URL(request.url);
  const scope = new URL(site.scope);
  if (url.origin !== scope.origin) return Response.error();
  const isOurs = url.pathname.startsWith(scope.pathname) && request.method === 'GET';
  const path = url.pathname.slice(scope.pathname.length);
  const kept = isOurs ? await keptAt(path === '' ? 'index.html' : path, site) : undefined;
  return kept ?? stamped(await site.fetch(request));
}

async function keptAt(path: string, { scope, caches }: Site): Promise<Response | undefined> {
  const address = new URL(path, scope).href;
  const found = await (await caches.open()).match(address);
  if (found || !isHashed(path)) return found;
  return (await caches.openPrevious())?.match(address);
}
