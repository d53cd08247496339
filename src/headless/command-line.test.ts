import { describe, expect, it } from 'vitest';
import { parseCommand, UsageError } from './command-line';

describe('the command line', () => {
  it('names a notebook, its files and where labels go', () => {
    const typed =
      'run a.fenqun.md --data x.csv=/tmp/x=1.csv --labels cluster=out.csv --export audience:csv=/tmp/a=b.csv --receipt r.json --python p.py --verify old.json --worker';
    expect(parseCommand(typed.split(' '))).toEqual({
      kind: 'run',
      notebook: 'a.fenqun.md',
      files: new Map([['x.csv', '/tmp/x=1.csv']]),
      labels: new Map([['cluster', 'out.csv']]),
      exports: [{ cellId: 'audience', format: 'csv', path: '/tmp/a=b.csv' }],
      records: new Map([
        ['python', 'p.py'],
        ['receipt', 'r.json'],
      ]),
      verify: 'old.json',
      inThread: true,
    });
  });

  it('names a file to propose a notebook for', () => {
    expect(parseCommand(['new', '--data', 'a.csv', '--language', 'zh'])).toEqual({
      kind: 'new',
      file: 'a.csv',
      language: 'zh',
      inThread: false,
    });
  });

  it.each([
    '',
    'fly',
    'run',
    'run a.md b.md',
    'run a.md --data x.csv',
    'run a.md --data =x.csv',
    'run a.md --what',
    'run a.md --export audience=a.csv',
    'run a.md --export :csv=a.csv',
    'new',
    'new --data a.csv --data b.csv',
    'new a.csv',
    'new --data a.csv --language fr',
  ])('is refused with a word on how to use it: "%s"', (typed) => {
    expect(() => parseCommand(typed.split(' ').filter(Boolean))).toThrow(UsageError);
  });
});
