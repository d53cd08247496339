import type { ProblemFacts } from '../core/problem';
import type { Words } from '../core/words';
import type { ProblemWords } from './problems';

const PARTS: Readonly<Record<string, Words>> = {
  key: { zh: '密钥', en: 'its key' },
  frame: { zh: '标题与数据来源', en: 'its title and sources' },
  cell: { zh: '一个单元', en: 'a cell' },
  summary: { zh: '列表里的摘要', en: 'its line in the list' },
  state: { zh: '一个历史版本', en: 'a kept version' },
  name: { zh: '一个版本的名字', en: "a version's name" },
  result: { zh: '一个结果', en: 'a result' },
  dataset: { zh: '数据', en: 'its data' },
};

/** Words of what goes wrong with a notebook that is kept encrypted. */
export const sealedProblems = {
  'notebook-locked': (): ProblemWords => ({
    what: { zh: '这个笔记本已锁定。', en: 'This notebook is locked.' },
    todo: { zh: '输入口令解锁。', en: 'Unlock it with its passphrase.' },
  }),
  'passphrase-wrong': (): ProblemWords => ({
    what: {
      zh: '口令不对，没有解锁。什么也没有改动。',
      en: 'That is not the passphrase. Nothing was changed.',
    },
    todo: { zh: '再试一次；次数不限。', en: 'Try again, as often as you like.' },
  }),
  'passphrase-empty': (): ProblemWords => ({
    what: { zh: '口令是空的。', en: 'The passphrase is empty.' },
    todo: { zh: '写下一句只有你知道的话。', en: 'Type a phrase that only you know.' },
  }),
  'sealed-damaged': ({ part }: ProblemFacts['sealed-damaged']): ProblemWords => ({
    what: {
      zh: `加密保存的内容损坏了：${PARTS[part]?.zh ?? part}。`,
      en: `What was kept encrypted is damaged: ${PARTS[part]?.en ?? part}.`,
    },
    todo: {
      zh: '它原样留在浏览器里。请从备份恢复，或从历史里取一个版本。',
      en: 'It stays in the browser as it is. Restore a backup, or take a version from the history.',
    },
  }),
  'sealing-unavailable': (): ProblemWords => ({
    what: {
      zh: '浏览器只在 https 网址上提供加密。',
      en: 'The browser offers encryption on https addresses only.',
    },
    todo: { zh: '用 https 打开本站。', en: 'Open this site by https.' },
  }),
};
