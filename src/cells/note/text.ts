import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '笔记', en: 'Note' },
  summary: {
    zh: '用文字说明：为什么这样做，看到了什么。',
    en: 'Words of your own: why it is done so, and what you see.',
  },
  need: { zh: '还没有文字，点这里写。', en: 'No words yet: click to write.' },
  params: {
    text: {
      label: { zh: '文字', en: 'Text' },
      hint: {
        zh: 'Markdown：# 标题、**粗体**、- 列表、[文字](https://…)',
        en: 'Markdown: # heading, **bold**, - list, [text](https://…)',
      },
    },
  },
});
