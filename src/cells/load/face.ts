import { defineFace, type SentencePart } from '../../core/cell-face';
import { countWord, formatCount } from '../../core/format';
import type { ReadFormat, ReadReport } from '../../core/read-report';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { LoadDisplay } from './display';
import { isBinaryName } from './file-names';
import { extentWords } from './text-note-words';
import { choiceWords, sizeWords } from './view-words';

const FORMATS: Readonly<Record<ReadFormat, string>> = {
  csv: 'CSV',
  json: 'JSON',
  ndjson: 'NDJSON',
  excel: 'Excel',
  parquet: 'Parquet',
  arrow: 'Arrow',
};

function finding({ report, columns }: LoadDisplay): Words {
  const read = formatCount(report.rowsRead);
  if (report.sampled) {
    const of = formatCount(report.sampled.of);
    return {
      zh: `从 ${of} 行里随机抽取 ${read} 行读入，${formatCount(columns.length)} 列。`,
      en: `A random sample: ${read} of ${of} rows and ${countWord(columns.length, 'en')} ${columns.length === 1 ? 'column' : 'columns'} read.`,
    };
  }
  if (report.rowsRead < report.rowsInFile) {
    const all = formatCount(report.rowsInFile);
    const left = formatCount(report.rowsInFile - report.rowsRead);
    return {
      zh: `文件里 ${all} 行，读入 ${read} 行；${left} 行对不上列，没有读入。`,
      en: `${read} of ${all} rows read; ${left} did not fit the columns and ${report.rowsInFile - report.rowsRead === 1 ? 'was' : 'were'} left out.`,
    };
  }
  const zh = `读入 ${read} 行、${formatCount(columns.length)} 列`;
  const en = `${read} ${report.rowsRead === 1 ? 'row' : 'rows'} and ${countWord(columns.length, 'en')} ${columns.length === 1 ? 'column' : 'columns'} read`;
  const totals = report.totals?.length ?? 0;
  if (report.damagedCount === 0 && totals > 0) {
    return {
      zh: `${zh}，末尾 ${totals} 行合计除外。`,
      en: `${en}, without ${totals} ${totals === 1 ? 'row' : 'rows'} of totals.`,
    };
  }
  if (report.damagedCount === 0) return { zh: `${zh}，一行不少。`, en: `${en}, none left out.` };
  const places = formatCount(report.damagedCount);
  return {
    zh: `${zh}；有 ${places} 处要看一眼。`,
    en: `${en}; ${places} ${report.damagedCount === 1 ? 'place needs' : 'places need'} a look.`,
  };
}

/** Within a sentence. */
function delimiterWords(delimiter: string): Words {
  const { zh, en } = choiceWords('delimiter', delimiter);
  return { zh, en: en.toLowerCase() };
}

/** What the file is: text by its encoding and delimiter, anything else by its name. */
function formatWords(report: ReadReport): Words[] {
  const packed = report.isPacked ? [{ zh: 'gzip', en: 'gzip' }] : [];
  if (report.format === 'csv') {
    const delimiter = delimiterWords(report.delimiter ?? '');
    return [
      ...packed,
      choiceWords('encoding', report.encoding ?? ''),
      { zh: `${delimiter.zh}分隔`, en: `by ${delimiter.en}` },
    ];
  }
  const name = FORMATS[report.format];
  const sheet = report.sheet === undefined ? [] : [{ zh: report.sheet, en: report.sheet }];
  return [...packed, { zh: name, en: name }, ...sheet];
}

function sourceLine({ report }: LoadDisplay): Words {
  const size = sizeWords(report.sizeBytes);
  const parts = [...formatWords(report), { zh: size, en: size }, ...extentWords(report)];
  return {
    zh: parts.map(({ zh }) => zh).join(' · '),
    en: parts.map(({ en }) => en).join(' · '),
  };
}

function margin(params: {
  readonly source: string;
  readonly encoding: string;
  readonly delimiter: string;
}): readonly SentencePart[] {
  const isText = params.encoding !== 'auto' || params.delimiter !== 'auto';
  if (!isText && isBinaryName(params.source)) {
    return [
      { words: { zh: params.source, en: params.source }, param: 'source' },
      { words: { zh: '。', en: '.' } },
    ];
  }
  const named = choiceWords('encoding', params.encoding);
  const encoding =
    params.encoding === 'auto'
      ? { zh: '自动识别编码', en: 'Encoding found by itself' }
      : { zh: `按 ${named.zh}`, en: `Read as ${named.en}` };
  const split = delimiterWords(params.delimiter);
  const delimiter =
    params.delimiter === 'auto'
      ? { zh: '自动识别分隔符', en: 'delimiter found by itself' }
      : { zh: `以${split.zh}分隔`, en: `split by ${split.en}` };
  const file =
    params.source === ''
      ? { zh: '还没有文件', en: 'no file yet' }
      : { zh: params.source, en: params.source };
  return [
    { words: encoding, param: 'encoding' },
    { words: { zh: '，', en: ', ' } },
    { words: delimiter, param: 'delimiter' },
    { words: { zh: '；', en: '; ' } },
    { words: file, param: 'source' },
    { words: { zh: '。', en: '.' } },
  ];
}

/** Lines above the header may name people, too. */
function withoutRows({ totals: _rows, top: _lines, notes, ...report }: ReadReport): ReadReport {
  const bare = notes?.map(({ code, facts: { text: _text, ...facts } }) => ({ code, facts }));
  return { ...report, damaged: [], ...(bare ? { notes: bare } : {}) };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin,
  // The preview and the damaged lines are single rows.
  withhold: (display) => ({
    ...display,
    report: withoutRows(display.report),
    preview: [],
  }),
});
