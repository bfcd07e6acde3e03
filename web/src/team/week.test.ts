import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../test/words';
import { hoursText, minutesOf } from '../format';
import { runsOf, usualWeek, weekWords } from './week';

describe('hours', () => {
  it('are read as a person writes them', () => {
    expect(minutesOf('8')).toBe(480);
    expect(minutesOf(' 7:30 ')).toBe(450);
    expect(minutesOf('7.5')).toBe(450);
    expect(minutesOf('7,25')).toBe(435);
    expect(minutesOf('24')).toBe(1440);
  });

  it('are nothing else', () => {
    for (const text of ['', 'x', '-1', '8h', '7:60', '25', '24:01', '1e2']) {
      expect(minutesOf(text), text).toBeNull();
    }
  });

  it('are written as they are read', () => {
    for (const minutes of [0, 5, 240, 450, 480, 1440]) {
      expect(minutesOf(hoursText(minutes))).toBe(minutes);
    }
  });
});

describe('a week in words', () => {
  it('joins days beside each other that are alike', async () => {
    const { i18n, format } = await wordsIn('en');
    expect(weekWords(usualWeek, 'monday', i18n, format)).toBe('Mon to Fri 8 h');
    const short = { ...usualWeek, friday: 270 };
    expect(weekWords(short, 'monday', i18n, format)).toBe('Mon to Thu 8 h, Fri 4:30 h');
  });

  it('begins where the week begins, and does not join over a free day', () => {
    const week = { ...usualWeek, sunday: 480, wednesday: 0 };
    expect(runsOf(week, 'sunday').map(({ from, to }) => [from, to])).toEqual([
      ['sunday', 'tuesday'],
      ['thursday', 'friday'],
    ]);
  });

  it('says when there is none', async () => {
    const { i18n, format } = await wordsIn('en');
    const none = { ...usualWeek, monday: 0, tuesday: 0, wednesday: 0, thursday: 0, friday: 0 };
    expect(weekWords(none, 'monday', i18n, format)).toBe('no working day');
  });
});
