export interface Silence {
  /** To be called for every message that arrives. */
  readonly heard: () => void;
  readonly stop: () => void;
}

/**
 * Calls back when nothing was heard for a number of beats. Beats are counted, not the time on
 * the clock: after a laptop slept, a worker is not dead because it was quiet overnight.
 */
export function watchSilence(
  { beatMs, beats }: { readonly beatMs: number; readonly beats: number },
  onSilence: () => void,
): Silence {
  let silent = 0;
  const timer = setInterval(() => {
    silent++;
    if (silent < beats) return;
    clearInterval(timer);
    onSilence();
  }, beatMs);
  return {
    heard: () => {
      silent = 0;
    },
    stop: () => clearInterval(timer),
  };
}
