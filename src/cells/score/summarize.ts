import type { Passport } from '../../passport/passport';
import type { Scored } from '../../passport/score';
import { presentOf } from '../../table/encode/moments';
import { quantile } from '../../table/encode/quantile';
import type { ScoreDisplay, ScoredSegment } from './display';

const MOST_LEVELS = 20;

/** How sure a row's segment is: 1 − own / other distance; NaN where there is no other segment. */
export function confidenceOf(own: number, other: number): number {
  if (other === Infinity) return NaN;
  // A row that is no farther from either is in both.
  return other > 0 ? Math.max(0, 1 - own / other) : 0;
}

/** What the scores of a table come to; linear in rows × segments. */
export function summarize(passport: Passport, scored: Scored, isSaved: boolean): ScoreDisplay {
  const { clustering, matched, leftOut, unseen } = scored;
  const { title, method, learnt, rules } = passport;
  const segments = segmentsOf(passport, scored);
  return {
    title,
    method,
    isSaved,
    learnt,
    tableRows: clustering.tableRows,
    rows: clustering.labels.length,
    outside: segments.reduce((sum, segment) => sum + segment.outside, 0),
    segments,
    leftOut,
    unseen: unseen.slice(0, MOST_LEVELS),
    unseenLevels: unseen.length,
    notes: matched.notes,
    unused: matched.unused,
    rules,
  };
}

function segmentsOf(passport: Passport, { clustering, nearness }: Scored): ScoredSegment[] {
  const { labels, sizes } = clustering;
  const outside = sizes.map(() => 0);
  const confidences = sizes.map((size) => new Float64Array(size));
  const filled = sizes.map(() => 0);
  labels.forEach((label, row) => {
    if (nearness.own[row]! > passport.segments[label]!.reach) outside[label]!++;
    const confidence = confidenceOf(nearness.own[row]!, nearness.other[row]!);
    confidences[label]![filled[label]!++] = confidence;
  });
  return passport.segments.map(({ label, mark, name, rows, reach, middle }, index) => {
    const present = presentOf(confidences[index]!);
    return {
      label,
      mark,
      name,
      reach,
      middle,
      rows: sizes[index]!,
      learntRows: rows,
      outside: outside[index]!,
      confidence: present.length === 0 ? null : quantile(present, 0.5),
    };
  });
}
