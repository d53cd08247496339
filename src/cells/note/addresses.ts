/** Longer ones are not for people. */
const LONGEST_LINK = 2000;
const LONGEST_IMAGE = 4 * 1024 * 1024;

// No user names: `https://bank.example@evil.example` leads to evil.example. No backslashes and
// no control characters: browsers rewrite them, and the address is then not what one reads.
// eslint-disable-next-line no-control-regex
const WEB = /^https?:\/\/[^\u0000-\u0020\\/?#@]+(?:[/?#][^\u0000-\u0020\\]*)?$/i;

/** True for an address that a link of a note may lead to. */
export function isWebAddress(href: string): boolean {
  return href.length <= LONGEST_LINK && WEB.test(href);
}

const PICTURE = /^data:image\/(?:png|jpeg);base64,/;

/** True for a picture that is in the note itself: nothing is fetched to show it. */
export function isOwnPicture(href: string): boolean {
  const head = href.length <= LONGEST_IMAGE ? PICTURE.exec(href) : null;
  return head !== null && isBase64(href.slice(head[0].length));
}

function isBase64(text: string): boolean {
  return text.length > 0 && !/[^A-Za-z0-9+/=]/.test(text);
}

/**
 * The host that a link leads to, as the browser understands it: letters of other alphabets
 * appear in their encoded form, so none can pass for a Latin one. Null: leads nowhere.
 */
export function hostOf(href: string): string | null {
  try {
    const { protocol, host } = new URL(href);
    return protocol === 'https:' || protocol === 'http:' ? host : null;
  } catch {
    return null;
  }
}
