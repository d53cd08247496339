import type { Language } from '../core/words';

const group = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A whole number with thousands separators, the same in both languages. */
export function grouped(value: number): string {
  return group.format(value);
}

/** A size in bytes, as people read it: `41 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${units[unit] ?? ''}`;
}

/** A duration as people say it: `0.4 秒`, `1.6 s`, `12 s`, `3 min`. */
export function duration(ms: number, language: Language): string {
  const seconds = ms / 1000;
  if (seconds >= 90) return `${Math.round(seconds / 60)} ${language === 'zh' ? '分钟' : 'min'}`;
  if (seconds < 0.05) return language === 'zh' ? '< 0.1 秒' : '< 0.1 s';
  const digits = seconds < 9.95 ? 1 : 0;
  return `${seconds.toFixed(digits)} ${language === 'zh' ? '秒' : 's'}`;
}

/** An estimate, rounded so that it promises no more than it knows: `≈ 4 s`. */
export function estimate(ms: number, language: Language): string {
  const seconds = ms / 1000;
  if (seconds >= 90) return `≈ ${Math.round(seconds / 60)} ${language === 'zh' ? '分钟' : 'min'}`;
  const shown = seconds < 1 ? Math.max(0.1, Number(seconds.toFixed(1))) : Math.round(seconds);
  return `≈ ${shown} ${language === 'zh' ? '秒' : 's'}`;
}
