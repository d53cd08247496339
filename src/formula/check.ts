import type { ColumnMeta } from '../core/values';
import { checkCall } from './check-call';
import { matched } from './match-arguments';
import type { Checked, Surroundings } from './checked';
import { FormulaError, orFault, type FormulaFault } from './fault';
import { functionNamed, functionNames, OPERATORS } from './function-list';
import { negative } from './functions/arithmetic';
import { negation } from './functions/logic';
import { spelling } from './functions/texts';
import { nearNames } from './near-names';
import { parseTree, type Tree } from './parse';
import { typeOfColumn } from './values';

export type CheckResult =
  | { readonly ok: Checked; readonly fault: null }
  | { readonly ok: null; readonly fault: FormulaFault };

const MOST_WHOLE = 20;

/** Reads a formula and checks its names and types against a table; never throws. */
export function checkFormula(formula: string, around: Surroundings): CheckResult {
  return orFault(() => {
    const checked = new Checker(around).part(parseTree(formula));
    refuseList(checked);
    return checked;
  });
}

/** What is wrong with a formula whatever the table; null: nothing. */
export function checkSyntax(formula: string): FormulaFault | null {
  return orFault(() => parseTree(formula)).fault;
}

/** As `checkFormula`, for a filter, which must be true or false. */
export function checkCondition(formula: string, around: Surroundings): CheckResult {
  const result = checkFormula(formula, around);
  const { ok } = result;
  if (ok === null || ok.type === 'boolean' || ok.type === 'missing') return result;
  return orFault(() => {
    throw new FormulaError('not-a-condition', ok, { found: ok.type, expected: 'boolean' });
  });
}

type Operation = Extract<Tree, { kind: 'operation' }>;

class Checker {
  private readonly columns: ReadonlyMap<string, ColumnMeta>;
  private whole = 0;

  constructor(private readonly around: Surroundings) {
    this.columns = new Map(around.columns.map((column) => [column.name, column]));
  }

  part(tree: Tree): Checked {
    switch (tree.kind) {
      case 'leaf':
        return this.leaf(tree);
      case 'operation':
        return this.operation(tree);
      case 'call':
        return this.call(tree);
      default:
        return tree satisfies never;
    }
  }

  private leaf({ token, position, length }: Extract<Tree, { kind: 'leaf' }>): Checked {
    const span = { position, length };
    switch (token.kind) {
      case 'number':
        return { kind: 'constant', type: 'number', value: token.value, ...span };
      case 'text':
        return { kind: 'constant', type: 'text', value: token.value, ...span };
      case 'boolean':
        return { kind: 'constant', type: 'boolean', value: token.value ? 1 : 0, ...span };
      case 'missing':
        return { kind: 'constant', type: 'missing', value: null, ...span };
      case 'list':
        return this.list(token.values, span);
      case 'name':
      case 'column':
        return this.column(token.name, span, token.kind === 'name');
      default:
        throw new FormulaError('operand-expected', span);
    }
  }

  private list(
    values: readonly (number | string)[],
    span: { readonly position: number; readonly length: number },
  ): Checked {
    const type = typeof values[0] === 'number' ? 'number' : 'text';
    return { kind: 'list', type, values, ...span };
  }

  private column(
    name: string,
    span: { readonly position: number; readonly length: number },
    isBare: boolean,
  ): Checked {
    const column = this.columns.get(name);
    if (column) {
      const { type, unit } = column;
      return { kind: 'column', type: typeOfColumn(type), unit, column, ...span };
    }
    const isFunction = isBare && functionNamed(name) !== undefined;
    if (isFunction) throw new FormulaError('function-without-parens', span, { found: name });
    const near = nearNames(name, this.columns.keys());
    throw new FormulaError('column-unknown', span, { found: name, near });
  }

  private operation(tree: Operation): Checked {
    const { sign, signSpan } = tree;
    const place = { position: tree.position, length: tree.length };
    const args = tree.args.map((arg) => this.part(arg));
    const [first] = args;
    if (args.length === 1 && first) {
      if (sign === '-' && first.kind === 'constant' && typeof first.value === 'number') {
        if (first.type === 'number') return { ...first, value: -first.value, ...place };
      }
      const fn = sign === 'not' ? negation : negative;
      const checked = matched(fn, args, { place, name: sign, nameSpan: signSpan });
      return sign === '+' ? first : checked;
    }
    const fn = OPERATORS.get(sign)!;
    const given = sign === 'in' || sign === 'not in' ? amongThese(args) : args;
    const spelled = sign === '&' ? given.map(asText) : given;
    return matched(fn, spelled, { place, name: sign, nameSpan: signSpan });
  }

  private call(tree: Extract<Tree, { kind: 'call' }>): Checked {
    const name = functionNamed(tree.name);
    if (name === undefined) {
      const near = nearNames(tree.name, functionNames);
      throw new FormulaError('function-unknown', tree.nameSpan, { found: tree.name, near });
    }
    const args = tree.args.map((arg) => this.part(arg));
    const given = name === 'concat' ? args.map(asText) : args;
    const checked = checkCall(name, given, { tree, reference: this.around.reference });
    if (checked.kind === 'whole' && ++this.whole > MOST_WHOLE) {
      throw new FormulaError('too-many-whole', tree, { expected: String(MOST_WHOLE) });
    }
    return checked;
  }
}

/** Any value as text, where texts are put together. */
function asText(part: Checked): Checked {
  if (part.type === 'text' || part.type === 'missing' || part.kind === 'list') return part;
  const { position, length } = part;
  return { kind: 'row', type: 'text', fn: spelling(part.type), args: [part], position, length };
}

/** `x in [1, 2]` is `x in (1, 2)`; what stands there must be written out. */
function amongThese([value, ...others]: readonly Checked[]): Checked[] {
  const written = others.flatMap((other): Checked[] => {
    if (other.kind === 'constant') return [other];
    if (other.kind !== 'list') throw new FormulaError('list-expected', other);
    const { type, position, length } = other;
    return other.values.map((one) => ({ kind: 'constant', type, value: one, position, length }));
  });
  return value ? [value, ...written] : written;
}

function refuseList(checked: Checked): void {
  if (checked.kind === 'list') throw new FormulaError('list-misplaced', checked);
}
