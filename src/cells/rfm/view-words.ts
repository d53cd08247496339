import type { Words } from '../../core/words';
import type { Role, RoleSource } from '../../table/rfm/roles';

export const viewWords = {
  grid: { zh: '客户按 R 分和 F 分', en: 'Customers by recency and frequency score' },
  gridHint: {
    zh: '方向键移动，回车选中一格，Esc 取消',
    en: 'Arrow keys move, Enter picks a square, Esc ends it',
  },
  recencyUp: { zh: '越往上越近来过 ↑', en: 'came more recently ↑' },
  frequencyRight: { zh: 'F 频次：买得更多 →', en: 'F frequency: buys more often →' },
  tone: {
    zh: '底色越浓，M 分（金额）越高',
    en: 'The stronger the colour, the higher the M score (money)',
  },
  toneFrequency: { zh: '没有金额：底色是 F 分', en: 'No amounts: the tone is the F score' },
  groups: { zh: 'RFM 分组', en: 'RFM groups' },
  group: { zh: '分组', en: 'Group' },
  customers: { zh: '客户', en: 'Customers' },
  share: { zh: '占客户', en: 'Of customers' },
  moneyShare: { zh: '占金额', en: 'Of money' },
  money: { zh: '金额', en: 'Money' },
  recencyMean: { zh: '平均几天没来', en: 'Mean recency, days' },
  frequencyMean: { zh: '平均几单', en: 'Mean orders' },
  ungrouped: { zh: '不属于任何一组', en: 'In no group' },
  twin: { zh: '25 格的数字', en: 'The 25 squares as a table' },
  rules: { zh: '哪些行算数', en: 'Which rows count' },
  columns: { zh: '哪一列是什么', en: 'Which column is what' },
  figures: { zh: '输出哪些列', en: 'Columns that come out' },
  scores: { zh: '分数和分组的规则', en: 'Rules of scores and groups' },
  reference: { zh: '参考日', en: 'Reference day' },
  order: {
    zh: '从上往下，第一条符合的算数',
    en: 'From the top: the first rule that holds decides',
  },
  from: { zh: '从', en: 'from' },
  to: { zh: '到', en: 'to' },
  up: { zh: '上移', en: 'Move up' },
  down: { zh: '下移', en: 'Move down' },
  remove: { zh: '删除', en: 'Delete' },
  addRule: { zh: '加一条兜底的规则', en: 'Add a rule for the rest' },
  usualRules: { zh: '恢复常用规则', en: 'Back to the usual rules' },
  rest: { zh: '其余', en: 'Others' },
  cellsOfRule: { zh: '格数', en: 'Cells' },
  edgeHint: {
    zh: '每项四个界限，从小到大；用空格隔开',
    en: 'Four edges each, from small to large, separated by spaces',
  },
} satisfies Record<string, Words>;

export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  customer: { zh: '客户', en: 'Customer' },
  date: { zh: '下单日期', en: 'Order date' },
  order: { zh: '订单号', en: 'Order number' },
  amount: { zh: '金额', en: 'Amount' },
  quantity: { zh: '数量', en: 'Quantity' },
  price: { zh: '单价', en: 'Unit price' },
  category: { zh: '品类', en: 'Category' },
  product: { zh: '商品', en: 'Product' },
  status: { zh: '状态或退货标记', en: 'Status or return flag' },
};

export const SOURCE_WORDS: Readonly<Record<RoleSource, Words>> = {
  chosen: { zh: '选定', en: 'chosen' },
  name: { zh: '按列名猜的', en: 'guessed by its name' },
  content: { zh: '按内容猜的', en: 'guessed by its values' },
};
