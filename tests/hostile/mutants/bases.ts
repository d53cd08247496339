import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tableToIPC } from 'apache-arrow';
import { utils, write, type BookType } from '@e965/xlsx';
import { createRandom, type Random } from '../../../src/core/random';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../../../src/table/create-table';
import { unpackEntry } from '../../../src/table/read/excel/unpack-entry';
import { zipEntries } from '../../../src/table/read/excel/zip-entries';
import { finish } from '../../../src/core/job';
import { writeParquet } from '../../../src/table/write/parquet';
import { fileColumns } from '../../../src/table/write/table-columns';
import { mutate } from './mutate';
import { writeZip } from './write-zip';

type Bytes = Uint8Array<ArrayBuffer>;

/** Makes mutant number `i` of a format: the same bytes for the same number and the same bases. */
export type MutantMaker = (random: Random) => Promise<Bytes> | Bytes;

const encoder = new TextEncoder();
const ROWS = 60;
const CITIES = ['北京', '上海', 'Zürich', 'a "quoted", one', '=1+1', ''];

function drawn(): readonly (readonly (string | number | boolean | null)[])[] {
  const random = createRandom(7, 'mutants');
  return Array.from({ length: ROWS }, (_, row) => [
    `C${String(row).padStart(5, '0')}`,
    random.below(10) === 0 ? null : Math.round(random.next() * 100_000) / 100,
    CITIES[random.below(CITIES.length)]!,
    random.below(2) === 0,
    `2024-${String(1 + random.below(12)).padStart(2, '0')}-15`,
  ]);
}

const NAMES = ['customer_id', '消费', 'city', 'is_member', 'since'];

function delimited(delimiter: string): Bytes {
  const quote = (cell: unknown) => `"${String(cell ?? '').replaceAll('"', '""')}"`;
  const lines = [NAMES, ...drawn()].map((row) => row.map(quote).join(delimiter));
  return encoder.encode(`${lines.join('\r\n')}\r\n`);
}

function json(): Bytes {
  return encoder.encode(JSON.stringify(objects(), null, 1));
}

function objects(): object[] {
  return drawn().map((row) => ({
    ...Object.fromEntries(NAMES.map((name, i) => [name, row[i]])),
    nested: { tags: ['a', 1, null], of: { x: row[1] } },
  }));
}

function ndjson(): Bytes {
  return encoder.encode(
    objects()
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
}

function workbook(bookType: BookType): Bytes {
  const book = utils.book_new();
  const rows = [['会员明细', '', '', '', ''], NAMES, ...drawn()];
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 4 } }];
  utils.book_append_sheet(book, sheet, '会员');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['empty']]), 'second');
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

function ourTable() {
  const rows = drawn();
  const numbers = Float64Array.from(rows, (row) => (row[1] === null ? NaN : Number(row[1])));
  return createTable([
    textColumn(
      'customer_id',
      rows.map((row) => String(row[0])),
      'identifier',
    ),
    numberColumn('消费', numbers),
    categoryColumn(
      'city',
      Int32Array.from(rows, (row) => CITIES.indexOf(String(row[2]))),
      CITIES,
    ),
    booleanColumn(
      'is_member',
      Int8Array.from(rows, (row) => Number(row[3])),
    ),
    dateColumn(
      'since',
      Float64Array.from(rows, (row) => Date.parse(String(row[4]))),
    ),
  ]);
}

async function parquet(): Promise<Bytes> {
  const table = ourTable();
  const rows = Uint32Array.from({ length: ROWS }, (_, row) => row);
  const columns = fileColumns(table, table.columns);
  const blob = await finish(writeParquet({ columns, rows }));
  return new Uint8Array(await blob.arrayBuffer());
}

/** Real files of a folder, small ones, when there are any: writers of all kinds made them. */
function realFiles(folder: string, ending: RegExp): Bytes[] {
  const root = process.env['FENQUN_DATA'];
  if (!root) return [];
  return readdirSync(join(root, folder))
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => new Uint8Array(readFileSync(join(root, folder, name))))
    .filter(({ length }) => length < 60_000);
}

function fixtures(ending: RegExp): Bytes[] {
  const folder = 'tests/fixtures/workbooks';
  return readdirSync(folder)
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

const isZip = ([first]: Bytes): boolean => first === 0x50;
const isCompound = ([first]: Bytes): boolean => first === 0xd0;

function oneOf(bases: readonly Bytes[]): MutantMaker {
  return (random) => mutate(bases[random.below(bases.length)]!, random);
}

/** Half of them mutate a file within the archive, which would else hardly ever be reached. */
function archives(bases: readonly Bytes[]): MutantMaker {
  return async (random) => {
    const base = bases[random.below(bases.length)]!;
    if (random.below(2) === 0) return mutate(base, random);
    const entries = zipEntries(base).filter(({ name }) => !name.endsWith('/'));
    const target = random.below(entries.length);
    const files = await Promise.all(
      entries.map(async (entry, i) => {
        const bytes = new Uint8Array(await unpackEntry(base, entry));
        return { name: entry.name, bytes: i === target ? mutate(bytes, random) : bytes };
      }),
    );
    return writeZip(files);
  };
}

/** Mutants of what is packed, packed again, and mutants of the packed bytes. */
function packed(bases: readonly Bytes[]): MutantMaker {
  return (random) => {
    const base = bases[random.below(bases.length)]!;
    if (random.below(2) === 0) return new Uint8Array(gzipSync(mutate(base, random)));
    return mutate(new Uint8Array(gzipSync(base)), random);
  };
}

/** The formats that are read, and how their mutants are made. */
export async function mutantMakers(): Promise<ReadonlyMap<string, MutantMaker>> {
  const arrow = ['1.0.0-littleendian', '2.0.0-compression', '0.17.1'];
  const arrowFiles = (ending: RegExp) =>
    arrow.flatMap((folder) => realFiles(join('arrow-ipc-give', folder), ending));
  const { table } = ourTable();
  return new Map<string, MutantMaker>([
    ['csv', oneOf([delimited(','), delimited(';')])],
    ['tsv', oneOf([delimited('\t')])],
    ['json', oneOf([json()])],
    ['ndjson', oneOf([ndjson()])],
    ['gz', packed([delimited(','), ndjson()])],
    [
      'xlsx',
      archives([workbook('xlsx'), workbook('xlsb'), ...fixtures(/\.(xlsx|ods)$/).filter(isZip)]),
    ],
    // A locked .xlsx is a compound file, too.
    [
      'xls',
      oneOf([workbook('xls'), workbook('biff5'), ...fixtures(/\.xlsx?$/).filter(isCompound)]),
    ],
    [
      'parquet',
      oneOf([
        await parquet(),
        ...realFiles('parquet-give', /\.parquet$/),
        ...realFiles('parquet-give/hyparquet', /\.parquet$/),
      ]),
    ],
    [
      'arrow-file',
      oneOf([new Uint8Array(tableToIPC(table, 'file')), ...arrowFiles(/\.arrow_file$/)]),
    ],
    [
      'arrow-stream',
      oneOf([new Uint8Array(tableToIPC(table, 'stream')), ...arrowFiles(/\.stream$/)]),
    ],
  ]);
}
