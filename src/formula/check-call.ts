import type { Checked } from './checked';
import { FormulaError } from './fault';
import { FUNCTIONS } from './function-list';
import { binByEdges, binOfWidth, labelsOf } from './functions/bins';
import { dateOfParts, dateOfText } from './functions/dates';
import { spelling } from './functions/texts';
import { matched, type Place } from './match-arguments';
import type { Tree } from './parse';
import { takes } from './signature';

interface Called {
  readonly tree: Extract<Tree, { kind: 'call' }>;
  readonly reference: number | null;
}

const MOST_CLASSES = 1000;

/** A call of a known function; those with several forms choose theirs by what they are given. */
export function checkCall(name: string, args: readonly Checked[], called: Called): Checked {
  const { tree } = called;
  const { position, length, nameSpan } = tree;
  const at: Place = { place: { position, length }, name, nameSpan };
  switch (name) {
    case 'today':
      return today(args, called, at);
    case 'date':
      return matched(args.length === 1 ? dateOfText : dateOfParts, args, at);
    case 'text':
      return matched(spelling(args[0]?.type ?? 'missing'), args, at);
    case 'bin':
      return args[1]?.kind === 'list' ? bin(args, at) : matched(binOfWidth, args, at);
    case 'quantile':
      checkWritten(args[1], { least: 1, most: MOST_CLASSES, isWhole: true });
      break;
    case 'quantile_of':
      checkWritten(args[1], { least: 0, most: 1, isWhole: false });
      break;
  }
  return matched(FUNCTIONS.get(name)!, args, at);
}

function today(args: readonly Checked[], { tree, reference }: Called, at: Place): Checked {
  if (args[0]) {
    throw new FormulaError('arguments-many', args[0], { found: 'today:1', expected: '0' });
  }
  if (reference === null) throw new FormulaError('reference-missing', tree.nameSpan);
  return { kind: 'constant', type: 'date', value: reference, ...at.place };
}

function checkWritten(
  arg: Checked | undefined,
  {
    least,
    most,
    isWhole,
  }: { readonly least: number; readonly most: number; readonly isWhole: boolean },
): void {
  if (arg?.kind !== 'constant' || typeof arg.value !== 'number' || arg.type !== 'number') return;
  const isIn = arg.value >= least && arg.value <= most;
  if (isIn && (!isWhole || Number.isInteger(arg.value))) return;
  const expected = `${least} … ${most}`;
  throw new FormulaError('count-wrong', arg, { found: String(arg.value), expected });
}

/** The edges ascend; labels, where there are any, are one fewer or one more than edges. */
function bin(args: readonly Checked[], at: Place): Checked {
  const [, edges, labels] = args;
  matchedForm(args, at);
  if (edges?.kind !== 'list') throw new FormulaError('list-expected', at.place);
  const numbers = edges.values.map(Number);
  if (numbers.some((edge, i) => i > 0 && !(edge > numbers[i - 1]!))) {
    throw new FormulaError('edges-unsorted', edges);
  }
  const words = labels?.kind === 'list' ? labels.values.map(String) : labelsOf(numbers);
  if (labels && Math.abs(words.length - numbers.length) !== 1) {
    const expected = `${numbers.length - 1}, ${numbers.length + 1}`;
    throw new FormulaError('labels-count', labels, { found: String(words.length), expected });
  }
  return matched(binByEdges(numbers, words), args, at);
}

const BIN = takes('text', ['number', 'number-list', 'text-list'], 1);

function matchedForm(args: readonly Checked[], at: Place): void {
  matched({ kind: 'row', name: 'bin', signature: BIN, run: () => undefined }, args, at);
}
