import type { Words } from '../../core/words';
import type { AudienceParams } from './audience';

/** What each format is called in a sentence. */
export const formatNames: Readonly<Record<AudienceParams['format'], Words>> = {
  csv: { zh: 'CSV', en: 'CSV' },
  parquet: { zh: 'Parquet', en: 'Parquet' },
  arrow: { zh: 'Arrow 文件', en: 'an Arrow file' },
  'arrow-stream': { zh: 'Arrow 流', en: 'an Arrow stream' },
  google: { zh: 'Google 目标客户匹配', en: 'Google Customer Match' },
  meta: { zh: 'Meta 自定义受众', en: 'Meta custom audiences' },
  mailchimp: { zh: 'Mailchimp', en: 'Mailchimp' },
  hubspot: { zh: 'HubSpot', en: 'HubSpot' },
};
