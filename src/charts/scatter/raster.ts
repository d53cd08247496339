import { pump } from './pump';
import { renderSteps } from './render';
import type { Picture, RenderWish } from './render';

export interface Raster {
  /** Paints this next; a picture under way is finished first, wishes between are dropped. */
  readonly request: (wish: RenderWish) => void;
  readonly stop: () => void;
}

/** Paints in the background, one picture at a time, and hands each over when it is done. */
export function createRaster(onPicture: (picture: Picture) => void): Raster {
  let wanted: RenderWish | null = null;
  let last: Picture | null = null;
  let spare: Picture['grid'] | undefined;
  let isRunning = false;
  let isStopped = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (wanted && !isStopped) {
      const wish: RenderWish = wanted;
      wanted = null;
      const picture = await pump(renderSteps(wish, last, spare), () => isStopped);
      if (!picture) break;
      spare = last && last.grid !== picture.grid ? last.grid : spare;
      last = picture;
      onPicture(picture);
    }
    isRunning = false;
  }

  return {
    request: (wish) => {
      wanted = wish;
      if (!isRunning) void run();
    },
    stop: () => {
      isStopped = true;
    },
  };
}
