/**
 * What a spreadsheet may take for the beginning of a formula, the full-width forms of Chinese and
 * Japanese keyboards among them (OWASP, "CSV Injection").
 */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A number with its sign is read as that number. */
const SIGNED_NUMBER = /^[+-]\d+(?:\.\d+)?$/;

/** Text that a spreadsheet shows as it is: what it would calculate gets an apostrophe in front. */
export function neutralized(text: string): string {
  return FORMULA_START.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
}
