import type { Language } from '../../core/words';
import type { PersonaLine } from './display';
import { factOf, type Fact } from './facts';
import { figureText } from './figures';
import { ratioWords } from './sentence';
import type { WrittenFigure } from './written';
import { formatNumber } from '../../core/format';

/** Why a sentence no longer says what is: its figure, that of everyone, or neither is there any more. */
export interface Change {
  readonly of: 'segment' | 'everyone' | 'gone';
  readonly from: string;
  /** Empty where the figure is gone. */
  readonly to: string;
}

/** What a sentence written about this fact holds for later. */
export function writtenFigure({ figure, line }: Fact): WrittenFigure {
  const { value, interval, count } = figure;
  return {
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    count,
    overall: line.overall,
  };
}

/**
 * What changed since a sentence was written, or null. Its figure has changed when it lies outside
 * the 95 % interval that it had then; everyone's, when it moved by more than half of that interval;
 * either only where it is written differently now. Without an interval any other figure is a change.
 */
export function changeSince(
  then: WrittenFigure,
  now: { readonly line: PersonaLine | undefined; readonly segment: number },
  language: Language,
): Change | null {
  const fact = now.line === undefined ? null : factOf(now.line, now.segment);
  const line = now.line;
  if (fact === null || line === undefined) {
    const from = line && then.value !== null ? figureText(line, then.value, language) : '';
    return { of: 'gone', from, to: '' };
  }
  const written = (value: number) => figureText(line, value, language);
  const { value } = fact.figure;
  const isOutside =
    then.value === null || then.low === null || then.high === null
      ? then.value !== value
      : value < then.low || value > then.high;
  const [from, to] = [then.value === null ? '' : written(then.value), written(value)];
  if (isOutside && from !== to) return { of: 'segment', from, to };
  const reach = then.low === null || then.high === null ? 0 : (then.high - then.low) / 2;
  const [before, after] = [written(then.overall), written(line.overall)];
  const hasMoved = Math.abs(line.overall - then.overall) > reach;
  return hasMoved && before !== after ? { of: 'everyone', from: before, to: after } : null;
}

/**
 * The same text with the figures of now in the place of those of then; null where the figure of the
 * segment does not stand in it, so that only its author can say it anew.
 */
export function withFiguresOf(fact: Fact, text: string, then: WrittenFigure): string | null {
  const { line, figure } = fact;
  if (then.value === null) return null;
  const old = spoken(line, then.value, then.overall);
  const now = spoken(line, figure.value, line.overall);
  if (!old[0]!.some((said) => text.includes(said))) return null;
  const places: string[] = [];
  let updated = text;
  old.forEach((said, i) => {
    said.forEach((before, language) => {
      if (before === '') return;
      // Held apart first, so that what was just written is not replaced again.
      places.push(now[i]![language]!);
      updated = updated.split(before).join(`\u0000${places.length - 1}\u0000`);
    });
  });
  return updated.replace(/\0(\d+)\0/g, (_, place: string) => places[Number(place)]!);
}

/** The ways in which a suggested sentence speaks of its figures, each in both languages. */
function spoken(line: PersonaLine, value: number, overall: number): readonly (readonly string[])[] {
  const said = (figure: number) => [figureText(line, figure, 'zh'), figureText(line, figure, 'en')];
  const hasIndex = line.hasRatio && overall > 0;
  const ratio = hasIndex ? ratioWords(value / overall) : { zh: '', en: '' };
  const index = hasIndex ? `TGI ${formatNumber((100 * value) / overall, 0)}` : '';
  return [said(value), [ratio.zh, ratio.en], [index, index], said(overall)];
}
