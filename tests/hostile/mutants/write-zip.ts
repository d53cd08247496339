export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** An archive of files as they are, not packed; checksums are zero, which no reader minds. */
export function writeZip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const path = encoder.encode(name);
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint32(42, at, true);
    for (const [view, from] of [[local, 18] as const, [entry, 20] as const]) {
      view.setUint32(from, bytes.length, true);
      view.setUint32(from + 4, bytes.length, true);
      view.setUint16(from + 8, path.length, true);
    }
    parts.push(new Uint8Array(local.buffer), path, bytes);
    directory.push(new Uint8Array(entry.buffer), path);
    at += 30 + path.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  const all = new Uint8Array(at + size + 22);
  let place = 0;
  for (const part of [...parts, ...directory, new Uint8Array(end.buffer)]) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}
