import { cellText } from '../../table/write/cell-text';
import type { FileColumn } from '../../table/write/file-column';
import { countryCode } from './countries';
import {
  normalCountry,
  normalEmail,
  normalName,
  normalPhone,
  normalZip,
  type Fault,
  type Normal,
  type ParsePhone,
} from './normalize';
import { ROLES, type Role } from './params';
import { PLATFORMS, type Platform } from './platforms';

export interface ListSetup {
  readonly platform: Platform;
  readonly columns: Readonly<Partial<Record<Role, FileColumn>>>;
  /** Stands for a country that is not there; empty: none. */
  readonly country: string;
  readonly parsePhone: ParsePhone;
}

type Texts = Readonly<Record<Role, (string | null)[]>>;

export interface NormalRows {
  /** One text a row and role; null: missing, or it cannot be normalised. */
  readonly texts: Texts;
  readonly faults: readonly { readonly i: number; readonly role: Role; readonly fault: Fault }[];
  /** 1 where the row has enough to be found by. */
  readonly isSent: Uint8Array;
}

/** The values of some rows as the platform's rules want them before hashing. */
export function normalizeRows(rows: Uint32Array, setup: ListSetup): NormalRows {
  const { platform, columns } = setup;
  const used = new Set(PLATFORMS[platform].columns.map(({ source }) => source));
  const raw = ROLES.map((role) => {
    const cells = columns[role]?.read(rows);
    return [role, (i: number) => (cells ? cellText(cells, i)?.trim() || null : null)] as const;
  });
  const textAt = new Map(raw);
  const texts = Object.fromEntries(
    ROLES.map((role) => [role, new Array<string | null>(rows.length).fill(null)]),
  ) as Record<Role, (string | null)[]>;
  const faults: NormalRows['faults'][number][] = [];
  const isSent = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const country = countryOf(textAt.get('country')!(i), setup);
    for (const role of ROLES) {
      const text = textAt.get(role)!(i);
      const normal = role === 'country' ? country : normalOf(text, role, { ...setup, country });
      // The country of a row counts for its phone number even in a list without countries.
      if (normal === null || !used.has(role)) continue;
      if ('fault' in normal) faults.push({ i, role, fault: normal.fault });
      else
        texts[role][i] = role === 'country' ? normalCountry(normal.value, platform) : normal.value;
    }
    isSent[i] = settleRow(texts, i, platform) ? 1 : 0;
  }
  return { texts, faults, isSent };
}

function countryOf(text: string | null, { country }: ListSetup): Normal | null {
  if (text === null) return country === '' ? null : { value: country };
  const code = countryCode(text);
  return code === null ? { fault: 'country-unknown' } : { value: code };
}

function normalOf(
  text: string | null,
  role: Exclude<Role, 'country'>,
  { platform, parsePhone, country }: Omit<ListSetup, 'country'> & { country: Normal | null },
): Normal | null {
  if (text === null) return null;
  const code = country !== null && 'value' in country ? country.value : '';
  if (role === 'email') return normalEmail(text, platform);
  if (role === 'phone') return normalPhone(text, { platform, country: code, parse: parsePhone });
  const value =
    role === 'zip'
      ? normalZip(text, { platform, country: code })
      : normalName(text, { platform, role });
  return value === null ? null : { value };
}

/** Whether the row has a key; parts that count only together go when one of them is missing. */
function settleRow(texts: Texts, i: number, platform: Platform): boolean {
  const { keys, together = [] } = PLATFORMS[platform];
  if (together.some((role) => texts[role][i] === null)) {
    for (const role of together) texts[role][i] = null;
  }
  return keys.some((key) => key.every((role) => texts[role][i] !== null));
}
