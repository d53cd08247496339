import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { Suggest, Suggestion } from './code';

/** Columns and tables are what people cannot know by heart; keywords come last. */
const RANK: Readonly<Record<Suggestion['kind'], number>> = {
  column: 3,
  table: 2,
  function: 1,
  keyword: 0,
};

function toCompletion({ label, kind, insert, detail }: Suggestion): Completion {
  return {
    label,
    type: kind,
    boost: RANK[kind],
    ...(insert === undefined ? {} : { apply: insert }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** A list below the cursor while a word is typed, or on Ctrl+Space. */
export function suggesting(suggest: Suggest): Extension {
  return autocompletion({
    icons: false,
    override: [
      ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
        const found = suggest(state.doc.toString(), pos);
        if (!found || found.options.length === 0) return null;
        // Unasked only once a letter is there.
        if (!explicit && found.from === pos) return null;
        return { from: found.from, options: found.options.map(toCompletion) };
      },
    ],
  });
}
