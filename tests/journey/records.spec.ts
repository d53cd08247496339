import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await downloading;
  const text = readFileSync(await download.path()).toString();
  return { name: download.suggestedFilename(), text };
}

async function verify(page: Page, receipt: unknown): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(receipt));
  const file = { name: 'a.receipt.json', mimeType: 'application/json', buffer };
  await page.getByLabel('核对凭据…').setInputFiles(file);
}

test('a run is taken to Python, and verified by its receipt', async ({ page }) => {
  await openStart(page, 'zh');
  await page.locator('html[data-ready=true]').waitFor();
  await dropFile(page, { name: '会员.csv', bytes: toCsv(drawCustomers(400, 11)) });
  await expectAllFresh(page);
  await page.getByRole('button', { name: '导出' }).first().click();

  const script = await saved(page, 'Python 脚本');
  expect(script.name).toBe('会员.py');
  expect(script.text).toMatch(/^cluster = by_size\(\n?\s*kmeans\(points, clusters=\d+, seed=1, /m);
  const jupyter = await saved(page, 'Jupyter 笔记本');
  expect(jupyter.name).toBe('会员.ipynb');
  expect(JSON.parse(jupyter.text).nbformat).toBe(4);

  const receipt = JSON.parse((await saved(page, '保存凭据')).text);
  expect(receipt.cells.every(({ result }: { result: unknown }) => result !== null)).toBe(true);
  await verify(page, receipt);
  await expect(page.getByText(`完全一致：${receipt.cells.length} 个单元`)).toBeVisible();

  const cluster = receipt.cells.find(({ kind }: { kind: string }) => kind === 'cluster');
  cluster.result = cluster.result.replace(/^./, (sign: string) => (sign === '0' ? '1' : '0'));
  await verify(page, receipt);
  await expect(page.getByText('cluster: 结果不同')).toBeVisible();
  await verify(page, { kind: 'something' });
  await expect(page.getByText('这不是完好的运行凭据')).toBeVisible();
});
