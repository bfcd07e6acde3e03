import { describe, expect, it } from 'vitest';
import { calls, nothingToSay, pace } from '../../test/fixtures';
import { bare, wordsIn } from '../../test/words';
import { talkFirst, talkWords } from './talkFirst';
import { onlyQuota, teamRows } from './teamRows';

const behind = { ...calls, state: 'behind' as const, p_reach: 0.02 };
const rep = (rep_id: string, quotas: (typeof pace)[], today = nothingToSay) => ({
  rep_id,
  rep_name: `rep ${rep_id}`,
  today,
  quotas,
});

describe('whom to talk to first', () => {
  it('is nobody who is behind in nothing, and at most three', () => {
    const fine = teamRows([rep('1', [calls])], 'risk');
    expect(talkFirst(fine)).toEqual([]);
    const many = teamRows(
      ['1', '2', '3', '4', '5'].map((id) => rep(id, [behind])),
      'risk',
    );
    expect(talkFirst(many)).toHaveLength(3);
  });

  it('says in how many, and what the worst takes', async () => {
    const [row] = teamRows([rep('1', [behind, pace])], 'risk');
    const words = await wordsIn('en');
    expect(row && bare(talkWords(row, words))).toBe(
      'Behind in all 2 quotas. Outbound calls: from now on it takes 36 a day, so far it was 53.',
    );
    const [other] = teamRows([rep('1', [calls, pace])], 'risk');
    expect(other && bare(talkWords(other, words))).toMatch(/^Behind in 1 of 2 quotas\. Retirement/);
  });

  it('says first that somebody is away or new', async () => {
    const words = await wordsIn('en');
    const away = { ...nothingToSay, away_until: '2026-12-05', ramp_percent: 50 };
    const [row] = teamRows([rep('1', [behind], away)], 'risk');
    expect(row && bare(talkWords(row, words))).toMatch(
      /^Away to 4 Dec\. Behind in the only quota\./,
    );
    const [fresh] = teamRows([rep('1', [behind], { ...nothingToSay, ramp_percent: 50 })], 'risk');
    expect(fresh && talkWords(fresh, words)).toMatch(/^New: the ramp asks 50%\./);
  });

  it('says what is missing when no working time is left', async () => {
    const over = { ...behind, needed_per_day: null };
    const [row] = teamRows([rep('1', [over])], 'risk');
    expect(row && bare(talkWords(row, await wordsIn('en')))).toMatch(
      /Outbound calls: 214 of 250, no working time is left\.$/,
    );
  });
});

describe('one quota alone', () => {
  it('leaves the others out of rows and risk', () => {
    const team = [rep('1', [calls, pace])];
    expect(teamRows(onlyQuota(team, calls.quota_id), 'risk')[0]?.behind).toBe(0);
    expect(onlyQuota(team, null)).toBe(team);
  });
});
