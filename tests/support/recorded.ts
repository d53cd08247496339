import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const FOLDER = 'tests/contract/recorded';

/** What a cell type showed for its example, and the version that it had then. */
export interface Recorded {
  readonly version: number;
  readonly displays: unknown;
}

export function readRecorded(kind: string): Recorded | null {
  const path = `${FOLDER}/${kind}.json`;
  // We wrote it ourselves, below.
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Recorded) : null;
}

export function writeRecorded(kind: string, recorded: Recorded): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${kind}.json`, `${JSON.stringify(recorded, null, 1)}\n`);
}

/** Longer arrays are recorded by their hash. */
const LONGEST = 64;

/**
 * A display as plain JSON: nine digits that matter (the last ones may differ between versions
 * of a JavaScript engine), long arrays by their hash, what JSON lacks by its name.
 */
export function recordable(value: unknown): unknown {
  if (typeof value === 'number') return roundedNumber(value);
  if (ArrayBuffer.isView(value)) {
    // Displays hold typed arrays of numbers, all iterable.
    const numbers = Array.from(value as unknown as Iterable<number>, roundedNumber);
    return { [value.constructor.name]: shortened(numbers) };
  }
  if (Array.isArray(value)) return shortened(value.map(recordable));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, recordable(member)]),
  );
}

function roundedNumber(value: number): unknown {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(9));
  // Sums that would be zero come out as dust; its digits mean nothing.
  return Math.abs(rounded) < 1e-12 ? 0 : rounded;
}

function shortened(items: readonly unknown[]): unknown {
  if (items.length <= LONGEST) return items;
  const sha256 = createHash('sha256').update(JSON.stringify(items)).digest('hex');
  return { length: items.length, sha256 };
}
