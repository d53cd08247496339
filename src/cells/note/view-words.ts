import type { Words } from '../../core/words';

export const viewWords = {
  edit: { zh: '编辑', en: 'Edit' },
  write: { zh: '写点什么', en: 'Write something' },
} satisfies Record<string, Words>;
