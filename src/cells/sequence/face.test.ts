import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { SequenceDisplay } from './display';
import { face } from './face';
import { layoutStrip } from './strip-layout';
import { stepLines } from './step-lines';
import { gapLabel, zoneWords } from './view-words';

const params = initialParams(definition.params);
const column = { id: 'c0', name: 'user', type: 'identifier' as const };

const displayOf = (part: Partial<SequenceDisplay> = {}): SequenceDisplay => ({
  rows: 100,
  columns: [column],
  source: { rows: 1000, users: 103, columns: [column] },
  roles: { user: { column: 'user', by: 'name' }, time: { column: 'time', by: 'name' } },
  counts: {
    event: 900,
    'user-missing': 60,
    'time-missing': 40,
    'event-missing': 0,
    'after-reference': 0,
  },
  reference: Date.UTC(2024, 5, 1),
  firstEvent: Date.UTC(2024, 0, 1),
  lastEvent: Date.UTC(2024, 4, 31, 12),
  hasClock: true,
  users: 100,
  sessions: 300,
  active: [
    { days: 7, users: 20 },
    { days: 30, users: 56 },
    { days: 90, users: 100 },
  ],
  events: {
    kinds: 2,
    named: [
      { name: 'view', count: 800, users: 100 },
      { name: 'buy', count: 100, users: 4 },
    ],
  },
  unknown: [],
  transitions: { names: ['view', 'buy'], counts: [500, 60, 3, 0], steps: 563 },
  gaps: [3, 900, 0],
  strips: [{ name: 'a', events: 1, sessions: 1, shown: [{ times: [0], events: 1 }] }],
  figures: [{ name: 'events', missing: 0, quartiles: [1, 2, 3], range: [1, 99] }],
  ...part,
});
const finding = (part: Partial<SequenceDisplay>) => face.finding(displayOf(part), params, []);

describe('the finding of sequence', () => {
  it('says how many are still active, and what a session is like', () => {
    expect(finding({})).toEqual({
      zh: '56 % 的用户在最近 30 天来过，一次会话平均 3.0 个事件。',
      en: '56% of users came in the last 30 days, with 3.0 events a session on average.',
    });
  });

  it('never rounds a few to none, nor most to all', () => {
    const at = (users: number) =>
      finding({ users: 10_000, active: [{ days: 1, users }] }).en.split(' ')[0];
    expect(at(12)).toBe('0.1%');
    expect(at(1)).toBe('<');
    expect(at(9999)).toBe('>');
    expect(at(0)).toBe('0%');
    expect(at(10_000)).toBe('100%');
  });

  it('does without windows, and sees a table of users', () => {
    expect(finding({ active: [] }).en).toBe(
      '100 users and 300 sessions, 3.0 events a session on average.',
    );
    const one = finding({ source: { rows: 1000, users: 940, columns: [column] } });
    expect(one.en).toContain('one row each');
  });
});

describe('what is passed on', () => {
  it('tells of no few users', () => {
    const kept = face.withhold!(displayOf(), { least: 5, hidden: new Set() }) as SequenceDisplay;
    expect(kept.strips).toEqual([]);
    expect(kept.events.named.map(({ name }) => name)).toEqual(['view']);
    expect(kept.transitions).toEqual({ names: ['view'], counts: [500], steps: 563 });
    expect(kept.gaps).toEqual([0, 900, 0]);
    expect(kept.figures[0]).toMatchObject({ range: null });
    const few = displayOf({ users: 4 });
    expect(face.withhold!(few, { least: 5, hidden: new Set() })).toBeNull();
  });
});

describe('the picture', () => {
  const room = { from: 0, to: 1000, width: 100, height: 24 };

  it('draws a stroke once a pixel, and sessions that can be told apart', () => {
    const { marks, sessions } = layoutStrip(
      {
        name: 'a',
        events: 4,
        sessions: 2,
        shown: [
          { times: [100, 101, 500], events: 3 },
          { times: [1000], events: 1 },
        ],
      },
      room,
    );
    expect(marks.match(/M/g)).toHaveLength(3);
    expect(sessions).toBe('M10 21.5H50M98 21.5H102');
  });

  it('puts one moment in the middle', () => {
    const shown = [{ times: [5], events: 1 }];
    const strip = { name: 'a', events: 1, sessions: 1, shown };
    const { marks } = layoutStrip(strip, { ...room, from: 5, to: 5 });
    expect(marks).toBe('M50.5 1V18.5');
  });

  it('tones a step by its share of the line', () => {
    const lines = stepLines({ names: ['a', 'b'], counts: [9, 1, 0, 0], steps: 12 });
    expect(lines.map(({ steps }) => steps.map(({ tone }) => tone))).toEqual([
      [5, 1],
      [0, 0],
    ]);
  });

  it('says how long and by whose clocks', () => {
    expect(gapLabel(1_800_000, 0).zh).toBe('≤ 30 分钟');
    expect(gapLabel(undefined, 30 * 86_400_000).en).toBe('> 30 d');
    expect(zoneWords(displayOf(), -5.5).en).toContain('−5.5 h');
    expect(zoneWords(displayOf({ hasClock: false }), 0).zh).toContain('只有日期');
  });
});
