import type { Job } from '../../core/job';
import { createBlobSink } from './blob-sink';
import { cellText } from './cell-text';
import { piecesOf, type FileTable } from './file-column';
import { neutralized } from './neutralize';

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$|^$/;

/** A field of RFC 4180; missing is nothing at all, an empty text is a pair of quotes. */
export function csvField(text: string | null): string {
  if (text === null) return '';
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Which cells may hold what a spreadsheet would calculate: what people wrote. */
function isWritten(kind: string): boolean {
  return kind === 'text' || kind === 'category';
}

export interface CsvOptions {
  /** Excel takes a file without the mark for one in the system's old encoding. */
  readonly hasMark: boolean;
  /** Names of columns that hold nothing but signs of ours, e.g. phone numbers in E.164. */
  readonly asTheyAre?: ReadonlySet<string>;
  /** Cells between two pauses, fewer where reading them takes long. */
  readonly cellsAPiece?: number;
}

/**
 * Comma-separated values in UTF-8 with CRLF line ends (RFC 4180). Texts that a spreadsheet would
 * take for a formula are neutralised, numbers never.
 */
export async function* writeCsv(
  table: FileTable,
  { hasMark, asTheyAre, cellsAPiece }: CsvOptions,
): Job<Blob, never> {
  const sink = createBlobSink('text/csv;charset=utf-8');
  const encoder = new TextEncoder();
  const { columns, rows } = table;
  const heading = columns.map(({ name }) => csvField(neutralized(name))).join(',');
  sink.add(encoder.encode(`${hasMark ? '\ufeff' : ''}${heading}\r\n`));
  for (const piece of piecesOf(table, cellsAPiece)) {
    const fields = columns.map((column) => {
      const cells = column.read(piece.rows);
      const isSafe = !isWritten(cells.kind) || asTheyAre?.has(column.name) === true;
      return (i: number): string => {
        const text = cellText(cells, i);
        return csvField(isSafe || text === null ? text : neutralized(text));
      };
    });
    let lines = '';
    for (let i = 0; i < piece.rows.length; i++) {
      lines += `${fields.map((field) => field(i)).join(',')}\r\n`;
    }
    sink.add(encoder.encode(lines));
    yield { done: piece.done, total: rows.length, phase: 'write' };
  }
  return sink.finish();
}
