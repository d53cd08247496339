import { definePython, literal } from '../../core/python';
import type { Json, JsonObject } from '../../core/json';
import type { ReadReport } from '../../core/read-report';
import reading from '../../table/read/reading.py?raw';
import { definition } from './definition';
import type { LoadDisplay } from './display';

/** Python's names of encodings; `utf-8-sig` takes the mark off where there is one. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8-sig',
  'utf-16le': 'utf-16-le',
  'utf-16be': 'utf-16-be',
  'windows-1252': 'cp1252',
  shift_jis: 'cp932',
  big5: 'big5hkscs',
};

/** Reads the files as text and gives the columns the types that the page found. */
export const python = definePython(definition, ({ params, display, output, sources }) => {
  const { report, columns } = display as LoadDisplay;
  if (report.sampled !== undefined) {
    return {
      why: {
        zh: '页面用自己的随机数、按自己的次序抽取了一部分行',
        en: 'the page drew a sample of the rows with random numbers and an order of its own',
      },
    };
  }
  const names = [params.source, ...(params.more as readonly string[])];
  // The column that says which file a row is from is the last one.
  const origin = params.fileColumn !== '' && names.length > 1 ? columns.at(-1)!.name : null;
  const calls = names.map((name) => {
    const call = readCall(name, report);
    return origin === null ? call : `${call}.assign(**{${literal(origin)}: ${literal(name)}})`;
  });
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
  const totals = report.totals?.length ?? 0;
  const hashes = names.map((name) => sources.find((source) => source.name === name)?.sha256 ?? '');
  return {
    lines: [
      ...names.map((name, i) => `check_file(${literal(name)}, ${literal(hashes[i]!)})`),
      names.length === 1
        ? `${output} = ${calls[0]!}`
        : `${output} = pd.concat([${calls.join(', ')}], ignore_index=True)`,
      ...(totals > 0 ? [`${output} = ${output}.iloc[:-${totals}]  # totals are no rows`] : []),
      ...(report.damagedCount > 0
        ? [`# ${report.damagedCount} damaged lines: pandas may read them in another way`]
        : []),
      `${output} = typed(${output}, ${literal(types)}${missingOf(params)})`,
    ],
    imports: ['import re', 'import unicodedata'],
    helpers: [reading],
  };
});

function missingOf({ missing, missingIn }: { missing: unknown; missingIn: unknown }): string {
  const words = missing as readonly Json[];
  const byColumn = missingIn as JsonObject;
  return [
    words.length > 0 ? `, missing=${literal(words)}` : '',
    Object.keys(byColumn).length > 0 ? `, missing_in=${literal(byColumn)}` : '',
  ].join('');
}

function readCall(name: string, report: ReadReport): string {
  const path = `DATA / ${literal(name)}`;
  const header = (report.headerRow ?? 1) > 0 ? 'header=0' : 'header=None';
  const skip = Math.max(0, (report.headerRow ?? 1) - 1);
  switch (report.format) {
    case 'csv': {
      const encoding = ENCODINGS[report.encoding ?? 'utf-8'] ?? report.encoding ?? 'utf-8';
      const options = [
        `sep=${literal(report.delimiter ?? ',')}`,
        `encoding=${literal(encoding)}`,
        header,
        ...(skip > 0 ? [`skiprows=${skip}`] : []),
        ...(report.isPacked ? ['compression="gzip"'] : []),
        'dtype=str',
        'keep_default_na=False',
        'skip_blank_lines=True',
      ];
      return `pd.read_csv(${path}, ${options.join(', ')})`;
    }
    case 'excel':
      return `pd.read_excel(${path}, sheet_name=${literal(report.sheet ?? 0)}, ${header}, skiprows=${skip}, dtype=object, keep_default_na=False)`;
    case 'json':
      return `pd.json_normalize(json.loads((${path}).read_text(encoding="utf-8")))`;
    case 'ndjson':
      return `pd.read_json(${path}, lines=True, dtype=False)`;
    case 'parquet':
      return `pd.read_parquet(${path})`;
    case 'arrow':
      return `pd.read_feather(${path})`;
    default:
      return report.format satisfies never;
  }
}
