import type { Asked, OursAnswers } from '../answer-ours';
import type { Told } from '../participants/participant';
import type { Proof } from '../work';

/** From the page to the bench's worker, one at a time. */
export type ToBench =
  | {
      readonly kind: 'setup';
      readonly shard: Blob;
      readonly wasm: ArrayBuffer;
      readonly limits: ArrayBuffer;
      readonly workers: number;
    }
  /** Paths in `told` are addresses. */
  | { readonly kind: 'load'; readonly told: Told }
  | { readonly kind: 'ask'; readonly asked: Asked };

/** Everything but the setup is answered once. */
export type FromBench =
  | { readonly kind: 'answer'; readonly answer: OursAnswers[Asked['kind']] | null }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the page offers to whoever drives it. */
export interface BenchPage {
  readonly workers: number;
  readonly ask: (message: ToBench) => Promise<FromBench>;
  /** The longest task of this page's main thread since it loaded; 0 when none was long. */
  readonly longestTaskMs: () => number;
}

/** What came of moving a picture for a while. */
export interface Moving {
  /** Frames in which the picture followed. */
  readonly framesPerSecond: number;
  /** Pictures that were made anew from all rows meanwhile. */
  readonly picturesPerSecond: number;
  /** The longest task of the page's main thread, of those over 50 ms; 0: none was. */
  readonly longestMs: number;
}

/** What the page with the scatter plot offers. */
export interface ScatterBench {
  readonly show: (rows: number) => Promise<void>;
  readonly measureMoving: (how: 'pan' | 'zoom', forMs: number) => Promise<Moving>;
  readonly nextLasso: () => Promise<{ readonly ms: number; readonly words: string }>;
}

/** What the page that reads files offers; the file is chosen in its only field. */
export interface ReadBench {
  readonly read: () => Promise<{ readonly ms: number; readonly proof: Proof }>;
}
