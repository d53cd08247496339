import type { Notebook } from '../core/notebook';
import { LIMITS } from './grammar';
import { linesOf, refuse } from './lines';
import { parseCells } from './parse-cells';
import { parseFrontMatter } from './parse-front-matter';

/**
 * Reads a `.fenqun.md`. Unknown kinds and keys are kept. Throws the Problem
 * `notebook-invalid`, with the line, and nothing else; linear in the text.
 */
export function parseNotebook(text: string): Notebook {
  if (text.length > LIMITS.length || hasTooManyLines(text)) refuse(1, 'too-long');
  const lines = linesOf(text);
  const { frame, next } = parseFrontMatter(lines);
  return { ...frame, cells: parseCells(lines, next) };
}

/** Counted before the text is cut up: a flood of line breaks would fill the memory. */
function hasTooManyLines(text: string): boolean {
  let lines = 1;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
    if (++lines > LIMITS.lines) return true;
  }
  return false;
}
