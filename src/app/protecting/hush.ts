/**
 * Keeps a browser from writing what stands in fields into its session files, which it does to
 * fill them again after a crash; fields that it may not complete it leaves alone. Text areas and
 * lists heed only their form: those without one get an empty form of ours. Returns what ends it.
 */
export function hushFields(page: Document): () => void {
  const form = page.createElement('form');
  form.id = 'fenqun-hushed';
  form.hidden = true;
  form.setAttribute('autocomplete', 'off');
  form.addEventListener('submit', (event) => event.preventDefault());
  page.body.append(form);
  const hush = () => {
    for (const found of page.querySelectorAll('form:not([autocomplete=off])')) {
      found.setAttribute('autocomplete', 'off');
    }
    for (const field of page.querySelectorAll('input:not([autocomplete=off])')) {
      field.setAttribute('autocomplete', 'off');
    }
    const others = page.querySelectorAll<HTMLSelectElement | HTMLTextAreaElement>(
      'select, textarea',
    );
    for (const field of others) if (!field.form) field.setAttribute('form', form.id);
  };
  hush();
  const observer = new MutationObserver(hush);
  observer.observe(page.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    form.remove();
  };
}
