/** A stretch of a line. Only what stands here can be drawn: there is no kind for HTML. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly inlines: readonly Inline[] }
  /** `href` begins with http:// or https://. */
  | { readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[] }
  /** `source` is a data URL of a PNG or JPEG. */
  | { readonly kind: 'image'; readonly source: string; readonly alt: string };

export type Align = 'left' | 'center' | 'right' | null;

export interface ListItem {
  readonly blocks: readonly Block[];
  /** Null: not a task. */
  readonly isDone: boolean | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'list';
      /** Number of the first item; null: bullets. */
      readonly start: number | null;
      readonly items: readonly ListItem[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | {
      readonly kind: 'table';
      readonly align: readonly Align[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'rule' };

export interface NoteDisplay {
  readonly blocks: readonly Block[];
}
