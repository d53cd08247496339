/** Countries and territories with a telephone plan, by ISO 3166-1 code (and XK), as libphonenumber has them. */
export const COUNTRIES: readonly string[] = (
  'AC AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT ' +
  'BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ' +
  'ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE ' +
  'IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV ' +
  'LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP ' +
  'NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK ' +
  'SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA ' +
  'VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');

/** What people also write. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  america: 'US',
  uk: 'GB',
  'u.k.': 'GB',
  england: 'GB',
  中国大陆: 'CN',
  中华人民共和国: 'CN',
  香港: 'HK',
  'hong kong': 'HK',
  澳门: 'MO',
  macau: 'MO',
  台湾: 'TW',
  'south korea': 'KR',
  korea: 'KR',
};

let known: Map<string, string> | undefined;

function codesByName(): Map<string, string> {
  const codes = new Map(Object.entries(OTHER_NAMES));
  for (const language of ['zh', 'en']) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of COUNTRIES) codes.set((names.of(code) ?? code).toLowerCase(), code);
  }
  for (const code of COUNTRIES) codes.set(code.toLowerCase(), code);
  return codes;
}

/** The two-letter code of a country given by code or by its Chinese or English name; null: unknown. */
export function countryCode(text: string): string | null {
  known ??= codesByName();
  return known.get(text.trim().toLowerCase()) ?? null;
}
