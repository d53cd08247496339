import { describe, expect, it } from 'vitest';
import { face } from './face';
import { parseMarkdown } from './parse-markdown';

describe('the headline of a note', () => {
  it('is the heading that it begins with, in the words of its author', () => {
    const display = { blocks: parseMarkdown('# 谁在*复购*\n\n…') };
    expect(face.finding(display, { text: '' }, [])).toEqual({ zh: '谁在复购', en: '谁在复购' });
  });

  it('is empty for a note without one', () => {
    expect(face.finding({ blocks: parseMarkdown('text') }, { text: '' }, [])).toEqual({
      zh: '',
      en: '',
    });
  });
});
