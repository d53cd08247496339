/** What the status of an order says when it was given back or never came to be. */
export const RETURN_WORDS =
  '退款 退货 取消 关闭 拒收 撤销 作废 未付款 待付款 refund return cancel void chargeback declined unpaid';

const NOT_BEFORE = /(未|无|没有|没|不|非|未曾|\bno|\bnot|\bnon|\bun|\bnever)[\s_-]*$/i;
const YES = /^(是|有|对|y|yes|true|t|1)$/i;
const ABOUT_RETURNS = /退货|退款|取消|return|refund|cancel/i;

export function wordsIn(text: string): readonly string[] {
  return text.split(/[\s,，、;；]+/).filter((word) => word !== '');
}

/**
 * Whether a status means that the order is a return or was cancelled: it holds one of the words
 * with no "not" before it; or, in a column named after returns (是否退货, is_refunded), it says yes.
 */
export function isReturnStatus(
  status: string,
  { column, words }: { readonly column: string; readonly words: readonly string[] },
): boolean {
  const level = status.trim().toLowerCase();
  if (ABOUT_RETURNS.test(column) && YES.test(level)) return true;
  return words.some((word) => {
    const at = level.indexOf(word.toLowerCase());
    return at >= 0 && !NOT_BEFORE.test(level.slice(0, at));
  });
}
