import type { ProblemFacts } from '../core/problem';
import type { Words } from '../core/words';
import { fileSize } from './numbers';
import type { ProblemWords } from './problems';

type DocumentProblem =
  'link-invalid' | 'bundle-invalid' | 'address-refused' | 'address-too-large' | 'site-not-kept';

const LINK: Readonly<Record<string, Words>> = {
  'too-long': { zh: '比链接能有的还长', en: 'it is longer than a link can be' },
  format: {
    zh: '写法不认识，可能来自更新的版本',
    en: 'its form is unknown, perhaps of a newer version',
  },
  cut: {
    zh: '不完整，可能在转发时被截断',
    en: 'it is not whole; something may have cut it on the way',
  },
  'not-text': { zh: '里面不是文本', en: 'there is no text in it' },
  'unpacks-too-large': { zh: '解开后太大', en: 'it unpacks to too much' },
};

const BUNDLE: Readonly<Record<string, Words>> = {
  'too-large': { zh: '文件太大', en: 'it is too large' },
  'no-notebook': { zh: '里面没有 notebook.fenqun.md', en: 'there is no notebook.fenqun.md in it' },
  'too-many-files': { zh: '里面的文件太多', en: 'there are too many files in it' },
  'file-twice': { zh: '同一个文件出现了两次', en: 'the same file is in it twice' },
  'unpacks-too-large': { zh: '解开后太大', en: 'it unpacks to too much' },
  damaged: { zh: '压缩包损坏或加密', en: 'the archive is damaged or encrypted' },
};

/** What is wrong with notebooks that come by link, as a bundle or from beside the site. */
export const documentProblems: {
  readonly [C in DocumentProblem]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'link-invalid': ({ reason }) => ({
    what: {
      zh: `链接里的笔记本读不出来：${(LINK[reason] ?? LINK.cut!).zh}。`,
      en: `The notebook in the link cannot be read: ${(LINK[reason] ?? LINK.cut!).en}.`,
    },
    todo: {
      zh: '请对方重发链接，或改发 .fenqun.md 文件。',
      en: 'Ask for the link again, or for the .fenqun.md file.',
    },
  }),
  'bundle-invalid': ({ reason, member }) => ({
    what:
      reason === 'damaged' && member !== undefined
        ? {
            zh: `这个 .zip 不能作为笔记本打开：里面的「${member}」损坏或加密。`,
            en: `This .zip does not open as a notebook: ${member} in it is damaged or encrypted.`,
          }
        : {
            zh: `这个 .zip 不能作为笔记本打开：${(BUNDLE[reason] ?? BUNDLE.damaged!).zh}。`,
            en: `This .zip does not open as a notebook: ${(BUNDLE[reason] ?? BUNDLE.damaged!).en}.`,
          },
    todo: {
      zh: '请对方重新导出，或只发 .fenqun.md 文件。',
      en: 'Have it exported again, or ask for the .fenqun.md file alone.',
    },
  }),
  'address-refused': ({ found }) => ({
    what: {
      zh: `「${found}」不是这个网站里的笔记本。`,
      en: `${found} is no notebook of this site.`,
    },
    todo: {
      zh: '?nb= 后面只能是网站文件夹里的 .fenqun.md 或 .fenqun.zip，例如 ?nb=demo/members.fenqun.md。',
      en: 'After ?nb= comes a .fenqun.md or .fenqun.zip in the folder of the site, such as ?nb=demo/members.fenqun.md.',
    },
  }),
  'address-too-large': ({ url, limitBytes }) => ({
    what: {
      zh: `${url} 超过 ${fileSize(limitBytes)}，没有读入。`,
      en: `${url} is larger than ${fileSize(limitBytes)} and was not read.`,
    },
    todo: { zh: '下载这个文件，再拖进来。', en: 'Download the file and drop it.' },
  }),
  'site-not-kept': ({ path }) => ({
    what: {
      zh: `发布需要的 ${path} 不在这台电脑上，也没有从网站读到。`,
      en: `${path}, which publishing needs, is not on this computer and did not come from the site.`,
    },
    todo: { zh: '连上网络再试一次。', en: 'Connect to the network and try again.' },
  }),
};
