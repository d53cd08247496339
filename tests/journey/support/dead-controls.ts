import type { Page } from '@playwright/test';

/**
 * Uses every control in the views of a notebook that is read, also those that appear on the way,
 * and says which change nothing on the page: they would write the document, or are dead. Buttons
 * that save a file are left alone.
 */
export async function deadControls(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const frame = () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      );
    const CONTROLS = 'button, select, input, textarea, summary, [role="switch"], [role="slider"]';
    const used = new WeakSet<Element>();
    const dead: string[] = [];
    let hasPrinted = false;
    window.print = () => void (hasPrinted = true);

    const isUsable = (control: HTMLElement) =>
      control.offsetParent !== null &&
      !control.matches(
        ':disabled, [readonly], [aria-disabled="true"], .save *, [tabindex="-1"], [type="radio"]:checked',
      ) &&
      control.closest('[inert], [aria-hidden="true"]') === null;

    async function use(control: HTMLElement) {
      const say = (type: string) => control.dispatchEvent(new Event(type, { bubbles: true }));
      if (control instanceof HTMLSelectElement) {
        control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
        say('change');
      } else if (control.matches('textarea, input:not([type="checkbox"], [type="radio"])')) {
        (control as HTMLInputElement).value = control.matches('[type="number"]') ? '3' : 'zz';
        say('input');
        say('change');
      } else if (control.matches('[role="slider"]')) {
        for (const key of ['ArrowRight', 'ArrowLeft']) {
          control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          await frame();
        }
      } else control.click();
    }

    async function changesAnything(control: HTMLElement): Promise<boolean> {
      let hasChanged = false;
      const observer = new MutationObserver(() => void (hasChanged = true));
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      hasPrinted = false;
      await use(control);
      // Some answer later: what is copied, what is drawn anew.
      for (let frames = 0; frames < 10 && !hasChanged && !hasPrinted; frames++) await frame();
      observer.disconnect();
      return hasChanged || hasPrinted;
    }

    const next = () =>
      [...document.querySelectorAll<HTMLElement>('[data-mode] [data-cell] .output')]
        .flatMap((output) => [...output.querySelectorAll<HTMLElement>(CONTROLS)])
        .find((control) => !used.has(control) && isUsable(control));
    for (let control = next(); control; control = next()) {
      used.add(control);
      const kind = control.closest<HTMLElement>('[data-kind]')?.dataset.kind ?? '';
      const name = control.getAttribute('aria-label') ?? control.textContent.trim();
      if (!(await changesAnything(control))) {
        dead.push(`${kind}: ${control.tagName} ${name.slice(0, 60)}`);
      }
    }
    return dead;
  });
}
