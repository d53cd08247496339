import { writeFile } from 'node:fs/promises';
import { definitions } from '../cells/catalogue';
import type { Notebook } from '../core/notebook';
import { compareReceipts } from '../interop/compare-receipts';
import { makeReceipt, parseReceipt, type Receipt } from '../interop/receipt';
import { reproduce } from '../interop/reproduction';
import { writeJupyter } from '../interop/write-jupyter';
import { writeScript } from '../interop/write-script';
import type { RunRecord } from './command-line';
import { readText } from './open-file';
import type { CellEnd } from './run-notebook';
import { pathOf } from './supply-sources';

interface Ran {
  readonly notebook: Notebook;
  readonly ends: ReadonlyMap<string, CellEnd>;
}

/** Writes the files that were ordered of a whole run. */
export async function writeRecords(
  records: ReadonlyMap<RunRecord, string>,
  ran: Ran,
): Promise<void> {
  for (const [record, path] of records) await writeFile(pathOf(path), await recordOf(record, ran));
}

async function recordOf(record: RunRecord, ran: Ran): Promise<string> {
  if (record === 'receipt') return `${JSON.stringify(await receiptOf(ran), null, 2)}\n`;
  const reproduction = reproduce(ran.notebook, displaysOf(ran), ran.notebook.language);
  return record === 'python' ? writeScript(reproduction) : writeJupyter(reproduction);
}

/** True when everything is as in the receipt at this path; prints what is not. */
export async function isVerified(path: string, ran: Ran): Promise<boolean> {
  const kept = parseReceipt(await readText(pathOf(path)));
  const { isSame, isOtherSeed, otherSources, cells } = compareReceipts(kept, await receiptOf(ran));
  if (isOtherSeed) console.error('another seed');
  for (const name of otherSources) console.error(`${name}: other data`);
  for (const { id, verdict, differing = [] } of cells) {
    if (verdict !== 'same') console.error([`${id}: ${verdict}`, ...differing].join(' '));
  }
  return isSame;
}

function receiptOf(ran: Ran): Promise<Receipt> {
  return makeReceipt(ran.notebook, displaysOf(ran), { definitions, at: new Date() });
}

function displaysOf({ ends }: Ran): ReadonlyMap<string, unknown> {
  const done = [...ends].flatMap(([id, end]) =>
    end.status === 'done' ? [[id, end.display] as const] : [],
  );
  return new Map(done);
}
