import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { DendrogramDisplay } from './display';
import { face } from './face';
import { editsSentence, forkWords, mergeSentence, segmentSentence } from './view-words';

const params = initialParams(definition.params);
const NAMES = [
  { zh: '老客', en: 'Old' },
  { zh: '新客', en: 'New' },
  { zh: '大户', en: 'Big' },
];

/** Centres on a line at these places. */
function displayOf(places: readonly number[], sizes: readonly number[], natural: number | null) {
  const squared = places.flatMap((a) => places.map((b) => (a - b) ** 2));
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const mean = places.reduce((sum, place, i) => sum + place * sizes[i]!, 0) / rows;
  const between = places.reduce((sum, place, i) => sum + sizes[i]! * (place - mean) ** 2, 0);
  const merges: DendrogramDisplay['merges'] = [
    { a: 0, b: 1, height: 1, segments: [0, 1] },
    { a: 2, b: 3, height: 9, segments: [0, 1, 2] },
  ];
  const shown = merges.slice(0, Math.max(0, places.length - 1));
  return { rows, sizes, squared, between, natural, merges: shown, order: [...places.keys()] };
}
const finding = (display: DendrogramDisplay) => face.finding(display, params, NAMES);

describe('the finding of a dendrogram', () => {
  it('names the closest pair, what merging it loses, and where merging is natural', () => {
    const close = displayOf([0, 1, 20], [10, 10, 10], 2);
    expect(finding(close)).toEqual({
      zh: '「老客」和「新客」最接近：合并只失去 0.2 % 的组间差异；并到两群最自然（共失去 0.2 %），再并一步共失去 100.0 %。',
      en: 'Old and New are the closest: merging them loses only 0.2% of what tells segments apart; merging down to two looks natural (0.2% lost in all), with one step more 100.0%.',
    });
  });

  it('says when even the closest lie far apart', () => {
    expect(finding(displayOf([0, 10, 20], [10, 10, 10], null)).zh).toBe(
      '每两群都差得远：最接近的「老客」和「新客」，合并也要失去 25.0 % 的组间差异。',
    );
  });

  it('has words for two segments, one, none, and equal ones', () => {
    expect(finding(displayOf([0, 1], [1, 1], null)).zh).toMatch(/^只有两个分群/);
    expect(finding(displayOf([0], [1], null)).zh).toMatch(/^只有一个分群/);
    expect(finding(displayOf([], [], null)).zh).toBe('没有分群可连。');
    expect(finding(displayOf([1, 1, 1], [1, 1, 1], null)).en).toMatch(/same centre/);
  });
});

describe('the words of the tree', () => {
  const display = displayOf([0, 1, 20], [10, 10, 20], 2);

  it('say what a merge costs and leaves', () => {
    expect(mergeSentence(display, [0, 1], NAMES)).toEqual({
      zh: '合并「老客」和「新客」，失去 0.1 % 的组间差异，剩两群。',
      en: 'Merging Old and New loses 0.1% of the between-segment variance; two segments are left.',
    });
    expect(mergeSentence(display, [0, 1, 2], NAMES).en).toMatch(
      /^Merging Old, New and Big .* one segment is left\.$/,
    );
    expect(forkWords(display, 1, NAMES).zh).toMatch(/^99\.9 %。合并「老客」「新客」和「大户」/);
  });

  it('say how large a segment is, and how much was changed', () => {
    expect(segmentSentence(display, 2, NAMES).en).toMatch(/^Big holds 20 rows, 50.0% of all\./);
    expect(editsSentence(2)).toEqual({
      zh: '到现在手工改了两处。',
      en: 'Two changes made by hand so far.',
    });
  });
});
