import type { Checked } from './checked';
import { FormulaError, type Span } from './fault';
import type { FormulaFunction } from './function-list';
import { parseDate } from './functions/dates';
import type { Param, Signature } from './signature';
import type { FormulaType } from './values';

/** Where a call or an operation stands, and what it is called there. */
export interface Place {
  readonly place: Span;
  readonly name: string;
  readonly nameSpan: Span;
}

/** A call of a function whose arguments fit; throws `FormulaError`s that name both types. */
export function matched(fn: FormulaFunction, args: readonly Checked[], at: Place): Checked {
  const { signature } = fn;
  checkCount(signature, args, at);
  const given = withDates(signature, args);
  const same = sharedType(signature, given);
  given.forEach((arg, index) => checkArgument(arg, signature.paramAt(index, given.length), at));
  const type = typeGiven(signature, given, same);
  const typed = given.map((arg, index) =>
    withType(arg, signature.paramAt(index, given.length), same),
  );
  const unit = fn.keepsUnit && type === 'number' ? sharedUnit(given) : undefined;
  const rest = { type, unit, args: typed, position: at.place.position, length: at.place.length };
  return fn.kind === 'row' ? { kind: 'row', fn, ...rest } : { kind: 'whole', fn, ...rest };
}

function checkCount({ least, most }: Signature, args: readonly Checked[], at: Place): void {
  const found = String(args.length);
  const expected = least === most ? String(least) : `${least} … ${most}`;
  const facts = { found: `${at.name}:${found}`, expected };
  if (args.length < least) throw new FormulaError('arguments-few', at.nameSpan, facts);
  if (args.length > most)
    throw new FormulaError('arguments-many', args[most] ?? at.nameSpan, facts);
}

const isSame = (param: Param) => param === 'same' || param === 'same-measure';

/** A text that stands beside a date is a date: `day >= '2024-05-01'`. */
function withDates(signature: Signature, args: readonly Checked[]): readonly Checked[] {
  const params = args.map((_arg, index) => signature.paramAt(index, args.length));
  const sharesDate = args.some((arg, index) => isSame(params[index]!) && arg.type === 'date');
  return args.map((arg, index) => {
    const wantsDate = params[index] === 'date' || (isSame(params[index]!) && sharesDate);
    if (!wantsDate || arg.kind !== 'constant' || typeof arg.value !== 'string') return arg;
    const value = parseDate(arg.value);
    if (Number.isNaN(value)) throw new FormulaError('date-invalid', arg, { found: arg.value });
    return { ...arg, type: 'date', value };
  });
}

/** The one type of the arguments that must be alike; `missing` when all of them are that word. */
function sharedType(signature: Signature, args: readonly Checked[]): FormulaType {
  const alike = args.filter((_arg, index) => isSame(signature.paramAt(index, args.length)));
  const first = alike.find(({ type }) => type !== 'missing');
  const other = alike.find(({ type }) => type !== 'missing' && type !== first?.type);
  if (first && other) {
    throw new FormulaError('types-differ', other, { found: other.type, expected: first.type });
  }
  return first?.type ?? 'missing';
}

const ACCEPTED: Readonly<Record<Param, readonly FormulaType[]>> = {
  number: ['number'],
  boolean: ['boolean'],
  date: ['date'],
  text: ['text'],
  any: ['number', 'boolean', 'date', 'text'],
  same: ['number', 'boolean', 'date', 'text'],
  'same-measure': ['number', 'date'],
  measure: ['number', 'date'],
  'number-or-text': ['number', 'text', 'boolean'],
  'written-number': ['number'],
  'written-text': ['text'],
  'number-list': ['number'],
  'text-list': ['text'],
  'width-or-edges': ['number'],
};

function checkArgument(arg: Checked, param: Param, at: Place): void {
  const isList = param === 'number-list' || param === 'text-list';
  if (isList && arg.kind !== 'list') throw new FormulaError('list-expected', arg);
  if (!isList && arg.kind === 'list') throw new FormulaError('list-misplaced', arg);
  if (param.startsWith('written') && arg.kind !== 'constant') {
    throw new FormulaError('literal-expected', arg, { found: at.name });
  }
  if (arg.type === 'missing' && !param.startsWith('written')) return;
  const accepted = ACCEPTED[param];
  if (accepted.includes(arg.type)) return;
  throw new FormulaError('type-wrong', arg, {
    found: `${at.name}:${arg.type}`,
    expected: accepted.join(','),
  });
}

/** What is always missing is so in the type that its place asks for. */
function withType(arg: Checked, param: Param, same: FormulaType): Checked {
  if (arg.type !== 'missing') return arg;
  const { position, length } = arg;
  const type = isSame(param) ? same : (ACCEPTED[param][0] ?? 'number');
  return { kind: 'constant', type, value: null, position, length };
}

function typeGiven({ gives }: Signature, args: readonly Checked[], same: FormulaType): FormulaType {
  if (gives === 'same') return same;
  return gives === 'first' ? (args[0]?.type ?? 'missing') : gives;
}

/** The unit that all numbers among the arguments have; numbers written out go with any. */
function sharedUnit(args: readonly Checked[]): string | undefined {
  const measured = args.filter(({ type, kind }) => type === 'number' && kind !== 'constant');
  const [first] = measured;
  return measured.every(({ unit }) => unit === first?.unit) ? first?.unit : undefined;
}
