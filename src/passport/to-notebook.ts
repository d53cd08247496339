import type { Definitions } from '../core/graph';
import { formatCount, formatPercent } from '../core/format';
import { addCell, createNotebook, type Notebook } from '../core/notebook';
import type { Json } from '../core/json';
import type { Language } from '../core/words';
import { nameInPassport, type Passport } from './passport';

/** Cells that look at scored rows, as far as this version knows them, and what feeds them. */
const LOOKS = [
  ['segments', { table: 'load', clustering: 'score' }],
  ['audience', { table: 'load', clustering: 'score' }],
] as const;

/**
 * The notebook that a passport opens as: what the segments are, a place for the table to be scored,
 * the scores, and what can be done with them. It waits for its data.
 */
export function notebookOf(
  passport: Passport,
  definitions: Definitions,
  language: Language,
): Notebook {
  const draft = (kind: string) => ({ kind, version: definitions.get(kind)?.version ?? 1 });
  const params = {
    // A passport is JSON by itself.
    passport: passport as unknown as Json,
    names: namesByNumber(passport),
  };
  const start = createNotebook(language, passport.title);
  const told = addCell(start, { ...draft('note'), params: { text: tell(passport, language) } });
  const loaded = addCell(told.notebook, draft('load')).notebook;
  const scored = addCell(loaded, { ...draft('score'), params, inputs: { table: 'load' } }).notebook;
  return LOOKS.filter(([kind]) => definitions.has(kind)).reduce(
    (notebook, [kind, inputs]) => addCell(notebook, { ...draft(kind), inputs }).notebook,
    scored,
  );
}

/** A notebook keeps names by the number of the segment. */
function namesByNumber({ segments }: Passport): string[] {
  const names = new Array<string>(Math.max(...segments.map(({ mark }) => mark + 1))).fill('');
  for (const { mark, name } of segments) names[mark] = name;
  return names;
}

/** What a passport holds, as a note: the segments with their sizes and rules, and the columns. */
function tell(passport: Passport, language: Language): string {
  const { segments, columns, learnt, rules } = passport;
  const isZh = language === 'zh';
  const total = segments.reduce((sum, { rows }) => sum + rows, 0);
  const lines = segments.map((segment, index) => {
    const share = formatPercent(total === 0 ? 0 : segment.rows / total, language);
    const own = rules.filter((rule) => rule.segment === index).map(({ text }) => escaped(text));
    const rule = own.length === 0 ? '' : isZh ? `：${own.join('；')}` : `: ${own.join('; ')}`;
    const of = isZh ? `（${share}）` : ` (${share})`;
    return `- **${escaped(nameInPassport(segment, language))}**${of}${rule}`;
  });
  const names = columns.map(({ name }) => escaped(name)).join(isZh ? '、' : ', ');
  const rows = formatCount(learnt.rows);
  return [
    isZh
      ? `这份分群护照学自 ${rows} 行，里面没有任何一行数据。打开一张新的客户表，就能给每个客户归群。`
      : `This passport was learnt from ${rows} rows and holds none of them. Open another table of customers to put each of them into its segment.`,
    '',
    ...lines,
    '',
    isZh ? `要用的列：${names}。` : `Columns that it needs: ${names}.`,
  ].join('\n');
}

/** Text of others as text: what Markdown would take for a sign of its own is escaped. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!<>|~]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}
