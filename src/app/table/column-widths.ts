import type { ColumnMeta, ColumnType } from '../../core/values';

const USUAL: Readonly<Record<ColumnType, number>> = {
  number: 104,
  date: 108,
  boolean: 84,
  category: 116,
  identifier: 120,
  text: 160,
};
export const NARROWEST = 56;
export const WIDEST = 640;
/** Wider is nothing that grows by itself. */
const WIDE = 280;
const PADDING = 22;
const LATIN = 7.4;
const HAN = 14.2;

/** About how wide a text is at the size of the grid. */
function widthOfText(text: string): number {
  let width = 0;
  for (const sign of text.slice(0, 80)) width += sign.codePointAt(0)! > 0x2e7f ? HAN : LATIN;
  return width;
}

/** A width at which the name and these values of a column are seen, within reason. */
export function fittingWidth(column: ColumnMeta, texts: readonly string[]): number {
  const name = widthOfText(column.name) + widthOfText(column.unit ?? '') + 30;
  const widest = texts.reduce((most, text) => Math.max(most, widthOfText(text)), 0);
  const wanted = PADDING + Math.max(Math.min(name, 180), widest);
  const least = texts.length === 0 ? USUAL[column.type] : 84;
  return Math.round(Math.max(least, Math.min(wanted, WIDE)));
}
