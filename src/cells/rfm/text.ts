import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: 'RFM', en: 'RFM' },
  summary: {
    zh: '把订单变成一行一个客户：多久没来、来过几次、花了多少，以及属于哪一类。',
    en: 'Orders become one row a customer: how long ago, how often, how much, and which group.',
  },
  need: {
    zh: '接上一张订单表：要有客户和日期，最好有金额。',
    en: 'Connect a table of orders: with a customer and a date, and better with an amount.',
  },
  params: {
    customer: {
      label: { zh: '客户', en: 'Customer' },
      hint: { zh: '不选就按列名和内容猜', en: 'Guessed by name and content when none is chosen' },
    },
    date: { label: { zh: '下单日期', en: 'Order date' } },
    order: {
      label: { zh: '订单号', en: 'Order number' },
      hint: {
        zh: '没有时，同一客户同一天算一单',
        en: 'Without one, a customer’s day is one order',
      },
    },
    amount: { label: { zh: '金额', en: 'Amount' } },
    quantity: { label: { zh: '数量', en: 'Quantity' } },
    price: {
      label: { zh: '单价', en: 'Unit price' },
      hint: {
        zh: '没有金额列时，金额 = 数量 × 单价',
        en: 'Without an amount: quantity × unit price',
      },
    },
    category: { label: { zh: '品类', en: 'Category' } },
    product: { label: { zh: '商品', en: 'Product' } },
    status: {
      label: { zh: '状态或退货标记', en: 'Status or return flag' },
    },
    guess: {
      label: { zh: '没选的列自动猜', en: 'Guess columns that are not chosen' },
    },
    reference: { label: { zh: '参考日', en: 'Reference day' } },
    returns: {
      label: { zh: '取消和退货', en: 'Cancellations and returns' },
      options: {
        'leave-out': { zh: '不算', en: 'Leave out' },
        net: { zh: '从金额里减去', en: 'Take off the amount' },
        keep: { zh: '照常算', en: 'Count as they are' },
      },
    },
    worthless: {
      label: { zh: '单价、数量或金额为 0', en: 'Price, quantity or amount of 0' },
      options: {
        'leave-out': { zh: '不算', en: 'Leave out' },
        keep: { zh: '照常算', en: 'Count as they are' },
      },
    },
    cancelPrefix: {
      label: { zh: '取消单的订单号开头', en: 'Cancelled order numbers start with' },
      hint: {
        zh: '一半以上的订单号都这样开头时不当取消',
        en: 'Ignored when more than half of the order numbers start so',
      },
    },
    returnWords: {
      label: { zh: '状态里表示退货的词', en: 'Words of a status that mean a return' },
      hint: { zh: '用空格隔开', en: 'Separated by spaces' },
    },
    scoring: {
      label: { zh: '打分', en: 'Scores' },
      options: {
        share: { zh: '五分位，同值同分', en: 'Fifths, equal values alike' },
        fifths: { zh: '五等份，每份一样多', en: 'Fifths of equal size' },
        edges: { zh: '固定界限', en: 'Fixed edges' },
      },
    },
    edges: { label: { zh: '分数的界限', en: 'Edges of the scores' } },
    rules: { label: { zh: '分组规则', en: 'Rules of the groups' } },
    figures: { label: { zh: '输出的列', en: 'Columns that come out' } },
    words: {
      label: { zh: '新列名的语言', en: 'Language of the new columns' },
      options: {
        auto: { zh: '跟随原列名', en: 'As the source' },
        zh: { zh: '中文', en: 'Chinese' },
        en: { zh: '英文', en: 'English' },
      },
    },
  },
  inputs: { table: { zh: '订单表', en: 'Table of orders' } },
});
