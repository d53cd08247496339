import { mount, tick } from 'svelte';
import '../../../src/ui/base.css';
import '../../../src/ui/tokens.css';
import Scatter from '../../../src/charts/scatter/Scatter.svelte';
import type { Points } from '../../../src/charts/scatter/domain';
import { createRandom } from '../../../src/core/random';
import type { Moving, ScatterBench } from './protocol';

const GROUPS = 4;
const WIDTH = 832;

/** Normal clouds side by side and over each other, as components of customers look. */
function drawPoints(rows: number): Points {
  const random = createRandom(20_261_122, 'bench', 'scatter');
  const [x, y, labels] = [new Float32Array(rows), new Float32Array(rows), new Int16Array(rows)];
  for (let i = 0; i < rows; i++) {
    const group = random.below(GROUPS);
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    x[i] = radius * Math.cos(angle) + 2.5 * (group % 2);
    y[i] = radius * Math.sin(angle) * 0.8 + 2 * Math.floor(group / 2);
    labels[i] = group;
  }
  return { x, y, labels, groups: GROUPS };
}

function rangeOf(values: Float32Array) {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) [min, max] = [Math.min(min, value), Math.max(max, value)];
  return { min, max };
}

/** Pictures made anew from the rows: a picture moved along with the frame is none. */
let pictures = 0;
const put: (image: ImageData, x: number, y: number) => void =
  CanvasRenderingContext2D.prototype.putImageData;
CanvasRenderingContext2D.prototype.putImageData = function (
  this: CanvasRenderingContext2D,
  image: ImageData,
  x: number,
  y: number,
) {
  pictures++;
  put.call(this, image, x, y);
};

let longestMs = 0;
new PerformanceObserver((seen) => {
  for (const { duration } of seen.getEntries()) longestMs = Math.max(longestMs, duration);
}).observe({ type: 'longtask' });

async function show(rows: number): Promise<void> {
  const points = drawPoints(rows);
  const target = document.querySelector('main')!;
  target.style.width = `${WIDTH}px`;
  mount(Scatter, {
    target,
    props: {
      points,
      extent: { x: rangeOf(points.x), y: rangeOf(points.y) },
      centroids: [0, 1, 2, 3].map((c) => ({ x: 2.5 * (c % 2), y: 2 * Math.floor(c / 2) })),
      nameOf: (index: number) => `Segment ${index + 1}`,
      axes: { x: 'across →', y: '↑ up' },
      ticks: () => [],
      describe: () => '',
      label: 'bench',
      language: 'en',
      selected: null,
      onselect: () => undefined,
      kept: [],
      keptNames: [],
      suggestion: 'Hand-made 1',
      onkeep: () => undefined,
      onmerge: () => undefined,
    },
  });
  await tick();
  while (pictures === 0) await nextFrame();
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
const frame = () => document.querySelector<HTMLElement>('.frame')!;

function mouse(kind: string, at: { x: number; y: number }, target: EventTarget): void {
  const box = frame().getBoundingClientRect();
  const place = { clientX: box.left + at.x, clientY: box.top + at.y };
  target.dispatchEvent(new MouseEvent(kind, { ...place, bubbles: true, view: window, buttons: 1 }));
}

function wheel(deltaY: number): void {
  const box = frame().getBoundingClientRect();
  const place = { clientX: box.left + 300, clientY: box.top + 200 };
  const keys = { ctrlKey: true, bubbles: true, cancelable: true, view: window };
  frame().dispatchEvent(new WheelEvent('wheel', { ...place, ...keys, deltaY }));
}

/** Moves the picture a little in every frame, and counts the frames and the pictures made anew. */
async function measureMoving(how: 'pan' | 'zoom', forMs: number): Promise<Moving> {
  [longestMs, pictures] = [0, 0];
  if (how === 'pan') mouse('mousedown', { x: 400, y: 250 }, frame());
  const began = await nextFrame();
  let frames = 0;
  for (let now = began; now - began < forMs; frames++) {
    const turn = frames / 12;
    if (how === 'zoom') wheel(Math.floor(frames / 20) % 2 === 0 ? -6 : 6);
    else
      mouse('mousemove', { x: 400 + 150 * Math.sin(turn), y: 250 + 90 * Math.cos(turn) }, window);
    now = await nextFrame();
  }
  const seconds = (performance.now() - began) / 1000;
  if (how === 'pan') mouse('mouseup', { x: 400, y: 250 }, window);
  // Long tasks are told of a little later.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { framesPerSecond: frames / seconds, picturesPerSecond: pictures / seconds, longestMs };
}

/** From the end of an outline to the card with the count; whoever draws it does so from outside. */
function nextLasso(): Promise<{ readonly ms: number; readonly words: string }> {
  return new Promise((resolve) => {
    let ended = 0;
    frame().addEventListener('pointerup', () => (ended = performance.now()), {
      once: true,
      capture: true,
    });
    const watch = new MutationObserver(() => {
      const card = document.querySelector('.card b');
      if (!card || ended === 0) return;
      watch.disconnect();
      resolve({ ms: performance.now() - ended, words: card.textContent ?? '' });
    });
    watch.observe(document.body, { subtree: true, childList: true });
  });
}

const scatterBench: ScatterBench = { show, measureMoving, nextLasso };
Object.assign(globalThis, { scatterBench });
