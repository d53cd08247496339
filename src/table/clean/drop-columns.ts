import { columnFor } from './columns-for';
import type { Done } from './done';
import { failStep } from './fault';
import type { Paced } from './pace';
import type { StepOf } from './step';
import type { Working } from './working';

/** Leaves columns out; at least one must stay, and naming none leaves out none. */
// eslint-disable-next-line require-yield -- as long as every step it is a generator
export function* dropColumns(working: Working, step: StepOf<'drop-columns'>): Paced<Done> {
  const gone = new Set(step.columns.map((name) => columnFor(working, step, name).name));
  const columns = working.columns.filter(({ name }) => !gone.has(name));
  if (columns.length === 0) return failStep({ code: 'no-columns-left' });
  const outcomes = [...gone].map((column) => ({ column, cells: 0 }));
  return { working: { ...working, columns }, columns: outcomes, examples: [] };
}
