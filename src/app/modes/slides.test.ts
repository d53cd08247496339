import { describe, expect, it } from 'vitest';
import { createNotebook, type Cell, type Notebook } from '../../core/notebook';
import { slideShowing, slidesOf } from './slides';

const cell = (id: string, more: Partial<Cell> = {}): Cell => ({
  id,
  kind: 'cluster',
  version: 1,
  params: {},
  inputs: {},
  ...more,
});
const note = (id: string, text: string): Cell => cell(id, { kind: 'note', params: { text } });
const notebookOf = (...cells: Cell[]): Notebook => ({ ...createNotebook('en'), cells });
const shown = (notebook: Notebook, without: readonly string[] = []) =>
  slidesOf(notebook, ({ id }) => !without.includes(id)).map(({ cellIds }) => cellIds.join(' '));

describe('the slides of a notebook', () => {
  it('are the title and one picture a slide', () => {
    expect(shown(notebookOf(cell('a'), cell('b')))).toEqual(['', 'a', 'b']);
    expect(shown(createNotebook('en'))).toEqual(['']);
  });

  it('leave out what has no result and what is folded', () => {
    expect(shown(notebookOf(cell('a'), cell('b', { isFolded: true }), cell('c')), ['a'])).toEqual([
      '',
      'c',
    ]);
  });

  it('begin at headings of level 1 and 2, and take the prose with the picture below it', () => {
    const cells = [
      note('lead', 'Some words'),
      note('who', '\n# Who they are'),
      note('more', '### A detail'),
      cell('a'),
      cell('b'),
      note('what', '## What to do'),
      note('why', '# Why'),
      cell('c'),
    ];
    expect(shown(notebookOf(...cells))).toEqual(['', 'lead', 'who more a', 'b', 'what', 'why c']);
  });

  it('keep prose behind the last picture with it, a heading apart', () => {
    expect(shown(notebookOf(cell('a'), note('n', 'So it is.')))).toEqual(['', 'a n']);
    expect(shown(notebookOf(cell('a'), note('n', '# The end')))).toEqual(['', 'a', 'n']);
    expect(shown(notebookOf(cell('a'), note('n', '#nothing')))).toEqual(['', 'a n']);
  });
});

describe('the slide to begin with', () => {
  const slides = [
    { id: 'title', cellIds: [] },
    { id: 'b', cellIds: ['b'] },
    { id: 'd', cellIds: ['d', 'e'] },
  ];
  const order = ['a', 'b', 'c', 'd', 'e'];

  it('shows the selected cell, or the nearest above it', () => {
    const places = [null, 'a', 'b', 'c', 'd', 'e', 'gone'].map((id) =>
      slideShowing(slides, id, order),
    );
    expect(places).toEqual([0, 0, 1, 1, 2, 2, 0]);
  });
});
