import type { CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Role } from './params';
import type { Platform } from './platforms';

/** Why a value cannot go into a list. */
export type Fault = 'email-invalid' | 'phone-invalid' | 'phone-no-country' | 'country-unknown';

export type Normal = { readonly value: string } | { readonly fault: Fault };

const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/**
 * Lower case without spaces around it. Google: none within it either, and for its own two domains
 * without dots and without what follows a plus sign before the @.
 */
export function normalEmail(text: string, platform: Platform): Normal {
  const bare = platform === 'google' ? text.replaceAll(/\s+/g, '') : text.trim();
  const email = bare.toLowerCase();
  if (!EMAIL.test(email)) return { fault: 'email-invalid' };
  if (platform !== 'google') return { value: email };
  const [, local = '', domain = ''] = /^(.*)@(gmail\.com|googlemail\.com)$/.exec(email) ?? [];
  if (domain === '') return { value: email };
  const account = local.replace(/\+.*$/, '').replaceAll('.', '');
  return account === '' ? { fault: 'email-invalid' } : { value: `${account}@${domain}` };
}

export type ParsePhone = typeof parsePhoneNumberFromString;

/** E.164: `+` and digits, the country's code first. Meta wants the digits alone. */
export function normalPhone(
  text: string,
  { platform, country, parse }: { platform: Platform; country: string; parse: ParsePhone },
): Normal {
  // The plan of the country decides what a number without "+" means.
  const phone = parse(text.normalize('NFKC'), (country || undefined) as CountryCode | undefined);
  if (!phone) {
    const hasCode = /^\s*(?:\+|00)/.test(text);
    return { fault: country === '' && !hasCode ? 'phone-no-country' : 'phone-invalid' };
  }
  if (!phone.isValid()) return { fault: 'phone-invalid' };
  return { value: platform === 'meta' ? phone.number.slice(1) : phone.number };
}

/**
 * For hashing: lower case, no spaces around and one at most between words; no punctuation in what
 * Meta reads and in Google's last names. Null when nothing is left. Unhashed names stay as written.
 */
export function normalName(
  text: string,
  { platform, role }: { platform: Platform; role: Role },
): string | null {
  const isHashed = platform === 'google' || platform === 'meta';
  if (!isHashed) return text.trim() || null;
  const isBare = platform === 'meta' || role === 'lastName';
  const letters = isBare ? text.replaceAll(/[\p{P}\p{S}]/gu, '') : text;
  return letters.toLowerCase().replaceAll(/\s+/g, ' ').trim() || null;
}

/** Meta: lower case without spaces and dashes, in the United States the first five digits. */
export function normalZip(
  text: string,
  { platform, country }: { platform: Platform; country: string },
): string | null {
  const zip = text.trim();
  if (platform !== 'meta') return zip || null;
  const bare = zip.toLowerCase().replaceAll(/[\s\p{Pd}]/gu, '');
  return (country === 'US' ? bare.slice(0, 5) : bare) || null;
}

/** Two letters of ISO 3166-1: Meta reads small ones. */
export function normalCountry(code: string, platform: Platform): string {
  return platform === 'meta' ? code.toLowerCase() : code;
}
