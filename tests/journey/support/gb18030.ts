/** The bytes of every character that GB18030 writes with one or two. */
const bytesOf = new Map<string, readonly number[]>();

function learn(): void {
  const decoder = new TextDecoder('gb18030');
  for (let byte = 0; byte < 0x80; byte++) bytesOf.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && !bytesOf.has(text)) bytesOf.set(text, [lead, trail]);
    }
  }
}

/** Encodes text as a Chinese Excel would; platforms only decode GB18030. */
export function toGb18030(text: string): Buffer {
  if (bytesOf.size === 0) learn();
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = bytesOf.get(character);
      if (!bytes) throw new Error(`${character} takes more than two bytes`);
      return bytes;
    }),
  );
}
