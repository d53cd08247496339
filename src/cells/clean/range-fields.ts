import type { ColumnType } from '../../core/values';
import { numberFor } from '../../table/clean/read-value';
import type { StepOf } from '../../table/clean/step';
import { fieldWords } from './field-words';
import type { StepField } from './step-fields';

type Range = Extract<StepOf<'validate'>['check'], { rule: 'range' }>;

/** The two ends of a range, as numbers or as dates; an empty end is none. */
export function rangeFields(
  step: StepOf<'validate'>,
  check: Range,
  type: ColumnType | null,
): StepField[] {
  const isDate = type === 'date';
  return (['min', 'max'] as const).map((end) => ({
    control: 'text',
    label: fieldWords[end],
    ...(isDate ? { hint: fieldWords.asDate } : {}),
    value: endText(check[end], isDate),
    isLong: false,
    set: (text) => {
      const typed = text.normalize('NFKC').replace('−', '-').replaceAll(',', '').trim();
      const value = typed === '' ? null : numberFor(isDate ? 'date' : 'number', typed);
      if (value !== null && Number.isNaN(value)) return null;
      return { ...step, check: { ...check, [end]: value } };
    },
  }));
}

function endText(value: number | null, isDate: boolean): string {
  if (value === null) return '';
  const date = new Date(value);
  if (!isDate || Number.isNaN(date.getTime())) return String(value);
  return date.toISOString().slice(0, 10);
}
