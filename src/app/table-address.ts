import { Problem } from '../core/problem';

/** What an address that somebody typed leads to. */
export type TableAddress =
  | { readonly kind: 'own'; readonly url: string; readonly host: string; readonly name: string }
  /** The policy refuses every other site, so it is for people to fetch. */
  | { readonly kind: 'foreign'; readonly url: string; readonly host: string }
  | { readonly kind: 'invalid' };

/** Reads a typed address, relative ones against the page's own. */
export function parseAddress(typed: string, page: string): TableAddress {
  const text = typed.trim();
  if (text === '') return { kind: 'invalid' };
  const base = new URL(page);
  const url = URL.canParse(text, page) ? new URL(text, page) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return { kind: 'invalid' };
  // A password in an address would be sent along and shown.
  url.username = '';
  url.password = '';
  url.hash = '';
  const { href, host } = url;
  if (url.origin !== base.origin) return { kind: 'foreign', url: href, host };
  return { kind: 'own', url: href, host, name: nameIn(url) };
}

function nameIn(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || url.host;
  } catch {
    return last;
  }
}

/**
 * The one request that a person asks for: the table at an address of this site, as a file. Throws
 * `address-unread`, `address-too-large`, or the signal's reason after a cancel.
 */
export async function fetchTable(
  { url, name }: { readonly url: string; readonly name: string },
  {
    signal,
    onProgress,
    limitBytes = Infinity,
  }: {
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, total: number) => void;
    /** What is larger is refused as soon as that shows. */
    readonly limitBytes?: number;
  },
): Promise<File> {
  const options = { signal, credentials: 'omit', redirect: 'error' } as const;
  const response = await fetch(url, options).catch((thrown: unknown) => {
    signal.throwIfAborted();
    throw new Problem('address-unread', { url, reason: String(thrown) });
  });
  if (!response.ok || !response.body) {
    throw new Problem('address-unread', { url, reason: String(response.status) });
  }
  const total = Number(response.headers.get('content-length') ?? 0);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const reader = response.body.getReader();
  for (;;) {
    const piece = await reader.read();
    if (piece.done) break;
    pieces.push(piece.value);
    done += piece.value.length;
    if (Math.max(done, total) > limitBytes) {
      await reader.cancel();
      throw new Problem('address-too-large', { url, limitBytes });
    }
    onProgress(done, Math.max(done, total));
  }
  return new File(pieces, name);
}
