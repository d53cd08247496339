import { defineFace } from '../../core/cell-face';
import { formatCount, formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import { definition, type Params } from './definition';
import type { SelectDisplay } from './display';
import { finding } from './finding';

function sourceLine({ rows, columns, judged, samples }: SelectDisplay): Words {
  const gone = judged.length - columns.length;
  const size = `${formatCount(rows)} × ${formatCount(columns.length)}`;
  const zh = [size, gone === 0 ? '没有去掉列' : `去掉 ${formatCount(gone)} 列`];
  const en = [
    size,
    gone === 0 ? 'no column dropped' : `${formatCount(gone)} ${plural(gone, 'column')} dropped`,
  ];
  const sampled = (count: number | null, what: Words) => {
    if (count === null) return;
    zh.push(`${what.zh}按抽样的 ${formatCount(count)} 行`);
    en.push(`${what.en} on a sample of ${formatCount(count)} rows`);
  };
  sampled(samples.correlation, { zh: '相关', en: 'correlations' });
  sampled(samples.information, { zh: '数的信息增益', en: 'information of numbers' });
  sampled(samples.path, { zh: '路径', en: 'path' });
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

function margin({ target, threshold, apply, correlation }: Params) {
  const sign = correlation === 'spearman' ? '|ρ|' : '|r|';
  return [
    { words: { zh: '目标：', en: 'Target: ' } },
    {
      words: target === '' ? { zh: '没有', en: 'none' } : { zh: `「${target}」`, en: target },
      param: 'target',
    },
    { words: { zh: `；${sign} 达到 `, en: `; alike from ${sign} ` } },
    {
      words: { zh: formatNumber(threshold, 2), en: formatNumber(threshold, 2) },
      param: 'threshold',
    },
    { words: { zh: ' 算说的一样；建议', en: ' on; advice ' } },
    {
      words:
        apply === 'advised' ? { zh: '已采纳', en: 'taken' } : { zh: '未采纳', en: 'not taken' },
      param: 'apply',
    },
    { words: { zh: '。', en: '.' } },
  ];
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  // A value that all rows share, or sums over few of them, may be one person's own.
  withhold: (display: SelectDisplay, { least }) => (display.rows < least ? null : display),
  margin,
});
