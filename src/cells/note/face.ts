import { defineFace } from '../../core/cell-face';
import { definition } from './definition';
import type { NoteDisplay } from './display';
import { headingOf } from './summarize';

const NOTHING = { zh: '', en: '' };

export const face = defineFace(definition, {
  // The note's own heading is its headline; a note without one has none.
  finding: (display: NoteDisplay) => {
    const heading = headingOf(display.blocks);
    return { zh: heading, en: heading };
  },
  sourceLine: () => NOTHING,
  margin: () => [],
});
