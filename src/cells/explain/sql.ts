import type { Language, Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { ExplainCondition, ExplainRule } from './display';

/** Standard SQL: names in double quotes, text in single ones, each doubled inside itself. */
function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * The rules as one SQL `CASE` over the columns of the table as it was read (numbers without unit).
 * Every row that the rules fit gets the name of its segment; in a column without missing values a
 * NULL was never seen, and such a row gets NULL.
 */
export function rulesSql(
  rules: readonly ExplainRule[],
  names: readonly Words[],
  language: Language,
): string {
  const lines = rules.map(
    (rule) => `  WHEN ${whenSql(rule)} THEN ${quoteText(nameOf(names, rule.segment)[language])}`,
  );
  return ['CASE', ...lines, 'END'].join('\n');
}

function whenSql({ conditions }: ExplainRule): string {
  return conditions.length === 0 ? 'TRUE' : conditions.map(conditionSql).join(' AND ');
}

function conditionSql(condition: ExplainCondition): string {
  const name = quoteName(condition.column.name);
  if (!condition.present) return `${name} IS NULL`;
  const tests = testsSql(condition, name);
  if (tests.length === 0) return `${name} IS NOT NULL`;
  const asked = tests.join(' AND ');
  if (!condition.missing) return asked;
  return `(${tests.length > 1 ? `(${asked})` : asked} OR ${name} IS NULL)`;
}

function testsSql({ column, from, below, level, except }: ExplainCondition, name: string) {
  if (column.type === 'boolean') {
    if (from === null && below === null) return [];
    return [`${name} = ${from === null ? 'FALSE' : 'TRUE'}`];
  }
  if (level !== null) return [`${name} = ${quoteText(level)}`];
  if (except.length === 1) return [`${name} <> ${quoteText(except[0]!)}`];
  if (except.length > 1) return [`${name} NOT IN (${except.map(quoteText).join(', ')})`];
  return [
    ...(from === null ? [] : [`${name} >= ${from}`]),
    ...(below === null ? [] : [`${name} < ${below}`]),
  ];
}
