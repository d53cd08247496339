import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words of a notebook shown as an app or as slides. */
export const modeWords = {
  show: w('展示', 'Show'),
  showAsApp: w('作为应用显示', 'Show as app'),
  present: w('演示', 'Present'),
  appHint: w('只有结果和你选的控件', 'Results and the controls you chose only'),
  presentHint: w('每张图一页，按键翻页', 'A slide for each picture, turned by keys'),
  back: w('回到编辑', 'Back to editing'),
  editCopy: w('编辑一份副本', 'Edit a copy'),
  ownFile: w('用你自己的文件', 'Use your own file'),
  ownFileHint: (name: string): Words =>
    w(
      `现在看到的是 ${name}。换成你的文件，它不会离开这台电脑。`,
      `You see ${name}. Put your own file in its place; it never leaves this computer.`,
    ),
  noFile: w(
    '还没有数据。选一个文件，它不会离开这台电脑。',
    'No data yet. Choose a file; it never leaves this computer.',
  ),
  fits: (name: string, replaced: string | null): Words =>
    replaced === null
      ? w(
          `用「${name}」运行这个应用？它不会离开这台电脑。`,
          `Run this app on ${name}? It never leaves this computer.`,
        )
      : w(
          `「${name}」有这个应用要用的列。用它代替「${replaced}」来运行？它不会离开这台电脑。`,
          `${name} has the columns that this app uses. Run it on this file in place of ${replaced}? It never leaves this computer.`,
        ),
  lacks: (name: string, columns: readonly string[]): Words => {
    const [first = '', ...others] = columns;
    const more = others.length;
    return w(
      `「${name}」没有这个应用要用的列「${first}」${more ? `和另外 ${more} 列` : ''}。什么也没有改。`,
      `${name} lacks ${first}${more ? ` and ${more} more` : ''}, which this app uses. Nothing was changed.`,
    );
  },
  noReader: w(
    '这个应用不读文件。要打开这个文件，先回到编辑或起始页。',
    'This app reads no file. To open the file, go back to editing or to the start page.',
  ),
  severalFiles: (count: number): Words =>
    w(
      `这个应用一次用一个文件，你放下了 ${count} 个。什么也没有改。`,
      `This app takes one file at a time; you dropped ${count}. Nothing was changed.`,
    ),
  runOnIt: w('用它运行', 'Run on this file'),
  leaveIt: w('不换', 'Leave it'),
  app: w('应用', 'App'),
  controls: (name: Words): Words => w(`${name.zh}：控件`, `Controls of ${name.en}`),
  run: (time: string): Words => w(`运行${time ? ` ${time}` : ''}`, `Run${time ? ` ${time}` : ''}`),
  behind: w('结果还是改动之前的。', 'The results are those from before the change.'),
  notRun: w('还没有运行。', 'Not run yet.'),
  nothing: w('这本笔记还没有可看的结果。', 'This notebook has no results to look at yet.'),
  pin: (label: Words): Words =>
    w(`在应用里显示控件「${label.zh}」`, `Show ${label.en} as a control of the app`),
  presentation: w('演示', 'Presentation'),
  slide: (number: number, count: number): Words =>
    w(`第 ${number} 页，共 ${count} 页`, `Slide ${number} of ${count}`),
  next: w('下一页', 'Next slide'),
  previous: w('上一页', 'Previous slide'),
  first: w('第一页', 'First slide'),
  last: w('最后一页', 'Last slide'),
  leave: w('结束演示', 'End the presentation'),
  full: w('全屏', 'Full screen'),
  pointer: w('光点', 'Pointer'),
  keys: w('演示时', 'While presenting'),
} as const;
