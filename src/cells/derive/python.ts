import { definePython, literal, type PythonGap } from '../../core/python';
import type { ColumnMeta } from '../../core/values';
import { checkCondition, checkFormula, type CheckResult } from '../../formula/check';
import { parseDate } from '../../formula/functions/dates';
import { definition } from './definition';
import type { DeriveDisplay } from './display';
import formula from './formula.py?raw';
import { writtenColumns } from './params';
import { writeFormula } from './write-formula';

/** Each formula as the page checked it, part by part; then the rows that the filter keeps. */
export const python = definePython(definition, ({ params, display, inputs, columns, output }) => {
  const { derived } = display as DeriveDisplay;
  const reference = params.reference.trim() === '' ? null : parseDate(params.reference);
  const lines = [`${output} = ${inputs['table']!}.copy()`];
  let known: readonly ColumnMeta[] = columns['table'] ?? [];
  for (const [i, { name, formula: text }] of writtenColumns(params.columns).entries()) {
    const written = expressionOf(checkFormula(text, { columns: known, reference }), output);
    if (written === null) return gapFor(text);
    lines.push(`${output}[${literal(name)}] = ${written}`);
    const own = { id: `derived ${i}`, name, type: derived[i]?.type ?? 'number' } as ColumnMeta;
    known = [...known.filter((column) => column.name !== name), own];
  }
  if (params.filter.trim() !== '') {
    const result = checkCondition(params.filter, { columns: known, reference });
    const holds = result.ok && writeFormula(result.ok, output);
    if (holds === null) return gapFor(params.filter);
    lines.push(`${output} = ${output}[${holds} == 1].reset_index(drop=True)`);
  }
  return { lines, helpers: [formula] };
});

function expressionOf(result: CheckResult, table: string): string | null {
  const written = result.ok && writeFormula(result.ok, table);
  return written && `column_of(${written}, ${literal(result.ok!.type)}, ${table}.index)`;
}

function gapFor(formula: string): PythonGap {
  return {
    why: {
      zh: `公式 ${formula} 按页面自己的规则读文字（日期、数字、区间名），Python 里没有对应的`,
      en: `the formula ${formula} reads or writes text by rules of the page alone (dates, numbers, names of bins)`,
    },
  };
}
