import type { ProblemCode, ProblemFacts } from '../core/problem';
import type { Words } from '../core/words';

/** A problem in words: what happened, and what a person can do about it. */
export interface ProblemWords {
  readonly what: Words;
  readonly todo: Words;
}

export type ProblemTexts = {
  readonly [C in ProblemCode]: (facts: ProblemFacts[C]) => ProblemWords;
};
