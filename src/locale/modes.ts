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
