import type { Definitions } from '../core/graph';
import type { Notebook } from '../core/notebook';
import type { Language } from '../core/words';
import { readPassport } from './parse';
import { notebookOf } from './to-notebook';

/** The notebook for the text of a passport file; throws `passport-invalid`. */
export function openPassport(text: string, definitions: Definitions, language: Language): Notebook {
  return notebookOf(readPassport(text), definitions, language);
}
