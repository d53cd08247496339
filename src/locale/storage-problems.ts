import type { ProblemFacts } from '../core/problem';
import { browserReason } from './browser-reasons';
import type { ProblemWords } from './problems';

type StorageProblem =
  | 'storage-full'
  | 'storage-failed'
  | 'storage-none'
  | 'storage-newer'
  | 'storage-outdated'
  | 'storage-erased'
  | 'backup-invalid';

const DOWNLOAD_AND_RELOAD = {
  zh: '先把笔记本下载成文件，再重新打开本页。',
  en: 'Download the notebook as a file, then open this page again.',
};

/** What keeps a notebook from being kept. */
export const storageProblems: {
  readonly [C in StorageProblem]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'storage-full': () => ({
    what: {
      zh: '浏览器给本站的存储空间满了，这次没有存下。',
      en: 'The browser has no room left for this site, so this was not saved.',
    },
    todo: {
      zh: '删掉不用的数据或笔记本，或先把笔记本下载成文件。',
      en: 'Remove data or notebooks that you no longer need, or download the notebook as a file.',
    },
  }),
  'storage-failed': ({ reason }) => ({
    what: {
      zh: `浏览器没能存下：${browserReason(reason).zh}。`,
      en: `The browser could not save this: ${browserReason(reason).en}.`,
    },
    todo: DOWNLOAD_AND_RELOAD,
  }),
  'storage-none': ({ reason }) => ({
    what: {
      zh: `浏览器不为本站保存任何东西：${browserReason(reason).zh}。`,
      en: `The browser stores nothing for this site: ${browserReason(reason).en}.`,
    },
    todo: {
      zh: '关闭本页之前，把笔记本下载成文件。',
      en: 'Download the notebook as a file before you close this page.',
    },
  }),
  'storage-newer': () => ({
    what: {
      zh: '更新版本的分群写过这里的数据；这个版本只读，不写。',
      en: 'A newer version of Fenqun has written here; this one reads and does not write.',
    },
    todo: {
      zh: '重新加载本页以换成新版本；在此之前可以导出笔记本。',
      en: 'Reload the page to get the newer version; until then you can export the notebook.',
    },
  }),
  'storage-outdated': () => ({
    what: {
      zh: '另一个标签页已换成新版本的分群，这一页不能再保存。',
      en: 'Another tab runs a newer version of Fenqun, so this page cannot save any more.',
    },
    todo: {
      zh: '重新加载本页；没存下的会一起带过去。',
      en: 'Reload the page; what was not saved comes along.',
    },
  }),
  'storage-erased': () => ({
    what: {
      zh: '另一个标签页清除了本站的全部数据。',
      en: 'Another tab has erased everything that this site kept.',
    },
    todo: DOWNLOAD_AND_RELOAD,
  }),
  'backup-invalid': ({ name }) => ({
    what: {
      zh: `「${name}」不是分群的备份，或已损坏。什么也没有改动。`,
      en: `${name} is not a Fenqun backup, or it is damaged. Nothing was changed.`,
    },
    todo: {
      zh: '选一个由「备份全部」存下的 .zip 文件。',
      en: 'Choose a .zip file that “Back up everything” has made.',
    },
  }),
};
