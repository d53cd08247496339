import { createRandom } from '../core/random';
import type { Language } from '../core/words';
import { encodeGb18030 } from './gb18030';
import type { Sample } from './sample';

export interface SampleOptions {
  /** Up to 1,000,000 and more; memory does not grow with it. */
  readonly rows?: number;
  readonly seed?: number;
  readonly language?: Language;
}

type Bytes = Uint8Array<ArrayBuffer>;

const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Makes up a sample as the bytes of a CSV file, piece by piece: the same bytes on every machine
 * for the same options, and the first rows are the same at every length.
 */
export function* generateSample(sample: Sample, options: SampleOptions = {}): Generator<Bytes> {
  const { rows = sample.rows, seed = 1, language = 'zh' } = options;
  const encode = encoderOf(sample);
  const random = createRandom(seed, 'sample', sample.id);
  let text = csvLine(sample.header(language));
  for (let index = 0; index < rows; index++) {
    text += csvLine(sample.row(random, index, language).values);
    if (text.length < CHUNK_CHARACTERS) continue;
    yield encode(text);
    text = '';
  }
  if (text !== '') yield encode(text);
}

/** A sample as a file, as if the user had dropped it. */
export function sampleFile(sample: Sample, options: SampleOptions = {}): File {
  const name = sample.fileName[options.language ?? 'zh'];
  return new File([...generateSample(sample, options)], name, { type: 'text/csv' });
}

/** The planted group of each row, for tests that ask whether a method finds it. */
export function plantedGroups(sample: Sample, options: SampleOptions = {}): Int32Array {
  const { rows = sample.rows, seed = 1, language = 'zh' } = options;
  const random = createRandom(seed, 'sample', sample.id);
  return Int32Array.from({ length: rows }, (_, index) => sample.row(random, index, language).group);
}

function encoderOf({ encoding }: Sample): (text: string) => Bytes {
  if (encoding === 'gb18030') return encodeGb18030;
  const encoder = new TextEncoder();
  return (text) => encoder.encode(text);
}

function csvLine(values: readonly string[]): string {
  return `${values.map(quoted).join(',')}\n`;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
