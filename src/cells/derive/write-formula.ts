import { literal } from '../../core/python';
import type { Checked } from '../../formula/checked';

/** Functions that read texts by rules of the page's own. */
const UNWRITTEN = new Set(['number', 'date']);

/**
 * A checked formula as a Python expression over `FORMULA` of `formula.py`; null where a part of it
 * has no counterpart.
 */
export function writeFormula(part: Checked, table: string): string | null {
  switch (part.kind) {
    case 'constant':
      return `constant(${literal(part.value)}, ${literal(part.type)}, len(${table}))`;
    case 'column':
      return `values_of(${table}, ${literal(part.column.name)}, ${literal(part.type)})`;
    case 'list':
      return literal([...part.values]);
    case 'row':
      return writeRow(part, table);
    case 'whole':
      return called(part.fn.name, part.args, table);
    default:
      return part satisfies never;
  }
}

function writeRow(part: Extract<Checked, { kind: 'row' }>, table: string): string | null {
  const { fn, args } = part;
  const first = args[0]?.type;
  if (fn.name === 'text') {
    const isKnown = first === 'number' || first === 'boolean';
    return isKnown ? called(`text:${first}`, args, table) : null;
  }
  // Bins by edges keep these in the function that the checker made.
  if (fn.name === 'bin' && part.type === 'text') return null;
  if (UNWRITTEN.has(fn.name) && first === 'text') return null;
  return called(fn.name, args, table);
}

/** A share or a count is written as it stands, everything else a row at a time. */
function called(name: string, args: readonly Checked[], table: string): string | null {
  const isPlain = (arg: Checked, i: number): boolean =>
    i > 0 && (name === 'quantile' || name === 'quantile_of') && arg.kind === 'constant';
  const written = args.map((arg, i) =>
    isPlain(arg, i) && arg.kind === 'constant' ? literal(arg.value) : writeFormula(arg, table),
  );
  return written.includes(null) ? null : `FORMULA[${literal(name)}](${written.join(', ')})`;
}
