import { expect, type Page } from '@playwright/test';

/**
 * What the browser stored, by fingerprint of the result; long arrays as the command line prints
 * them: type, length and SHA-256.
 */
export async function readStored(page: Page): Promise<Map<string, unknown>> {
  const stored = await page.evaluate(async () => {
    const types = { Float32Array, Float64Array, Int16Array, Int32Array, Uint8Array, Uint32Array };
    const finish = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const toPrinted = async (value: unknown): Promise<unknown> => {
      if (ArrayBuffer.isView(value)) {
        const numbers = Array.from(value as unknown as Iterable<number>);
        if (numbers.length <= 1000) return numbers;
        const digest = await crypto.subtle.digest('SHA-256', value as Uint8Array<ArrayBuffer>);
        const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
        return { type: value.constructor.name, length: numbers.length, sha256: hex.join('') };
      }
      if (typeof value === 'number' && !Number.isFinite(value)) return null;
      if (Array.isArray(value)) return Promise.all(value.map(toPrinted));
      if (typeof value !== 'object' || value === null) return value;
      if ('largeArray' in value && 'numbers' in value && value.numbers instanceof Blob) {
        // The store keeps the numbers of large arrays in blobs.
        const Type = types[value.largeArray as keyof typeof types];
        return toPrinted(new Type(await value.numbers.arrayBuffer()));
      }
      const entries = Object.entries(value).map(async ([key, own]) => [key, await toPrinted(own)]);
      return Object.fromEntries((await Promise.all(entries)) as [string, unknown][]);
    };
    const [{ name } = { name: '' }] = await indexedDB.databases();
    const database = await finish(indexedDB.open(name!));
    const results = await finish(
      database.transaction('results').objectStore('results').getAll() as IDBRequest<
        { fingerprint: string; display: unknown }[]
      >,
    );
    database.close();
    return Promise.all(
      results.map(async ({ fingerprint, display }) => [fingerprint, await toPrinted(display)]),
    );
  });
  return new Map(stored as [string, unknown][]);
}

/** Results are written after they are shown, and are not the document: "Saved" does not speak of them. */
export async function expectResultsStored(page: Page): Promise<void> {
  const cells = await page.locator('[data-cell]').count();
  await expect.poll(async () => (await readStored(page)).size).toBeGreaterThanOrEqual(cells);
}
