import { expect, it } from 'vitest';
import { breakName } from './break-name';

it('parts a name where its words meet, and loses nothing', () => {
  expect(breakName('NumDealsPurchases')).toEqual(['Num', 'Deals', 'Purchases']);
  expect(breakName('annual_spend_cny')).toEqual(['annual_', 'spend_', 'cny']);
  expect(breakName('HTTPRequests.2024')).toEqual(['HTTP', 'Requests.', '2024']);
  expect(breakName('近12月消费')).toEqual(['近12月消费']);
  expect(breakName('')).toEqual(['']);
});
