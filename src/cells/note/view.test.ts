import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './parse-markdown';
import View from './View.svelte';

function drawn(text: string): string {
  const display = { blocks: parseMarkdown(text) };
  const { body } = render(View, {
    props: {
      display,
      params: { text },
      language: 'en',
      names: [],
      isDimmed: false,
      onParams: () => undefined,
    },
  });
  return body.replaceAll(/<!--.*?-->/g, '');
}

describe('the view of a note', () => {
  it('draws markup in the text as text', () => {
    const html = drawn('a <img src=x onerror=alert(1)> <script>x</script>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
    expect(html).not.toMatch(/<(img|script)/);
  });

  it('says where a link leads, and tells that page nothing', () => {
    const html = drawn('[our bank](https://evil.example/bank)');
    expect(html).toMatch(/<a [^>]*href="https:\/\/evil\.example\/bank"/);
    expect(html).toContain('rel="noreferrer noopener"');
    expect(html).toContain('evil.example</span>');
    expect(drawn('[bank.example, not evil.example](https://evil.example)')).toContain('</span>');
    expect(drawn('<https://evil.example/x>')).not.toContain('</span>');
  });

  it('draws every kind of block', () => {
    const html = drawn(
      '# first\n\n## h\n\n- [x] t\n\n1. o\n\n> q\n\n```\nc\n```\n\n|a|\n|-|\n|b|\n\n---',
    );
    for (const tag of ['h4', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr']) {
      expect(html).toContain(`<${tag}`);
    }
    expect(html).not.toContain('first');
  });

  it('puts no space between words where there is none', () => {
    const html = drawn('a**b**c `d`e[f.example](https://f.example)g，*中*文');
    const prose = html.replaceAll(/<button.*<\/button>/gs, '');
    expect(prose.replaceAll(/<[^>]+>/g, '').trim()).toBe('abc def.exampleg，中文');
  });

  it('asks to write where nothing is written', () => {
    expect(drawn('')).toContain('Write something');
  });
});
