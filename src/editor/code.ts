/** Something that may be put where the cursor is. */
export interface Suggestion {
  /** What is matched against the letters typed so far, and shown. */
  readonly label: string;
  readonly kind: 'table' | 'column' | 'function' | 'keyword';
  /** What is inserted where it differs from the label, e.g. a name in quotes. */
  readonly insert?: string;
  /** A word or two behind the label, e.g. the type of a column. */
  readonly detail?: string;
}

export interface Suggestions {
  /** Where the word that they would replace begins. */
  readonly from: number;
  readonly options: readonly Suggestion[];
}

/** What may stand at a place in the text; null: nothing to suggest there. */
export type Suggest = (text: string, at: number) => Suggestions | null;

/** A stretch of the text that is wrong: underlined, its message shown on hover. */
export interface Fault {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

export type TokenKind = 'keyword' | 'function' | 'name' | 'number' | 'text' | 'comment' | 'sign';

/** A stretch of the text in the ink of its kind. Tokens are in order and do not overlap. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly kind: TokenKind;
}

/** Cuts a text into tokens; what lies between them is plain. */
export type Tokenize = (text: string) => readonly Token[];
