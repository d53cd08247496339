import type { ExportFile } from '../../core/export';
import { formatCount } from '../../core/format';
import type { Job } from '../../core/job';
import type { Language, Words } from '../../core/words';
import { csvField } from '../../table/write/csv';
import { neutralized } from '../../table/write/neutralize';
import type { CleanDisplay } from './display';
import { findingOf } from './finding';
import { leftWords, outcomeWords } from './outcome-words';
import { qualityLines, qualityWords, sayIn } from './quality-lines';
import { stepWords } from './step-words';

const reportWords = {
  title: { zh: '数据质量报告', en: 'Data quality report' },
  steps: { zh: '步骤', en: 'Steps' },
  step: { zh: '步骤', en: 'Step' },
  did: { zh: '做了什么', en: 'What it did' },
  left: { zh: '余下', en: 'Left' },
  number: { zh: '序号', en: 'No.' },
  part: { zh: '部分', en: 'Part' },
} satisfies Record<string, Words>;

export const REPORT_FORMATS = ['report-csv', 'report-md', 'report-html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

interface Sheet {
  readonly title: string;
  readonly finding: string;
  readonly quality: readonly (readonly string[])[];
  readonly steps: readonly (readonly string[])[];
}

/** The report of a cleaning as a file: figures before and after, and each step; no row of the table. */
// eslint-disable-next-line require-yield -- every export is a job
export async function* exportReport(
  display: CleanDisplay,
  { format, language }: { readonly format: ReportFormat; readonly language: Language },
): Job<ExportFile, never> {
  const sheet = sheetOf(display, language);
  const name = language === 'zh' ? '数据质量' : 'data-quality';
  if (format === 'report-csv') return file(`${name}.csv`, 'text/csv', `\ufeff${toCsv(sheet)}`);
  if (format === 'report-md') return file(`${name}.md`, 'text/markdown', toMarkdown(sheet));
  return file(`${name}.html`, 'text/html', toHtml(sheet, language));
}

function file(name: string, type: string, content: string): ExportFile {
  return { name, blob: new Blob([content], { type: `${type};charset=utf-8` }) };
}

function sheetOf(display: CleanDisplay, language: Language): Sheet {
  const say = sayIn(language);
  const { measure, before, after } = qualityWords;
  const { number, step, did, left } = reportWords;
  return {
    title: say(reportWords.title),
    finding: say(findingOf(display)),
    quality: [
      [measure, before, after].map(say),
      ...qualityLines(display).map((line) => [
        say(line.name),
        formatCount(line.before),
        formatCount(line.after),
      ]),
    ],
    steps: [
      [number, step, did, left].map(say),
      ...display.steps.map((each, index) => {
        const outcome = display.outcomes[index]!;
        const texts = [stepWords(each), outcomeWords(each, outcome), leftWords(outcome.rowsLeft)];
        return [String(index + 1), ...texts.map(say)];
      }),
    ],
  };
}

/** A spreadsheet must not calculate what stands in a step, such as a pattern or a column's name. */
function toCsv({ quality, steps }: Sheet): string {
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell) => csvField(neutralized(cell.replace(/^(\d{1,3}(?:,\d{3})+)$/, ungrouped))))
      .join(',');
  return `${[...quality, [], ...steps].map(line).join('\r\n')}\r\n`;
}

function ungrouped(count: string): string {
  return count.replaceAll(',', '');
}

function toMarkdown({ title, finding, quality, steps }: Sheet): string {
  const escaped = (text: string): string =>
    text.replace(/[\\|<>`*_[\]#]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
  const table = ([head = [], ...lines]: readonly (readonly string[])[]): string =>
    [head, head.map(() => '---'), ...lines.map((line) => line.map(escaped))]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  const stepTable = steps.length > 1 ? `\n## ${steps[0]![1]!}\n\n${table(steps)}\n` : '';
  return `# ${title}\n\n${escaped(finding)}\n\n${table(quality)}\n${stepTable}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toHtml({ title, finding, quality, steps }: Sheet, language: Language): string {
  const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
  const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const table = ([head = [], ...lines]: readonly (readonly string[])[]): string =>
    `<table>\n${[line(head, 'th'), ...lines.map((cells) => line(cells, 'td'))].join('\n')}\n</table>`;
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  const style =
    'body{font:15px/1.6 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}' +
    'table{border-collapse:collapse;margin:1em 0}th,td{padding:.3em 1em .3em 0;text-align:left;' +
    'border-bottom:1px solid #ccc;vertical-align:top;overflow-wrap:anywhere}';
  const body = `<h1>${escaped(title)}</h1>\n<p>${escaped(finding)}</p>\n${table(quality)}\n${steps.length > 1 ? table(steps) : ''}`;
  return `<!doctype html>\n<html lang="${language}">\n<meta charset="utf-8">\n${policy}\n<title>${escaped(title)}</title>\n<style>${style}</style>\n${body}\n</html>\n`;
}
