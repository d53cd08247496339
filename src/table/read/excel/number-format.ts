/** What a number format of a workbook says of a number, as far as a column has a use for it. */
export type FormatKind =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'currency'; readonly sign: string }
  /** `hasDay`: there is a year, month or day in it, not a time alone. */
  | { readonly kind: 'date'; readonly hasDay: boolean };

const PLAIN: FormatKind = { kind: 'plain' };
const CURRENCY = /US\$|HK\$|NT\$|[¥￥$€£₩₹]/;

/** Reads the first section of a format code (ECMA-376 part 1, 18.8.31): `0.0%`, `[$¥-804]#,##0.00`. */
export function formatKind(code: string): FormatKind {
  const section = code.split(';')[0] ?? '';
  if (section === '' || /^general$/i.test(section)) return PLAIN;
  const sign = CURRENCY.exec(literalsOf(section))?.[0];
  const bare = section
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    // Colors and conditions; hours beyond a day stay: [h]:mm.
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (bare.includes('%')) return { kind: 'percent' };
  if (/[ymdhs年月日]/i.test(bare) && !/[#?]/.test(bare)) {
    return { kind: 'date', hasDay: /[yd]|mmm/i.test(bare) };
  }
  return sign === undefined ? PLAIN : { kind: 'currency', sign: sign === '￥' ? '¥' : sign };
}

/** What a format writes as it stands: quoted, escaped, in `[$ ]`, or a bare currency sign. */
function literalsOf(section: string): string {
  return section.replace(/\[\$([^\]-]*)[^\]]*\]/g, '$1').replace(/\[[^\]]*\]/g, '');
}
