import { formatCount, formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import type { ColumnOutcome, StepDone, StepOutcome } from '../../table/clean/outcome';
import type { CleanStep } from '../../table/clean/step';
import { faultWords } from './fault-words';

function rowsOf(count: number): Words {
  return {
    zh: `${formatCount(count)} 行`,
    en: `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`,
  };
}

function cellsOf(count: number): Words {
  return {
    zh: `${formatCount(count)} 个值`,
    en: `${formatCount(count)} ${count === 1 ? 'value' : 'values'}`,
  };
}

/** What a step did, without a full stop; nothing is said to be nothing. */
export function outcomeWords(step: CleanStep, outcome: StepOutcome): Words {
  if (outcome.status === 'off') return { zh: '已停用', en: 'Switched off' };
  if (outcome.status === 'failed') return faultWords(outcome.fault);
  const parts = [...rowParts(outcome), ...valueParts(step, outcome), ...columnNotes(outcome)];
  if (parts.length === 0) return { zh: '没有改动', en: 'Nothing to change' };
  return {
    zh: parts.map(({ zh }) => zh).join('；'),
    en: parts.map(({ en }) => en).join('; '),
  };
}

function rowParts({ dropped, aside }: StepDone): Words[] {
  const parts: Words[] = [];
  if (dropped > 0)
    parts.push({ zh: `去掉 ${rowsOf(dropped).zh}`, en: `${rowsOf(dropped).en} dropped` });
  if (aside > 0)
    parts.push({ zh: `搁置 ${rowsOf(aside).zh}`, en: `${rowsOf(aside).en} set aside` });
  return parts;
}

function valueParts(step: CleanStep, { cells, breaches, columns }: StepDone): Words[] {
  const parts: Words[] = [];
  if (breaches !== undefined) {
    parts.push(
      breaches.count === 0
        ? { zh: '没有违规', en: 'no breaches' }
        : {
            zh: `查出 ${formatCount(breaches.count)} 处违规`,
            en: `${formatCount(breaches.count)} ${breaches.count === 1 ? 'breach' : 'breaches'} found`,
          },
    );
  }
  if (cells > 0) parts.push(changedWords(step, cells));
  if (step.kind === 'drop-columns' && columns.length > 0) {
    const count = formatCount(columns.length);
    parts.push({
      zh: `去掉 ${count} 列`,
      en: `${count} ${columns.length === 1 ? 'column' : 'columns'} dropped`,
    });
  }
  return parts;
}

function changedWords({ kind }: CleanStep, cells: number): Words {
  const count = formatCount(cells);
  if (kind === 'fill-missing') {
    return {
      zh: `补上 ${count} 个缺失`,
      en: `${count} missing ${cells === 1 ? 'value' : 'values'} filled`,
    };
  }
  if (kind === 'set-missing' || kind === 'validate') {
    return { zh: `${cellsOf(cells).zh}变成缺失`, en: `${cellsOf(cells).en} now missing` };
  }
  return { zh: `改动 ${cellsOf(cells).zh}`, en: `${cellsOf(cells).en} changed` };
}

const MOST_NOTES = 4;

/** What is to be known of single columns: what they were filled with, their bounds, what was lost. */
function columnNotes({ columns }: StepDone): Words[] {
  const notes = columns.flatMap((column) => columnNote(column) ?? []);
  const few = notes.slice(0, MOST_NOTES);
  const more = notes.length - few.length;
  if (more === 0) return few;
  return [...few, { zh: `另 ${formatCount(more)} 列`, en: `${formatCount(more)} more columns` }];
}

function columnNote(outcome: ColumnOutcome): Words | null {
  const { column, cells, filling, fallbacks = 0, bounds, unreadable = 0, typeAfter } = outcome;
  if (filling !== undefined) {
    const value = shownValue(filling);
    return { zh: `「${column}」填 ${value}`, en: `${column} with ${value}` };
  }
  if (fallbacks > 0) {
    const count = formatCount(fallbacks);
    return {
      zh: `「${column}」有 ${count} 个所在的组没有值，填了全体的中位数`,
      en: `${count} of ${column} got the overall median, for want of a value in their group`,
    };
  }
  if (bounds !== undefined && cells > 0) {
    const [low, high] = [formatNumber(bounds.low), formatNumber(bounds.high)];
    return {
      zh: `「${column}」${formatCount(cells)} 个在 ${low} 到 ${high} 之外`,
      en: `${formatCount(cells)} of ${column} outside ${low} to ${high}`,
    };
  }
  if (typeAfter !== undefined && unreadable > 0) {
    const count = formatCount(unreadable);
    return {
      zh: `${count} 个读不出，变成缺失`,
      en: `${count} could not be read and became missing`,
    };
  }
  return null;
}

/** A filled number with as many digits as say something; other values as they are. */
function shownValue(text: string): string {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? formatNumber(value) : text;
}

/** "余 38,006 行" */
export function leftWords(rows: number): Words {
  return { zh: `余 ${rowsOf(rows).zh}`, en: `${rowsOf(rows).en} left` };
}
