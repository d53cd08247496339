import type { Data } from 'apache-arrow';
import { isPresent, textIn } from '../column';

/** A test of the rows of a chunk; the levels of categories are tested once each. */
export function testOf(chunk: Data, passes: (text: string) => boolean): (row: number) => boolean {
  const { dictionary } = chunk;
  if (dictionary) {
    const passing = Array.from({ length: dictionary.length }, (_, code) =>
      passes(String(dictionary.get(code))),
    );
    return (row) => isPresent(chunk, row) && passing[Number(chunk.values[row])] === true;
  }
  return (row) => {
    const text = textIn(chunk, row);
    return text !== null && passes(text);
  };
}
