/** How many rows of a long table are there; grows a few rows a frame, so that the page stays alive. */
export interface Growth {
  readonly shown: number;
  readonly growTo: (count: number) => void;
  readonly stop: () => void;
}

/** Starts with one batch of rows and adds a batch a frame up to the count that is asked for. */
export function createGrowth(batch: number): Growth {
  let shown = $state(batch);
  let wanted = batch;
  let frame = 0;

  function grow(): void {
    shown = Math.min(wanted, shown + batch);
    frame = shown < wanted ? requestAnimationFrame(grow) : 0;
  }

  return {
    get shown() {
      return shown;
    },
    growTo: (count) => {
      wanted = Math.max(wanted, count);
      if (frame === 0 && shown < wanted) frame = requestAnimationFrame(grow);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
