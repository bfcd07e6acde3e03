import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';

export interface DayCounts {
  hot: number;
  waiting: number;
  /** Null: there is no quota to be behind in. */
  behind: number | null;
  /** No quota asks for anything today. */
  off: boolean;
}

function waitingWords({ hot, waiting }: DayCounts, i18n: I18n): string | null {
  if (hot > 0) {
    return i18n._(
      msg({
        message: plural(hot, { one: 'One hot lead is waiting', other: '# hot leads are waiting' }),
      }),
    );
  }
  if (waiting === 0) return null;
  return i18n._(
    msg({
      message: plural(waiting, { one: 'One contact is waiting', other: '# contacts are waiting' }),
    }),
  );
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
