import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Problem } from '../api/fault';

const words: Record<string, ReturnType<typeof msg>> = {
  'opportunity.amount.missing': msg`To win it, say what was agreed.`,
  'opportunity.amount.assumed': msg`To win it, say what was agreed: its amount is only assumed.`,
  'opportunity.ended': msg`It has ended: reopen it first.`,
  'opportunity.reason.missing': msg`A reason is needed.`,
  'opportunity.voided': msg`It was voided.`,
  'opportunity.not_found': msg`It is not there any more.`,
  'opportunity.stage.inactive': msg`This stage was given up.`,
  'opportunity.changed': msg`Somebody else changed it meanwhile.`,
  'opportunity.stage.same': msg`It is in this stage already.`,
  'access.forbidden': msg`You may not change it.`,
  'access.monitoring': msg`The monitoring profile of the company does not allow this.`,
};

/** Why the server did not take it. */
export function useRefusal(): (problem: Problem | null) => string {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return '';
    const first = problem.faults[0] ?? problem;
    const known = words[first.code] ?? words[problem.code];
    if (known) return i18n._(known);
    const what = first.detail === '' ? first.code : first.detail;
    return i18n._(msg`The server says: ${what}`);
  };
}
