import type { Token, Tokens } from 'marked';
import { isOwnPicture, isWebAddress } from './addresses';
import type { Inline } from './display';
import { withoutEntities } from './entities';

/** Deeper nesting is shown as the text that it was written as. */
export const DEEPEST = 16;

/** Turns the tokens of a line into what may be drawn; whatever else there is becomes its text. */
export function toInlines(tokens: readonly Token[] | undefined, depth: number): Inline[] {
  if (depth > DEEPEST) return [plain((tokens ?? []).map((token) => token.raw).join(''))];
  return (tokens ?? []).flatMap((token) => toInline(token as Tokens.Generic, depth));
}

function plain(text: string): Inline {
  return { kind: 'text', text };
}

function toInline(token: Tokens.Generic, depth: number): Inline | Inline[] {
  switch (token.type) {
    case 'strong':
      return { kind: 'strong', inlines: toInlines(token.tokens, depth + 1) };
    case 'em':
      return { kind: 'emphasis', inlines: toInlines(token.tokens, depth + 1) };
    case 'del':
      return { kind: 'strike', inlines: toInlines(token.tokens, depth + 1) };
    case 'codespan':
      return { kind: 'code', text: textOf(token) };
    case 'br':
      return { kind: 'break' };
    case 'link':
      return toLink(token, depth);
    case 'image':
      return toImage(token);
    case 'checkbox':
      return [];
    case 'escape':
      return plain(textOf(token));
    case 'text':
      return token.tokens
        ? toInlines(token.tokens, depth + 1)
        : plain(withoutEntities(textOf(token)));
    default:
      // HTML among it: shown as written, never as markup.
      return plain(token.raw);
  }
}

function textOf(token: Tokens.Generic): string {
  const { text } = token as { text?: unknown };
  return typeof text === 'string' ? text : token.raw;
}

function toLink(token: Tokens.Generic, depth: number): Inline | Inline[] {
  const { href } = token as { href?: unknown };
  const inlines = toInlines(token.tokens, depth + 1);
  if (typeof href === 'string' && isWebAddress(href)) return { kind: 'link', href, inlines };
  return inlines;
}

function toImage(token: Tokens.Generic): Inline {
  const { href } = token as { href?: unknown };
  const alt = withoutEntities(textOf(token));
  if (typeof href === 'string' && isOwnPicture(href)) return { kind: 'image', source: href, alt };
  return plain(alt);
}
