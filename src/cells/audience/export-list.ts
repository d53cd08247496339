import type { ExportFile, ExportWish } from '../../core/export';
import { stretch, type Job } from '../../core/job';
import { writeCsv } from '../../table/write/csv';
import type { FileColumn } from '../../table/write/file-column';
import type { Audience } from './audience';
import { faultWords, problemHeadings, roleWords, wholeRow } from './fault-words';
import { listColumns, safeHeadings } from './list-columns';
import { prepareList } from './list-setup';
import type { Platform } from './platforms';
import { surveyList, type RowFault } from './survey-list';

/** Parsing and hashing a row takes some twenty microseconds. */
const CELLS_A_PIECE = 4000;

/** The list as a CSV file: UTF-8 without a mark, which would become part of the first heading. */
export async function* exportList(
  audience: Audience,
  { names, language }: ExportWish,
  platform: Platform,
): Job<ExportFile, never> {
  const { setup } = await prepareList(audience, platform);
  const survey = surveyList(audience.rows, setup, () => undefined);
  const { sent } = yield* stretch(survey, 0, 0.5);
  const columns = listColumns({ setup, labels: audience.labels, names, language });
  const writing = writeCsv(
    { columns, rows: sent },
    { hasMark: false, asTheyAre: safeHeadings(setup), cellsAPiece: CELLS_A_PIECE },
  );
  const blob = yield* stretch(writing, 0.5, 1);
  return { name: `${platform}.csv`, blob };
}

/** Every value and row that is not in the list, with its row number and the reason. */
export async function* exportProblems(
  audience: Audience,
  { language }: ExportWish,
  platform: Platform,
): Job<ExportFile, never> {
  const { setup } = await prepareList(audience, platform);
  const faults: RowFault[] = [];
  const survey = surveyList(audience.rows, setup, (fault) => faults.push(fault));
  yield* stretch(survey, 0, 0.8);
  const text = (heading: string, of: (fault: RowFault) => string): FileColumn => ({
    name: heading,
    type: 'text',
    read: (rows) => ({ kind: 'text', values: Array.from(rows, (row) => of(faults[row]!)) }),
  });
  const columns = [
    text(problemHeadings.row[language], ({ row }) => String(row + 1)),
    text(
      problemHeadings.field[language],
      ({ role }) => (role === null ? wholeRow : roleWords[role])[language],
    ),
    text(problemHeadings.reason[language], ({ fault }) => faultWords[fault][language]),
  ];
  const rows = Uint32Array.from(faults, (_, i) => i);
  const blob = yield* stretch(writeCsv({ columns, rows }, { hasMark: true }), 0.8, 1);
  return { name: `${platform}-${problemHeadings.file[language]}.csv`, blob };
}
