import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Keeping the notebook as it is under a name. */
export const versionWords = {
  title: w('保存一个版本', 'Keep this version'),
  about: w(
    '笔记本本来就随改随存。起了名字的版本会一直留着，以后可以回来，也可以和它比较。',
    'The notebook is saved as you work. A version with a name stays for ever: to come back to, and to compare with.',
  ),
  name: w('名字', 'Name'),
  unnamed: (time: string): Words => w(`${time} 的版本`, `As of ${time}`),
  keep: w('保存', 'Keep'),
  kept: (name: string): Words => w(`已保存版本「${name}」`, `Kept as “${name}”`),
  failed: w('没有存上。', 'It could not be kept.'),
} as const;
