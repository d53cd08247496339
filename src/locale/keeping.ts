import type { Words } from '../core/words';
import { browserReason } from './browser-reasons';

const w = (zh: string, en: string): Words => ({ zh, en });

const named = (titles: readonly string[], quotes: readonly [string, string], comma: string) =>
  titles.map((title) => `${quotes[0]}${title}${quotes[1]}`).join(comma);
const zhTitles = (titles: readonly string[]) =>
  named(
    titles.map((title) => title || '未命名的笔记本'),
    ['「', '」'],
    '、',
  );
const enTitles = (titles: readonly string[]) =>
  named(
    titles.map((title) => title || 'Untitled notebook'),
    ['“', '”'],
    ', ',
  );

/** Words about keeping the work: what is the matter with the storage. */
export const keeping = {
  memory: (reason: string): Words =>
    w(
      `这个浏览器不为本站保存任何东西（${browserReason(reason).zh}）。做的东西只到关闭本页为止，请下载成文件。`,
      `This browser stores nothing for this site (${browserReason(reason).en}). Your work lasts until this page is closed: download it as a file.`,
    ),
  damaged: (reason: string, copies: number): Words =>
    w(
      `数据库打不开（${browserReason(reason).zh}）。第二份副本里有 ${copies} 份笔记本，现在只能看和导出，不写任何东西。`,
      `The database cannot be opened (${browserReason(reason).en}). ${copies === 1 ? 'One notebook is' : `${copies} notebooks are`} shown from the second copy: to look at and to export; nothing is written.`,
    ),
  rebuild: w('重建数据库…', 'Rebuild the database…'),
  rebuildAsk: w(
    '重建会删掉打不开的数据库，再从副本取回笔记本。版本历史、数据文件和计算结果没有副本，会随之消失。',
    'Rebuilding deletes the database that cannot be opened and brings the notebooks back from their copies. Version history, data files and results have no copy and go with it.',
  ),
  rebuildNow: w('删掉并重建', 'Delete and rebuild'),
  cancel: w('取消', 'Cancel'),
  newer: w(
    '更新版本的分群写过这里的数据。这一页是旧版本：只能看和导出，不写任何东西。重新加载可换成新版本。',
    'A newer version of Fenqun has written here. This page is the older one: it shows and exports, and writes nothing. Reload to get the newer version.',
  ),
  outdated: w(
    '另一个标签页已换成新版本的分群。这一页已把改动存好并让出了数据库，请重新加载。',
    'Another tab runs a newer version of Fenqun. This page has saved and handed the database over: please reload it.',
  ),
  erased: w(
    '另一个标签页清除了本站的全部数据。这一页上的还在，要留下就下载成文件。',
    'Another tab has erased everything that this site kept. What this page shows is still here: download it if you want to keep it.',
  ),
  waitingTitle: w('正在等另一个标签页', 'Waiting for another tab'),
  slowTitle: w('正在等浏览器打开数据库', 'Waiting for the browser to open the database'),
  slow: w(
    '浏览器还没有打开存放笔记本的数据库，也许本站的另一个标签页正占着它：请关闭或重新加载其他标签页。打开后这里会自己继续。',
    'The browser has not opened the database of your notebooks yet. Another tab of this site may be holding it: close or reload the others. This page then goes on by itself.',
  ),
  waiting: w(
    '正在等本站的其他标签页存好并让出数据库。若迟迟没有动静，请关闭或重新加载它们。',
    'Waiting for other tabs of this site to save and hand the database over. If nothing happens, close or reload them.',
  ),
  restored: (titles: readonly string[]): Words =>
    w(
      `数据库丢了笔记本，已从第二份副本取回：${zhTitles(titles)}。版本历史、数据文件和计算结果没有副本。`,
      `The database had lost notebooks. Brought back from their second copy: ${enTitles(titles)}. Version history, data files and results have no second copy.`,
    ),
  missing: (titles: readonly string[]): Words =>
    w(
      `这些笔记本从数据库里丢失，也没有完好的副本：${zhTitles(titles)}。如有备份，可以恢复。`,
      `These notebooks are gone from the database and have no whole copy: ${enTitles(titles)}. If you have a backup, restore it.`,
    ),
  reload: w('重新加载', 'Reload'),
  dismiss: w('知道了', 'Dismiss'),
} as const;

/** Titles of copies. */
export const copies = {
  conflict: (title: string, date: string): Words =>
    w(
      `${title || '未命名的笔记本'}（冲突副本，${date}）`,
      `${title || 'Untitled notebook'} (conflict copy, ${date})`,
    ),
  backup: (title: string, date: string): Words =>
    w(
      `${title || '未命名的笔记本'}（来自备份，${date}）`,
      `${title || 'Untitled notebook'} (from the backup, ${date})`,
    ),
} as const;

/** Why nothing can be changed, beside the fields that cannot. */
export const readOnly = {
  following: w(
    '只读：这份笔记本正在另一个标签页里编辑。',
    'Read-only: this notebook is being edited in another tab.',
  ),
  newer: w(
    '只读：更新版本的分群写过这里的数据。',
    'Read-only: a newer version of Fenqun has written here.',
  ),
} as const;

/** Words about several tabs with one notebook. */
export const tabs = {
  following: w(
    '这份笔记本正在另一个标签页里编辑；这里跟着显示，只读。',
    'This notebook is being edited in another tab; this one shows it as it is there, read-only.',
  ),
  refused: w('刚才的改动没有生效。', 'Your change was not made.'),
  takeOver: w('改在这里编辑', 'Edit here instead'),
  forked: (title: string): Words =>
    w(
      `另一个标签页先保存了「${title || '未命名的笔记本'}」。这里的内容没有丢，已另存为这份副本。`,
      `Another tab had saved “${title || 'Untitled notebook'}” first. Nothing is lost: what was here goes on as this copy.`,
    ),
  openOther: w('打开原来那份', 'Open the other'),
  dismiss: w('知道了', 'Dismiss'),
} as const;
