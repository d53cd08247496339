import { utils, write } from '@e965/xlsx';

const CITIES = ['上海', ' 上海', '上海　', '北京', '北京'];
const DAYS = ['2024年5月1日', '2024/5/2', '2024-05-03', '45416'];

/** What a colleague's workbook holds for one member; every fifth line stands in it twice. */
export function memberLine(index: number): (string | number)[] {
  const age = index % 9 === 4 ? 999 : 20 + (index % 40);
  const income = index % 10 === 7 ? '保密' : `${(index % 8) + 5}.5万`;
  return [
    `M${String(index).padStart(4, '0')}`,
    CITIES[index % CITIES.length] ?? '',
    age,
    income,
    DAYS[index % DAYS.length] ?? '',
    index % 2 === 0 ? '是' : '否',
    // One order beyond all others.
    index === 33 ? 990_000 : 100 + ((index * 37) % 400),
  ];
}

export const MEMBERS = 60;
/** Lines that repeat the one above them. */
export const REPEATS = 12;

/** A workbook as people send it: a title over merged cells, a line of nothing, a header, dirty rows. */
export function messyWorkbook(): Buffer {
  const lines: (string | number)[][] = [
    ['会员名单（2024 年 5 月）'],
    [],
    ['会员号', '城市', '年龄', '年收入', '入会日期', '接受短信', '近12月消费额'],
  ];
  for (let index = 0; index < MEMBERS; index++) {
    lines.push(memberLine(index));
    if (index % 5 === 2) lines.push(memberLine(index));
  }
  const sheet = utils.aoa_to_sheet(lines);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 6 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '会员');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
