import type { Notebook } from '../core/notebook';
import type { ProblemReport } from '../core/problem';
import type { Language, Words } from '../core/words';
import type { Documents } from '../engine/documents';
import type { Shipped } from './address';
import type { NotebookPorts, OpenNotebook } from './open-notebook';
import type { Preferences } from './preferences.svelte';
import type { Protection, StoredResult } from '../storage/port';
import type { Arrival } from './sharing/foreign';

/** What the window shows. */
export type Page =
  | { readonly kind: 'start' }
  | {
      readonly kind: 'opening';
      readonly name: string;
      /** 0: not known yet. */
      readonly sizeBytes: number;
      readonly sinceMs: number;
      readonly signal: AbortSignal;
      readonly cancel: () => void;
    }
  /** A protected notebook: to be unlocked, or being encrypted or decrypted as a whole. */
  | { readonly kind: 'locked'; readonly id: string; readonly isWorking: boolean }
  | { readonly kind: 'problem'; readonly name: string; readonly problem: ProblemReport }
  | {
      readonly kind: 'notebook';
      readonly open: OpenNotebook;
      /** Where it came from, when it has just been opened from elsewhere. */
      readonly arrival?: Arrival;
    };

/** A notebook that is not stored yet, with the results that came with it. */
export interface Shown {
  readonly notebook: Notebook;
  readonly id: string;
  readonly results?: ReadonlyMap<string, StoredResult>;
}

/** A table that the start page can make. */
export interface SampleCard {
  readonly id: string;
  readonly title: Words;
  readonly about: Words;
  readonly rows: number;
  /** A shape that shows what a method can and cannot do. */
  readonly isLesson: boolean;
  /** Makes the file; loaded and generated on first use. */
  readonly make: (language: Language) => Promise<File>;
}

export interface WorkspacePorts extends NotebookPorts {
  /** Over the store: protects notebooks with a passphrase. */
  readonly protection: Protection;
  readonly preferences: Preferences;
  readonly samples: readonly SampleCard[];
  /** What this copy of the site was published with. */
  readonly shipped?: Shipped;
  /** Reads notebooks from elsewhere, and packs them. */
  readonly documents: Documents;
  /** The notebook that a passport of segments opens as; throws a `Problem` when it is none. */
  readonly openPassport: (text: string, language: Language) => Promise<Notebook>;
  readonly writeNotebook: (notebook: Notebook) => Promise<string>;
}
