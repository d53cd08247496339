import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });
const listed = (titles: readonly string[]) => titles.map((title) => title || '—').join('、');
const listedEn = (titles: readonly string[]) => titles.map((title) => title || '—').join(', ');

/** Two sentences in one paragraph: Chinese ones need no space between them. */
export const sentences = (first: Words, second: Words): Words =>
  w(`${first.zh}${second.zh}`, `${first.en} ${second.en}`);

/** Words of the section that keeps house: backup, bin, room, erasing. */
export const place = {
  title: w('存放与备份', 'Storage and backup'),
  open: w('存放与备份', 'Storage and backup'),
  about: w(
    '笔记本只存在这个浏览器里，另有第二份副本放在数据库之外。清除网站数据会连同删除，请不时备份。',
    'Notebooks are kept in this browser only, with a second copy outside the database. Clearing site data removes both: make a backup now and then.',
  ),
  aboutOne: w(
    '笔记本只存在这个浏览器里；这个浏览器放不下第二份副本。清除网站数据会连同删除，请不时备份。',
    'Notebooks are kept in this browser only, and it has no place for a second copy. Clearing site data removes them: make a backup now and then.',
  ),
  granted: w(
    '浏览器已答应：空间不足时不会自行清除本站的数据。',
    'The browser has agreed not to clear this site by itself when room is short.',
  ),
  denied: w(
    '浏览器没有答应长期保留：空间不足时可能会清除本站的数据。备份更要紧。',
    'The browser has not agreed to keep this for good: when room is short it may clear this site. Backups matter all the more.',
  ),
  unknown: w(
    '第一次编辑之后，会请浏览器长期保留这里的数据。',
    'After your first edit the browser is asked to keep this for good.',
  ),
  backup: w('备份全部', 'Back up everything'),
  backupAbout: w(
    '所有笔记本和有名字的版本，存成一个 .zip 文件。',
    'All notebooks and named versions, in one .zip file.',
  ),
  withData: w('连同数据文件', 'With the data files'),
  made: (name: string): Words => w(`已存成 ${name}`, `Saved as ${name}`),
  last: (date: string): Words => w(`上次备份：${date}`, `Last backup: ${date}`),
  never: w('还没有备份过。', 'No backup yet.'),
  making: w('正在备份…', 'Backing up…'),
  restoring: w('正在恢复…', 'Restoring…'),
  restore: w('从备份恢复…', 'Restore a backup…'),
  restoreAbout: w('只添加，不覆盖现有的笔记本。', 'Adds; never writes over a notebook.'),
  restored: (added: number, same: number): Words =>
    w(
      `新增 ${added} 份笔记本，${same} 份已在这里且相同。`,
      `${added} ${added === 1 ? 'notebook' : 'notebooks'} added, ${same} already here and the same.`,
    ),
  copied: (titles: readonly string[]): Words =>
    w(
      `与现有的不同，另存在旁边：${listed(titles)}`,
      `Different from what is here, added beside it: ${listedEn(titles)}`,
    ),
  damaged: (files: readonly string[]): Words =>
    w(`读不出来：${listed(files)}`, `Could not be read: ${listedEn(files)}`),
  bin: w('回收站', 'Bin'),
  binAbout: w('删掉的笔记本在这里留 30 天。', 'Removed notebooks stay here for 30 days.'),
  binNone: w('回收站是空的。', 'The bin is empty.'),
  putBack: w('放回', 'Put back'),
  room: w('空间', 'Room'),
  results: w('计算结果（可以重算）', 'Results (can be computed again)'),
  history: w('自动版本', 'Automatic versions'),
  datasets: w('数据文件', 'Data files'),
  free: w('清掉', 'Clear'),
  prune: w('只留最近十个', 'Keep the last ten'),
  removeData: (name: string): Words => w(`删除 ${name}`, `Remove ${name}`),
  used: (used: string, quota: string): Words =>
    w(`已用 ${used}，浏览器给本站 ${quota}。`, `${used} used; the browser grants ${quota}.`),
  erase: w('清除一切', 'Erase everything'),
  eraseAbout: w(
    '删除这个浏览器里本站的全部东西：笔记本、副本、版本、数据、结果、设置和离线文件。无法撤销。',
    'Removes everything that this site keeps in this browser: notebooks, copies, versions, data, results, settings and offline files. This cannot be undone.',
  ),
  eraseYes: w('确定，全部清除', 'Yes, erase everything'),
  cancel: w('取消', 'Cancel'),
  erasing: w('正在清除…', 'Erasing…'),
  erased: w('原来有的，和现在还有的：', 'What was here, and what is here now:'),
  before: w('原来', 'Before'),
  after: w('现在', 'Now'),
  traces: {
    databases: w('数据库', 'Databases'),
    files: w('副本文件', 'Copies'),
    caches: w('离线文件', 'Offline files'),
    texts: w('设置与标记', 'Settings and notes'),
    workers: w('后台程序', 'Service workers'),
  },
  allGone: w('什么也没有留下。', 'Nothing is left.'),
  notAll: w(
    '还有没清掉的：请关闭本站的其他标签页，再清一次。',
    'Something is left: close other tabs of this site and erase again.',
  ),
  startAfresh: w('重新开始', 'Start afresh'),
  due: w('有一阵没有备份了。', 'It is a while since the last backup.'),
  later: w('以后再说', 'Later'),
} as const;
