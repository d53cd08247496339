import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import { Problem } from '../../src/core/problem';
import { READ_AUTOMATICALLY } from '../../src/core/read-report';
import { parseIpc, toIpc } from '../../src/table/ipc';
import { readTable } from '../../src/table/read/read-table';
import { canonicalColumn, hashOf } from '../support/canonical-columns';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';

/** What pyarrow read (typed-files.py): the rows, and each column with the hash of its values. */
type Recorded =
  | {
      readonly rows: number;
      readonly columns: readonly (readonly [name: string, hash: string])[];
      readonly error?: never;
    }
  | { readonly error: string; readonly rows?: never };

const url = new URL('typed-files.json', import.meta.url);
// Written by the script beside it.
const recorded = JSON.parse(readFileSync(url, 'utf8')) as Readonly<Record<string, Recorded>>;

interface Difference {
  readonly because: string;
  /** What pyarrow says instead of reading the file. */
  readonly theyRefuse?: string;
  /** Our columns that hold something else, with the hash of it; all others are equal. */
  readonly ours: Readonly<Record<string, string>>;
}

const variant = (column: string, hash: string): Difference => ({
  because: 'a VARIANT is put together to the JSON it stands for; pyarrow shows its parts',
  ours: { [column]: hash },
});

const HARMLESS: Difference = {
  because: 'pyarrow refuses the schema, which is harmless: keys are there though none must be',
  theyRefuse: 'ArrowInvalid: Map keys must be annotated as required.',
  ours: { my_map: '68c08f10c75d1bdf' },
};

const INTERVAL: Difference = {
  because: 'pyarrow has no Python value for spans of months',
  theyRefuse: 'KeyError: 21',
  ours: {
    ...{ f1: 'bb0e5c2b91356251', f2: '484af2beaad70330', f3: '423aa4acef06e109' },
    ...{ f4: '16a71b97d74a50d8', f5: 'adcb806a6260a084', f6: '1a82ec78b84749ad' },
  },
};

/** Files that are read otherwise than pyarrow reads them: what differs, and why that is right. */
const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'parquet-give/incorrect_map_schema.parquet': HARMLESS,
  'parquet-give/hyparquet/incorrect_map_schema.parquet': HARMLESS,
  'parquet-give/int96_from_spark.parquet': {
    because:
      'the last value lies some 294,000 years back, which no date holds; pyarrow wraps around',
    ours: { a: '6b606c331426a751' },
  },
  'parquet-give/map_no_value.parquet': {
    because: 'a map without values is shown as the file has it',
    ours: { my_map_no_v: '8cab298fac7677ee' },
  },
  'parquet-give/hyparquet/shredded-bool.parquet': variant('var', 'b5bea41b6c623f7c'),
  'parquet-give/hyparquet/shredded-nested-object.parquet': variant('var', '9a05d5122dfa38bc'),
  'parquet-give/hyparquet/shredded-object.parquet': variant('var', 'bb9c31ec660b7d9d'),
  'parquet-give/hyparquet/shredded-sparse-timestamp.parquet': variant('v', '6f39843b02e3aa5c'),
  'parquet-give/hyparquet/shredded-type-mismatch.parquet': variant('v', '39f4d4f4a4928f98'),
  'arrow-ipc-give/1.0.0-littleendian/generated_interval.arrow_file': INTERVAL,
  'arrow-ipc-give/1.0.0-littleendian/generated_interval.stream': INTERVAL,
};

/** Our columns that are not, name and values, among those recorded. */
function differing(
  columns: readonly (readonly [name: string, hash: string])[],
  theirs: Recorded,
): Readonly<Record<string, string>> {
  const known = new Map(theirs.error === undefined ? theirs.columns : []);
  return Object.fromEntries(columns.filter(([name, hash]) => known.get(name) !== hash));
}

/** Files without a row, and files beyond us: refused in words. */
const REFUSED: Readonly<Record<string, string>> = {
  'parquet-give/column_chunk_key_value_metadata.parquet': 'file-header-only',
  'parquet-give/hyparquet/issue97.parquet': 'file-header-only',
  'arrow-ipc-give/1.0.0-littleendian/generated_null_trivial.arrow_file': 'file-header-only',
  'arrow-ipc-give/1.0.0-littleendian/generated_null_trivial.stream': 'file-header-only',
  'arrow-ipc-give/1.0.0-littleendian/generated_primitive_no_batches.arrow_file': 'file-header-only',
  'arrow-ipc-give/1.0.0-littleendian/generated_primitive_no_batches.stream': 'file-header-only',
  'arrow-ipc-give/1.0.0-littleendian/generated_primitive_zerolength.arrow_file': 'file-header-only',
  'arrow-ipc-give/1.0.0-littleendian/generated_primitive_zerolength.stream': 'file-header-only',
  // Unions from before version 1.0 have a buffer that the library does not step over.
  'arrow-ipc-give/0.17.1/generated_union.arrow_file': 'file-unsupported',
  'arrow-ipc-give/0.17.1/generated_union.stream': 'file-unsupported',
};

function read(path: string) {
  const source = { name: path, blob: new Blob([realFile(path)]) };
  return finish(readTable(source, READ_AUTOMATICALLY));
}

describe(`every given Parquet and Arrow file${WANTING}`, () => {
  const files = Object.keys(recorded);

  it.runIf(DATA_FOLDER).each(files.filter((path) => REFUSED[path] === undefined))(
    'reads %s as pyarrow does, or as it is stated here',
    async (path) => {
      const { value } = await read(path);
      parseIpc(toIpc(value));
      const found = {
        rows: value.rows,
        columns: value.columns.map(
          ({ id, name }) => [name, hashOf(canonicalColumn(value, id))] as const,
        ),
      };
      const difference = DIFFERENCES[path];
      const theirs = recorded[path]!;
      if (difference === undefined) return expect(found).toEqual(theirs);
      expect(theirs.error).toBe(difference.theyRefuse);
      expect(found.rows).toBe(theirs.rows ?? found.rows);
      expect(differing(found.columns, theirs)).toEqual(difference.ours);
    },
  );

  it.runIf(DATA_FOLDER).each(Object.entries(REFUSED))('refuses %s by %s', async (path, code) => {
    const refused = await read(path).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code });
  });
});
