import { describe, expect, it } from 'vitest';
import { createTable, numberColumn, textColumn } from './create-table';
import { rowSubjectOf } from './row-subject';
import type { TableValue } from '../core/values';

function subjectOf(table: TableValue) {
  const work = rowSubjectOf(table);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const names = (...values: (string | null)[]) => textColumn('会员号', values, 'identifier');

describe('what a row is', () => {
  it('is a customer when every row names another one', () => {
    expect(subjectOf(createTable([names('001', '002', '003')]))).toBe('customer');
    expect(subjectOf(createTable([numberColumn('customer_id', Float64Array.of(7, 3, 5))]))).toBe(
      'customer',
    );
    expect(subjectOf(createTable([textColumn('user id', ['x', 'y'], 'identifier')]))).toBe('user');
  });

  it('is just a row when a customer comes back, is missing, or is not named', () => {
    expect(subjectOf(createTable([names('001', '002', '001')]))).toBe('row');
    expect(subjectOf(createTable([names('001', null)]))).toBe('row');
    expect(subjectOf(createTable([numberColumn('customer_id', Float64Array.of(7, 7))]))).toBe(
      'row',
    );
    expect(subjectOf(createTable([numberColumn('customer spend', Float64Array.of(1, 2))]))).toBe(
      'row',
    );
  });

  it('keeps a hundred thousand different names apart', () => {
    const many = Array.from({ length: 100_000 }, (_, row) => String(row).padStart(8, '0'));
    expect(subjectOf(createTable([names(...many.slice(0, 50_000), ...many.slice(50_000))]))).toBe(
      'customer',
    );
  });
});
