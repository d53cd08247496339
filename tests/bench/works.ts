import type { Work } from './work';

/** Every kind of work: a new one is a new file in `works/`, there is no list to edit. */
export const WORKS: readonly Work[] = Object.values(
  import.meta.glob<Work>('./works/*.ts', { eager: true, import: 'work' }),
);
