import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words about new versions of the site and about working without a network. */
export const offlineWords = {
  ready: w('有新版本了。', 'A new version is ready.'),
  whenever: w(
    '什么时候换由你决定，换之前会先保存。',
    'Your work is saved first; take it whenever you like.',
  ),
  reload: w('换成新版本', 'Reload'),
  later: w('以后再说', 'Later'),
  saving: w('正在保存…', 'Saving…'),
  notSaved: w(
    '还没有存上，所以没有换。先把笔记本存好。',
    'Not saved, so nothing was reloaded. Save the notebook first.',
  ),
  kept: w(
    '整个网站已存在这台电脑上，断网也能打开。',
    'The whole site is kept on this computer and opens without a network.',
  ),
} as const;
