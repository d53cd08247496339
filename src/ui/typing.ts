/** What a field tells of what is typed into it. */
export interface Typing {
  readonly field: Element;
  /** What leaving the field now would do to the document; null: it was left, or is gone. */
  readonly leave: (() => void) | null;
}

/** The event of the page that tells of typing, so that whoever keeps the document hears of it. */
export const TYPING = 'fenqun-typing';

declare global {
  interface DocumentEventMap {
    [TYPING]: CustomEvent<Typing>;
  }
}

export function tellTyping(typing: Typing): void {
  document.dispatchEvent(new CustomEvent(TYPING, { detail: typing }));
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Attached to a field that takes its text when it is left: tells at every letter what would be
 * taken, so that a page that dies has lost none of it. What is still being composed is no text yet.
 * A field that `staysOpen` keeps its text when the keyboard goes elsewhere.
 */
export function typing(
  take: (text: string) => void,
  { staysOpen = false }: { readonly staysOpen?: boolean } = {},
): (field: Field) => () => void {
  return (field) => {
    const tell = () => tellTyping({ field, leave: () => take(field.value) });
    const oninput = (event: Event) => {
      if (!(event instanceof InputEvent && event.isComposing)) tell();
    };
    const left = () => tellTyping({ field, leave: null });
    field.addEventListener('input', oninput);
    field.addEventListener('compositionend', tell);
    if (!staysOpen) field.addEventListener('blur', left);
    return () => {
      field.removeEventListener('input', oninput);
      field.removeEventListener('compositionend', tell);
      field.removeEventListener('blur', left);
      left();
    };
  };
}
