import { StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import type { Fault, Tokenize, TokenKind } from './code';

const inks: Readonly<Record<TokenKind, Decoration>> = {
  keyword: Decoration.mark({ class: 'tok-keyword' }),
  function: Decoration.mark({ class: 'tok-function' }),
  name: Decoration.mark({ class: 'tok-name' }),
  number: Decoration.mark({ class: 'tok-number' }),
  text: Decoration.mark({ class: 'tok-text' }),
  comment: Decoration.mark({ class: 'tok-comment' }),
  sign: Decoration.mark({ class: 'tok-sign' }),
};

function inksOf(view: EditorView, tokenize: Tokenize): DecorationSet {
  const tokens = tokenize(view.state.doc.toString()).filter(({ from, to }) => from < to);
  return Decoration.set(tokens.map(({ from, to, kind }) => inks[kind].range(from, to)));
}

/** Colours the whole text by its tokens; texts here are a screen long, not a book. */
export function inkedBy(tokenize: Tokenize): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = inksOf(view, tokenize);
      }
      update(update: ViewUpdate): void {
        if (update.docChanged) this.decorations = inksOf(update.view, tokenize);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

export const setFaults = StateEffect.define<readonly Fault[]>();

/** Faults move with the text that is typed before them, and go when their own text changes. */
export const faultField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(faults, { changes, effects, newDoc }) {
    const told = effects.find((effect) => effect.is(setFaults));
    if (!told) return faults.map(changes);
    const { length } = newDoc;
    return Decoration.set(
      // The effect found above is one of ours.
      (told.value as readonly Fault[]).flatMap((fault) => {
        const to = Math.min(length, Math.max(fault.to, fault.from + 1));
        // At the very end there is nothing to underline but what comes before.
        const from = Math.min(Math.max(0, fault.from), Math.max(0, to - 1));
        if (from >= to) return [];
        const attributes = { title: fault.message };
        return [Decoration.mark({ class: 'fault', attributes }).range(from, to)];
      }),
      true,
    );
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.contentAttributes.compute([field], (state) => ({
      'aria-invalid': String(state.field(field).size > 0),
    })),
  ],
});
