import { sharedDecimals } from '../../core/format';
import type { PersonaCustomers } from './display';

/** Decimals for each column of the examples, so that figures of all cards read against each other. */
export function exampleDecimals(customers: PersonaCustomers | null): readonly number[] {
  if (customers === null) return [];
  const rows = [...customers.typical, ...customers.borderline].flat();
  return customers.columns.map((_, i) =>
    sharedDecimals(
      rows.flatMap(({ values }) => (typeof values[i] === 'number' ? [values[i]] : [])),
    ),
  );
}
