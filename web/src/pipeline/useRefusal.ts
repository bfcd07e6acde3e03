import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Problem } from '../api/fault';
import type { Question } from '../api/pipelineTypes';
import { questionWords } from './eventWords';

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
  'appointment.changed': msg`Somebody else changed it meanwhile. Look at what it is now; send it again if it still fits.`,
  'appointment.ended': msg`It has ended already.`,
  'appointment.not_ended': msg`It has not ended.`,
  'appointment.not_held': msg`It was not held.`,
  'appointment.not_begun': msg`It has not begun yet.`,
  'appointment.not_found': msg`It is not there any more.`,
  'appointment.move.same': msg`It is at this time already.`,
  'appointment.minutes.out_of_range': msg`It takes from 5 minutes to 24 hours.`,
  'appointment.reason.missing': msg`A reason is needed.`,
  'access.forbidden': msg`You may not change it.`,
  'access.monitoring': msg`The monitoring profile of the company does not allow this.`,
};

const never_asked = 'appointment.question.not_asked';

/** Why the server did not take it. */
export function useRefusal(): (problem: Problem | null) => string {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return '';
    const first = problem.faults[0] ?? problem;
    if (first.code === never_asked) {
      const asked = problem.faults.filter(({ code }) => code === never_asked);
      const questions = asked
        .map(({ detail }) => i18n._(questionWords[detail as Question]))
        .join(' ');
      return i18n._(msg`Nobody asked yet: ${questions} Ask, or say why you meet all the same.`);
    }
    const known = words[first.code] ?? words[problem.code];
    if (known) return i18n._(known);
    const what = first.detail === '' ? first.code : first.detail;
    return i18n._(msg`The server says: ${what}`);
  };
}
