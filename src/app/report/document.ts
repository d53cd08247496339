import type { Language } from '../../core/words';

export interface ReportParts {
  readonly title: string;
  readonly language: Language;
  /** Markup without scripts and without `style` attributes. */
  readonly body: string;
  readonly css: string;
}

/** A whole page in one file: nothing runs in it, and nothing is asked of any other place. */
export async function reportDocument({ title, language, body, css }: ReportParts): Promise<string> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await hashOf(css)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Fenqun">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${css}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** The hash by which a policy knows a style sheet: SHA-256 of its UTF-8, in base64. */
async function hashOf(css: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
