import { defineFace, type SentencePart } from '../../core/cell-face';
import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { ParamsOf } from '../../core/params';
import { dayText } from '../../core/reference-day';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { SequenceDisplay } from './display';
import { plural } from './view-words';

type SequenceParams = ParamsOf<(typeof definition)['params']>;

function finding(display: SequenceDisplay): Words {
  const { users, sessions, counts, active } = display;
  if (isOneRowEach(display)) {
    return {
      zh: `${formatCount(users)} 位用户，每位只有一行：这更像用户表，不是行为日志。`,
      en: `${formatCount(users)} users with one row each: this looks like a table of users, not a log of events.`,
    };
  }
  const each = formatNumber(counts.event / sessions, 1);
  const window = active[Math.floor(active.length / 2)];
  if (window === undefined) {
    return {
      zh: `${formatCount(users)} 位用户、${formatCount(sessions)} 次会话，一次会话平均 ${each} 个事件。`,
      en: `${plural(users, 'user')} and ${plural(sessions, 'session')}, ${each} events a session on average.`,
    };
  }
  const share = window.users / users;
  return {
    zh: `${percent(share, 'zh')} 的用户在最近 ${window.days} 天来过，一次会话平均 ${each} 个事件。`,
    en: `${percent(share, 'en')} of users came in the last ${window.days === 1 ? 'day' : `${window.days} days`}, with ${each} events a session on average.`,
  };
}

/** A whole percentage, but never 0 or 100 for what is neither. */
function percent(share: number, language: 'zh' | 'en'): string {
  const whole = Math.round(share * 100);
  const isPlain = (whole > 0 && whole < 100) || share === 0 || share === 1;
  if (isPlain) return formatPercent(share, language, 0);
  const text = formatPercent(share, language, 1);
  if (share < 0.5) return text.startsWith('0.0') ? `< ${formatPercent(0.001, language, 1)}` : text;
  return text.startsWith('100') ? `> ${formatPercent(0.999, language, 1)}` : text;
}

/** No user comes twice in the whole table. */
function isOneRowEach({ source, counts }: SequenceDisplay): boolean {
  return source.rows > 1 && source.users === source.rows - counts['user-missing'];
}

function sourceLine(display: SequenceDisplay): Words {
  const { source, counts, users, sessions, reference } = display;
  const span = `${dayText(display.firstEvent)} – ${dayText(display.lastEvent)}`;
  return {
    zh: [
      `${formatCount(source.rows)} 行里 ${formatCount(counts.event)} 行是事件`,
      `${formatCount(users)} 位用户 · ${formatCount(sessions)} 次会话`,
      span,
      `参考日 ${dayText(reference)}`,
    ].join(' · '),
    en: [
      `${formatCount(counts.event)} of ${formatCount(source.rows)} rows are events`,
      `${plural(users, 'user')} · ${plural(sessions, 'session')}`,
      span,
      `reference day ${dayText(reference)}`,
    ].join(' · '),
  };
}

const ROWS_ARE: Readonly<Record<SequenceParams['rowsAre'], Words>> = {
  users: { zh: '一行一个用户', en: 'One row a user' },
  sessions: { zh: '一行一次会话', en: 'One row a session' },
  events: { zh: '一行一个事件，按时间排好', en: 'One row an event, in time order' },
};

function margin({ rowsAre, gap, reference }: SequenceParams): readonly SentencePart[] {
  const minutes = formatNumber(gap);
  return [
    { words: ROWS_ARE[rowsAre], param: 'rowsAre' },
    { words: { zh: '；', en: '; ' } },
    {
      words: {
        zh: `隔 ${minutes} 分钟以上算新会话`,
        en: `a session ends after ${minutes} ${gap === 1 ? 'minute' : 'minutes'}`,
      },
      param: 'gap',
    },
    {
      words:
        reference === ''
          ? { zh: '；算到最后一个事件的后一天。', en: '; up to the day after the last event.' }
          : { zh: `；算到 ${reference}。`, en: `; up to ${reference}.` },
    },
  ];
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin,
  withhold: (display, { least }) => (display.users < least ? null : withoutFew(display, least)),
});

/** The picture shows single users, and what a few do tells of each of them. */
function withoutFew(display: SequenceDisplay, least: number): SequenceDisplay {
  const { events, transitions } = display;
  const named = events.named.filter(({ users }) => users >= least);
  return {
    ...display,
    strips: [],
    // The least and the largest value are those of one row.
    figures: display.figures.map((figure) => ({ ...figure, range: null })),
    gaps: display.gaps.map((count) => (count < least ? 0 : count)),
    active: display.active.filter(({ users }) => users === 0 || users >= least),
    events: { ...events, named },
    unknown: [],
    transitions:
      transitions &&
      stepsAmong(
        transitions,
        named.map(({ name }) => name),
        least,
      ),
  };
}

/** The steps between these events alone, without those that few took. */
function stepsAmong(
  { names, counts, steps }: NonNullable<SequenceDisplay['transitions']>,
  kept: readonly string[],
  least: number,
): SequenceDisplay['transitions'] {
  const places = names.flatMap((name, at) => (kept.includes(name) ? [at] : []));
  const left = places.flatMap((from) => places.map((to) => counts[from * names.length + to]!));
  return {
    names: places.map((at) => names[at]!),
    counts: left.map((count) => (count < least ? 0 : count)),
    steps,
  };
}
