import type { ExportFile, ExportWish } from '../../core/export';
import type { Job } from '../../core/job';
import type { MarkSource } from '../../core/mark-source';
import { writeArrow } from '../../table/write/arrow';
import { writeCsv } from '../../table/write/csv';
import type { FileTable } from '../../table/write/file-column';
import { writeParquet } from '../../table/write/parquet';
import { fileColumns } from '../../table/write/table-columns';
import type { Audience } from './audience';
import type { TABLE_FORMATS } from './definition';
import { segmentColumns } from './segment-columns';

const PLAIN: MarkSource = { numbers: [], prefix: '' };

/** The chosen rows and columns with the segment of each row at the end. */
function fileTable(
  { table, columns, labels, clustering, rows, params }: Audience,
  { names, language, marks = PLAIN }: ExportWish,
): FileTable {
  const own = fileColumns(table, columns);
  const appended = segmentColumns({
    labels,
    clusters: clustering.clusters,
    names,
    marks,
    language,
    unassigned: params.unassigned,
    taken: new Set(own.map(({ name }) => name)),
  });
  return { columns: [...own, ...appended], rows };
}

const STEM = { zh: '分群名单', en: 'segments' };

const ENDINGS = {
  csv: '.csv',
  parquet: '.parquet',
  arrow: '.arrow',
  'arrow-stream': '.arrows',
} as const;

function writerOf(format: (typeof TABLE_FORMATS)[number]): (table: FileTable) => Job<Blob, never> {
  if (format === 'csv') return (table) => writeCsv(table, { hasMark: true });
  if (format === 'parquet') return writeParquet;
  return (table) => writeArrow(table, format === 'arrow' ? 'file' : 'stream');
}

/** The table of the audience as a file. */
export async function* exportTable(
  audience: Audience,
  wish: ExportWish,
  format: (typeof TABLE_FORMATS)[number],
): Job<ExportFile, never> {
  const blob = yield* writerOf(format)(fileTable(audience, wish));
  return { name: `${STEM[wish.language]}${ENDINGS[format]}`, blob };
}
