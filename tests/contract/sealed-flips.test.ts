import { describe, expect, it } from 'vitest';
import type { Notebook } from '../../src/core/notebook';
import { createRandom } from '../../src/core/random';
import type { Store, StoredResult } from '../../src/storage/port';
import { fromBase64, toBase64 } from '../../src/storage/sealed/bytes';
import { SealedProtection } from '../../src/storage/sealed/protection';
import { codeOf, fill, PASSPHRASE, prepared, quick, readAll } from '../fixtures/sealed';

/** Every place of a stored value that holds a sealed record, with a way to change it. */
interface Spot {
  readonly read: () => Uint8Array<ArrayBuffer>;
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => void;
}

type Records = Record<string, string>;
const spot = (holder: Records, key: string): Spot => ({
  read: () => fromBase64(holder[key], 'cell'),
  write: (bytes) => (holder[key] = toBase64(bytes)),
});

/** A store within that gives out what a test has changed. */
async function tampered() {
  const { inner, protection, store } = await prepared();
  await fill(store);
  const rows = {
    opened: structuredClone((await inner.openNotebook('a'))!),
    versions: structuredClone(await inner.listVersions('a')),
    bin: structuredClone(await inner.listBinned('a')),
  };
  const states = new Map<number, Notebook>();
  for (const { number } of rows.versions) {
    states.set(number, structuredClone((await inner.openVersion('a', number))!));
  }
  const [title] = await inner.listDatasets();
  let sealedFile = new Uint8Array(
    (await (await inner.readDataset(title!.sha256))?.arrayBuffer()) ?? [],
  );
  const held: { result: StoredResult | null } = { result: null };
  const outer: Store = {
    ...inner,
    openNotebook: async () => rows.opened,
    listVersions: async () => rows.versions,
    openVersion: async (_id, number) => states.get(number) ?? null,
    listBinned: async () => rows.bin,
    readDataset: async () => new Blob([sealedFile]),
    readResults: async (names) => {
      held.result ??= structuredClone((await inner.readResults(names)).get(names[0]!)!);
      return new Map([[names[0]!, held.result]]);
    },
  };
  const within = new SealedProtection(outer, quick);
  await within.unlock('a', PASSPHRASE);
  const mine = within.inNotebook('a');
  await mine.readResults(['print']);
  const display = () => held.result!.display as Uint8Array<ArrayBuffer>;
  const params = (cell: { readonly params: object }) => cell.params as Records;
  const sealedOf = (of: Notebook) => of.unknown['sealed'] as unknown as Records;
  const cells = rows.opened.notebook.cells;
  const spots: Record<
    string,
    { readonly spots: Spot[]; readonly rejects: () => Promise<boolean> }
  > = {
    cells: {
      spots: cells.map((cell) => spot(params(cell), 'record')),
      rejects: async () => (await mine.openNotebook('a'))?.damaged.length === 1,
    },
    frame: {
      spots: [spot(sealedOf(rows.opened.notebook), 'frame')],
      // The title comes from the last version that is whole.
      rejects: async () => (await mine.openNotebook('a'))?.damaged[0] === 'frame',
    },
    bin: {
      spots: rows.bin.map(({ cell }) => spot(params(cell), 'record')),
      rejects: async () => (await mine.listBinned('a')).length === rows.bin.length - 1,
    },
    states: {
      spots: [...states.values()].map((state) => spot(sealedOf(state), 'state')),
      rejects: async () => {
        const codes = [...states.keys()].map((number) => codeOf(mine.openVersion('a', number)));
        return (await Promise.all(codes)).filter((code) => code === 'sealed-damaged').length === 1;
      },
    },
    names: {
      spots: rows.versions.map((version) => spot(version as unknown as Records, 'name')),
      rejects: async () => {
        const codes = [...states.keys()].map((number) => codeOf(mine.openVersion('a', number)));
        return (await Promise.all(codes)).filter((code) => code === 'sealed-damaged').length === 1;
      },
    },
    results: {
      spots: [
        {
          read: () => display().slice(),
          write: (bytes) => (held.result = { ...held.result!, display: bytes }),
        },
      ],
      rejects: async () => (await mine.readResults(['print'])).size === 0,
    },
    files: {
      spots: [{ read: () => sealedFile.slice(), write: (bytes) => (sealedFile = bytes) }],
      rejects: async () => (await codeOf(mine.readDataset('aa'))) === 'sealed-damaged',
    },
  };
  return { spots, mine, protection };
}

describe('a sealed record that was changed', () => {
  it('is rejected: 1,000 flipped bits, 1,000 rejections', async () => {
    const { spots, mine } = await tampered();
    const whole = await readAll(mine);
    const random = createRandom(6);
    const groups = Object.values(spots);
    let rejected = 0;
    for (let i = 0; i < 1000; i++) {
      const { spots: places, rejects } = groups[i % groups.length]!;
      const place = places[random.below(places.length)]!;
      const before = place.read();
      const after = before.slice();
      const at = random.below(after.length);
      after[at] = after[at]! ^ (1 << random.below(8));
      place.write(after);
      if (await rejects()) rejected++;
      place.write(before);
    }
    console.log(`bit flips over ${groups.length} kinds of records: ${rejected} of 1000 rejected`);
    expect(rejected).toBe(1000);
    // Nothing was lost on the way.
    expect(await readAll(mine)).toEqual(whole);
  });

  it('is rejected where it was not written: no two can be swapped', async () => {
    const { spots } = await tampered();
    for (const [name, { spots: places, rejects }] of Object.entries(spots)) {
      for (const place of places) {
        const mine = place.read();
        for (const [otherName, other] of Object.entries(spots)) {
          const foreign = other.spots[0]!.read();
          if (Buffer.from(foreign).equals(Buffer.from(mine))) continue;
          // Two names are of one kind: what they name tells that they were swapped.
          place.write(foreign);
          expect([name, otherName, await rejects()]).toEqual([name, otherName, true]);
          place.write(mine);
        }
      }
    }
  });
});
