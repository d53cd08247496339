import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { ScoreDisplay } from './display';
import { face } from './face';

const params = initialParams(definition.params);
const segment = { label: '1', mark: 0, name: '', reach: 2, middle: 1 };
const displayOf = (part: Partial<ScoreDisplay> = {}): ScoreDisplay => ({
  title: 'Members',
  method: 'kmeans',
  isSaved: true,
  learnt: { rows: 4000, leftOut: 0, noise: 0, same: 4000 },
  tableRows: 1000,
  rows: 1000,
  outside: 12,
  segments: [0, 1].map((mark) => ({
    ...segment,
    mark,
    rows: 500,
    learntRows: 2000,
    outside: 6,
    confidence: 0.6,
  })),
  leftOut: [],
  unseen: [],
  unseenLevels: 0,
  notes: [],
  unused: 0,
  rules: [],
  ...part,
});

describe('the words of score', () => {
  it('say how many rows were put where, and how many lie outside', () => {
    expect(face.finding(displayOf(), params, [])).toEqual({
      zh: '1,000 行归入两个分群；1.2 % 落在学过的范围之外，和通常的 1 % 相差不大。',
      en: '1,000 rows put into two segments; 1.2% lie outside what was learnt, about the usual 1%.',
    });
  });

  it('warn when the table is another kind of table', () => {
    expect(face.finding(displayOf({ outside: 51 }), params, []).en).toBe(
      '1,000 rows put into two segments, but 5.1% lie outside what was learnt: this table differs from that one.',
    );
    expect(face.finding(displayOf({ outside: 50 }), params, []).en).not.toContain('differs');
  });

  it('say what share of the learning rows return to their segment', () => {
    const learnt = { rows: 4000, leftOut: 0, noise: 0, same: 3860 };
    const { en, zh } = face.sourceLine(displayOf({ learnt, rows: 990 }), params);
    expect(en).toBe(
      'Passport “Members” · learnt from 4,000 rows · nearest centre; 96.5% of the learning rows return to their segment · 10 rows with missing values left out',
    );
    expect(zh).toContain('96.5 % 回到原来的分群');
  });
});
