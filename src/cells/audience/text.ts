import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '名单', en: 'Audience' },
  summary: {
    zh: '把分群写回每一行，存成表格文件或广告、邮件平台的名单。',
    en: 'Every row with its segment, as a table file or as a list for an ad or mail platform.',
  },
  need: { zh: '接上一张表和一个聚类结果。', en: 'Connect a table and a clustering.' },
  params: {
    format: {
      label: { zh: '格式', en: 'Format' },
      options: {
        csv: { zh: 'CSV（Excel 能直接打开）', en: 'CSV (opens in Excel)' },
        parquet: { zh: 'Parquet', en: 'Parquet' },
        arrow: { zh: 'Arrow 文件', en: 'Arrow file' },
        'arrow-stream': { zh: 'Arrow 流', en: 'Arrow stream' },
        google: { zh: 'Google 目标客户匹配', en: 'Google Customer Match' },
        meta: { zh: 'Meta 自定义受众', en: 'Meta custom audience' },
        mailchimp: { zh: 'Mailchimp 联系人', en: 'Mailchimp contacts' },
        hubspot: { zh: 'HubSpot 联系人', en: 'HubSpot contacts' },
      },
    },
    segments: { label: { zh: '分群', en: 'Segments' } },
    columns: {
      label: { zh: '列', en: 'Columns' },
      hint: { zh: '不选就写所有列。', en: 'None chosen: every column.' },
    },
    unassigned: {
      label: { zh: '包括不在任何分群的行', en: 'Include rows in no segment' },
      hint: {
        zh: '噪声和没有参与分群的行：分群空着，写明原因。',
        en: 'Noise and rows that were not clustered: no segment, and the reason why.',
      },
    },
    fields: { label: { zh: '字段', en: 'Fields' } },
    country: { label: { zh: '默认国家', en: 'Default country' } },
  },
  inputs: {
    table: { zh: '表', en: 'Table' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
