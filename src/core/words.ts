/** The two languages of the interface and of documents. */
export type Language = 'zh' | 'en';

/** One text in both languages; both are required by type. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The language that names are in: Chinese as soon as one of them has a Han letter. */
export function languageOfNames(names: readonly string[]): Language {
  return names.some((name) => /\p{Script=Han}/u.test(name)) ? 'zh' : 'en';
}
