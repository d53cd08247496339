import type { Words } from '../core/words';
import { grouped } from './numbers';

/** Words of reports and of the panel that makes them. */
export const reportWords = {
  title: { zh: '导出', en: 'Export' },
  notebook: { zh: '笔记本', en: 'Notebook' },
  notebookText: {
    zh: '.fenqun.md：单元、参数和连线，不含数据行，也不含结果。可以再打开、接着做。',
    en: '.fenqun.md: cells, settings and connections, no rows and no results. Can be opened and carried on.',
  },
  saveNotebook: { zh: '保存笔记本', en: 'Save the notebook' },
  report: { zh: '报告', en: 'Report' },
  reportText: {
    zh: '.html：把现在看到的结果写成一页，不含脚本，可以直接打开、打印、发给别人。',
    en: '.html: the results as they stand, on one page without scripts, to open, print or send.',
  },
  saveReport: { zh: '保存报告', en: 'Save the report' },
  making: { zh: '正在写报告…', en: 'Writing the report…' },
  saved: (name: string): Words => ({ zh: `已保存「${name}」。`, en: `Saved ${name}.` }),
  failed: { zh: '报告没有写成。', en: 'The report could not be written.' },
  nothing: {
    zh: '还没有任何结果，先运行单元。',
    en: 'There are no results yet; run some cells first.',
  },
  least: { zh: '少于几行的分群不写进报告', en: 'Hide segments of fewer rows than' },
  leastHint: {
    zh: '一起隐藏的还有逐行的数据：读入预览、典型客户。1 表示全部写出。',
    en: 'Rows of the data are hidden with them: the preview, typical customers. 1 hides nothing.',
  },
  old: (count: number): Words => ({
    zh: `${grouped(count)} 个单元的结果已过期，报告里会注明。`,
    en: `${grouped(count)} ${count === 1 ? 'cell is' : 'cells are'} stale; the report will say so.`,
  }),
  untitled: { zh: '未命名的笔记本', en: 'Untitled notebook' },
  source: (name: string, rows: number): Words => ({
    zh: `数据：${name} · ${grouped(rows)} 行`,
    en: `Data: ${name} · ${grouped(rows)} ${rows === 1 ? 'row' : 'rows'}`,
  }),
  made: (when: string): Words => ({
    zh: `由分群 Fenqun 生成 · ${when}`,
    en: `Made by Fenqun · ${when}`,
  }),
  hides: (least: number): Words => ({
    zh: `少于 ${grouped(least)} 行的分群，以及会让人推算出它们的分群，没有写出；逐行的数据也没有写出。`,
    en: `Segments of fewer than ${grouped(least)} rows, those that would give them away, and single rows are not shown.`,
  }),
  withheld: (least: number): Words => ({
    zh: `没有写出：里面有少于 ${grouped(least)} 行的分群或逐行的数据。`,
    en: `Not shown: it tells of segments of fewer than ${grouped(least)} rows, or of single rows.`,
  }),
  partial: { zh: '没有算完，只到取消的那一步。', en: 'Cancelled before the end; not settled.' },
  stale: {
    zh: '结果已过期：写报告时参数或数据已经改过。',
    en: 'Stale: settings or data had changed when the report was written.',
  },
};
