import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { Problem, ProblemReport } from '../../src/core/problem';
import { problemWords } from '../../src/locale/problems';
import { bytesToCluster, bytesToRead, TAB_BYTES } from '../../src/table/memory-needed';
import { readTable } from '../../src/table/read/read-table';
import { READ_AUTOMATICALLY } from '../../src/core/read-report';

/** A file of so many bytes that nobody holds: each piece is made when it is read. */
function endlessFile(line: string, size: number): Blob {
  const piece = line.repeat(Math.ceil(2 ** 20 / line.length) + 1);
  const slice = (from: number, to: number): Blob =>
    new Blob([piece.slice(from % line.length).slice(0, Math.min(size, to) - from)]);
  // The reader asks a file for its size and for slices, nothing else.
  return { size, slice } as unknown as Blob;
}

describe('a file larger than memory', () => {
  const read = (blob: Blob) => finish(readTable({ name: 'orders.csv', blob }, READ_AUTOMATICALLY));

  it('is refused after its beginning, with what it would need', async () => {
    const asked = read(endlessFile('1234.5,17,88.25,9\n', 20e9));
    const refused = await asked.catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({ code: 'file-needs-memory', facts: { columns: 4 } });
    const { rows, neededBytes, limitBytes } = (refused as Problem<'file-needs-memory'>).facts;
    expect(Math.abs(rows / (20e9 / 18) - 1)).toBeLessThan(0.01);
    expect(neededBytes).toBeGreaterThan(64 * rows);
    expect(limitBytes).toBeLessThan(neededBytes);
  });
});

describe('what a tab bears', () => {
  it('is enough for five million rows of eight columns', () => {
    const size = { rows: 5e6, features: 8, tableValues: 40e6 };
    expect(bytesToRead(300e6, 40e6)).toBeLessThan(TAB_BYTES);
    expect(bytesToCluster(size)).toBeLessThan(TAB_BYTES);
  });

  it('is not enough for twenty million rows of four', () => {
    const size = { rows: 20e6, features: 4, tableValues: 80e6 };
    expect(bytesToCluster(size)).toBeGreaterThan(TAB_BYTES);
  });

  it('is told in both languages, with the rows that would fit', () => {
    const facts = { rows: 20e6, features: 4, neededBytes: 3e9, limitBytes: 2e9 };
    const report: ProblemReport = { code: 'features-need-memory', facts };
    const { what, todo } = problemWords(report);
    expect(what.en).toContain('3.0 GB');
    expect(what.zh).toContain('3.0 GB');
    expect(todo.en).toContain('13,000,000');
    expect(todo.zh).toContain('13,000,000');
  });
});
