import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SAMPLES, sampleOf } from './catalogue';
import { exponential } from './draw';
import { encodeGb18030 } from './gb18030';
import { generateSample, plantedGroups, sampleFile } from './generate';
import type { Sample } from './sample';
import { shop } from './shop';

function bytesOf(sample: Sample, options: Parameters<typeof generateSample>[1] = {}): Buffer {
  return Buffer.concat([...generateSample(sample, options)]);
}

function textOf(sample: Sample, options: Parameters<typeof generateSample>[1] = {}): string {
  const decoder = new TextDecoder(sample.encoding, { fatal: true });
  return decoder.decode(bytesOf(sample, options));
}

/** A change here changes what every user, test and measurement sees: it must be meant. */
const HASHES: Readonly<Record<string, string>> = {
  shop: '0f75cfa9fe52ec57',
  orders: '92f5bb0a58cd8087',
  visits: '5b61f0dd9c8e0bfd',
  bank: '93be7d6b9cf43b47',
  travel: 'e283a00bdba0d58e',
  messy: '671991693f41b9b4',
  blobs: '73338a7657e17d8b',
  anisotropic: '128e7899254b3ecb',
  moons: 'a32fe794e834ef09',
  circles: 'f16eccf46a8868f7',
  noise: '3be5c0baea8bed30',
};

describe.each(SAMPLES.map((sample) => [sample.id, sample] as const))(
  'the sample %s',
  (id, sample) => {
    it('is the same bytes on every machine', () => {
      const hash = createHash('sha256')
        .update(bytesOf(sample, { rows: 500 }))
        .digest('hex');
      expect(hash.slice(0, 16)).toBe(HASHES[id]);
    });

    it('begins the same at every length, and differs with the seed', () => {
      const short = textOf(sample, { rows: 20 });
      expect(textOf(sample, { rows: 200 }).startsWith(short)).toBe(true);
      expect(textOf(sample, { rows: 20, seed: 2 })).not.toBe(short);
    });

    it('has as many rows and values as it says, in both languages', () => {
      for (const language of ['zh', 'en'] as const) {
        const lines = textOf(sample, { language }).trimEnd().split('\n');
        expect(lines).toHaveLength(sample.rows + 1);
        expect(lines[0]?.split(',')).toEqual([...sample.header(language)]);
      }
    });

    it('plants every group that it says', () => {
      const groups = plantedGroups(sample);
      expect(new Set(groups).size).toBe(sample.groups);
    });
  },
);

describe('samples', () => {
  it('come in pieces, so that a million rows fit', () => {
    const pieces = [...generateSample(shop, { rows: 20_000 })];
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(1 << 20);
  });

  it('are files with a name in the language asked for', async () => {
    const file = sampleFile(shop, { rows: 3, language: 'en' });
    expect(file.name).toBe('shop-members.csv');
    expect((await file.text()).split('\n')[0]).toContain('Member ID');
  });

  it('of bank customers are Chinese in GB18030', () => {
    const found = sampleOf('bank')!;
    const bytes = bytesOf(found, { rows: 1 });
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]));
    expect(new TextDecoder('gb18030').decode(bytes)).toContain('客户编号');
  });

  it('have skewed money, as real shops do', () => {
    const lines = textOf(shop).trimEnd().split('\n').slice(1);
    const spend = lines.map((line) => Number(line.split(',')[3])).sort((a, b) => a - b);
    const mean = spend.reduce((sum, value) => sum + value, 0) / spend.length;
    expect(mean).toBeGreaterThan(1.6 * spend[spend.length >> 1]!);
  });
});

describe('the GB18030 encoder', () => {
  it('is undone by the decoder', () => {
    const text = '客户编号,ABC 啊齄①€々〇\n';
    expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
  });

  it('refuses what has no two-byte code', () => {
    expect(() => encodeGb18030('😀')).toThrow(RangeError);
  });
});

describe('the exponential', () => {
  it('agrees with the platform', () => {
    for (let x = -20; x <= 20; x += 0.37) {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
    }
  });
});
