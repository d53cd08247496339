/** An Arrow IPC stream in pieces, in order: the schema first, then batches of rows. */
export type Stream = readonly Uint8Array[];

/** The pieces as one. */
export function joined(stream: Stream): Uint8Array {
  const bytes = new Uint8Array(stream.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of stream) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
