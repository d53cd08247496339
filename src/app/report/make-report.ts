import { mount, tick, unmount } from 'svelte';
import type { Language } from '../../core/words';
import type { NotebookContext } from '../context';
import { reportDocument } from './document';
import { reportCells } from './report-cells';
import ReportBody from './ReportBody.svelte';
import { stillOf } from './still';
import { usedRules } from './used-rules';

export interface ReportWish {
  readonly language: Language;
  /** Groups of fewer rows are hidden; 1 hides none. */
  readonly least: number;
  /** When it is made, in words. */
  readonly made: string;
}

/** Pictures are painted in the background; a moment longer than this and they go as they are. */
const PATIENCE_MS = 8000;

/**
 * The notebook as one page that can be read anywhere: no scripts, its own policy, pictures inside,
 * light colours. It is drawn out of sight, made still, and written.
 */
export async function makeReport(
  context: NotebookContext,
  { language, least, made }: ReportWish,
): Promise<string> {
  const cells = await reportCells(context.session, least);
  const host = document.createElement('div');
  host.className = 'report-host';
  host.dataset.theme = 'light';
  host.inert = true;
  document.body.append(host);
  const body = mount(ReportBody, {
    target: host,
    props: { context, language, cells, least, made },
  });
  try {
    await tick();
    await picturesIn(host);
    const { element, css } = stillOf(host.firstElementChild as HTMLElement);
    const { title } = context.session.notebook;
    return await reportDocument({
      title: title === '' ? 'Fenqun' : title,
      language,
      body: new XMLSerializer().serializeToString(element).replaceAll(/<!--.*?-->/gs, ''),
      css: `${usedRules(element)}\n${css}`,
    });
  } finally {
    void unmount(body);
    host.remove();
  }
}

/** Resolves when every canvas is painted and none changed for a while. */
async function picturesIn(host: HTMLElement): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  let before = '';
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const pictures = [...host.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());
    const now = pictures.join();
    const isPainted = pictures.every((picture, i) => picture !== blankLike(host, i));
    if ((isPainted && now === before) || performance.now() > until) return;
    before = now;
  }
}

function blankLike(host: HTMLElement, i: number): string {
  const { width, height } = host.querySelectorAll('canvas')[i]!;
  const blank = document.createElement('canvas');
  Object.assign(blank, { width, height });
  return blank.toDataURL();
}
