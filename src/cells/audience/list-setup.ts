import { fileColumns } from '../../table/write/table-columns';
import type { Audience } from './audience';
import { fieldColumns, type FieldColumn } from './guess-fields';
import type { ListSetup } from './normalize-rows';
import { PLATFORMS, type Platform } from './platforms';

export interface PreparedList {
  readonly setup: ListSetup;
  /** The columns of the fields that this platform reads. */
  readonly fields: readonly FieldColumn[];
}

/** Telephone plans are large and loaded with the first list. */
export async function prepareList(audience: Audience, platform: Platform): Promise<PreparedList> {
  const { table, params } = audience;
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/max');
  const used = new Set(PLATFORMS[platform].columns.map(({ source }) => source));
  const all = fieldColumns(table, params.fields);
  const columns = Object.fromEntries(
    all.flatMap(({ role, column }) =>
      column ? [[role, fileColumns(table, [column])[0]!] as const] : [],
    ),
  );
  return {
    setup: { platform, columns, country: params.country, parsePhone: parsePhoneNumberFromString },
    // The country of a row is that of its phone number, whether the list has countries or not.
    fields: all.filter(({ role }) => used.has(role) || role === 'country'),
  };
}
