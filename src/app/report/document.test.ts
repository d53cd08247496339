import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportDocument } from './document';

describe('the document of a report', () => {
  it('allows its own style sheet by its hash, and nothing else', async () => {
    const css = '.a{color:#123}/* 中 */';
    const html = await reportDocument({ title: 'x', language: 'zh', body: '<p>1</p>', css });
    const hash = createHash('sha256').update(css).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).toContain('<html lang="zh-CN" data-theme="light">');
  });

  it('writes a title as text', async () => {
    const title = '</title><script>alert("1")</script>&';
    const html = await reportDocument({ title, language: 'en', body: '', css: '' });
    expect(html).toContain(
      '<title>&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;</title>',
    );
    expect(html).not.toContain('<script');
  });
});
