/** The two languages of the interface and of documents. */
export type Language = 'zh' | 'en';

/** One text in both languages; both are required by type. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
