import { defineFace } from '../../core/cell-face';
import { countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { SqlDisplay } from './display';

function sizeWords(rows: number, columns: number): Words {
  const zh = `${formatCount(rows)} 行、${formatCount(columns)} 列`;
  const en = `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'} and ${countWord(columns, 'en')} ${columns === 1 ? 'column' : 'columns'}`;
  return { zh, en };
}

function finding({ isPassedOn, rows, columns, tables }: SqlDisplay): Words {
  const size = sizeWords(rows, columns.length);
  if (isPassedOn) {
    const name = tables[0]?.name ?? '';
    return {
      zh: `还没有查询：${name} 的 ${size.zh}原样通过。`,
      en: `No query yet: the ${size.en} of ${name} pass as they are.`,
    };
  }
  if (rows === 0) return { zh: '没有一行符合查询。', en: 'No row answers the query.' };
  return { zh: `查询得到 ${size.zh}。`, en: `The query gives ${size.en}.` };
}

function sourceLine({ tables, preview, rows, notFinite }: SqlDisplay): Words {
  const zh = tables.map((table) => `${table.name} ${formatCount(table.rows)} 行`);
  const en = tables.map(
    (table) => `${table.name}: ${formatCount(table.rows)} ${table.rows === 1 ? 'row' : 'rows'}`,
  );
  if (preview.length < rows && preview.length > 0) {
    zh.push(`显示前 ${formatCount(preview.length)} 行，全部 ${formatCount(rows)} 行往下流`);
    en.push(
      `the first ${formatCount(preview.length)} rows shown, all ${formatCount(rows)} flow on`,
    );
  }
  if (notFinite > 0) {
    zh.push(`${formatCount(notFinite)} 个无穷大或不是数的值算作缺失`);
    en.push(`${formatCount(notFinite)} infinite or undefined values are missing`);
  }
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  // The query itself stands above its result.
  margin: () => [],
  // The preview is single rows.
  withhold: (display) => ({ ...display, preview: [] }),
});
