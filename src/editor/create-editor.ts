import {
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import {
  history,
  historyKeymap,
  insertNewlineAndIndent,
  standardKeymap,
} from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Annotation, Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import type { Fault, Suggest, Tokenize } from './code';
import { faultField, inkedBy, setFaults } from './marks';
import { suggesting } from './suggestions';
import { theme } from './theme';

export interface EditorOptions {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** One line: Enter commits, and line breaks in what is pasted become spaces. */
  readonly isSingle: boolean;
  readonly lines: number;
  readonly tokenize: Tokenize;
  readonly suggest: Suggest;
  /** After every change that was typed, not after those told from outside. */
  readonly oninput: (text: string) => void;
  /** What was typed counts from now on. */
  readonly oncommit: (text: string) => void;
}

export interface Editor {
  /** Takes a text from outside, unless it is there already or being composed. */
  readonly setText: (text: string) => void;
  readonly setFaults: (faults: readonly Fault[]) => void;
  readonly setWords: (words: Pick<EditorOptions, 'label' | 'placeholder'>) => void;
  readonly insert: (text: string) => void;
  readonly focus: () => void;
  readonly commit: () => void;
  /** What stands in it; null while it is being composed. */
  readonly text: () => string | null;
  readonly destroy: () => void;
}

const isFromOutside = Annotation.define<boolean>();

/** Enter breaks the line; with Shift or Ctrl it belongs to the page, which runs the cell. */
const ownKeys = standardKeymap.filter(({ key }) => key !== 'Enter' && key !== 'Mod-Enter');

function singleLine(): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
    const text = transaction.newDoc.toString().replace(/\s*\n\s*/g, ' ');
    const { length } = transaction.startState.doc;
    return { changes: { from: 0, to: length, insert: text }, selection: { anchor: text.length } };
  });
}

/**
 * Puts what is typed in the place of what is selected. Left to the browser, the new letters would
 * get the style of the old ones as an inline style, which the policy forbids.
 */
function replaceTyped(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  const text = event.data;
  if (event.inputType !== 'insertText' || !text || empty || view.composing) return false;
  const insert = () =>
    view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type' });
  // A quote typed over a selection encloses it, for one.
  const others = view.state.facet(EditorView.inputHandler);
  if (!others.some((take) => take(view, from, to, text, insert))) view.dispatch(insert());
  return true;
}

function keysOf(isSingle: boolean, commit: () => void): Extension {
  /** Committed, but not used up: what it means is the page's to say. */
  const commitAndPass = (view: EditorView) => {
    closeCompletion(view);
    commit();
    return false;
  };
  const enter = isSingle
    ? (view: EditorView) => {
        commit();
        // A composed word is confirmed with Enter, too.
        return !view.composing;
      }
    : insertNewlineAndIndent;
  return [
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: commitAndPass },
        { key: 'Shift-Enter', run: commitAndPass },
        { key: 'Mod-s', run: commitAndPass },
      ]),
    ),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...ownKeys,
      { key: 'Enter', run: enter },
      // The list of suggestions has had its turn with the key.
      { key: 'Escape', run: commitAndPass },
    ]),
  ];
}

function wordsOf(words: Pick<EditorOptions, 'label' | 'placeholder'>): Extension {
  return [
    EditorView.contentAttributes.of({
      'aria-label': words.label,
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
    }),
    placeholder(words.placeholder),
  ];
}

function extensionsOf(options: EditorOptions, commit: () => void): Extension {
  const minHeight = `${options.lines * 21 + 14}px`;
  return [
    history(),
    bracketMatching(),
    closeBrackets(),
    suggesting(options.suggest),
    keysOf(options.isSingle, commit),
    options.isSingle ? singleLine() : [],
    inkedBy(options.tokenize),
    faultField,
    EditorView.lineWrapping,
    theme,
    EditorView.theme({ '.cm-content': { minHeight } }),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      if (!docChanged || transactions.some((each) => each.annotation(isFromOutside))) return;
      options.oninput(state.doc.toString());
    }),
  ];
}

/**
 * A code editor in a shadow root, where its style sheets may stand under a policy that forbids
 * inline styles. Tab leaves it, Escape closes the list of suggestions and is then the page's.
 */
export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  let committed = options.value;
  const words = new Compartment();
  const commit = (): void => {
    const text = view.state.doc.toString();
    if (view.composing || text === committed) return;
    committed = text;
    options.oncommit(text);
  };
  const state = EditorState.create({
    doc: options.value,
    extensions: [
      extensionsOf(options, commit),
      words.of(wordsOf(options)),
      EditorView.domEventHandlers({ blur: () => void commit(), beforeinput: replaceTyped }),
    ],
  });
  const view: EditorView = new EditorView({ root, parent: root, state });
  return {
    setText(text) {
      committed = text;
      if (view.composing || view.state.doc.toString() === text) return;
      const changes = { from: 0, to: view.state.doc.length, insert: text };
      view.dispatch({ changes, annotations: isFromOutside.of(true) });
    },
    setFaults: (faults) => view.dispatch({ effects: setFaults.of(faults) }),
    setWords: (told) => view.dispatch({ effects: words.reconfigure(wordsOf(told)) }),
    insert: (text) => view.dispatch(view.state.replaceSelection(text)),
    focus: () => view.focus(),
    commit,
    text: () => (view.composing ? null : view.state.doc.toString()),
    destroy: () => view.destroy(),
  };
}
