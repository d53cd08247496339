import { defineFace, type SentencePart } from '../../core/cell-face';
import { capitalize, countAfterHan, countWord, formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { AudienceParams } from './audience';
import { definition, isListFormat } from './definition';
import type { AudienceDisplay } from './display';
import { formatNames } from './format-names';
import { isPseudonymised } from './platforms';

function rowsWord(rows: number): Words {
  return {
    zh: `${formatCount(rows)} 行`,
    en: `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`,
  };
}

function segmentsWord(count: number): Words {
  return {
    zh: `${countWord(count, 'zh')}个分群`,
    en: `${countWord(count, 'en')} ${count === 1 ? 'segment' : 'segments'}`,
  };
}

/** Segments whose rows are in the file. */
function segmentCount({ segments }: AudienceParams, { sizes }: AudienceDisplay): number {
  return segments.length === 0 ? sizes.length : segments.filter((i) => i < sizes.length).length;
}

function finding(display: AudienceDisplay, params: AudienceParams): Words {
  const { rows, list } = display;
  const [words, segments] = [rowsWord(rows), segmentsWord(segmentCount(params, display))];
  const { format } = params;
  if (rows === 0 && list === null) {
    return { zh: '没有可写的行。', en: 'There are no rows to write.' };
  }
  if (!isListFormat(format) || list === null) {
    return {
      zh: `${words.zh}可以导出，标好了${segments.zh}。`,
      en: `${capitalize(words.en)} can be exported, labelled with ${segments.en}.`,
    };
  }
  const platform = formatNames[format];
  // Han follows Latin letters after a space.
  const listZh = `${platform.zh}${/[a-z]$/i.test(platform.zh) ? ' ' : ''}的名单`;
  const left = rowsWord(list.leftOut);
  if (rows === 0) {
    return {
      zh: `没有一行能进 ${listZh}。`,
      en: `No row can go into the list for ${platform.en}.`,
    };
  }
  return {
    zh: `${words.zh}可以进 ${listZh}${list.leftOut > 0 ? `；${left.zh}没有可用的标识` : ''}。`,
    en: `${capitalize(words.en)} can go into the list for ${platform.en}${list.leftOut > 0 ? `; ${left.en} ${list.leftOut === 1 ? 'has' : 'have'} nothing to be found by` : ''}.`,
  };
}

function sourceLine({ noise, dropped }: AudienceDisplay, params: AudienceParams): Words {
  const { format } = params;
  const zh: string[] = [];
  const en: string[] = [];
  const say = (words: Words): void => void (zh.push(words.zh), en.push(words.en));
  say(formatNames[format]);
  if (format === 'csv') say({ zh: 'UTF-8，带 BOM', en: 'UTF-8 with BOM' });
  if (isListFormat(format)) {
    say({ zh: 'CSV，UTF-8', en: 'CSV, UTF-8' });
    if (isPseudonymised(format)) {
      say({ zh: 'SHA-256 假名化，不是匿名', en: 'pseudonymised with SHA-256, not anonymous' });
    }
  }
  if (noise > 0)
    say({ zh: `${formatCount(noise)} 行噪声`, en: `${formatCount(noise)} rows of noise` });
  if (dropped > 0) {
    say({
      zh: `${formatCount(dropped)} 行没有参与分群`,
      en: `${formatCount(dropped)} rows not clustered`,
    });
  }
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

function margin(params: AudienceParams): readonly SentencePart[] {
  const { format, segments, columns } = params;
  const which: Words =
    segments.length === 0
      ? { zh: '所有分群', en: 'All segments' }
      : {
          zh: `选定的${countAfterHan(segments.length)}个分群`,
          en: `${capitalize(countWord(segments.length, 'en'))} chosen ${segments.length === 1 ? 'segment' : 'segments'}`,
        };
  const parts: SentencePart[] = [
    { words: which },
    { words: { zh: '，存成 ', en: ', as ' } },
    { words: formatNames[format], param: 'format' },
  ];
  if (!isListFormat(format)) {
    const noun = columns.length === 1 ? 'column' : 'columns';
    parts.push(
      { words: { zh: '，写', en: ', with ' } },
      {
        words:
          columns.length === 0
            ? { zh: '所有列', en: 'every column' }
            : {
                zh: `选定的${countAfterHan(columns.length)}列`,
                en: `${countWord(columns.length, 'en')} chosen ${noun}`,
              },
        param: 'columns',
      },
    );
  }
  return [...parts, { words: { zh: '。', en: '.' } }];
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin,
  // It is about single customers from beginning to end.
  withhold: () => null,
});
