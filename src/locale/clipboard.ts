import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });
const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

/** What is said after cells were copied, cut or pasted. */
export const clipboardWords = {
  copied: (count: number): Words => w(`已复制 ${count} 个单元`, `Copied ${cells(count)}`),
  cut: (count: number): Words => w(`已剪切 ${count} 个单元`, `Cut ${cells(count)}`),
  pasted: (count: number): Words => w(`已粘贴 ${count} 个单元。`, `Pasted ${cells(count)}.`),
  connected: (cell: Words, input: Words, from: Words): Words =>
    w(
      `「${cell.zh}」的${input.zh}改读「${from.zh}」。`,
      `${cell.en} reads its ${input.en} from ${from.en}.`,
    ),
  open: (cell: Words, input: Words): Words =>
    w(
      `「${cell.zh}」的${input.zh}在这里没有可接的单元，请在参数里选。`,
      `Nothing here can feed ${input.en} of ${cell.en}: connect it in its settings.`,
    ),
  missingFile: (file: string): Words =>
    w(
      `这台浏览器里没有文件「${file}」，把它拖进来就能用。`,
      `The file ${file} is not in this browser: drop it here to use it.`,
    ),
  nothing: w('剪贴板里没有单元', 'There are no cells on the clipboard'),
  damaged: w(
    '剪贴板里的单元读不出来：格式不对。',
    'The cells on the clipboard cannot be read: they are not well formed.',
  ),
} as const;
