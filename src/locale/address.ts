import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Words for a table that is fetched by its address. */
export const addressWords = {
  open: w('从网址读入…', 'Read from an address…'),
  label: w('表格的网址', 'Address of the table'),
  invalid: w('这不是网址。', 'This is not an address.'),
  ask: (host: string): Words =>
    w(
      `会向 ${host} 请求一次，只为这个文件；此外仍是零请求。`,
      `This asks ${host} once, for this file only; there are no other requests.`,
    ),
  go: (name: string): Words => w(`请求并打开「${name}」`, `Request and open ${name}`),
  foreign: (host: string): Words =>
    w(
      `这一页只能向 ${host} 请求：正是这条规则保证数据不会外流。请自己下载这个文件，再拖进来。`,
      `This page can ask ${host} only; that rule is what keeps your data here. Download the file yourself and drop it.`,
    ),
  fetchYourself: (host: string): Words => w(`在新标签页打开 ${host}`, `Open ${host} in a new tab`),
} as const;
