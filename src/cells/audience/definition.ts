import { defineCell } from '../../core/cell-type';
import { choice, columns, custom, flag } from '../../core/params';
import { parseCountry, parseFields, parseSegments, type ChosenFields } from './params';

/** Whole tables with a segment on every row, and lists that a platform reads. */
export const TABLE_FORMATS = ['csv', 'parquet', 'arrow', 'arrow-stream'] as const;
export const LIST_FORMATS = ['google', 'meta', 'mailchimp', 'hubspot'] as const;

export function isListFormat(format: string): format is (typeof LIST_FORMATS)[number] {
  return (LIST_FORMATS as readonly string[]).includes(format);
}

export const definition = defineCell({
  kind: 'audience',
  version: 1,
  stage: 'act',
  takes: { table: 'table', clustering: 'clustering' },
  gives: null,
  params: {
    format: choice({ initial: 'csv', options: [...TABLE_FORMATS, ...LIST_FORMATS] }),
    /** Segments by cluster index; empty: all. */
    segments: custom<readonly number[]>({ initial: [], parse: parseSegments }),
    /** Empty: every column. */
    columns: columns(),
    /** Rows of the table that are in no segment come along, without a label and with the reason. */
    unassigned: flag({ initial: true }),
    /** What a list takes from which column; what is not here is guessed, an empty name is nothing. */
    fields: custom<ChosenFields>({ initial: {}, parse: parseFields }),
    /** Country of phone numbers without a code and of rows without one, ISO 3166-1; empty: none. */
    country: custom<string>({ initial: '', parse: parseCountry }),
  },
  firstParams: ({ format }) =>
    isListFormat(String(format)) ? ['format'] : ['format', 'columns', 'unassigned'],
  activeParams: ({ format }) =>
    isListFormat(String(format))
      ? ['format', 'segments', 'fields', 'country']
      : ['format', 'segments', 'columns', 'unassigned'],
  estimateMs: ({ format }, { rows }) => (isListFormat(format) ? rows * 0.02 : rows * 5e-5),
});
