import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import { invertSteps, isNumberStep } from '../../table/encode/steps';
import type { ScatterAxis, ScatterDisplay } from './display';

export const viewWords = {
  table: { zh: '表格', en: 'Table' },
  segment: { zh: '分群', en: 'Segment' },
  rows: { zh: '行数', en: 'Rows' },
  centroid: { zh: '质心', en: 'Centroid' },
  noise: { zh: '噪声点', en: 'Noise' },
} satisfies Record<string, Words>;

const MOST_NAMES = 3;
/** Features that weigh less than this part of the heaviest say nothing of the direction. */
const LEAST_PART = 0.5;

/** The name of an axis without its direction: "主成分 1（46 %）", "消费". */
export function axisName(axis: ScatterAxis): Words {
  if (axis.kind === 'feature') {
    const isLog = axis.steps?.some((step) => step.kind === 'log') ?? false;
    return isLog
      ? { zh: `${axis.name}（对数刻度）`, en: `${axis.name} (log axis)` }
      : { zh: axis.name, en: axis.name };
  }
  if (axis.kind === 'umap') return { zh: `UMAP ${axis.name}`, en: `UMAP ${axis.name}` };
  if (axis.explained === null) return { zh: `主成分 ${axis.name}`, en: `Component ${axis.name}` };
  return {
    zh: `主成分 ${axis.name}（${formatPercent(axis.explained, 'zh', 0)}）`,
    en: `Component ${axis.name} (${formatPercent(axis.explained, 'en', 0)})`,
  };
}

/** Which way the axis grows: the features that weigh most, with their signs. */
export function directionWords(axis: ScatterAxis): Words | null {
  if (axis.kind !== 'component') return null;
  const heaviest = Math.max(...axis.loadings.map(({ weight }) => Math.abs(weight)), 0);
  if (heaviest === 0) return null;
  const telling = axis.loadings
    .filter(({ weight }) => Math.abs(weight) >= LEAST_PART * heaviest)
    .slice(0, MOST_NAMES);
  const [up, down] = [
    telling.filter(({ weight }) => weight > 0),
    telling.filter(({ weight }) => weight < 0),
  ];
  const zh = [
    up.length > 0 && `${beforeHan(list(up, '、'))}更高`,
    down.length > 0 && `${beforeHan(list(down, '、'))}更低`,
  ];
  const en = [
    up.length > 0 && `higher ${list(up, ', ')}`,
    down.length > 0 && `lower ${list(down, ', ')}`,
  ];
  return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
}

function list(loadings: ScatterAxis['loadings'], separator: string): string {
  return loadings.map(({ feature }) => shorten(feature)).join(separator);
}

/** A space parts Latin letters and digits from the Han that follow. */
function beforeHan(text: string): string {
  return /[\u0021-\u024f]$/.test(text) ? `${text} ` : text;
}

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > 18 ? `${characters.slice(0, 17).join('')}…` : name;
}

/** The axis as it stands on the chart, with an arrow in its direction. */
export function axisLabel(axis: ScatterAxis, side: 'x' | 'y', language: Language): string {
  const direction = directionWords(axis)?.[language];
  const colon = language === 'zh' ? '：' : ': ';
  const name = axisName(axis)[language];
  const words = direction ? `${name}${colon}${direction}` : name;
  return side === 'x' ? `${words} →` : `↑ ${words}`;
}

/** A place on the axes: in original units for number features, else in those of the axes. */
export function placeWords(axes: ScatterDisplay['axes'], x: number, y: number): Words {
  const [across, up] = [valueAt(axes[0], x), valueAt(axes[1], y)];
  const [nameX, nameY] = [shortName(axes[0]), shortName(axes[1])];
  return {
    zh: `${nameX.zh} ${across} · ${nameY.zh} ${up}`,
    en: `${nameX.en} ${across} · ${nameY.en} ${up}`,
  };
}

function shortName({ kind, name }: ScatterAxis): Words {
  if (kind === 'feature') return { zh: shorten(name), en: shorten(name) };
  return kind === 'umap'
    ? { zh: `UMAP ${name}`, en: `UMAP ${name}` }
    : { zh: `主成分 ${name}`, en: `Component ${name}` };
}

function valueAt({ steps }: ScatterAxis, value: number): string {
  const isNumber = steps !== undefined && steps.length > 0 && steps.every(isNumberStep);
  const original = isNumber ? invertSteps(steps, value) : value;
  // Below the lowest value that the steps know, there is no original one.
  if (!Number.isFinite(original)) return '—';
  return formatNumber(original, Math.abs(original) >= 100 ? 0 : 2);
}

/** The chart as a sentence, for those who do not see it. */
export function chartSentence(
  display: ScatterDisplay,
  names: readonly Words[],
  language: Language,
): string {
  const [x, y] = display.axes.map((axis) => axisName(axis)[language]);
  const places = display.centroids.map((_, i) => nameOf(names, i)[language]);
  const rows = formatCount(display.rows);
  return language === 'zh'
    ? `散点图：${rows} 行，横轴${x}，纵轴${y}。分群：${places.join('、')}。方向键移动光标。`
    : `Scatter plot: ${rows} rows, ${x} to the right, ${y} upwards. Segments: ${places.join(', ')}. Arrow keys move a cursor.`;
}
