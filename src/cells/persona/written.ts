import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';

/** A figure as it was when a sentence about it was written. */
export interface WrittenFigure {
  readonly value: number | null;
  /** Ends of its 95 % interval; null where it had none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly count: number;
  readonly overall: number;
  /** Both as they were written, since a later run may round them elsewhere. */
  readonly shown: string;
  readonly shownOverall: string;
}

/** A sentence that somebody kept, wrote or took away. */
export interface WrittenSentence {
  /** The number in the segment's mark, from 1; it follows the group from run to run. */
  readonly segment: number;
  readonly column: string;
  readonly level: string | null;
  /** Empty: the sentence was taken away. */
  readonly text: string;
  /** True where the words are somebody's own; else they are those suggested then. */
  readonly isOwn: boolean;
  readonly figure: WrittenFigure;
}

/** What to do with a segment, in somebody's words. */
export interface WrittenAction {
  /** The number in the segment's mark, from 1. */
  readonly segment: number;
  readonly text: string;
}

export type Written = {
  readonly sentences: readonly WrittenSentence[];
  readonly actions: readonly WrittenAction[];
};

export const NOTHING_WRITTEN: Json & Written = { sentences: [], actions: [] };

/** The parameter as a document holds it; throws `param-invalid`. */
export function parseWritten(json: Json): Json & Written {
  const sentences = isJsonObject(json) ? (json.sentences ?? []) : null;
  const actions = isJsonObject(json) ? (json.actions ?? []) : null;
  const isRight =
    Array.isArray(sentences) &&
    Array.isArray(actions) &&
    sentences.every(isSentence) &&
    actions.every(isAction);
  if (!isRight) {
    const expected = '{"sentences": […], "actions": […]}';
    throw new Problem('param-invalid', { param: 'written', value: JSON.stringify(json), expected });
  }
  // Every member was checked.
  return { sentences, actions } as unknown as Json & Written;
}

function isAction(json: Json): boolean {
  return isJsonObject(json) && isMarkNumber(json.segment) && typeof json.text === 'string';
}

function isSentence(json: Json): boolean {
  return (
    isJsonObject(json) &&
    isAction(json) &&
    typeof json.column === 'string' &&
    typeof json.isOwn === 'boolean' &&
    (json.level === null || typeof json.level === 'string') &&
    isJsonObject(json.figure) &&
    isFigure(json.figure)
  );
}

function isFigure(figure: { readonly [key: string]: Json }): boolean {
  const isMaybe = (json: Json | undefined) => json === null || isNumber(json);
  return (
    [figure.value, figure.low, figure.high].every(isMaybe) &&
    [figure.count, figure.overall].every(isNumber) &&
    [figure.shown, figure.shownOverall].every((json) => typeof json === 'string')
  );
}

function isNumber(json: Json | undefined): boolean {
  return typeof json === 'number' && Number.isFinite(json);
}

function isMarkNumber(json: Json | undefined): boolean {
  return typeof json === 'number' && Number.isInteger(json) && json >= 1;
}
