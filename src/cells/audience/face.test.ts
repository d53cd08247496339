import { expect, it } from 'vitest';
import { parseParams } from '../../core/params';
import type { JsonObject } from '../../core/json';
import { definition } from './definition';
import type { AudienceDisplay, ListDisplay } from './display';
import { face } from './face';
import { identifyingWords, rowNumbersWords } from './view-words';

const displayOf = (part: Partial<AudienceDisplay> = {}): AudienceDisplay => ({
  rows: 118_481,
  sizes: [100_000, 18_481],
  noise: 0,
  dropped: 0,
  identifying: [],
  columns: [],
  units: [],
  preview: { columns: [], rows: [], labels: [] },
  list: null,
  ...part,
});
const listOf = (leftOut: number): ListDisplay => ({
  fields: [],
  candidates: [],
  leftOut,
  faults: [],
});
const finding = (part?: Partial<AudienceDisplay>, saved: JsonObject = {}) =>
  face.finding(displayOf(part), parseParams(definition.params, saved), []);

it('says how many rows the file has', () => {
  expect(finding()).toEqual({
    zh: '118,481 行可以导出，标好了两个分群。',
    en: '118,481 rows can be exported, labelled with two segments.',
  });
  expect(finding({ rows: 1 }, { segments: [1, 9] }).en).toBe(
    '1 row can be exported, labelled with one segment.',
  );
  expect(finding({ rows: 0 }).zh).toBe('没有可写的行。');
});

it('says how many rows a list has, and how many it cannot have', () => {
  const saved = { format: 'google' };
  expect(finding({ list: listOf(0) }, saved).en).toBe(
    '118,481 rows can go into the list for Google Customer Match.',
  );
  expect(finding({ list: listOf(42) }, saved).zh).toBe(
    '118,481 行可以进 Google 目标客户匹配的名单；42 行没有可用的标识。',
  );
  expect(finding({ rows: 0, list: listOf(3) }, saved).en).toBe(
    'No row can go into the list for Google Customer Match.',
  );
});

it('calls hashing what it is', () => {
  const line = face.sourceLine(displayOf(), parseParams(definition.params, { format: 'meta' }));
  expect(line.zh).toContain('假名化');
  expect(line.en).toContain('pseudonymised');
  const plain = face.sourceLine(displayOf(), parseParams(definition.params, { format: 'hubspot' }));
  expect(plain.zh).not.toContain('假名化');
});

it('warns of columns that name people', () => {
  const identifying = [{ column: '会员号', values: 118_481 }];
  expect(identifyingWords(displayOf({ identifying }))!.zh).toBe(
    '导出含 118,481 个「会员号」，能认出人。只给需要的人。',
  );
  expect(identifyingWords(displayOf())).toBeNull();
});

it('shows the first row numbers and that there are more', () => {
  expect(rowNumbersWords([3, 1004], 2).en).toBe('3, 1,004');
  expect(rowNumbersWords([3], 2).zh).toBe('3 …');
});
