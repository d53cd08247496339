import type { Words } from '../core/words';

const many = (n: number, one: string, more: string): string => (n === 1 ? one : `${n} ${more}`);

/** Words for taking a run elsewhere and for proving it. */
export const recordingWords = {
  title: { zh: '在别处重现', en: 'Repeat it elsewhere' },
  text: {
    zh: '用 pandas 和 scikit-learn 跑出同样的分群；里面没有数据行，只有步骤。',
    en: 'The same segments with pandas and scikit-learn. It holds the steps, no rows of data.',
  },
  python: { zh: 'Python 脚本', en: 'Python script' },
  jupyter: { zh: 'Jupyter 笔记本', en: 'Jupyter notebook' },
  leftOut: (cells: number): Words => ({
    zh: `${cells} 个单元不在脚本里：`,
    en: `${many(cells, 'One cell is', 'cells are')} not in the script:`,
  }),
  proof: { zh: '运行凭据', en: 'Receipt' },
  proofText: {
    zh: '凭据记下数据和每个结果的指纹。日后核对：全部重新运行，逐个比对。',
    en: 'A receipt holds hashes of the data and of every result. Verify it later: everything is run again and compared.',
  },
  receipt: { zh: '保存凭据', en: 'Save the receipt' },
  verify: { zh: '核对凭据…', en: 'Verify a receipt…' },
  verifying: { zh: '正在全部重新运行…', en: 'Running everything again…' },
  saved: (name: string): Words => ({ zh: `已保存 ${name}`, en: `Saved ${name}` }),
  same: (cells: number): Words => ({
    zh: `完全一致：${cells} 个单元的结果逐位相同。`,
    en: `The same: ${many(cells, 'the result of one cell is', 'results are')} equal bit for bit.`,
  }),
  different: (cells: number): Words => ({
    zh: `${cells} 处不一致：`,
    en: `${many(cells, 'One thing differs', 'things differ')}:`,
  }),
  otherData: (name: string): Words => ({ zh: `${name}：数据不同`, en: `${name}: other data` }),
  otherSeed: { zh: '随机种子不同', en: 'Another seed' },
  namely: (names: readonly string[]): Words => ({
    zh: `：${names.join('、')}`,
    en: ` (${names.join(', ')})`,
  }),
  verdicts: {
    differs: { zh: '结果不同', en: 'another result' },
    'other-version': { zh: '这种单元的算法版本不同', en: 'another version of the cell type' },
    'other-inputs': { zh: '设置或上游不同', en: 'other settings or inputs' },
    'not-run': { zh: '没有运行完', en: 'not run to the end' },
    gone: { zh: '笔记本里没有了', en: 'no longer in the notebook' },
    added: { zh: '凭据里没有', en: 'not in the receipt' },
  },
} as const;
