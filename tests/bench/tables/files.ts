import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createRandom, type Random } from '../../../src/core/random';
import { writeLargeTable } from '../../journey/support/large-table';

const FOLDER = 'build/bench-tables';
const LINES_AT_ONCE = 20_000;

/** A file as lines: its header and the line of a row. */
interface Lines {
  readonly rows: number;
  readonly header: string;
  readonly line: (row: number, random: Random) => string;
}

const CITIES = ['北京', '上海', '广州', '深圳', '杭州', '成都', '武汉', '西安', '南京', '重庆'];
const CHANNELS = ['web', 'app', 'store', 'phone'];

function dayOf(offset: number): string {
  return new Date(Date.UTC(2023, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
}

/** Numbers of several shapes, categories, dates, yes and no, a text; a twentieth of them missing. */
function mixedLine(columns: number): Lines['line'] {
  return (row, random) => {
    const values = [`C${1e7 + row}`];
    for (let i = 1; i < columns; i++) {
      if (random.next() < 0.05) values.push('');
      else if (i % 10 === 1) values.push(CITIES[random.below(10)]!);
      else if (i % 10 === 2) values.push(dayOf(random.below(900)));
      else if (i % 10 === 3) values.push(random.next() < 0.3 ? 'true' : 'false');
      else if (i % 10 === 4) values.push(String(random.below(120)));
      else if (i % 10 === 5) values.push(CHANNELS[random.below(4)]!);
      else values.push((1000 * random.next() ** (1 + (i % 4))).toFixed(2));
    }
    return values.join(',');
  };
}

function mixed(columns: number): Lines {
  const names = Array.from({ length: columns }, (_, i) => (i === 0 ? 'customer' : `column_${i}`));
  return { rows: 1_000_000, header: names.join(','), line: mixedLine(columns) };
}

/** Orders of about 150,000 customers: some buy often, most do not; a fiftieth are cancelled. */
const ORDERS: Lines = {
  rows: 1_000_000,
  header: 'invoice,customer,date,product,quantity,price',
  line: (row, random) => {
    const customer = Math.floor(150_000 * random.next() ** 2);
    const isCancelled = random.next() < 0.02;
    const invoice = `${isCancelled ? 'C' : ''}${500_000 + Math.floor(row / 3)}`;
    const quantity = (1 + random.below(12)) * (isCancelled ? -1 : 1);
    const price = (0.5 + 40 * random.next() ** 3).toFixed(2);
    return `${invoice},${customer},${dayOf(random.below(730))},P${random.below(4000)},${quantity},${price}`;
  },
};

const FAMILY = ['王', '李', '张', '刘', 'Smith', 'Müller', 'García', 'Nguyễn'];
const GIVEN = ['伟', '芳', '娜', '秀英', 'Anna', 'John', 'José', 'Linh'];
const WORDS = [
  'fast',
  'late',
  'kind',
  'box',
  'gift',
  '很好',
  '一般',
  '包装',
  'again',
  'refund',
  'blue',
];

/** Codes, names in quotes with a comma, categories, dates, amounts, remarks; some with a quote inside. */
const TEXTS: Lines = {
  rows: 1_000_000,
  header: 'code,name,city,channel,date,amount,remark',
  line: (row, random) => {
    const name = `${FAMILY[random.below(8)]}, ${GIVEN[random.below(8)]} ${random.below(1000)}`;
    const words = Array.from({ length: 2 + random.below(6) }, () => WORDS[random.below(11)]!);
    if (random.next() < 0.01) words.push('""so so""');
    const remark = random.next() < 0.2 ? '' : `"${words.join(' ')}"`;
    const amount = (1000 * random.next() ** 2).toFixed(2);
    const [city, channel] = [CITIES[random.below(10)], CHANNELS[random.below(4)]];
    return `C${1e7 + row},"${name}",${city},${channel},${dayOf(random.below(900))},${amount},${remark}`;
  },
};

const FILES: Readonly<Record<string, Lines>> = {
  'orders-1m.csv': ORDERS,
  'texts-1m.csv': TEXTS,
  'mixed-1m-10.csv': mixed(10),
  'mixed-1m-20.csv': mixed(20),
  'mixed-1m-50.csv': mixed(50),
};

async function writeLines(path: string, { rows, header, line }: Lines): Promise<void> {
  const random = createRandom(23, 'bench', path);
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let from = 0; from < rows; from += LINES_AT_ONCE) {
    let text = '';
    for (let row = from; row < from + LINES_AT_ONCE; row++) text += `${line(row, random)}\n`;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/** The path of a file of the bench; it is written when it is not there yet. */
export async function pathOf(name: string): Promise<string> {
  const path = `${FOLDER}/${name}`;
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  const lines = FILES[name];
  // A bench that was stopped must not leave half a file under the whole one's name.
  if (lines) await writeLines(`${path}.part`, lines);
  else await writeLargeTable(`${path}.part`, 1_000_000);
  renameSync(`${path}.part`, path);
  return path;
}
