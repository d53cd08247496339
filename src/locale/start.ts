import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words of the start page and of opening a file. */
export const start = {
  heading: [
    w('一份顾客表，', 'One table of customers,'),
    w('几个说得清的分群。', 'a few segments you can explain.'),
  ],
  cycle: w('用户分群的八个步骤', 'The eight stages of segmentation'),
  openTitle: w('打开我的文件', 'Open my file'),
  openText: w(
    '把 CSV、Excel、JSON、Parquet 或 Arrow 文件拖到这里；GBK 也认得，一百万行大约几秒。',
    'Drop a CSV, Excel, JSON, Parquet or Arrow file here. Encodings are recognised, GBK included; a million rows take a few seconds.',
  ),
  choose: w('选择文件', 'Choose a file'),
  paste: w('或者粘贴表格', 'or paste a table'),
  pasted: w('粘贴的表格', 'pasted table'),
  openNote: w(
    '有了顾客表，直接给出建议的分群。每一步都看得见、改得了。',
    'A customer table gets a proposed segmentation. Every step is visible and yours to change.',
  ),
  dropHere: w('放开，就在这里打开', 'Let go to open it here'),
  sampleTitle: w('试一个样例', 'Try a sample'),
  sampleSize: (rows: string, columns: number): Words =>
    w(
      `${rows} 行 · ${columns} 列`,
      `${rows} ${rows === '1' ? 'row' : 'rows'} · ${columns} ${columns === 1 ? 'column' : 'columns'}`,
    ),
  lessons: w('课堂用的形状', 'Shapes for class'),
  lessonsAbout: w(
    '看 K 均值什么时候分得对、什么时候分不对。',
    'Where K-means is right, and where it is not.',
  ),
  sampleMaking: w('正在生成样例…', 'Making the sample…'),
  recentTitle: w('接着上次', 'Continue'),
  recentNone: w(
    '还没有笔记本。打开一个文件，它就会出现在这里。',
    'No notebooks yet. Open a file and it appears here.',
  ),
  openNotebookFile: w('打开笔记本文件…', 'Open a notebook file…'),
  blank: w('空白笔记本', 'Blank notebook'),
  remove: (title: string): Words => w(`删除「${title}」`, `Delete ${title}`),
  removeAsk: w('真的删除？', 'Really delete?'),
  removeYes: w('删除', 'Delete'),
  removeNo: w('留下', 'Keep'),
  rows: (rows: string): Words => w(`${rows} 行`, `${rows} rows`),
  stagesFresh: (count: number): Words =>
    w(`八步中 ${count} 步是最新的`, `${count} of eight stages are fresh`),
  today: w('今天', 'Today'),
  yesterday: w('昨天', 'Yesterday'),
  privacyLead: w('文件不离开这台电脑。', 'Your file stays on this computer.'),
  privacy: w(
    '读取、计算、保存都在浏览器里；页面就绪后不再发出任何网络请求。',
    'Reading, computing and saving happen in the browser. Once ready, the page makes no network request at all.',
  ),
  proofLink: w('怎么验证？', 'How can I check?'),
  opening: (name: string): Words => w(`正在打开「${name}」`, `Opening ${name}`),
  stepRequest: w('请求文件', 'Requesting the file'),
  stepHash: w('核对文件内容', 'Checking the content of the file'),
  stepRead: w('读取并概览每一列', 'Reading and profiling every column'),
  stepStart: w('准备读取', 'Getting ready to read'),
  notOpened: (name: string): Words =>
    name
      ? w(`没能打开「${name}」`, `${name} was not opened`)
      : w('没能打开', 'This was not opened'),
  nothingLost: w(
    '别的都没有变：其他笔记本和数据都在。',
    'Nothing else changed: other notebooks and data are safe.',
  ),
  chooseOther: w('换一个文件', 'Choose another file'),
} as const;

/** Words of the panel that proves that nothing leaves the computer. */
export const proof = {
  title: w('怎么验证数据没有离开', 'How to check that nothing leaves'),
  counted: (count: number): Words =>
    w(
      `页面就绪以来，浏览器记录到 ${count} 次网络请求。`,
      `Since the page was ready the browser recorded ${count} network ${count === 1 ? 'request' : 'requests'}.`,
    ),
  loading: w(
    '页面还在加载自己的部件；就绪后开始计数。',
    'The page is still loading its own parts; counting starts when it is ready.',
  ),
  counter: w(
    '这个数来自浏览器的资源计时（PerformanceObserver），不是我们自己记的账。',
    'The figure comes from the browser’s own resource timing (PerformanceObserver), not from our books.',
  ),
  offline: w(
    '断开网络，再打开一个文件：一切照常。',
    'Disconnect from the network and open a file: everything works as before.',
  ),
  tools: w(
    '打开开发者工具的「网络」一栏，拖入文件：列表保持为空。',
    'Open the Network tab of the developer tools and drop a file: the list stays empty.',
  ),
  policy: w(
    '页面带着内容安全策略：浏览器拒绝它向其他网站发送任何请求。',
    'The page carries a content security policy: the browser refuses any request to another site.',
  ),
  requested: w('就绪后的请求：', 'Requests since ready:'),
} as const;
