import type { Words } from '../core/words';

/** What browsers call it when settings or a private window keep a site from storing anything. */
const REFUSED = /insecure|denied|not allowed|did not allow|SecurityError/i;

/** Why it could not be done: in our words where we know what the browser means, else quoted. */
export function browserReason(reason: string): Words {
  if (REFUSED.test(reason)) {
    return {
      zh: '浏览器的设置或无痕窗口不允许',
      en: 'the browser’s settings or a private window do not allow it',
    };
  }
  // The full stop comes with the sentence around it.
  const said = reason.replace(/[.。]$/, '');
  return { zh: `原话：“${said}”`, en: `“${said}”` };
}
