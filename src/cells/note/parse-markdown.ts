import { lexer, type Token, type Tokens } from 'marked';
import type { Align, Block, Inline, ListItem } from './display';
import { DEEPEST, toInlines } from './inlines';

/** Characters of one note that are read as Markdown; a longer one is shown as it is. */
export const LONGEST_NOTE = 50_000;

/**
 * Reads Markdown into a tree of known kinds: no raw HTML, links to the web only, pictures only
 * from the note itself. Never fails: what the lexer cannot take is shown as plain text.
 */
export function parseMarkdown(text: string): Block[] {
  if (text.trim() === '') return [];
  if (text.length > LONGEST_NOTE) return [asWritten(text)];
  try {
    return toBlocks(lexer(text), 0);
  } catch {
    // Deep nesting overflows the lexer's stack.
    return [asWritten(text)];
  }
}

function asWritten(text: string): Block {
  return { kind: 'code', text, language: '' };
}

function toBlocks(tokens: readonly Token[], depth: number): Block[] {
  if (depth > DEEPEST) return [asWritten(tokens.map((token) => token.raw).join(''))];
  // The lexer's own token type is open; each kind is looked at before its fields are used.
  return tokens.flatMap((token) => toBlock(token as Tokens.Generic, depth));
}

function paragraph(inlines: readonly Inline[]): Block {
  return { kind: 'paragraph', inlines };
}

function toBlock(token: Tokens.Generic, depth: number): Block | Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'heading':
      return toHeading(token as Tokens.Heading, depth);
    case 'paragraph':
    case 'text':
      return paragraph(toInlines(token.tokens ?? [token], depth));
    case 'blockquote':
      return { kind: 'quote', blocks: toBlocks(token.tokens ?? [], depth + 1) };
    case 'list':
      return toList(token as Tokens.List, depth);
    case 'code': {
      const { text, lang } = token as Tokens.Code;
      return { kind: 'code', text, language: lang ?? '' };
    }
    case 'table':
      return toTable(token as Tokens.Table, depth);
    case 'hr':
      return { kind: 'rule' };
    default:
      return token.raw.trim() === ''
        ? []
        : paragraph([{ kind: 'text', text: token.raw.trimEnd() }]);
  }
}

function toHeading({ depth: level, tokens }: Tokens.Heading, depth: number): Block {
  return {
    kind: 'heading',
    level: Math.min(6, Math.max(1, level)),
    inlines: toInlines(tokens, depth),
  };
}

function toList(token: Tokens.List, depth: number): Block {
  const items = token.items.map((item): ListItem => ({
    blocks: toBlocks(item.tokens, depth + 1),
    isDone: item.task ? item.checked === true : null,
  }));
  const start = token.ordered ? Number(token.start) : null;
  return { kind: 'list', start: Number.isSafeInteger(start) ? start : null, items };
}

function toTable(token: Tokens.Table, depth: number): Block {
  return {
    kind: 'table',
    align: token.align.map((align): Align => align),
    header: token.header.map((cell) => toInlines(cell.tokens, depth)),
    rows: token.rows.map((row) => row.map((cell) => toInlines(cell.tokens, depth))),
  };
}
