import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem';
import { readText, rowsOf, typesOf, type ReadSettings } from '../support/read-text';

/** Half a character: encoders write U+FFFD for it. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '0',
    '12.5',
    '-3',
    '￥1,200',
    '"',
    '""',
    'a"b',
    ',',
    ';',
    '\n',
    '\r\n',
    'x,y',
    '是',
    '2024-05-01',
    '00012',
    '缺失',
  ),
);

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

describe('any file at all', () => {
  it('comes back as it was written', async () => {
    const anyTable = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 12,
      }),
    );
    const options = { encoding: 'utf-8', delimiter: ',' };
    await fc.assert(
      fc.asyncProperty(anyTable, fc.constantFrom('\n', '\r\n'), async (rows, newline) => {
        const header = rows[0]!.map((_, i) => `name ${i}`);
        // A text beside each value keeps every column text, so that nothing is converted.
        const wordy = [header.map(() => 'word'), ...rows, header.map(() => 'last')];
        const text = [header, ...wordy].map((row) => row.map(quoted).join(',')).join(newline);
        const { value, report } = await readText(text, options);
        expect([report.rowsInFile, report.rowsRead, report.damagedCount]).toEqual([
          wordy.length,
          wordy.length,
          0,
        ]);
        const back = rowsOf(value);
        wordy.forEach((row, i) =>
          row.forEach((cell, j) => {
            const read = back[i]![j];
            if (read === null) expect(isMissingWord(cell)).toBe(true);
            else expect(read).toBe(cell.replace(LONE_SURROGATE, '\ufffd'));
          }),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('is read the same wherever the pieces are cut', async () => {
    const bytes = fc.oneof(
      fc
        .array(fc.array(anyCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })
        .map((rows) => new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))),
      fc.uint8Array({ maxLength: 200 }),
    );
    const encodings = fc.constantFrom('auto', 'gb18030', 'big5', 'utf-16le', 'windows-1252');
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.integer({ min: 1, max: 9 }),
        encodings,
        async (raw, pieceBytes, encoding) => {
          const whole = await outcomeOf(new Uint8Array(raw), { encoding });
          expect(await outcomeOf(new Uint8Array(raw), { encoding, pieceBytes })).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ends in a table or in a Problem, and every line is accounted for', async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(fc.constantFrom('"', ',', '\n', '\r', 'a', '1', '""', '",', ';', '\t', '  ', '中'), {
          maxLength: 120,
        })
        .map((parts) => new TextEncoder().encode(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(noise, async (raw) => {
        const outcome = await outcomeOf(new Uint8Array(raw), {});
        if ('code' in outcome) return;
        const { report, rows } = outcome;
        expect(report.rowsRead).toBe(rows.length);
        const unread = report.damaged.filter(({ reason }) =>
          /too-many|unclosed/.test(reason),
        ).length;
        expect(report.rowsInFile - report.rowsRead).toBeLessThanOrEqual(unread);
      }),
      { numRuns: 500 },
    );
  });
});

/** The words of the reader's README for "no value", said a second time: a word too many fails. */
const MISSING =
  /^\s*(n\/?a|#n\/?a|<na>|<?null>?|\(null\)|nil|none|-?nan|\\n|\?|-{1,3}|–|—{1,2}|缺失值?|缺|空值?|（空）|\(空\)|暂无(数据)?|无数据)?\s*$/i;

function isMissingWord(cell: string): boolean {
  return MISSING.test(cell);
}

async function outcomeOf(bytes: Uint8Array<ArrayBuffer>, settings: ReadSettings) {
  try {
    const { value, report } = await readText(bytes, settings);
    return { report, types: typesOf(value), rows: rowsOf(value) };
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Problem);
    return { code: (thrown as Problem).code };
  }
}
