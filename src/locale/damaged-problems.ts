import type { ProblemFacts } from '../core/problem';
import { grouped } from './numbers';
import type { ProblemWords } from './problems';

type DamagedCode =
  | 'file-damaged'
  | 'file-locked'
  | 'file-packed-damaged'
  | 'file-unpacks-too-large'
  | 'file-unsupported'
  | 'json-invalid'
  | 'sheet-missing'
  | 'workbook-too-large';
type DamagedTexts = { readonly [C in DamagedCode]: (facts: ProblemFacts[C]) => ProblemWords };

/** Files of a format that we read, which cannot be read. */
export const damagedProblems: DamagedTexts = {
  'file-packed-damaged': ({ name, bytes }) => ({
    what: {
      zh: `「${name}」是压缩文件，解到第 ${grouped(bytes)} 字节附近时断了。`,
      en: `${name} is packed by gzip and breaks off around byte ${grouped(bytes)}.`,
    },
    todo: {
      zh: '重新下载或复制一次；或者先解压，再拖入解压后的文件。',
      en: 'Download or copy it again, or unpack it first and drop what is inside.',
    },
  }),
  'file-unpacks-too-large': ({ name, limitBytes }) => ({
    what: {
      zh: `「${name}」解压后超过 ${grouped(limitBytes / 1e6)} MB，内存放不下。`,
      en: `${name} unpacks to more than ${grouped(limitBytes / 1e6)} MB, which memory cannot hold.`,
    },
    todo: {
      zh: '先解压，再拖入解压后的文件，抽取其中一部分行。',
      en: 'Unpack it first, drop what is inside, and read a sample of its rows.',
    },
  }),
  'json-invalid': ({ name, line, byte, reason }) => ({
    what: {
      zh: `「${name}」不是完整的 JSON：第 ${grouped(line)} 行（第 ${grouped(byte)} 字节）${reason === 'unfinished' ? '之后就断了' : reason === 'too-deep' ? '嵌套太深' : '写得不对'}。`,
      en: `${name} is not whole JSON: at line ${grouped(line)} (byte ${grouped(byte)}) it ${reason === 'unfinished' ? 'breaks off' : reason === 'too-deep' ? 'nests too deep' : 'breaks the rules'}.`,
    },
    todo: {
      zh: '重新导出一次，或把那一行改好。',
      en: 'Export it again, or mend that line.',
    },
  }),
  'file-damaged': ({ name, format, offset, column, row }) => ({
    what: {
      zh:
        `「${name}」作为 ${format} 文件是损坏的：第 ${grouped(offset)} 字节处` +
        `${column === '' ? '' : `、「${column}」列`}${row === 0 ? '' : `、第 ${grouped(row)} 行起`}读不出来。`,
      en:
        `${name} is damaged as a ${format} file: it cannot be read at byte ${grouped(offset)}` +
        `${column === '' ? '' : `, in the column ${column}`}` +
        `${row === 0 ? '' : `, from row ${grouped(row)} on`}.`,
    },
    todo: {
      zh: '重新下载或导出这份文件；复制到一半的文件也会这样。',
      en: 'Download or export the file again; one that was copied half-way looks like this, too.',
    },
  }),
  'file-locked': ({ name, format }) => ({
    what: {
      zh: `「${name}」是加密的 ${format} 文件，没有密码读不出来。`,
      en: `${name} is a protected ${format} file; it cannot be read without its password.`,
    },
    todo: {
      zh: '打开它，去掉密码后另存一份，再把那一份拖进来。',
      en: 'Open it, save a copy without a password, and drop that copy here.',
    },
  }),
  'file-unsupported': ({ name, format, column, feature }) => ({
    what: {
      zh:
        `「${name}」用到了这里读不了的 ${format} 特性` +
        `${column === '' ? '' : `（「${column}」列）`}：${feature}。`,
      en:
        `${name} uses a part of ${format} that cannot be read here` +
        `${column === '' ? '' : ` (column ${column})`}: ${feature}.`,
    },
    todo: {
      zh: '换一种压缩或编码导出，或导出成 CSV。',
      en: 'Export it with another compression or encoding, or as CSV.',
    },
  }),
  'workbook-too-large': ({ name, neededBytes, limitBytes }) => ({
    what: {
      zh: `「${name}」解开后有 ${megabytes(neededBytes)} MB，工作簿最多能读 ${megabytes(limitBytes)} MB。`,
      en: `${name} is ${megabytes(neededBytes)} MB when unpacked; a workbook may have ${megabytes(limitBytes)} MB.`,
    },
    todo: {
      zh: '把要用的工作表另存为 CSV，再拖进来：CSV 可以大得多。',
      en: 'Save the sheet as CSV and drop that: a CSV file may be far larger.',
    },
  }),
  'sheet-missing': ({ name, sheet, sheets }) => ({
    what: {
      zh: `「${name}」里没有名为「${sheet}」的工作表，有的是：${sheets}。`,
      en: `${name} has no sheet called ${sheet}; it has: ${sheets}.`,
    },
    todo: { zh: '另选一个工作表。', en: 'Choose another sheet.' },
  }),
};

function megabytes(bytes: number): string {
  return grouped(Math.round(bytes / 1e6));
}
