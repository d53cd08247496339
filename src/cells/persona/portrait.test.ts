import { describe, expect, it } from 'vitest';
import { personaDisplay, personaFigure, personaLine } from '../../../tests/support/personas';
import type { PersonaDisplay } from './display';
import {
  actionOf,
  portraitOf,
  startOver,
  strayOf,
  updatedText,
  withoutStray,
  write,
  writeAction,
} from './portrait';
import { NOTHING_WRITTEN, parseWritten, type Written } from './written';

const orders = (value: number, overall = 100) => personaLine('订单', [value, 90, 95], { overall });

const portrait = (display: PersonaDisplay, written: Written = NOTHING_WRITTEN, sentences = 3) =>
  portraitOf(display, { index: 0, number: 3 }, { sentences, written, language: 'zh' });

/** What is written when somebody keeps the first sentence with this text. */
function kept(display: PersonaDisplay, text?: string): Written {
  const sentence = portrait(display)[0]!;
  return write(NOTHING_WRITTEN, 3, { sentence, text: text ?? sentence.text, language: 'zh' });
}

describe('a portrait', () => {
  it('says what is most distinct first, one sentence a column, no more than asked for', () => {
    const display = personaDisplay([
      orders(104),
      personaLine('消费', [120, 90, 95]),
      personaLine('年龄', [101, 99, 99]),
      personaLine('访问', [70, 90, 95]),
    ]);
    expect(portrait(display).map(({ text }) => text)).toEqual([
      '「访问」平均 70，三群中最低，比全体低 30 %（TGI 70）。',
      '「消费」平均 120，三群中最高，比全体高 20 %（TGI 120）。',
      '「订单」平均 104，三群中最高，比全体高 4 %（TGI 104）。',
    ]);
    expect(portrait(display, NOTHING_WRITTEN, 1)).toHaveLength(1);
  });

  it('keeps what was written in its place, and leaves out what was taken away', () => {
    const display = personaDisplay([orders(120), personaLine('消费', [110, 90, 95])]);
    const written = kept(display, '下单多。');
    expect(portrait(display, written).map(({ text }) => text)).toEqual([
      '下单多。',
      '「消费」平均 110，三群中最高，比全体高 10 %（TGI 110）。',
    ]);
    const gone = write(written, 3, {
      sentence: portrait(display, written)[0]!,
      text: '',
      language: 'zh',
    });
    expect(portrait(display, gone)).toHaveLength(1);
    expect(portrait(display, startOver(gone, 3))).toHaveLength(2);
  });

  it('keeps what was written about what no longer stands out', () => {
    const written = kept(personaDisplay([orders(120)]));
    const now = portrait(personaDisplay([orders(101)]), written);
    expect(now).toMatchObject([{ change: { of: 'segment', from: '120', to: '101' } }]);
  });

  it('belongs to its segment alone', () => {
    const display = personaDisplay([orders(120)]);
    const other = portraitOf(
      display,
      { index: 1, number: 1 },
      { sentences: 3, written: kept(display), language: 'zh' },
    );
    expect(other.every(({ written }) => written === null)).toBe(true);
  });
});

