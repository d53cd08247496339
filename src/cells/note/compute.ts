import { defineCompute } from '../../core/cell-compute';
import { definition } from './definition';
import type { NoteDisplay } from './display';
import { parseMarkdown } from './parse-markdown';

// Read in the worker, which can be stopped: a hostile note may cost the reader its time.
export default defineCompute(definition, async function* ({ text }) {
  yield { done: 0, total: 1 };
  const display: NoteDisplay = { blocks: parseMarkdown(text) };
  return { value: null, display };
});
