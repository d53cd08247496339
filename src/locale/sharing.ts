import type { Words } from '../core/words';
import { fileSize, grouped } from './numbers';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words of links, packages, published sites and the gate before them. */
export const sharingWords = {
  link: w('链接', 'Link'),
  linkText: w(
    '整本笔记本压缩在链接里，从不含数据行和结果。# 后面的部分浏览器不会发给任何服务器。',
    'The whole notebook is packed into the link, never rows or results. Browsers send nothing after # to any server.',
  ),
  linkSize: (length: number, limit: number): Words =>
    w(
      `${grouped(length)} 个字符，上限 ${grouped(limit)}`,
      `${grouped(length)} of at most ${grouped(limit)} characters`,
    ),
  linkTooLong: w(
    '太长了，会在转发时被截断。请改发文件。',
    'Too long: some programs would cut it. Send the file instead.',
  ),
  copyLink: w('复制链接', 'Copy the link'),
  copied: w('已复制。', 'Copied.'),
  notCopied: w(
    '浏览器没有让复制，请从框里选中。',
    'The browser did not let it be copied; select it in the field.',
  ),
  linkField: w('链接', 'Link'),
  bundle: w('文件包', 'Package'),
  bundleText: w(
    '.fenqun.zip：笔记本，加上勾选的数据文件（原始字节，一字不改）。打开后可以直接运行。',
    '.fenqun.zip: the notebook and the data files you choose (their original bytes). Ready to run where it is opened.',
  ),
  withResults: w('带上结果', 'Take the results along'),
  withResultsText: w(
    '打开就能看，不必先运行。和报告一样：不含单独的行，少于 5 行的分群不带。',
    'Seen at once where it is opened, without a run. As in a report: no single rows, and no segments of fewer than 5.',
  ),
  cameWithResults: (count: number): Words =>
    w(
      `${count} 个结果是随文件来的，不是在这里算的。`,
      count === 1
        ? 'One result came with the file and was not computed here.'
        : `${count} results came with the file and were not computed here.`,
    ),
  computeHere: w('在这里重新算', 'Compute here'),
  stopPacking: w('取消', 'Cancel'),
  packingStopped: w('已取消，什么也没有保存。', 'Cancelled; nothing was saved.'),
  saveBundle: w('保存文件包', 'Save the package'),
  publish: w('发布成网站', 'Publish as a site'),
  publishText: w(
    '一个 .zip：这个网站加上笔记本和勾选的数据。解压到任何静态主机就能打开，不需要网络上的任何服务。',
    'A .zip: this site with the notebook and the data you choose. Unpack it on any static host; it needs no service.',
  ),
  savePublished: w('保存网站', 'Save the site'),
  shownAs: w('打开时', 'Opens'),
  modes: {
    edit: w('笔记本', 'as a notebook'),
    app: w('应用', 'as an app'),
    present: w('幻灯片', 'as slides'),
    embed: w('嵌入', 'embedded'),
  },
  packing: w('正在打包…', 'Packing…'),
  saved: (name: string, bytes: number): Words =>
    w(`已保存「${name}」，${fileSize(bytes)}。`, `Saved ${name}, ${fileSize(bytes)}.`),
  data: w('带上哪些数据', 'Data to take along'),
  noData: w('这本笔记本没有数据。', 'This notebook has no data.'),
  nothing: w('不带', 'None'),
  original: w('原文件', 'Original'),
  twin: w('合成数据', 'Synthetic twin'),
  twinInstead: w('改用合成数据', 'Take a synthetic twin instead'),
  originalSeen: w('原文件 · 看过了', 'Original · looked at'),
  originalUnseen: w('原文件 · 还没看', 'Original · not looked at'),
  oneByOne: (count: number): Words =>
    w(
      `${grouped(count)} 个数据文件，一个一个决定。`,
      `${grouped(count)} data files, decided one by one.`,
    ),
  unseen: (names: readonly string[]): Words =>
    w(
      `还要看过再带出去：${names.join('、')}。`,
      `To be looked at before it leaves: ${names.join(', ')}.`,
    ),
  rows: (rows: number): Words => w(`${grouped(rows)} 行`, `${grouped(rows)} rows`),
  gate: w('带出数据之前', 'Before rows leave'),
  measuring: w('正在检查每一列…', 'Checking every column…'),
  classes: {
    direct: w('直接标识符', 'Direct identifier'),
    quasi: w('准标识符', 'Quasi-identifier'),
    sensitive: w('敏感', 'Sensitive'),
    other: w('其他', 'Other'),
  },
  classOf: (column: string): Words => w(`「${column}」是什么`, `What ${column} is`),
  columns: w('各列', 'Columns'),
  leaves: (columns: number, rows: number): Words =>
    w(
      `${grouped(rows)} 行、${grouped(columns)} 列会离开这台电脑。`,
      `${grouped(rows)} rows with ${grouped(columns)} columns leave this computer.`,
    ),
  direct: (names: string): Words =>
    w(`能直接认出人的列：${names}。`, `Columns that name people: ${names}.`),
  sensitive: (names: string): Words => w(`敏感的列：${names}。`, `Sensitive columns: ${names}.`),
  smallest: (k: number, alone: number): Words =>
    w(
      `按所选准标识符，最小的组有 ${grouped(k)} 人（k = ${grouped(k)}），${alone === 0 ? '没有人独自一组' : `${grouped(alone)} 人独自一组`}。`,
      `By the quasi-identifiers chosen the smallest group has ${grouped(k)} (k = ${grouped(k)}); ${alone === 0 ? 'nobody stands alone' : alone === 1 ? 'one person stands alone' : `${grouped(alone)} stand alone`}.`,
    ),
  noQuasi: w(
    '没有选准标识符，所以没有可算的 k。',
    'No quasi-identifier is chosen, so there is no k to tell.',
  ),
  agree: w('我看过了，有权把这些数据发出去。', 'I have looked at this and may pass these data on.'),
  twinText: w(
    '合成数据：列名和类型相同，每列的分布和列之间的秩相关相近（高斯 copula），少于 5 行的取值合并，没有一行来自真实的人。它不是形式化的隐私保证（如差分隐私）。',
    'A synthetic twin has the same columns, similar distributions and rank correlations (Gaussian copula), values of fewer than 5 rows grouped, and no row of a real person. It is not formally private, as differential privacy would be.',
  ),
  fromLink: w('从链接打开。', 'Opened from a link.'),
  fromFile: (name: string): Words => w(`来自「${name}」。`, `From ${name}.`),
  fromSite: (name: string): Words => w(`来自本站的 ${name}。`, `From ${name} of this site.`),
  notRun: w('什么都还没有运行。', 'Nothing has run.'),
  damagedData: (names: string): Words =>
    w(
      `这些文件和笔记本不配：内容损坏，或不是当初的数据，没有采用：${names}。`,
      `Not used, because they are damaged or not the data this notebook was made with: ${names}.`,
    ),
  damagedResults: w(
    '随它来的结果已损坏，没有采用；运行就能重新算出。',
    'The results that came with it are damaged and not used; a run computes them again.',
  ),
  wants: (names: string): Words =>
    w(
      `它需要的数据不在这里，把文件拖进来就能运行：${names}。`,
      `Its data are not here; drop the file to run it: ${names}.`,
    ),
} as const;