describe('a written sentence', () => {
  const before = personaDisplay([orders(120)]);
  const changeTo = (display: PersonaDisplay) =>
    portrait(display, kept(before)).find(({ written }) => written)!.change;

  it('stays fresh while its figure lies within the interval that it had', () => {
    expect(changeTo(personaDisplay([orders(120.9)]))).toBeNull();
    expect(changeTo(before)).toBeNull();
  });

  it('is stale when its figure has left the interval, or everyone moved by half of it', () => {
    expect(changeTo(personaDisplay([orders(121.2)]))).toMatchObject({ from: '120', to: '121.2' });
    expect(changeTo(personaDisplay([orders(120, 99.5)]))).toBeNull();
    expect(changeTo(personaDisplay([orders(120, 98)]))).toEqual({
      of: 'everyone',
      from: '100',
      to: '98',
    });
  });

  it('is not stale for a change that is not written', () => {
    const exact = personaLine('订单', [120, 90, 95]);
    const narrow = personaFigure(120, { interval: { low: 120, high: 120 } });
    const then = personaDisplay([{ ...exact, figures: [narrow, ...exact.figures.slice(1)] }]);
    const now = personaDisplay([orders(120.01)]);
    expect(portrait(now, kept(then))[0]!.change).toBeNull();
  });

  it('without an interval is stale when it would be written differently', () => {
    const line = orders(120);
    const single = personaFigure(120, { count: 1, interval: null });
    const then = personaDisplay([{ ...line, figures: [single, ...line.figures.slice(1)] }]);
    expect(portrait(personaDisplay([orders(120)]), kept(then))[0]!.change).toBeNull();
    expect(portrait(personaDisplay([orders(121)]), kept(then))[0]!.change).not.toBeNull();
  });

  it('says when its column or its segment is gone', () => {
    expect(changeTo(personaDisplay([personaLine('消费', [120, 90])]))).toMatchObject({
      of: 'gone',
    });
    const written = kept(before);
    const elsewhere = { ...written.sentences[0]!, segment: 8 };
    const sentences = portraitOf(
      before,
      { index: 7, number: 8 },
      {
        sentences: 3,
        written: { ...written, sentences: [elsewhere] },
        language: 'en',
      },
    );
    expect(sentences).toMatchObject([{ change: { of: 'gone' }, fact: null }]);
  });

  it('is updated to what would be suggested now, where the words were suggested', () => {
    const [stale] = portrait(personaDisplay([orders(220)]), kept(before));
    expect(updatedText(stale!, 'zh')).toBe(
      '「订单」平均 220，三群中最高，是全体的 2.2 倍（TGI 220）。',
    );
  });

  it('is updated in its own words where its figures stand in them, else by its author', () => {
    const own = kept(before, '一年 120 单（TGI 120），100 是全体，不是 1120，下单最勤。');
    const [stale] = portrait(personaDisplay([orders(100, 80)]), own);
    expect(updatedText(stale!, 'zh')).toBe(
      '一年 100 单（TGI 125），80 是全体，不是 1120，下单最勤。',
    );
    const wordy = portrait(personaDisplay([orders(150)]), kept(before, '下单最勤。'))[0]!;
    expect([wordy.change?.to, updatedText(wordy, 'zh')]).toEqual(['150', null]);
  });

  it('is fresh again when it is kept with the figures of now', () => {
    const now = personaDisplay([orders(150)]);
    const sentence = portrait(now, kept(before))[0]!;
    const written = write(kept(before), 3, { sentence, text: sentence.text, language: 'zh' });
    expect(portrait(now, written)[0]).toMatchObject({ text: sentence.text, change: null });
    expect(written.sentences).toHaveLength(1);
  });
});

describe('what is written', () => {
  it('about a segment that is not there stays until it is taken away', () => {
    const written = writeAction(kept(personaDisplay([orders(120)])), 9, '少打扰。');
    expect(strayOf(written, new Set([1, 2, 3]))).toBe(1);
    expect(strayOf(written, new Set([1, 2]))).toBe(2);
    expect(withoutStray(written, new Set([3]))).toMatchObject({ sentences: [{}], actions: [] });
  });

  it('comes back from a document as it was', () => {
    const written = writeAction(kept(personaDisplay([orders(120)])), 2, ' 少打扰。 ');
    expect(actionOf(written, 2)).toBe('少打扰。');
    expect(parseWritten(JSON.parse(JSON.stringify(written)))).toEqual(written);
    expect(actionOf(writeAction(written, 2, ' '), 2)).toBe('');
  });

  it.each([
    [null],
    ['text'],
    [{ sentences: {} }],
    [{ sentences: [{ segment: 0, text: '' }] }],
    [{ actions: [{ segment: 1.5, text: '' }] }],
    [{ actions: [{ segment: 1, text: 3 }] }],
    [{ sentences: [{ segment: 1, text: '', column: 'x', level: null, isOwn: true, figure: {} }] }],
  ])('is refused where it is none: %j', (json) => {
    expect(() => parseWritten(json)).toThrow(expect.objectContaining({ code: 'param-invalid' }));
  });
});
