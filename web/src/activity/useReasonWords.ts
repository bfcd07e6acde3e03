import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { paceOfRepQuery } from '../api/queries';
import type { Id, Reason } from '../api/types';
import { useFormat } from '../format';
import { reasonOfRow } from '../quota/reasonOfRow';
import { useNamed } from '../quota/useNamed';

interface Verdict {
  quota_id: Id;
  reason: Reason;
  detail?: string | null;
}

interface Judged {
  kind: string;
  outcome: string | null;
  topic: string | null;
}

/** Why an activity does or does not count for one of the reader's own quotas. */
export function useReasonWords(): (verdict: Verdict, judged: Judged) => string {
  const { i18n } = useLingui();
  const format = useFormat();
  const named = useNamed();
  const pace = useQuery(paceOfRepQuery('me')).data?.items ?? [];

  return ({ quota_id, reason, detail = null }, { kind, outcome, topic }) => {
    const quota = pace.find((each) => each.quota_id === quota_id);
    if (quota === undefined) return reason.replaceAll('_', ' ');
    const row = { reason, detail, kind, outcome, topic: topic === '' ? null : topic };
    return reasonOfRow(row, quota, named, { i18n, format });
  };
}
