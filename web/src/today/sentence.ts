import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';

export interface DayCounts {
  hot: number;
  waiting: number;
  /** They wait for somebody else. */
  elsewhere: boolean;
  /** Null: there is no quota to be behind in. */
  behind: number | null;
  /** No quota asks for anything today. */
  off: boolean;
}

const hotWords = (hot: number, elsewhere: boolean) =>
  elsewhere
    ? msg({
        message: plural(hot, {
          one: 'One hot lead of your colleagues is waiting',
          other: '# hot leads of your colleagues are waiting',
        }),
      })
    : msg({
        message: plural(hot, { one: 'One hot lead is waiting', other: '# hot leads are waiting' }),
      });

const contactWords = (waiting: number, elsewhere: boolean) =>
  elsewhere
    ? msg({
        message: plural(waiting, {
          one: 'One contact of your colleagues is waiting',
          other: '# contacts of your colleagues are waiting',
        }),
      })
    : msg({
        message: plural(waiting, {
          one: 'One contact is waiting',
          other: '# contacts are waiting',
        }),
      });

function waitingWords({ hot, waiting, elsewhere }: DayCounts, i18n: I18n): string | null {
  if (hot > 0) return i18n._(hotWords(hot, elsewhere));
  return waiting === 0 ? null : i18n._(contactWords(waiting, elsewhere));
}

function behindWords({ behind }: DayCounts, i18n: I18n): string | null {
  if (behind === null || behind === 0) return null;
  return i18n._(
    msg({ message: plural(behind, { one: 'one quota behind', other: '# quotas behind' }) }),
  );
}

function dayOffWords(waiting: string | null, i18n: I18n): string {
  const rest = i18n._(msg`Nothing is asked of you today; your quotas can wait.`);
  return waiting === null ? rest : i18n._(msg`${waiting}. ${rest}`);
}

/** "One hot lead is waiting, 3 quotas behind." On a day off nobody speaks of what is behind. */
export function daySentence(counts: DayCounts, i18n: I18n): string {
  const waiting = waitingWords(counts, i18n);
  if (counts.off) return dayOffWords(waiting, i18n);
  const behind = behindWords(counts, i18n);
  if (counts.behind === null)
    return waiting ? i18n._(msg`${waiting}.`) : i18n._(msg`Nobody is waiting.`);
  if (waiting && behind) return i18n._(msg`${waiting}, ${behind}.`);
  if (waiting) return i18n._(msg`${waiting}, no quota behind.`);
  if (behind) return i18n._(msg`Nobody is waiting, ${behind}.`);
  return i18n._(msg`Nobody is waiting and no quota is behind.`);
}
