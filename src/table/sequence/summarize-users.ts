import { sortInPlace } from '../sort-in-place';
import { EventTally } from './event-tally';
import type { OrderedEvents } from './order-events';
import { DAY_MS, HOUR_MS, type EventLog } from './read-events';
import type { Sessions } from './sessions';
import { Streaks, type StreakUnit } from './streaks';
import { emptyFigures, type UserFigures } from './user-figures';

const BLOCK = 1 << 14;
const MINUTE_MS = 60_000;

export interface Summary {
  /** Midnight (ms, on the users' clocks) up to which days are counted. */
  readonly reference: number;
  /** Days before the reference. */
  readonly windows: readonly number[];
  readonly streak: StreakUnit;
  /** Codes of the events that get figures of their own; −1: it does not occur. */
  readonly chosen: readonly number[];
}

interface Ground extends Summary {
  readonly log: EventLog;
  readonly ordered: OrderedEvents;
  readonly sessions: Sessions;
}

/** Figures of every user in one pass over the ordered events. Linear but for the gaps' medians; yields. */
export function* summarizeUsers(ground: Ground): Generator<void, UserFigures> {
  const { starts } = ground.ordered;
  let users = 0;
  for (let user = 0; user < starts.length - 1; user++) {
    if (starts[user + 1]! > starts[user]!) users++;
  }
  const tally = new UserTally(ground, users);
  let worked = 0;
  for (let user = 0; user < starts.length - 1; user++) {
    const [from, to] = [starts[user]!, starts[user + 1]!];
    if (from === to) continue;
    for (let i = from; i < to; i++) {
      tally.add(i);
      if ((++worked & (BLOCK - 1)) === 0) yield;
    }
    yield* tally.close(user);
  }
  return tally.figures;
}

/** What is known of the user at hand, and the figures of those before. */
class UserTally {
  readonly figures: UserFigures;
  private at = 0;
  private times = new Float64Array(64);
  private count = 0;
  private activeDays = 0;
  private lastDay = NaN;
  private valueSum = 0;
  private valueCount = 0;
  private readonly hours = new Int32Array(24);
  private readonly weekdays = new Int32Array(7);
  private readonly windowCounts: Int32Array;
  private readonly streaks: Streaks;
  private readonly events: EventTally | null;

  constructor(
    private readonly ground: Ground,
    users: number,
  ) {
    const { windows, chosen, streak, log } = ground;
    this.figures = emptyFigures(users, windows.length, chosen.length);
    this.windowCounts = new Int32Array(windows.length);
    this.streaks = new Streaks(streak);
    this.events = log.events && new EventTally(log.events, chosen);
  }

  add(i: number): void {
    const { log, ordered, reference, windows } = this.ground;
    const row = ordered.rows[i]!;
    const ms = log.when[row]!;
    if (this.count === this.times.length) this.grow();
    this.times[this.count++] = ms;
    const day = Math.floor(ms / DAY_MS);
    if (day !== this.lastDay) this.activeDays++;
    this.lastDay = day;
    this.streaks.add(ms);
    this.hours[Math.floor((ms - day * DAY_MS) / HOUR_MS)]!++;
    this.weekdays[(((day + 3) % 7) + 7) % 7]!++;
    for (let w = 0; w < windows.length; w++) {
      if (ms >= reference - windows[w]! * DAY_MS) this.windowCounts[w]!++;
    }
    this.events?.add(row, ms);
    const value = log.values === null ? NaN : log.values[row]!;
    if (Number.isNaN(value)) return;
    this.valueSum += value;
    this.valueCount++;
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2);
    times.set(this.times);
    this.times = times;
  }

  /** Ends the user at hand. */
  *close(user: number): Generator<void, void> {
    const { figures, at, count } = this;
    const { ordered, log, reference } = this.ground;
    figures.row[at] = ordered.rows[ordered.starts[user]!]!;
    figures.events[at] = count;
    figures.activeDays[at] = this.activeDays;
    figures.longestStreak[at] = this.streaks.longest;
    figures.currentStreak[at] = this.streaks.currentAt(reference);
    figures.windows.forEach((window, w) => (window[at] = this.windowCounts[w]!));
    figures.first[at] = this.times[0]!;
    figures.last[at] = this.times[count - 1]!;
    if (log.hasClock) figures.hour[at] = placeOfMost(this.hours);
    figures.weekday[at] = placeOfMost(this.weekdays);
    this.writeSessions(user);
    this.writeEvents();
    if (this.valueCount > 0) {
      figures.valueSum[at] = this.valueSum;
      figures.valueMean[at] = this.valueSum / this.valueCount;
    }
    if (count > 1) yield* this.writeGaps();
    this.clear();
  }

  private writeSessions(user: number): void {
    const { log, ordered, sessions } = this.ground;
    const [from, to] = [sessions.ofUser[user]!, sessions.ofUser[user + 1]!];
    let length = 0;
    for (let session = from; session < to; session++) {
      const first = ordered.rows[sessions.starts[session]!]!;
      const last = ordered.rows[sessions.starts[session + 1]! - 1]!;
      length += log.when[last]! - log.when[first]!;
    }
    this.figures.sessions[this.at] = to - from;
    this.figures.sessionMinutes[this.at] = length / (to - from) / MINUTE_MS;
  }

  private writeEvents(): void {
    const { figures, at, events } = this;
    if (events === null) return;
    figures.distinct[at] = events.distinct;
    figures.entropy[at] = events.entropy();
    for (let place = 0; place < figures.eventCounts.length; place++) {
      figures.eventCounts[place]![at] = events.countOf(place);
      figures.eventLast[place]![at] = events.last[place]!;
    }
  }

  private *writeGaps(): Generator<void, void> {
    const { figures, at, count, times } = this;
    figures.meanGap[at] = (times[count - 1]! - times[0]!) / (count - 1) / HOUR_MS;
    for (let i = 0; i < count - 1; i++) times[i] = times[i + 1]! - times[i]!;
    const gaps = yield* sortInPlace(times.subarray(0, count - 1));
    const middle = (count - 2) / 2;
    figures.medianGap[at] = (gaps[Math.floor(middle)]! + gaps[Math.ceil(middle)]!) / 2 / HOUR_MS;
  }

  private clear(): void {
    this.at++;
    this.count = 0;
    this.activeDays = 0;
    this.lastDay = NaN;
    this.valueSum = 0;
    this.valueCount = 0;
    this.hours.fill(0);
    this.weekdays.fill(0);
    this.windowCounts.fill(0);
    this.streaks.clear();
    this.events?.clear();
  }
}

/** Of equals the first. */
function placeOfMost(counts: Int32Array): number {
  let most = 0;
  for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[most]!) most = i;
  return most;
}
