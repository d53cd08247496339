import { defineCell } from '../../core/cell-type';
import { choice, custom, integer, text } from '../../core/params';
import { isBinaryName, isWorkbookName } from './file-names';
import { parseHeaderRow, parseNames, parseTypes, parseWordsByColumn } from './parse-params';

export const definition = defineCell({
  kind: 'load',
  version: 3,
  stage: 'data',
  takes: {},
  gives: 'table',
  params: {
    /** The name of one of the notebook's sources. */
    source: text({ initial: '' }),
    /** Names of further sources, whose rows follow by the names of their columns. */
    more: custom({ initial: [], parse: (json) => parseNames('more', json) }),
    /** A column of this name says which file a row comes from; empty: none does. */
    fileColumn: text({ initial: '' }),
    encoding: choice({
      initial: 'auto',
      options: [
        'auto',
        'utf-8',
        'gb18030',
        'big5',
        'utf-16le',
        'utf-16be',
        'windows-1252',
        'shift_jis',
      ],
    }),
    delimiter: choice({
      initial: 'auto',
      options: ['auto', ',', ';', '\t', '|', '^', '~'],
    }),
    /** The sheet of a workbook, by name; empty: the first with a table. */
    sheet: text({ initial: '' }),
    /** The line or row with the names of the columns, from 1; 0: none; or `auto`. */
    headerRow: custom<number | 'auto'>({ initial: 'auto', parse: parseHeaderRow }),
    /** What a person says a column holds, by its name. */
    types: custom({ initial: {}, parse: parseTypes }),
    /** Further words for a missing value. */
    missing: custom({ initial: [], parse: (json) => parseNames('missing', json) }),
    /** The only words for a missing value, by column. */
    missingIn: custom({ initial: {}, parse: parseWordsByColumn }),
    totals: choice({ initial: 'leave-out', options: ['leave-out', 'keep'] }),
    /** So many rows, drawn at random; 0: all. */
    sampleRows: integer({ initial: 0, min: 0, max: 1_000_000_000 }),
    sampleSeed: integer({ initial: 1, min: 0, max: 2 ** 32 - 1 }),
  },
  // A workbook has neither encoding nor delimiter, unless its name says what it is not.
  firstParams: ({ source }) =>
    isWorkbookName(String(source))
      ? ['source', 'sheet', 'totals']
      : isBinaryName(String(source))
        ? ['source', 'sampleRows']
        : ['source', 'encoding', 'delimiter'],
  readsSource: true,
  // Which file comes first counts by its bytes, and by its name where a column says it.
  settle: (params) =>
    params.fileColumn === '' ? params : { ...params, firstFile: params.source ?? '' },
  // 80 MB in about 2.5 s; the size of the file is not known here, but rows × columns is close.
  estimateMs: (_params, { rows, columns }) => 20 + rows * columns * 2.5e-4,
  // Version 2 leaves totals out and knows more ways to write a table, version 3 finds headers below
  // title blocks and draws the same sample from any format; the parameters mean the same.
  migrate: (params) => params,
});
