import type { Random } from '../core/random';
import type { Words } from '../core/words';
import { normal, onCircle } from './draw';
import type { Sample } from './sample';

interface Shape {
  readonly id: string;
  readonly title: Words;
  readonly summary: Words;
  readonly groups: number;
  readonly point: (random: Random) => { group: number; x: number; y: number };
}

const CENTERS = [
  [-6, -5],
  [0, 5],
  [6, -2],
] as const;

function blob(random: Random): { group: number; x: number; y: number } {
  const group = random.below(CENTERS.length);
  const [x, y] = CENTERS[group]!;
  return { group, x: x + normal(random), y: y + normal(random) };
}

/** The classic shapes on which it shows what K-means can and cannot see. */
const SHAPES: readonly Shape[] = [
  {
    id: 'blobs',
    title: { zh: '三团', en: 'Three blobs' },
    summary: {
      zh: '三个圆团：K-means 最拿手的样子。',
      en: 'Three round blobs: what K-means does best.',
    },
    groups: 3,
    point: blob,
  },
  {
    id: 'anisotropic',
    title: { zh: '斜长的团', en: 'Slanted blobs' },
    summary: {
      zh: '三团拉斜了：距离不再一样，K-means 会切错。',
      en: 'The blobs pulled aslant: K-means cuts across them.',
    },
    groups: 3,
    point: (random) => {
      const group = random.below(3);
      const along = 3 * normal(random);
      const across = 2.4 * (group - 1) + 0.4 * normal(random);
      return { group, x: along + across, y: along - across };
    },
  },
  {
    id: 'moons',
    title: { zh: '两弯月', en: 'Two moons' },
    summary: {
      zh: '两弯新月相扣：群不是圆的，K-means 看不出。',
      en: 'Two crescents that interlock: groups that are not round.',
    },
    groups: 2,
    point: (random) => {
      const group = random.below(2);
      const [x, y] = onCircle(random);
      const [nearX, nearY] = [0.08 * normal(random), 0.08 * normal(random)];
      const [moonX, moonY] = group === 0 ? [x, Math.abs(y)] : [1 - x, 0.5 - Math.abs(y)];
      return { group, x: moonX + nearX, y: moonY + nearY };
    },
  },
  {
    id: 'circles',
    title: { zh: '同心圆', en: 'Circles' },
    summary: {
      zh: '一个圆环套着另一个：中心相同，K-means 分不开。',
      en: 'One ring inside the other: the same center, so K-means cannot tell them apart.',
    },
    groups: 2,
    point: (random) => {
      const group = random.below(2);
      const radius = group === 0 ? 1 : 0.45;
      const [x, y] = onCircle(random);
      return {
        group,
        x: radius * x + 0.06 * normal(random),
        y: radius * y + 0.06 * normal(random),
      };
    },
  },
  {
    id: 'noise',
    title: { zh: '均匀噪声', en: 'Uniform noise' },
    summary: {
      zh: '什么群也没有：看看方法会不会硬分。',
      en: 'No groups at all: see whether a method makes some up.',
    },
    groups: 1,
    point: (random) => ({ group: 0, x: 2 * random.next() - 1, y: 2 * random.next() - 1 }),
  },
];

function toSample({ id, title, summary, groups, point }: Shape): Sample {
  return {
    id,
    title,
    summary,
    fileName: { zh: `${title.zh}.csv`, en: `${id}.csv` },
    rows: 600,
    groups,
    encoding: 'utf-8',
    header: () => ['x', 'y'],
    row: (random) => {
      const { group, x, y } = point(random);
      return { group, values: [x.toFixed(4), y.toFixed(4)] };
    },
  };
}

export const shapes: readonly Sample[] = SHAPES.map(toSample);
