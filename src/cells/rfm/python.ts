import type { Json } from '../../core/json';
import { definePython, literal } from '../../core/python';
import type { Language } from '../../core/words';
import type { GroupRule } from '../../table/rfm/group-rules';
import { ROLES } from '../../table/rfm/roles';
import customers from './customers.py?raw';
import { definition } from './definition';
import type { RfmDisplay } from './display';
import { FIGURE_NAMES, SCORE_NAMES, type Figure } from './figures';
import { groupWords } from './group-words';

/** A figure that is one column. */
type PlainFigure = Exclude<Figure, 'scores' | 'group'>;

/** The page's guesses written out: which column is what, and which orders are returns. */
export const python = definePython(definition, ({ params, display, inputs, output }) => {
  const shown = display as RfmDisplay;
  const language = shown.columns.some(({ name }) => name === FIGURE_NAMES.recency.zh) ? 'zh' : 'en';
  const hasMoney = Boolean(shown.roles.amount ?? shown.roles.price);
  return {
    lines: [
      `orders = ${inputs['table']!}`,
      `roles = ${literal(rolesOf(shown))}`,
      `rules = ${literal({ reference: params.reference, returns: params.returns, worthless: params.worthless })}`,
      `rules["cancelled"] = lambda orders: [${cancellations(params.cancelPrefix, shown).join(', ')}]`,
      'figures = summarize_customers(orders, roles, rules)',
      'scores = pd.DataFrame({',
      ...scoreLines(params.scoring, shown, hasMoney),
      '})',
      ...(hasMoney ? [] : ['scores["m"] = scores.f']),
      ...figureLines(params.figures, { shown, language, output }),
      ...(params.figures.includes('scores') ? [scoreColumns(output, language, hasMoney)] : []),
      ...(params.figures.includes('group') ? [groupColumn(output, language, params.rules)] : []),
      `${output} = ${output}.rename_axis(${literal(shown.roles.customer!.column)}).reset_index()`,
    ],
    helpers: [customers],
  };
});

function rolesOf({ roles }: RfmDisplay): Json {
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const column = roles[role]?.column;
      return column === undefined ? [] : [[role, column]];
    }),
  );
}

/** Which rows are returns by number and status, and what is left of their money. */
function cancellations(prefix: string, shown: RfmDisplay): readonly string[] {
  const { roles, source, returnStatuses, prefixIgnored } = shown;
  const rules: string[] = [];
  if (roles.order && prefix !== '' && prefixIgnored === null) {
    const number = `orders[${literal(roles.order.column)}].astype("string")`;
    rules.push(`(${number}.str.startswith(${literal(prefix)}), lambda money: -money.abs())`);
  }
  if (!roles.status) return rules;
  const status = `orders[${literal(roles.status.column)}]`;
  const type = source.columns.find(({ name }) => name === roles.status?.column)?.type;
  const isFlag = type === 'number' || type === 'boolean';
  const holds = isFlag ? `${status} == 1` : `${status}.isin(${literal([...returnStatuses])})`;
  return [...rules, `(${holds}, lambda money: money.clip(upper=0))`];
}

function scoreLines(rule: string, { edges }: RfmDisplay, hasMoney: boolean): readonly string[] {
  const measures = ['recency', 'frequency', ...(hasMoney ? ['monetary'] : [])] as const;
  return measures.map((measure, i) => {
    const own = literal(edges?.[measure as 'monetary'] ?? null);
    const larger = literal(measure !== 'recency');
    const call = `score(figures.${measure}, ${literal(rule)}, ${own}, larger=${larger})`;
    return `    "${'rfm'[i]!}": ${call},`;
  });
}

function figureLines(
  figures: readonly Figure[],
  { shown, language, output }: { shown: RfmDisplay; language: Language; output: string },
): readonly string[] {
  const names = new Set(shown.columns.map(({ name }) => name));
  const kept = figures.filter(
    (figure): figure is PlainFigure =>
      figure !== 'scores' && figure !== 'group' && names.has(FIGURE_NAMES[figure][language]),
  );
  const renamed = Object.fromEntries(kept.map((each) => [each, FIGURE_NAMES[each][language]]));
  return [`${output} = figures[${literal([...kept])}].rename(columns=${literal(renamed)})`];
}

function scoreColumns(output: string, language: Language, hasMoney: boolean): string {
  const scores = ['r', 'f', ...(hasMoney ? ['m'] : [])] as ('r' | 'f' | 'm')[];
  const names = scores.map((score) => SCORE_NAMES[score][language]);
  return `${output}[${literal(names)}] = scores[${literal(scores)}]`;
}

function groupColumn(output: string, language: Language, rules: readonly GroupRule[]): string {
  const rows = rules.map(({ group, r, f, m }) => [groupWords(group)[language], r, f, m]);
  return `${output}[${literal(FIGURE_NAMES.group[language])}] = rfm_group(scores, ${literal(rows)})`;
}
