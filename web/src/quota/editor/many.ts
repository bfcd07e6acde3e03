// Many quotas changed at once: what is asked of the server, and what it says each would become.
import type { ChangedQuota, ManyQuotas, NewQuota, Quota, QuotaVersion } from '../../api/types';
import { bodyOf, draftOf } from './draft';

export type ManyAct = 'percent' | 'end';

export interface ManyDraft {
  act: ManyAct;
  percent: string;
  from: string;
  reason: string;
}

export const MOST_PERCENT = 1000;

/** "10", "+10", "-5" or "−5"; null for what is no whole percentage from -100 to 1000. */
export function percentOf(text: string): number | null {
  const plain = text.trim().replace('%', '').replace('−', '-').trim();
  if (!/^[+-]?\d{1,4}$/.test(plain)) return null;
  const percent = Number(plain);
  return percent < -100 || percent > MOST_PERCENT ? null : percent;
}

const since = ({ from, reason }: ManyDraft) => ({
  ...(from !== '' && { from }),
  ...(reason.trim() !== '' && { reason: reason.trim() }),
});

/** What a quota is, asking nobody any more; null for one that asks nobody already. */
function ended(quota: Quota, draft: ManyDraft): NewQuota | null {
  const body = bodyOf(draftOf(quota));
  return body && { ...body, subjects: [], ...since(draft) };
}

/** Null as long as nothing can be asked: no percentage, or nothing that would change. */
export function manyBody(quotas: readonly Quota[], draft: ManyDraft): ManyQuotas | null {
  const asking = quotas.filter(({ subjects }) => subjects.length > 0);
  if (asking.length === 0) return null;
  if (draft.act === 'end') {
    return { quotas: asking.map((quota) => ended(quota, draft)).filter((body) => body !== null) };
  }
  const percent = percentOf(draft.percent);
  if (percent === null || percent === 0) return null;
  return { scaled: asking.map(({ key }) => key), percent, ...since(draft) };
}

export interface ManyChange {
  key: string;
  name: string;
  before: QuotaVersion | undefined;
  after: QuotaVersion;
}

/** The version that the change makes, and the one that holds before it. */
export function changeOf({ key, quota }: ChangedQuota, from: string): ManyChange | null {
  const { versions, name } = quota;
  const given = versions.findIndex((version) => version.from === from);
  const at = given >= 0 ? given : versions.length - 1;
  const after = versions[at];
  return after === undefined ? null : { key, name, before: versions[at - 1], after };
}

/** "/scaled/1/amount" and "/quotas/1": the second one of those that were asked for. */
export function placeOf(pointer: string): number | null {
  const place = /^\/(?:scaled|quotas)\/(\d+)/.exec(pointer)?.[1];
  return place === undefined ? null : Number(place);
}
