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
export function writtenFigure({ figure, line }: Fact, language: Language): WrittenFigure {
  const { value, interval, count } = figure;
  return {
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    count,
    overall: line.overall,
    shown: figureText(line, value, language),
    shownOverall: figureText(line, line.overall, language),
  };
}

/**
 * What changed since a sentence was written, or null. Its figure has changed when it lies outside
 * the 95 % interval that it had then; everyone's, when it moved by more than half of that interval;
 * either only where it is written differently now. Without an interval any other figure is a change.
 */
export function changeSince(
  then: WrittenFigure,
  line: PersonaLine | undefined,
  segment: number,
): Change | null {
  const fact = line === undefined ? null : factOf(line, segment);
  if (line === undefined || fact === null) return { of: 'gone', from: then.shown, to: '' };
  const { value } = fact.figure;
  const written = (figure: number) => asWritten(line, figure, then);
  const hasInterval = then.low !== null && then.high !== null;
  const isOutside = hasInterval ? value < then.low! || value > then.high! : value !== then.value;
  const isSaidAnew = then.value === null || written(value) !== written(then.value);
  if (isOutside && isSaidAnew) {
    return { of: 'segment', from: then.shown, to: written(value) };
  }
  const reach = hasInterval ? (then.high! - then.low!) / 2 : 0;
  const hasMoved = Math.abs(line.overall - then.overall) > reach;
  if (!hasMoved || written(line.overall) === written(then.overall)) return null;
  return { of: 'everyone', from: then.shownOverall, to: written(line.overall) };
}

/** A figure in the language in which the sentence was written: "30.3 %" or "30.3%". */
function asWritten(line: PersonaLine, value: number, { shown }: WrittenFigure): string {
  return figureText(line, value, / %$/.test(shown) ? 'zh' : 'en');
}

/**
 * The same text with the figures of now in the place of those of then; null where the figure of the
 * segment does not stand in it, so that only its author can say it anew.
 */
export function withFiguresOf(fact: Fact, text: string, then: WrittenFigure): string | null {
  const { line, figure } = fact;
  if (then.value === null || !partOf(then.shown).test(text)) return null;
  const replacements = new Map([
    [then.shown, asWritten(line, figure.value, then)],
    [then.shownOverall, asWritten(line, line.overall, then)],
    ...derived(line, [then.value, then.overall], [figure.value, line.overall]),
  ]);
  // At every place the longest that fits, and nothing twice: "TGI 120" before "120".
  const said = [...replacements.keys()].sort((a, b) => b.length - a.length);
  return text.replace(partOf(...said), (found) => replacements.get(found) ?? found);
}

/** Ratios and TGI as a suggested sentence speaks of them, then and now. */
function derived(
  { hasRatio }: PersonaLine,
  [valueThen, overallThen]: readonly [number, number],
  [value, overall]: readonly [number, number],
): readonly (readonly [string, string])[] {
  if (!hasRatio || !(overallThen > 0)) return [];
  const [then, now] = [valueThen / overallThen, value / overall];
  const [wordsThen, wordsNow] = [ratioWords(then), ratioWords(now)];
  return [
    [wordsThen.zh, wordsNow.zh],
    [wordsThen.en, wordsNow.en],
    [`TGI ${formatNumber(100 * then, 0)}`, `TGI ${formatNumber(100 * now, 0)}`],
  ];
}

/** Any of these texts, but not as part of a longer number. */
function partOf(...texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\d.,])(?:${escaped.join('|')})(?!\\d|[.,]\\d)`, 'g');
}
