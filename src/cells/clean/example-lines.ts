import type { Words } from '../../core/words';
import type { Example, StepDone } from '../../table/clean/outcome';
import { twinWords } from './view-words';

/** One line of what a step changed. */
export interface ExampleLine {
  /** 1-based row of the input. */
  readonly row: number;
  /** Null: the whole row. */
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** What became of the row, in place of the value after. */
  readonly fate: Words | null;
}

const FATES = {
  dropped: { zh: '整行去掉', en: 'row dropped' },
  aside: { zh: '整行搁置', en: 'row set aside' },
  kept: { zh: '照旧', en: 'left as it is' },
} satisfies Record<string, Words>;

/** The breaches of a rule, else the examples of the step, as lines of a table. */
export function exampleLines(outcome: StepDone): readonly ExampleLine[] {
  const fate = fateOf(outcome);
  const [first] = outcome.columns;
  if (outcome.breaches !== undefined && first !== undefined) {
    const isCleared = outcome.cells > 0;
    return outcome.breaches.first.map(({ row, value }) => ({
      row,
      column: first.column,
      before: value,
      after: null,
      fate: isCleared ? null : fate,
    }));
  }
  return outcome.examples.map((example) => lineOf(example, fate));
}

function fateOf({ dropped, aside }: StepDone): Words {
  if (dropped > 0) return FATES.dropped;
  return aside > 0 ? FATES.aside : FATES.kept;
}

function lineOf(example: Example, fate: Words): ExampleLine {
  const { row } = example;
  switch (example.kind) {
    case 'cell':
      return {
        row,
        column: example.column,
        before: example.before,
        after: example.after,
        fate: null,
      };
    case 'row':
      return { row, column: example.column, before: example.value, after: null, fate };
    case 'twin':
      return { row, column: null, before: null, after: null, fate: twinWords(example.twin) };
    default:
      return example satisfies never;
  }
}
