import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import type { Risk } from '../../table/privacy/risk';
import { actionsFor, CLASSES } from './decisions';
import type { PrivacyColumn, PrivacyDisplay } from './display';
import { actionWords, classWords, reasonWords, viewWords } from './words';

/** A line of the comparison before and after. */
export interface RiskRow {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export function riskRows(
  { before, after }: PrivacyDisplay,
  k: number,
  language: Language,
): readonly RiskRow[] {
  const row = (key: string, name: Words, of: (risk: Risk) => string): RiskRow => ({
    key,
    name: name[language],
    before: of(before),
    after: of(after),
  });
  const share = (part: number, risk: Risk) =>
    risk.rows === 0 ? '—' : `${formatPercent(part / risk.rows, language)}`;
  const base = [
    row('rows', { zh: '行', en: 'Rows' }, ({ rows }) => formatCount(rows)),
    row('k', { zh: '最小的组（k）', en: 'Smallest group (k)' }, (risk) => formatCount(risk.k)),
    row('groups', { zh: '组', en: 'Groups' }, ({ groups }) => formatCount(groups)),
    row('below', { zh: `在不到 ${k} 行的组里`, en: `In groups of fewer than ${k}` }, (risk) =>
      share(risk.rowsBelow, risk),
    ),
    row('alone', { zh: '独自一组', en: 'Alone in their group' }, (risk) => share(risk.alone, risk)),
  ];
  const diverse = before.diversity.flatMap(({ column }) => {
    const find = (risk: Risk) => risk.diversity.find((one) => one.column === column);
    const distinct = (risk: Risk) => writeOf(find(risk)?.distinct, formatCount);
    const entropy = (risk: Risk) => writeOf(find(risk)?.entropy, (x) => formatNumber(x, 2));
    const name = {
      zh: `「${column}」每组至少几种（l）`,
      en: `${column}: values in each group (l)`,
    };
    const even = { zh: `「${column}」按熵折合几种`, en: `${column}: the same by entropy` };
    const far = {
      zh: `「${column}」离整体最远的一组（t）`,
      en: `${column}: how far a group is from the whole (t)`,
    };
    const closeness = (risk: Risk) => writeOf(find(risk)?.closeness, (x) => formatNumber(x, 2));
    return [
      row(`${column} distinct`, name, distinct),
      row(`${column} entropy`, even, entropy),
      row(`${column} closeness`, far, closeness),
    ];
  });
  return [...base, ...diverse];
}

function writeOf(value: number | undefined, write: (value: number) => string): string {
  return value === undefined ? '—' : write(value);
}

/** A column with its choices, in the reader's language. */
export interface TreatedRow {
  readonly name: string;
  readonly class: string;
  readonly action: string;
  readonly reason: string;
  readonly advised: string | null;
  readonly classes: readonly { readonly value: string; readonly label: string }[];
  readonly actions: readonly { readonly value: string; readonly label: string }[];
}

const RANK = { direct: 0, quasi: 1, sensitive: 2, other: 3 } as const;

/** Those that point at people first. */
export function treatedRows(
  columns: readonly PrivacyColumn[],
  language: Language,
): readonly TreatedRow[] {
  return [...columns]
    .sort((a, b) => RANK[a.class] - RANK[b.class])
    .map(({ column, found, class: group, action, advised }) => ({
      name: column.name,
      class: group,
      action,
      reason: reasonWords(found.reason)[language],
      advised: action === advised ? null : actionWords[advised][language],
      classes: CLASSES.map((value) => ({ value, label: classWords[value][language] })),
      actions: actionsFor(column.type).map((value) => ({
        value,
        label: actionWords[value][language],
      })),
    }));
}

/** The values of a small group as one line. */
export function groupWords(values: readonly string[], language: Language): string {
  return values.map((value) => (value === '' ? viewWords.missing[language] : value)).join(' · ');
}
