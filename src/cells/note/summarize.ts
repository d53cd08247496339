import type { Block, Inline } from './display';

/** The heading that a note begins with, as plain text; empty when it begins otherwise. */
export function headingOf(blocks: readonly Block[]): string {
  const first = blocks[0];
  return first?.kind === 'heading' ? plainText(first.inlines).trim() : '';
}

/** What is left to draw below the headline. */
export function bodyOf(blocks: readonly Block[]): readonly Block[] {
  return headingOf(blocks) === '' ? blocks : blocks.slice(1);
}

/** The text of a line without its markup. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return ' ';
    case 'image':
      return inline.alt;
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'link':
      return plainText(inline.inlines);
    default:
      return inline satisfies never;
  }
}
