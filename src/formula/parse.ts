import jsep from 'jsep';
import { checkOrder } from './check-order';
import { FormulaError, type Span } from './fault';
import { PRECEDENCE } from './signs';
import { isOperator, tokensOf, type Token } from './tokens';

/** A formula as a tree, before anything is known of its columns and functions. */
export type Tree = Span &
  (
    | { readonly kind: 'leaf'; readonly token: Token }
    | {
        readonly kind: 'call';
        readonly name: string;
        /** Of the name alone. */
        readonly nameSpan: Span;
        readonly args: readonly Tree[];
      }
    | {
        readonly kind: 'operation';
        readonly sign: string;
        /** Of the operator alone. */
        readonly signSpan: Span;
        readonly args: readonly Tree[];
      }
  );

/** Signs of one letter each, that the parser knows for nothing else. */
const LETTERS: Readonly<Record<string, string>> = {
  or: '|',
  and: '~',
  not: '!',
  '=': '=',
  '<>': '#',
  '<': '<',
  '>': '>',
  '<=': '{',
  '>=': '}',
  in: ':',
  'not in': '@',
  '&': '&',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  '^': '^',
};

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [sign, precedence] of Object.entries(PRECEDENCE)) {
  jsep.addBinaryOp(LETTERS[sign]!, precedence, sign === '^');
}
for (const sign of ['-', '+', 'not']) jsep.addUnaryOp(LETTERS[sign]!);

/**
 * Reads a formula. Its letters become tokens, and jsep groups these by how tightly operators bind:
 * it sees a name of ours for every value (`t7` for token 7), so nothing that a stranger wrote
 * reaches it, and every part knows where it stood. Linear but for the depth, which is limited;
 * throws `FormulaError`s.
 */
export function parseTree(formula: string): Tree {
  const tokens = tokensOf(formula);
  checkOrder(formula, tokens);
  return new TreeReader(tokens).read(jsep(canonicalOf(tokens)));
}

/** The tokens as jsep reads them; `not` binds less tightly than comparisons and gets a group. */
function canonicalOf(tokens: readonly Token[]): string {
  let text = '';
  let depth = 0;
  const negated: number[] = [];
  const endNegations = () => {
    for (; negated.at(-1) === depth; negated.pop()) text += ')';
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'close' || token.kind === 'comma') endNegations();
    if (isOperator(token, 'and') || isOperator(token, 'or')) endNegations();
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    text += letterOf(token, index);
    if (!isOperator(token, 'not')) return;
    text += '(';
    negated.push(depth);
  });
  endNegations();
  return text;
}

function letterOf(token: Token, index: number): string {
  switch (token.kind) {
    case 'operator':
      return `${LETTERS[token.sign]!} `;
    case 'open':
      return '(';
    case 'close':
      return ')';
    case 'comma':
      return ',';
    default:
      return `t${index} `;
  }
}

const MOST_TREE_DEPTH = 250;

/** A part of jsep's tree with the tokens that it begins and ends with, parentheses around it aside. */
interface Part {
  readonly tree: Tree;
  readonly from: number;
  readonly to: number;
}

/** Turns jsep's tree into ours, with the places of all parts. */
class TreeReader {
  constructor(private readonly tokens: readonly Token[]) {}

  read(expression: jsep.Expression): Tree {
    return this.part(expression, 0).tree;
  }

  private part(expression: jsep.Expression, depth: number): Part {
    if (depth > MOST_TREE_DEPTH) {
      throw new FormulaError('too-deep', this.tokens[0]!, { expected: String(MOST_TREE_DEPTH) });
    }
    // What jsep makes of our own letters: its types by its documentation.
    switch (expression.type) {
      case 'Identifier':
        return this.leaf(indexIn(expression as jsep.Identifier));
      case 'CallExpression':
        return this.call(expression as jsep.CallExpression, depth);
      case 'UnaryExpression':
        return this.unary(expression as jsep.UnaryExpression, depth);
      case 'BinaryExpression':
        return this.binary(expression as jsep.BinaryExpression, depth);
      case 'SequenceExpression':
        return this.misplacedList(expression as jsep.SequenceExpression, depth);
      default:
        throw new Error(`jsep gave a ${expression.type}`);
    }
  }

  private leaf(index: number): Part {
    const token = this.tokens[index]!;
    const { position, length } = token;
    return { tree: { kind: 'leaf', token, position, length }, from: index, to: index };
  }

