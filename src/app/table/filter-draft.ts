import type { ColumnFilter } from '../../core/table-rows';
import type { ColumnType } from '../../core/values';

export type FilterKind = ColumnFilter['kind'] | 'any';

/** The ways to filter a column of this type, the most usual first. */
export function filterKinds(type: ColumnType, hasLevels: boolean): readonly FilterKind[] {
  const ends = ['missing', 'present'] as const;
  switch (type) {
    case 'number':
    case 'date':
      return ['any', 'range', ...ends];
    case 'boolean':
      return ['any', 'one-of', ...ends];
    case 'category':
    case 'text':
    case 'identifier':
      return ['any', ...(hasLevels ? (['one-of'] as const) : []), 'contains', 'equals', ...ends];
    default:
      return type satisfies never;
  }
}

/** What is typed into the fields of a filter. */
export interface FilterDraft {
  readonly kind: FilterKind;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly values: readonly string[];
}

/** The number or the day that was typed; null for nothing or for what is neither. */
function boundOf(typed: string, type: ColumnType, isEnd: boolean): number | null {
  const text = typed.trim().replaceAll(/[,\s]/g, '').replace('−', '-');
  if (text === '') return null;
  if (type !== 'date') return Number.isFinite(Number(text)) ? Number(text) : null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms)) return null;
  // A day belongs to the range with all its hours.
  return isEnd ? ms + 86_400_000 - 1 : ms;
}

/** The filter that a draft means; null for none. */
export function filterOf(draft: FilterDraft, type: ColumnType): ColumnFilter | null {
  switch (draft.kind) {
    case 'any':
      return null;
    case 'missing':
    case 'present':
      return { kind: draft.kind };
    case 'contains':
      return draft.text === '' ? null : { kind: 'contains', text: draft.text };
    case 'equals':
      return { kind: 'equals', text: draft.text };
    case 'one-of':
      return draft.values.length === 0 ? null : { kind: 'one-of', values: draft.values };
    case 'range': {
      const min = boundOf(draft.from, type, false);
      const max = boundOf(draft.to, type, true);
      return min === null && max === null ? null : { kind: 'range', min, max };
    }
    default:
      return draft.kind satisfies never;
  }
}

/** The fields as a filter fills them. */
export function draftOf(filter: ColumnFilter | undefined, type: ColumnType): FilterDraft {
  const empty: FilterDraft = { kind: 'any', text: '', from: '', to: '', values: [] };
  switch (filter?.kind) {
    case undefined:
      return empty;
    case 'contains':
    case 'equals':
      return { ...empty, kind: filter.kind, text: filter.text };
    case 'one-of':
      return { ...empty, kind: 'one-of', values: filter.values };
    case 'range':
      return {
        ...empty,
        kind: 'range',
        from: typedBound(filter.min, type),
        to: typedBound(filter.max, type),
      };
    default:
      return { ...empty, kind: filter?.kind ?? 'any' };
  }
}

function typedBound(value: number | null, type: ColumnType): string {
  if (value === null) return '';
  return type === 'date' ? new Date(value).toISOString().slice(0, 10) : String(value);
}
