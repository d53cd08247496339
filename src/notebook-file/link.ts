import { Problem } from '../core/problem';

/** A whole link may not be longer: some programs cut what is, and nobody would know. */
export const LONGEST_LINK = 32_000;
/** What a link may unpack to: a notebook of text, not a bomb. */
const LONGEST_TEXT_BYTES = 2 * 1024 * 1024;
/** The first character says how the rest is written. */
const FORMAT = '1';

/**
 * A notebook's text as the part of a link after `#/share/`: UTF-8, deflated (RFC 1951), in the
 * alphabet of base64url (RFC 4648, section 5). The text is a notebook file: no rows, no results.
 */
export async function packLink(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const base64 = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return FORMAT + base64;
}

/** The text in a link; throws `link-invalid` for whatever is none. */
export async function unpackLink(payload: string): Promise<string> {
  if (payload.length > LONGEST_LINK) throw new Problem('link-invalid', { reason: 'too-long' });
  if (!payload.startsWith(FORMAT)) throw new Problem('link-invalid', { reason: 'format' });
  const bytes = await inflated(bytesOf(payload.slice(FORMAT.length)));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('link-invalid', { reason: 'not-text' });
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]{1,32000}$/.test(base64url)) throw new Problem('link-invalid', { reason: 'cut' });
  try {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    throw new Problem('link-invalid', { reason: 'cut' });
  }
}

/** Unpacks a piece at a time and stops at the limit, whatever a few bytes would become. */
async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const step = await reader.read().catch(() => {
      throw new Problem('link-invalid', { reason: 'cut' });
    });
    if (step.done) break;
    length += step.value.length;
    if (length > LONGEST_TEXT_BYTES) {
      await reader.cancel().catch(() => undefined);
      throw new Problem('link-invalid', { reason: 'unpacks-too-large' });
    }
    pieces.push(step.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
