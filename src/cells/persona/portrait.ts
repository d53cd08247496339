import type { Language } from '../../core/words';
import { changeSince, writtenFigure, withFiguresOf, type Change } from './change';
import type { PersonaDisplay } from './display';
import { distinctFacts, factOf, type Fact } from './facts';
import { sentenceOf } from './sentence';
import type { Written, WrittenSentence } from './written';

/** One sentence of a card with what stands behind it. */
export interface PortraitSentence {
  readonly key: string;
  readonly text: string;
  readonly column: string;
  readonly level: string | null;
  /** The figures of now; null where they are gone. */
  readonly fact: Fact | null;
  /** Set for a sentence that somebody kept or wrote. */
  readonly written: WrittenSentence | null;
  /** Set for a written sentence that no longer says what is. */
  readonly change: Change | null;
}

interface About {
  readonly column: string;
  readonly level: string | null;
}

const keyOf = ({ column, level }: About) => `${column}\u0000${level ?? ''}`;
const aboutOf = ({ line: { column, level } }: Fact): About => ({ column: column.name, level });

/** A segment as the display and as the document know it. */
export interface Portrayed {
  readonly index: number;
  /** The number in its mark, from 1, by which what was written is kept. */
  readonly number: number;
}

/**
 * What a card says: the most distinct facts as suggested sentences, those that somebody wrote in
 * their place, what was taken away left out; then what was written about other facts.
 */
export function portraitOf(
  display: PersonaDisplay,
  { index, number }: Portrayed,
  {
    sentences,
    written,
    language,
  }: { readonly sentences: number; readonly written: Written; readonly language: Language },
): readonly PortraitSentence[] {
  const own = written.sentences.filter(({ segment }) => segment === number);
  const byKey = new Map(own.map((sentence) => [keyOf(sentence), sentence]));
  const suggested = distinctFacts(display, index).slice(0, sentences);
  const first = suggested.map((fact) => {
    const about = aboutOf(fact);
    const kept = byKey.get(keyOf(about));
    byKey.delete(keyOf(about));
    return kept
      ? writtenSentence(kept, display, index)
      : { ...about, key: keyOf(about), text: sentenceOf(fact)[language], fact, ...NOBODYS };
  });
  const rest = [...byKey.values()].map((kept) => writtenSentence(kept, display, index));
  return [...first, ...rest].filter(({ text }) => text !== '');
}

const NOBODYS = { written: null, change: null };

function writtenSentence(
  written: WrittenSentence,
  display: PersonaDisplay,
  index: number,
): PortraitSentence {
  const { column, level, text, figure } = written;
  const line = display.lines.find(
    (candidate) => candidate.column.name === column && candidate.level === level,
  );
  return {
    key: keyOf(written),
    text,
    column,
    level,
    fact: line === undefined ? null : factOf(line, index),
    written,
    change: text === '' ? null : changeSince(figure, line, index),
  };
}

/** What the update of a changed sentence would say; null where only its author can. */
export function updatedText(
  { fact, written }: PortraitSentence,
  language: Language,
): string | null {
  if (fact === null || written === null) return null;
  if (!written.isOwn) return sentenceOf(fact)[language];
  return withFiguresOf(fact, written.text, written.figure);
}

export interface WrittenBy {
  readonly sentence: PortraitSentence;
  readonly text: string;
  readonly language: Language;
}

/** The sentence as written now, with the figures of now; an empty text takes it away. */
export function write(
  written: Written,
  segment: number,
  { sentence, text, language }: WrittenBy,
): Written {
  const { column, level, fact } = sentence;
  const figure = fact === null ? sentence.written?.figure : writtenFigure(fact, language);
  const others = without(written, segment, sentence);
  if (figure === undefined) return others;
  const suggested = fact === null ? null : sentenceOf(fact);
  const isOwn = text !== '' && text !== suggested?.zh && text !== suggested?.en;
  const added: WrittenSentence = { segment, column, level, text, isOwn, figure };
  return { ...others, sentences: [...others.sentences, added] };
}

function without(written: Written, segment: number, about: About): Written {
  const sentences = written.sentences.filter(
    (sentence) => sentence.segment !== segment || keyOf(sentence) !== keyOf(about),
  );
  return { ...written, sentences };
}

/** Sentences and lines about segments that are not there now: by the numbers of those that are. */
export function strayOf(written: Written, numbers: ReadonlySet<number>): number {
  const all = [...written.sentences, ...written.actions];
  return all.filter(({ segment, text }) => text !== '' && !numbers.has(segment)).length;
}

/** Without what is about segments that are not there now. */
export function withoutStray(written: Written, numbers: ReadonlySet<number>): Written {
  const isThere = ({ segment }: { readonly segment: number }) => numbers.has(segment);
  return {
    sentences: written.sentences.filter(isThere),
    actions: written.actions.filter(isThere),
  };
}

/** Nothing written about a segment any more: the suggestions of now stand there. */
export function startOver(written: Written, segment: number): Written {
  return {
    ...written,
    sentences: written.sentences.filter((sentence) => sentence.segment !== segment),
  };
}

export function actionOf(written: Written, segment: number): string {
  return written.actions.find((action) => action.segment === segment)?.text ?? '';
}

export function writeAction(written: Written, segment: number, text: string): Written {
  const others = written.actions.filter((action) => action.segment !== segment);
  const trimmed = text.trim();
  return { ...written, actions: trimmed === '' ? others : [...others, { segment, text: trimmed }] };
}
