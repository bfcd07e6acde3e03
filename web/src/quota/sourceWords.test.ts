import { beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '../../test/words';
import { sourcesWords } from './sourceWords';
import type { Words } from './words';

let en: Words;
beforeAll(async () => {
  en = await wordsIn('en');
});

const bare = (text: string | null) => text?.replace(/[\u2066-\u2069]/g, '') ?? null;
const logged = { source: 'log', occurred_at: '2026-03-09T08:00:00Z', duration_s: null };
const record = { source: 'calls:pbx', occurred_at: '2026-03-09T08:00:40Z', duration_s: 90 };

describe('sourcesWords', () => {
  it('names both sources of a call that was logged and recorded', () => {
    expect(bare(sourcesWords([logged, record], en))).toMatch(
      /^Known from: logged by hand · call record of pbx, 1?\d:00, 1:30$/,
    );
  });

  it('names the record of a call that nobody logged', () => {
    expect(bare(sourcesWords([{ ...record, duration_s: null }], en))).toMatch(
      /^Known from: call record of pbx, 1?\d:00$/,
    );
  });

  it('says nothing where no record tells of it', () => {
    expect(sourcesWords([logged], en)).toBeNull();
    expect(sourcesWords([{ ...logged, source: 'import:bank' }], en)).toBeNull();
    expect(sourcesWords([], en)).toBeNull();
  });
});
