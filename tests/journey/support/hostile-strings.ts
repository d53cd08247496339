import { DATA_FOLDER, realFile } from '../../support/real-data';

/** What a text must never do: each would tell itself by `alert`, or by asking for something. */
const OWN = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](http://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '<style>@import "http://evil.example/a.css";</style>',
  '<link rel=stylesheet href=http://evil.example/a.css>',
  '<meta http-equiv=refresh content="0;url=http://evil.example/">',
  '<object data="javascript:alert(1)">',
  '<math><mtext></mtext><img src onerror=alert(1)></math>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  '=cmd|"/c calc"!A1',
  '@SUM(1+1)*cmd|"/c calc"!A1',
  '\u202eevil\u202c',
  '\u0000\u0007',
  '\ud83d\ude00\u200d',
  'Ω≈ç√∫˜µ≤≥÷',
  "'; DROP TABLE customers; --",
  '../../../etc/passwd',
  'javascript:alert(1)//.fenqun.md',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<base href="http://evil.example/">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<form action=http://evil.example><button>x</button></form>',
] as const;

/** Six hundred and more where they are at hand (`FENQUN_DATA`), else the few above. */
export function hostileStrings(isThorough: boolean): readonly string[] {
  if (!isThorough || !DATA_FOLDER) return OWN;
  const text = (path: string): string => new TextDecoder().decode(realFile(path));
  const naughty = JSON.parse(text('hostile-strings/blns.json')) as readonly string[];
  const attacks = text('hostile-strings/xss-payload-list.txt.gz').split('\n');
  const spread = attacks.filter((line, i) => line !== '' && i % 60 === 0);
  return [...new Set([...OWN, ...naughty.filter((one) => one.trim() !== ''), ...spread])];
}
