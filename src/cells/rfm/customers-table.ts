import type { ColumnMeta, TableValue } from '../../core/values';
import type { Language, Words } from '../../core/words';
import {
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  type NewColumn,
} from '../../table/create-table';
import { nameColumnOf } from '../../table/name-column';
import type { CustomerFigures } from '../../table/rfm/summarize-customers';
import { FIGURE_NAMES, SCORE_NAMES, type Figure } from './figures';
import { groupWords } from './group-words';
import type { Scores } from './score-customers';

export interface Customers {
  readonly figures: CustomerFigures;
  readonly recency: Float64Array;
  readonly tenure: Float64Array;
  readonly scores: Scores;
  /** Index into `groups`, one a customer; −1: none. */
  readonly group: Int32Array;
  readonly groups: readonly string[];
}

export interface Naming {
  readonly customer: ColumnMeta;
  readonly unit: string | null;
  readonly language: Language;
  readonly keep: readonly Figure[];
  /** False: no column says which rows are returns. */
  readonly tellsReturns: boolean;
}

/** One row a customer with the figures to keep, as far as the orders tell them; yields after each column. */
export function* customersTable(
  table: TableValue,
  customers: Customers,
  naming: Naming,
): Generator<void, TableValue> {
  const columns: NewColumn[] = [yield* nameColumnOf(table, naming.customer, customers.figures.row)];
  const taken = new Set([naming.customer.name]);
  for (const figure of naming.keep) {
    for (const column of columnsOf(figure, customers, naming)) {
      let { name } = column;
      for (let n = 2; taken.has(name); n++) name = `${column.name} (${n})`;
      taken.add(name);
      columns.push({ ...column, name });
    }
    yield;
  }
  return createTable(columns, customers.figures.customers);
}

function columnsOf(figure: Figure, customers: Customers, naming: Naming): readonly NewColumn[] {
  const { figures, scores } = customers;
  const { language } = naming;
  if (figure === 'scores') return scoreColumns(scores, language);
  const name = FIGURE_NAMES[figure][language];
  const numbers = (values: Float64Array | null, unit: string | null = null): NewColumn[] =>
    values === null ? [] : [numberColumn(name, values.slice(), unit ?? undefined)];
  switch (figure) {
    case 'recency':
      return numbers(customers.recency);
    case 'tenure':
      return numbers(customers.tenure);
    case 'monetary':
      return numbers(figures.monetary, naming.unit);
    case 'basket':
      return numbers(basketOf(figures), naming.unit);
    case 'first':
    case 'last':
      return [dateColumn(name, figures[figure])];
    case 'group':
      return [groupColumn(name, customers, language)];
    case 'frequency':
    case 'meanGap':
    case 'medianGap':
    case 'categories':
    case 'products':
      return numbers(figures[figure]);
    case 'returnsShare':
      // Where nothing could tell a return, that there were none is not known.
      return naming.tellsReturns ? numbers(figures.returnsShare) : [];
    default:
      return figure satisfies never;
  }
}

function basketOf({ monetary, frequency }: CustomerFigures): Float64Array | null {
  return monetary && monetary.map((money, i) => money / frequency[i]!);
}

function scoreColumns({ r, f, m }: Scores, language: Language): readonly NewColumn[] {
  const column = (words: Words, scores: Uint8Array) =>
    numberColumn(words[language], Float64Array.from(scores));
  return [
    column(SCORE_NAMES.r, r),
    column(SCORE_NAMES.f, f),
    ...(m === null ? [] : [column(SCORE_NAMES.m, m)]),
  ];
}

function groupColumn(name: string, { group, groups }: Customers, language: Language): NewColumn {
  const levels = groups.map((each) => groupWords(each)[language]);
  return categoryColumn(name, group.slice(), levels);
}
