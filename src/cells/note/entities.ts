const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['copy', '©'],
  ['reg', '®'],
  ['deg', '°'],
  ['times', '×'],
  ['middot', '·'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['yen', '¥'],
  ['euro', '€'],
  ['pound', '£'],
]);

const ENTITY = /&([A-Za-z]{2,8});/g;

/**
 * Text with the common named character references resolved; unknown ones stay as written. The
 * lexer has resolved the numbered ones.
 */
export function withoutEntities(text: string): string {
  return text.replace(ENTITY, (written, name: string) => NAMED.get(name) ?? written);
}
