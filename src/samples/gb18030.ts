/** Lead and trail bytes of the two-byte part of GB18030, which holds all of GBK. */
const LEADS = { from: 0x81, to: 0xfe };
const TRAILS = { from: 0x40, to: 0xfe, except: 0x7f };
const LINE_FEED = 0x0a;

let table: ReadonlyMap<string, readonly [number, number]> | null = null;

/**
 * The platform decodes GB18030 and does not encode it: so every two-byte sequence is decoded,
 * each on a line of its own, and the table turned round. Built on first use.
 */
function encodingTable(): ReadonlyMap<string, readonly [number, number]> {
  if (table) return table;
  const pairs: [number, number][] = [];
  for (let lead = LEADS.from; lead <= LEADS.to; lead++) {
    for (let trail = TRAILS.from; trail <= TRAILS.to; trail++) {
      if (trail !== TRAILS.except) pairs.push([lead, trail]);
    }
  }
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [...pair, LINE_FEED]));
  const decoded = new TextDecoder('gb18030').decode(bytes).split('\n');
  const found = new Map<string, readonly [number, number]>();
  pairs.forEach((pair, i) => {
    const character = decoded[i] ?? '';
    const isOne = [...character].length === 1 && character !== '\ufffd';
    if (isOne && !found.has(character)) found.set(character, pair);
  });
  table = found;
  return found;
}

/** Text as GB18030 bytes; only characters of its one- and two-byte parts, others throw. */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  const known = encodingTable();
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : known.get(character);
    if (!pair) throw new RangeError(`no two-byte GB18030 code for ${character}`);
    for (const byte of pair) bytes[length++] = byte;
  }
  return bytes.slice(0, length);
}
