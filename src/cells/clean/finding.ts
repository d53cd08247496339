import { capitalize, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { CleanStep } from '../../table/clean/step';
import type { CleanDisplay } from './display';

/** Clauses that a headline holds; what more there is is counted. */
const MOST_CLAUSES = 3;

/** Kinds of effect, in the order of the headline. */
const EFFECTS = [
  'repeats',
  'lacking',
  'outlying',
  'breaking',
  'aside',
  'filled',
  'clipped',
  'missing',
  'rewritten',
  'columns',
] as const;

type Effect = (typeof EFFECTS)[number];

interface Tally {
  count: number;
  readonly columns: Set<string>;
}

/** What the steps did together, by effect. */
function tallies({ steps, outcomes }: CleanDisplay): Map<Effect, Tally> {
  const found = new Map<Effect, Tally>();
  const add = (effect: Effect, count: number, columns: readonly string[] = []): void => {
    if (count === 0) return;
    const tally = found.get(effect) ?? { count: 0, columns: new Set<string>() };
    tally.count += count;
    for (const column of columns) tally.columns.add(column);
    found.set(effect, tally);
  };
  for (const [index, step] of steps.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status !== 'done') continue;
    const columns = outcome.columns.filter(({ cells }) => cells > 0).map(({ column }) => column);
    add(droppedBy(step), outcome.dropped);
    add('aside', outcome.aside);
    add(changedBy(step), outcome.cells, columns);
    if (step.kind === 'drop-columns') add('columns', outcome.columns.length);
  }
  return found;
}

function droppedBy({ kind }: CleanStep): Effect {
  if (kind === 'drop-duplicates') return 'repeats';
  if (kind === 'drop-missing') return 'lacking';
  return kind === 'outliers' ? 'outlying' : 'breaking';
}

function changedBy({ kind }: CleanStep): Effect {
  if (kind === 'fill-missing') return 'filled';
  if (kind === 'outliers') return 'clipped';
  return kind === 'set-missing' || kind === 'validate' ? 'missing' : 'rewritten';
}

function clause(effect: Effect, { count, columns }: Tally): Words {
  const n = formatCount(count);
  const [only] = columns.size === 1 ? columns : [];
  const [rows, values] = count === 1 ? ['row', 'value'] : ['rows', 'values'];
  const of = only === undefined ? { zh: '', en: '' } : { zh: `「${only}」的 `, en: ` of ${only}` };
  const [many, ofMany] = [only === undefined ? ' ' : of.zh, of.en];
  switch (effect) {
    case 'repeats':
      return { zh: `去掉 ${n} 行重复`, en: `${n} duplicate ${rows} removed` };
    case 'lacking':
      return { zh: `去掉 ${n} 行有缺失的`, en: `${n} incomplete ${rows} removed` };
    case 'outlying':
      return { zh: `去掉 ${n} 行异常的`, en: `${n} outlying ${rows} removed` };
    case 'breaking':
      return { zh: `去掉 ${n} 行违规的`, en: `${n} ${rows} that break a rule removed` };
    case 'aside':
      return { zh: `搁置 ${n} 行`, en: `${n} ${rows} set aside` };
    case 'filled':
      return { zh: `补上${many}${n} 个缺失`, en: `${n} missing ${values}${ofMany} filled` };
    case 'clipped':
      return {
        zh: `收回${many}${n} 个异常值`,
        en: `${n} outlying ${values}${ofMany} moved to the bound`,
      };
    case 'missing':
      return { zh: `${of.zh}${n} 个值当作缺失`, en: `${n} ${values}${ofMany} taken for missing` };
    case 'rewritten':
      return { zh: `改写${many}${n} 个值`, en: `${n} ${values}${ofMany} rewritten` };
    case 'columns':
      return { zh: `去掉 ${n} 列`, en: `${n} ${count === 1 ? 'column' : 'columns'} removed` };
    default:
      return effect satisfies never;
  }
}