  private call({ callee, arguments: args }: jsep.CallExpression, depth: number): Part {
    const from = indexIn(callee as jsep.Identifier);
    const token = this.tokens[from]!;
    const parts = args.map((arg) => this.part(arg, depth + 1));
    let to = parts.at(-1)?.to ?? from + 1;
    // Groups around the last argument close first, then the call itself.
    for (let open = this.opened(from + 1, to); open > 0; open--) to++;
    const name = token.kind === 'name' ? token.name : '';
    const place = this.between(from, to);
    const tree: Tree = { kind: 'call', name, nameSpan: token, args: treesOf(parts), ...place };
    return { tree, from, to };
  }

  /** How many parentheses of [from, to] are still open behind it. */
  private opened(from: number, to: number): number {
    let open = 0;
    for (let index = from; index <= to; index++) {
      if (this.tokens[index]!.kind === 'open') open++;
      else if (this.tokens[index]!.kind === 'close') open--;
    }
    return open;
  }

  private unary({ argument }: jsep.UnaryExpression, depth: number): Part {
    const inner = this.part(argument, depth + 1);
    let from = inner.from - 1;
    while (this.tokens[from]!.kind === 'open') from--;
    const to = this.closedBy(inner, from);
    return this.operation(from, [inner], { from, to });
  }

  private binary({ left, right }: jsep.BinaryExpression, depth: number): Part {
    const first = this.part(left, depth + 1);
    let at = first.to + 1;
    while (this.tokens[at]!.kind === 'close') at++;
    const seconds = this.seconds(right, depth + 1);
    const { tree } = first;
    // −2 ^ 2 is −4, as in mathematics and Python: the power binds more tightly than the sign.
    if (isOperator(this.tokens[at], '^') && this.tokens[at - 1] && this.isBareSign(first, at)) {
      const sign = this.tokens[first.from]!;
      const base = this.operandOf(first);
      const power = this.operation(at, [base, ...seconds], { from: base.from, to: seconds[0]!.to });
      if (tree.kind === 'operation' && sign.kind === 'operator') {
        return this.operation(first.from, [power], { from: first.from, to: power.to });
      }
    }
    const last = seconds.at(-1)!;
    return this.operation(at, [first, ...seconds], { from: first.from, to: last.to });
  }

  /** What stands at the right: one value, or the values of the list behind `in`. */
  private seconds(right: jsep.Expression, depth: number): readonly Part[] {
    if (right.type !== 'SequenceExpression') return [this.part(right, depth)];
    return (right as jsep.SequenceExpression).expressions.map((one) => this.part(one, depth));
  }

  /** A list stands behind `in` and nowhere else, e.g. not in `x in (1, 2) + 1`. */
  private misplacedList({ expressions }: jsep.SequenceExpression, depth: number): never {
    const parts = expressions.map((one) => this.part(one, depth + 1));
    throw new FormulaError('list-misplaced', this.between(parts[0]!.from, parts.at(-1)!.to));
  }

  /** True for a sign before a value with no parentheses around both, right before the operator `at`. */
  private isBareSign({ tree, from, to }: Part, at: number): boolean {
    const isSign = tree.kind === 'operation' && tree.args.length === 1 && tree.sign !== 'not';
    return isSign && to === at - 1 && this.tokens[from]!.kind === 'operator';
  }

  private operandOf({ tree, from, to }: Part): Part {
    const [arg] = tree.kind === 'operation' ? tree.args : [];
    return { tree: arg ?? tree, from: from + 1, to };
  }

  /** The token that ends a signed value: behind the groups that the sign stands before. */
  private closedBy(inner: Part, from: number): number {
    let to = inner.to;
    for (let open = this.opened(from, to); open > 0; open--) to++;
    return to;
  }

  private operation(
    at: number,
    parts: readonly Part[],
    { from, to }: { readonly from: number; readonly to: number },
  ): Part {
    const token = this.tokens[at]!;
    const sign = token.kind === 'operator' ? token.sign : '';
    const place = this.between(from, to);
    const tree: Tree = { kind: 'operation', sign, signSpan: token, args: treesOf(parts), ...place };
    return { tree, from, to };
  }

  private between(from: number, to: number): Span {
    const [first, last] = [this.tokens[from]!, this.tokens[to]!];
    return { position: first.position, length: last.position + last.length - first.position };
  }
}

function treesOf(parts: readonly Part[]): Tree[] {
  return parts.map(({ tree }) => tree);
}

function indexIn({ name }: jsep.Identifier): number {
  return Number(name.slice(1));
}
