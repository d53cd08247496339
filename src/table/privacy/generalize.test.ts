import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../core/values';
import { codesOf, numbersOf } from '../column';
import { createTable, dateColumn, numberColumn, textColumn, type NewColumn } from '../create-table';
import { firstPart, generalize, type Generalization } from './generalize';

function generalized(column: NewColumn, how: Generalization) {
  const table = createTable([column]);
  const work = generalize(table, table.columns[0]!, how);
  for (;;) {
    const step = work.next();
    if (step.done) return createTable([step.value]);
  }
}

function told(
  column: NewColumn,
  how: Generalization,
): { type: ColumnType; values: (string | null)[] } {
  const table = generalized(column, how);
  const { codes, levels } = codesOf(table, 'c0');
  return {
    type: table.columns[0]!.type,
    values: Array.from(codes, (code) => levels[code] ?? null),
  };
}

describe('saying less', () => {
  it('puts ages and years into decades, the oldest together', () => {
    const ages = numberColumn('年龄', Float64Array.of(18, 39, 40, NaN, 80, 103));
    expect(told(ages, 'bands')).toEqual({
      type: 'category',
      values: ['10–19', '30–39', '40–49', null, '80+', '80+'],
    });
    const years = numberColumn('Year_Birth', Float64Array.of(1957, 1960));
    expect(told(years, 'bands').values).toEqual(['1950–1959', '1960–1969']);
  });

  it('puts other numbers into fifths with round edges', () => {
    const spend = numberColumn(
      'spend',
      Float64Array.from({ length: 100 }, (_, i) => i),
    );
    const { values } = told(spend, 'bands');
    expect(new Set(values)).toEqual(new Set(['< 20', '20–< 40', '40–< 59', '59–< 79', '≥ 79']));
    expect([values[19], values[20]]).toEqual(['< 20', '20–< 40']);
    expect(told(numberColumn('x', Float64Array.of(7, 7)), 'bands').values).toEqual(['*', '*']);
  });

  it('cuts dates to the month or the year', () => {
    const days = dateColumn('生日', Float64Array.of(Date.UTC(1987, 4, 31), NaN));
    expect(told(days, 'month').values).toEqual(['1987-05', null]);
    expect(told(days, 'year').values).toEqual(['1987', null]);
  });

  it('cuts places to their first part and codes to three signs', () => {
    expect(
      ['浙江省杭州市西湖区', '北京市海淀区', '内蒙古自治区包头市', 'Paris, France', '上海'].map(
        firstPart,
      ),
    ).toEqual(['浙江省', '北京市', '内蒙古自治区', 'Paris', '上海']);
    expect(told(textColumn('邮编', ['100086', '02139', null]), 'first-signs').values).toEqual([
      '100*',
      '021*',
      null,
    ]);
  });

  it('clips both ends and leaves gaps alone', () => {
    const values = Float64Array.from({ length: 102 }, (_, i) => (i === 101 ? NaN : i));
    const table = generalized(numberColumn('x', values), 'clip');
    const clipped = numbersOf(table, 'c0');
    expect([clipped[0], clipped[50], clipped[100], clipped[101]]).toEqual([1, 50, 99, NaN]);
  });
});
