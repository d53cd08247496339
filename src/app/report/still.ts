/** Parts that only make sense on the page say so: fields with their labels, hints about keys. */
const LIVE = '[data-live], [contenteditable]';

/** Controls that do nothing on paper; a pressed or unpressed one shows something, and stays as words. */
const CONTROLS =
  'button:not([aria-pressed]), input, select, textarea, form, fieldset, dialog, [popover], script, style, link, iframe, object, embed, audio, video';

/** What only a script or a keyboard would use. */
const LIVE_ATTRIBUTES = [
  'tabindex',
  'contenteditable',
  'draggable',
  'aria-pressed',
  'aria-controls',
  'aria-live',
  'aria-haspopup',
  'aria-expanded',
  'aria-activedescendant',
  'aria-keyshortcuts',
  'type',
];

/** Attributes that styles ask for: the colours of tiles. */
const DRAWN_ATTRIBUTES = ['data-tile', 'data-step'];

export interface Still {
  readonly element: HTMLElement;
  /** Rules for what stood in `style` attributes, which the policy of the file refuses. */
  readonly css: string;
}

/**
 * A copy that needs no script: canvases become pictures, controls go or become words, folded parts
 * go, and styles of single elements become classes.
 */
export function stillOf(live: HTMLElement): Still {
  const element = live.cloneNode(true) as HTMLElement;
  takePictures(live, element);
  for (const folded of element.querySelectorAll('details:not([open])')) folded.remove();
  for (const part of element.querySelectorAll(LIVE)) part.remove();
  for (const input of element.querySelectorAll('input')) sayTyped(input);
  for (const summary of element.querySelectorAll('summary')) become('p', summary);
  for (const details of element.querySelectorAll('details')) become('div', details);
  for (const button of element.querySelectorAll('button')) {
    if (button.closest('table, [role="grid"]')) become('span', button);
  }
  for (const button of element.querySelectorAll('button[aria-pressed]')) become('span', button);
  for (const control of element.querySelectorAll(CONTROLS)) control.remove();
  for (const each of element.querySelectorAll('*')) quiet(each);
  return { element, css: styleClasses(element) };
}

function takePictures(live: HTMLElement, copy: HTMLElement): void {
  const canvases = live.querySelectorAll('canvas');
  copy.querySelectorAll('canvas').forEach((canvas, i) => {
    const image = document.createElement('img');
    const drawn = canvases[i]!;
    for (const { name, value } of canvas.attributes) image.setAttribute(name, value);
    const { width, height } = drawn.getBoundingClientRect();
    image.setAttribute('width', String(Math.round(width)));
    image.setAttribute('height', String(Math.round(height)));
    image.setAttribute('alt', drawn.getAttribute('aria-label') ?? '');
    image.setAttribute('src', drawn.toDataURL('image/png'));
    canvas.replaceWith(image);
  });
}

/** What stands in a field in the middle of an output, such as a name, stays as words. */
function sayTyped(input: HTMLInputElement): void {
  const words = document.createElement('span');
  words.textContent = input.type === 'text' ? input.value || input.placeholder : '';
  if (words.textContent !== '') input.replaceWith(words);
}

/** Puts another element in the place of one, with its classes, label and content. */
function become(tag: string, element: Element): void {
  const other = document.createElement(tag);
  for (const { name, value } of element.attributes) {
    if (['class', 'style', 'id', 'lang', 'title'].includes(name)) other.setAttribute(name, value);
  }
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function quiet(element: Element): void {
  for (const name of LIVE_ATTRIBUTES) element.removeAttribute(name);
  for (const { name } of [...element.attributes]) {
    const isDrawn = DRAWN_ATTRIBUTES.includes(name);
    if (!isDrawn && /^(data-|on)/.test(name)) element.removeAttribute(name);
  }
  const role = element.getAttribute('role');
  if (role !== null && ['button', 'application', 'slider', 'status'].includes(role)) {
    element.removeAttribute('role');
  }
  if (element.getAttribute('href')?.startsWith('#')) element.removeAttribute('href');
}

function styleClasses(element: HTMLElement): string {
  const names = new Map<string, string>();
  for (const styled of element.querySelectorAll('[style]')) {
    const text = styled.getAttribute('style')!.trim();
    styled.removeAttribute('style');
    if (text === '') continue;
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    styled.classList.add(name);
  }
  return [...names].map(([text, name]) => `.${name}.${name}.${name}{${text}}`).join('\n');
}
