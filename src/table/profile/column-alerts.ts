import { isIdentifierName } from '../column-names';
import type { ColumnProfile } from '../profile';
import { cutValue, type Alert, type Example } from './alert';
import { LIMITS } from './limits';

type Found = Omit<Alert, 'columns' | 'type'>;

/** What can be said of a column of any type: gaps, sameness, and whether it names the rows. */
export function alertsOfColumn(profile: ColumnProfile, rows: number): readonly Alert[] {
  const { column } = profile;
  const found = [gaps(profile, rows), sameness(profile, rows), naming(profile, rows)];
  return found.flatMap((alert) =>
    alert === null ? [] : [{ ...alert, columns: [column.name], type: column.type }],
  );
}

function gaps({ missing }: ColumnProfile, rows: number): Found | null {
  if (missing === 0 || rows === 0) return null;
  const figures = { count: missing, of: rows, examples: [] };
  if (missing === rows) return { kind: 'all-missing', severity: 'high', ...figures };
  if (missing >= LIMITS.mostlyMissing * rows) {
    return { kind: 'mostly-missing', severity: 'medium', ...figures };
  }
  return { kind: 'missing', severity: missing >= 0.01 * rows ? 'medium' : 'low', ...figures };
}

function sameness(profile: ColumnProfile, rows: number): Found | null {
  const { missing, distinct, top } = profile;
  const present = rows - missing;
  const examples = top.slice(0, 1);
  const most = examples[0]?.count ?? 0;
  if (distinct === 1 && present > 1) {
    return { kind: 'constant', severity: 'medium', count: present, of: present, examples };
  }
  const isAlmost = distinct > 1 && present >= LIMITS.leastForAlmostConstant;
  if (!isAlmost || most < LIMITS.almostConstant * present) return null;
  return { kind: 'almost-constant', severity: 'low', count: most, of: present, examples };
}

/** Columns that name rows, and columns of texts that nearly never repeat. */
function naming(profile: ColumnProfile, rows: number): Found | null {
  const { column, distinct, missing, top } = profile;
  const present = rows - missing;
  if (present < LIMITS.leastValues) return null;
  const isName = column.type === 'identifier' || isIdentifierName(column.name);
  if (isName && distinct === present) {
    return { kind: 'identifier', severity: 'low', count: distinct, of: present, examples: [] };
  }
  if (distinct < LIMITS.almostUnique * present) return null;
  if (isName) {
    const twice = top.filter(({ count }) => count > 1).slice(0, LIMITS.examples);
    const count = present - distinct;
    return { kind: 'duplicate-identifiers', severity: 'high', count, of: present, examples: twice };
  }
  const isText = column.type === 'text' || column.type === 'category';
  if (!isText) return null;
  return { kind: 'almost-unique', severity: 'low', count: distinct, of: present, examples: [] };
}

/** The most frequent values, short enough for a report. */
export function shortened(examples: readonly Example[], most: number): readonly Example[] {
  return examples.slice(0, most).map(({ value, count }) => ({ value: cutValue(value), count }));
}
