import { TYPING, type Typing } from '../ui/typing';
import type { Commands } from './commands';

/**
 * Knows what is being typed into the fields of an open notebook and taken only when they are left:
 * the document that leaving them now would make is what autosave writes.
 */
export class TypedText {
  readonly #fields = new Map<Element, () => void>();

  constructor(private readonly commands: Pick<Commands, 'suppose'>) {}

  /** Listens until the returned function is called. */
  listen(page: Document): () => void {
    const heard = ({ detail }: CustomEvent<Typing>) => this.hear(detail);
    page.addEventListener(TYPING, heard);
    return () => page.removeEventListener(TYPING, heard);
  }

  hear({ field, leave }: Typing): void {
    if (leave) this.#fields.set(field, leave);
    else if (!this.#fields.delete(field)) return;
    this.ask();
  }

  /** Asks the fields anew: the document under what is typed has changed. */
  ask(): void {
    this.commands.suppose([...this.#fields.values()]);
  }
}
