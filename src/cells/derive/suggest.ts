import type { Suggest } from '../../editor/code';
import { functionNames } from '../../formula/function-list';
import { wordStart } from '../../formula/ink';
import { writeName } from '../../formula/write-name';
import type { Language } from '../../core/words';
import type { KnownColumns } from './live-check';
import { REFERENCE } from './reference';

/** Columns and functions that may stand where the cursor is; nothing within a text. */
export function suggestFrom(columns: KnownColumns, language: Language): Suggest {
  const options = [
    ...columns.map(({ name, note }) => ({
      label: name,
      kind: 'column' as const,
      insert: writeName(name),
      ...(note === undefined ? {} : { detail: note }),
    })),
    ...functionNames.map((name) => ({
      label: name,
      kind: 'function' as const,
      insert: `${name}(`,
      detail: REFERENCE.find((entry) => entry.name === name)?.words[language] ?? '',
    })),
  ];
  return (text, at) => {
    const word = wordStart(text, at);
    if (word === null) return null;
    const { from, closing } = word;
    if (closing === '') return { from, options };
    // The bracket is there already, and its other half often too.
    const end = text.charAt(at) === closing ? '' : closing;
    const names = columns.map(({ name }) => ({
      label: name,
      kind: 'column' as const,
      insert: `${name}${end}`,
    }));
    return { from, options: names };
  };
}
