import { FormulaError, type FaultReason } from './fault';
import { isOperator, type Token } from './tokens';

const MOST_DEPTH = 60;
const SIGNS_BEFORE = ['-', '+', 'not'];

interface Paren {
  readonly token: Token;
  /** A call and the list after `in` hold several values parted by commas; a group holds one. */
  readonly kind: 'call' | 'list' | 'group';
}

/**
 * Checks that values and operators take turns and that parentheses close, so that the parser only
 * has to group them: what is wrong is said of the very sign. Linear; throws `FormulaError`s.
 */
export function checkOrder(formula: string, tokens: readonly Token[]): void {
  new OrderCheck(formula, tokens).run();
}

class OrderCheck {
  private readonly open: Paren[] = [];
  private wantsValue = true;
  private signs = 0;

  constructor(
    private readonly formula: string,
    private readonly tokens: readonly Token[],
  ) {}

  run(): void {
    if (this.tokens.length === 0) {
      throw new FormulaError('empty', { position: 0, length: this.formula.length });
    }
    this.tokens.forEach((token, index) => {
      if (this.wantsValue) this.value(token, index);
      else this.operator(token);
    });
    const last = this.tokens.at(-1)!;
    if (this.wantsValue) {
      const end = last.position + last.length;
      throw new FormulaError('operand-expected', { position: end, length: 0 });
    }
    const unclosed = this.open.at(-1);
    if (unclosed) throw new FormulaError('paren-unclosed', unclosed.token);
  }

  private value(token: Token, index: number): void {
    if (token.kind === 'open') {
      this.opened(token, index);
    } else if (token.kind === 'operator' && SIGNS_BEFORE.includes(token.sign)) {
      if (this.open.length + ++this.signs > MOST_DEPTH) this.refuse('too-deep', token);
    } else if (token.kind === 'close' && this.isEmptyCall(index)) {
      this.open.pop();
      this.wantsValue = false;
    } else if (token.kind === 'close' && this.open.length === 0) {
      this.refuse('paren-unopened', token);
    } else if (token.kind === 'operator' || token.kind === 'close' || token.kind === 'comma') {
      this.refuse('operand-expected', token);
    } else if (!(token.kind === 'name' && this.tokens[index + 1]?.kind === 'open')) {
      // The name of a function waits for its parenthesis.
      this.wantsValue = false;
      this.signs = 0;
    }
  }

  private opened(token: Token, index: number): void {
    const before = this.tokens[index - 1];
    const isList = isOperator(before, 'in') || isOperator(before, 'not in');
    const kind = before?.kind === 'name' ? 'call' : isList ? 'list' : 'group';
    this.open.push({ token, kind });
    if (this.open.length + this.signs > MOST_DEPTH) this.refuse('too-deep', token);
  }

  private isEmptyCall(index: number): boolean {
    return this.open.at(-1)?.kind === 'call' && this.tokens[index - 1]?.kind === 'open';
  }

  private operator(token: Token): void {
    if (token.kind === 'close') {
      if (!this.open.pop()) this.refuse('paren-unopened', token);
    } else if (token.kind === 'comma') {
      const kind = this.open.at(-1)?.kind ?? 'group';
      if (kind === 'group') this.refuse('comma-outside', token);
      this.wantsValue = true;
    } else if (token.kind === 'operator' && token.sign !== 'not') {
      this.wantsValue = true;
    } else this.refuse('operator-expected', token);
  }

  private refuse(reason: FaultReason, token: Token): never {
    const found = this.formula.slice(token.position, token.position + token.length).slice(0, 40);
    throw new FormulaError(reason, token, { found, expected: String(MOST_DEPTH) });
  }
}
