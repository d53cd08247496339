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
  | { readonly error: string };

const url = new URL('typed-files.json', import.meta.url);
// Written by the script beside it.
const recorded = JSON.parse(readFileSync(url, 'utf8')) as Readonly<Record<string, Recorded>>;

const VARIANT = 'a VARIANT is put together to the JSON it stands for; pyarrow shows its parts';

/** Files that are read otherwise than pyarrow reads them, and why that is right. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'parquet-give/incorrect_map_schema.parquet': 'pyarrow refuses the schema, which is harmless',
  'parquet-give/hyparquet/incorrect_map_schema.parquet':
    'pyarrow refuses the schema, which is harmless',
  'parquet-give/int96_from_spark.parquet':
    'the last value is a day that 64 bits of nanoseconds cannot hold; pyarrow wraps around',
  'parquet-give/map_no_value.parquet': 'a map without values is shown as the file has it',
  'parquet-give/hyparquet/shredded-bool.parquet': VARIANT,
  'parquet-give/hyparquet/shredded-nested-object.parquet': VARIANT,
  'parquet-give/hyparquet/shredded-object.parquet': VARIANT,
  'parquet-give/hyparquet/shredded-sparse-timestamp.parquet': VARIANT,
  'parquet-give/hyparquet/shredded-type-mismatch.parquet': VARIANT,
  'arrow-ipc-give/1.0.0-littleendian/generated_interval.arrow_file':
    'pyarrow has no Python value for spans of months',
  'arrow-ipc-give/1.0.0-littleendian/generated_interval.stream':
    'pyarrow has no Python value for spans of months',
};

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
        columns: value.columns.map(({ id, name }) => [name, hashOf(canonicalColumn(value, id))]),
      };
      if (DIFFERENCES[path] === undefined) expect(found).toEqual(recorded[path]);
      else expect(found).not.toEqual(recorded[path]);
    },
  );

  it.runIf(DATA_FOLDER).each(Object.entries(REFUSED))('refuses %s by %s', async (path, code) => {
    const refused = await read(path).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code });
  });
});
