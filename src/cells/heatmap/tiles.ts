import {
  below,
  DEVIATION_BOUNDS,
  deviationStep,
  TGI_BOUNDS,
  tgiStep,
  type Step,
} from '../../charts/heatmap/steps';
import { formatNumber } from '../../core/format';
import { figureWithUnit, figureWords, type UnitFormat } from '../../core/format-unit';
import type { Language, Words } from '../../core/words';
import type { HeatLine } from './display';

export type Measure = 'deviation' | 'tgi' | 'values';

export interface Tile {
  readonly text: string;
  readonly step: Step;
}

/** What stands in the tile of a line and segment, and its colour. */
export function tileOf(
  line: HeatLine,
  segment: number,
  { measure, language }: { readonly measure: Measure; readonly language: Language },
): Tile {
  const effect = line.effects[segment] ?? null;
  const tgi = line.tgi[segment] ?? null;
  if (measure === 'tgi') {
    return {
      text: tgi === null ? '—' : formatNumber(tgi, 0),
      step: tgi === null ? 0 : tgiStep(tgi),
    };
  }
  const step = effect === null ? 0 : deviationStep(effect);
  if (measure === 'deviation') return { text: signedFigure(effect), step };
  return { text: figureWords(line.means[segment] ?? null, formatOf(line))[language], step };
}

/** +1.94, −0.85, 0.00; a dash for none. */
export function signedFigure(value: number | null): string {
  if (value === null) return '—';
  const figure = formatNumber(value, 2);
  return value > 0 && figure !== '0.00' ? `+${figure}` : figure;
}

export function formatOf(line: HeatLine): UnitFormat {
  const isShare = line.kind !== 'mean' || line.column.type === 'boolean';
  return { column: line.column, isShare, figures: [line.overall, ...line.means] };
}

/** The mean (or share) of a segment, of everyone for null, in original units. */
export function valueWords(line: HeatLine, segment: number | null): Words {
  const value = segment === null ? line.overall : (line.means[segment] ?? null);
  return figureWithUnit(value, formatOf(line));
}

export function keyOf({ column, kind, level }: HeatLine): string {
  return kind === 'mean' ? column.id : `${column.id} ${kind} ${level ?? ''}`;
}

/** What stands behind "column =" for a line that is a share. */
export function levelWords({ kind, level, others }: HeatLine): Words | null {
  if (kind === 'mean') return null;
  if (kind === 'level') return { zh: level ?? '', en: level ?? '' };
  return { zh: `其余 ${others} 种`, en: `the other ${others}` };
}

/** The line as sentences call it: 「城市 = 北京」. */
export function lineWords(line: HeatLine): Words {
  const level = levelWords(line);
  const { name } = line.column;
  return level === null
    ? { zh: name, en: name }
    : { zh: `${name} = ${level.zh}`, en: `${name} = ${level.en}` };
}

/** The bounds between the nine colours, lowest first. */
export function scaleBounds(measure: Measure): readonly string[] {
  if (measure === 'tgi') return [...TGI_BOUNDS.map(below).reverse(), ...TGI_BOUNDS].map(String);
  const above = DEVIATION_BOUNDS.map(String);
  return [...above.map((bound) => `−${bound}`).reverse(), ...above];
}
