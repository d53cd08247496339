import { expect, it } from 'vitest';
import { createTextStorage } from '../../../tests/support/text-storage';
import { BackupReminder } from './reminder';

it('reminds of a backup after many edits or many days, and is quiet when asked to be', () => {
  let nowMs = 1e12;
  const reminder = new BackupReminder('/', createTextStorage(), () => nowMs);
  expect([reminder.isDue, reminder.lastMs]).toEqual([false, null]);
  for (let i = 0; i < 300; i++) reminder.edited();
  expect(reminder.isDue).toBe(true);
  reminder.later();
  expect(reminder.isDue).toBe(false);
  nowMs += 8 * 86_400_000;
  expect(reminder.isDue).toBe(true);
  reminder.backedUp();
  nowMs += 15 * 86_400_000;
  expect([reminder.isDue, reminder.lastMs]).toEqual([false, 1e12 + 8 * 86_400_000]);
  reminder.edited();
  expect(reminder.isDue).toBe(true);
});
