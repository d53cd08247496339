import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { decisiveParams, hashOf, readinessOf, type Readiness } from '../core/fingerprint';
import type { Definitions } from '../core/graph';
import { canonicalJson, type Json } from '../core/json';
import type { Notebook } from '../core/notebook';
import { Problem } from '../core/problem';

const text = v.string();
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const schema = v.object({
  kind: v.literal('fenqun-receipt'),
  format: v.literal(1),
  title: text,
  /** SHA-256 over the canonical JSON of the notebook. */
  notebook: hash,
  seed: v.number(),
  madeAt: text,
  sources: v.array(v.object({ name: text, rows: v.number(), sha256: hash })),
  cells: v.array(
    v.object({
      id: text,
      kind: text,
      version: v.number(),
      /** Of kind, version, parameters, seed and everything upstream. */
      fingerprint: v.nullable(hash),
      /** Of each parameter that decides the result, by name: enough to say which one differs. */
      params: v.optional(v.record(text, hash)),
      /** The cells that feed it, by the name of the input. */
      inputs: v.optional(v.record(text, text)),
      /** Of all that the cell shows; null: it was not run to the end. */
      result: v.nullable(hash),
    }),
  ),
});

/**
 * What was computed from what: hashes of the data and of every result, so that anybody with the same
 * data can run the notebook again and see whether the answers are the same, bit for bit.
 */
export type Receipt = v.InferOutput<typeof schema>;

/** Bytes hashed between two pauses, about five milliseconds of work. */
const PIECE = 1 << 18;

/** The receipt of a notebook and of what its fresh cells show. */
export async function makeReceipt(
  notebook: Notebook,
  displays: ReadonlyMap<string, unknown>,
  { definitions, at }: { readonly definitions: Definitions; readonly at: Date },
): Promise<Receipt> {
  const readiness = readinessOf(notebook, definitions);
  const cells: Receipt['cells'] = [];
  for (const { id, kind, version } of notebook.cells) {
    const result = displays.has(id) ? await hashOfDisplay(displays.get(id)) : null;
    cells.push({ id, kind, version, ...originOf(readiness.get(id)), result });
  }
  return {
    kind: 'fenqun-receipt',
    format: 1,
    title: notebook.title,
    notebook: hashOf(notebook as unknown as Json),
    seed: notebook.seed,
    madeAt: at.toISOString(),
    sources: notebook.sources.map(({ name, rows, sha256: sum }) => ({ name, rows, sha256: sum })),
    cells,
  };
}

/** What a result follows from, as hashes: parameters may hold words of people. */
function originOf(
  cell: Readiness | undefined,
): Pick<Receipt['cells'][number], 'fingerprint' | 'params' | 'inputs'> {
  if (cell?.status !== 'ready') return { fingerprint: null };
  const decisive = Object.entries(decisiveParams(cell.definition, cell.params));
  const inputs = Object.entries(cell.inputs);
  return {
    fingerprint: cell.fingerprint,
    params: Object.fromEntries(decisive.map(([name, value]) => [name, hashOf(value)])),
    inputs: Object.fromEntries(inputs.map(([name, feeder]) => [name, feeder.cell.id])),
  };
}

/** Reads a receipt; throws `receipt-damaged`. */
export function parseReceipt(written: string): Receipt {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    throw new Problem('receipt-damaged', { place: '1' });
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  throw new Problem('receipt-damaged', { place: v.getDotPath(parsed.issues[0]) ?? '' });
}

/** SHA-256 over all that a display holds; arrays of numbers by their bytes. Pauses in long ones. */
async function hashOfDisplay(display: unknown): Promise<string> {
  const arrays: Uint8Array[] = [];
  const plain = plainOf(display, arrays);
  const sum = sha256.create().update(utf8ToBytes(canonicalJson(plain)));
  let since = 0;
  for (const bytes of arrays) {
    for (let from = 0; from < bytes.length; from += PIECE) {
      const piece = bytes.subarray(from, from + PIECE);
      sum.update(piece);
      since += piece.length;
      if (since < PIECE) continue;
      since = 0;
      await new Promise((done) => setTimeout(done));
    }
  }
  return bytesToHex(sum.digest());
}

/** A display as JSON: arrays of numbers by their place among `arrays`, numbers that JSON lacks by name. */
function plainOf(value: unknown, arrays: Uint8Array[]): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { number: String(value) };
  if (ArrayBuffer.isView(value)) {
    arrays.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return { [Object.prototype.toString.call(value)]: value.byteLength };
  }
  if (Array.isArray(value)) return value.map((item) => plainOf(item ?? null, arrays));
  if (value instanceof Map) return plainOf([...(value as Map<unknown, unknown>)], arrays);
  if (typeof value !== 'object') return null;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, plainOf(member, arrays)]));
}