function rowsLeft({ kept }: CleanDisplay): Words {
  if (kept === 0) return { zh: '一行也没有留下', en: 'no row is left' };
  return {
    zh: `${formatCount(kept)} 行留下`,
    en: `${formatCount(kept)} ${kept === 1 ? 'row is' : 'rows are'} left`,
  };
}

/** Steps that were not done matter more than those that were. */
function failures({ outcomes }: CleanDisplay): Words | null {
  const failed = outcomes.flatMap(({ status }, index) => (status === 'failed' ? [index + 1] : []));
  const [first] = failed;
  if (first === undefined) return null;
  if (failed.length === 1)
    return { zh: `第 ${first} 步没有做成`, en: `step ${first} was not done` };
  const count = formatCount(failed.length);
  return { zh: `${count} 步没有做成`, en: `${count} steps were not done` };
}

function laneFinding({ rows, kept }: CleanDisplay): Words {
  if (rows === 0) {
    return {
      zh: `没有行被搁置，${formatCount(kept)} 行都留在主表。`,
      en: `No row was set aside; the main table has ${formatCount(kept)}.`,
    };
  }
  return {
    zh: `这里是被搁置的 ${formatCount(rows)} 行；另有 ${formatCount(kept)} 行在主表。`,
    en: `The ${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'} set aside; ${formatCount(kept)} more are in the main table.`,
  };
}

function found({ breaches }: CleanDisplay): Words | null {
  if (breaches.left === 0) return null;
  const count = formatCount(breaches.left);
  return {
    zh: `还有 ${count} 处违规`,
    en: `${count} ${breaches.left === 1 ? 'value still breaks a rule' : 'values still break a rule'}`,
  };
}

/** The headline: what was done, how many rows are left, and what was not done. */
export function findingOf(display: CleanDisplay): Words {
  if (display.output === 'set-aside') return laneFinding(display);
  const did = tallies(display);
  const clauses = EFFECTS.flatMap((effect) => {
    const tally = did.get(effect);
    return tally ? [clause(effect, tally)] : [];
  });
  const left = rowsLeft(display);
  const caveats = [failures(display), found(display)].flatMap((words) => words ?? []);
  const zhTail = caveats.map(({ zh }) => `；${zh}`).join('');
  const enTail = caveats.map(({ en }) => `; ${en}`).join('');
  if (clauses.length === 0) return unchanged(display, { zh: zhTail, en: enTail });
  const few = clauses.slice(0, MOST_CLAUSES);
  const more = clauses.length - few.length;
  const rest = {
    zh: more > 0 ? `等 ${more + few.length} 项` : '',
    en: more > 0 ? ' and more' : '',
  };
  return {
    zh: `${few.map(({ zh }) => zh).join('，')}${rest.zh}，${left.zh}${zhTail}。`,
    en: `${capitalize(few.map(({ en }) => en).join(', '))}${rest.en}; ${left.en}${enTail}.`,
  };
}

function unchanged({ steps, kept, outcomes }: CleanDisplay, tail: Words): Words {
  const n = formatCount(kept);
  if (steps.length === 0) {
    return {
      zh: `还没有清洗步骤，${n} 行原样通过。`,
      en: `No cleaning steps yet: ${n} ${kept === 1 ? 'row passes' : 'rows pass'} through.`,
    };
  }
  const wasDone = outcomes.some(({ status }) => status === 'done');
  const zh = wasDone ? `没有什么要改的，${n} 行原样通过` : `没有做任何一步，${n} 行原样通过`;
  const en = wasDone
    ? `Nothing needed changing: ${n} ${kept === 1 ? 'row' : 'rows'} as before`
    : `No step was done: ${n} ${kept === 1 ? 'row' : 'rows'} as before`;
  return { zh: `${zh}${tail.zh}。`, en: `${en}${tail.en}.` };
}
