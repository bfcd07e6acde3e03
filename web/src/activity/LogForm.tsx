import { useLingui } from '@lingui/react/macro';
import { useRef, useState, type FormEvent } from 'react';
import type { Kind } from '../api/types';
import type { LogStart } from './openLog';
import { Complaint } from './Complaint';
import { CountsFor } from './CountsFor';
import type { Who } from './draft';
import { KindPills } from './KindPills';
import { kindKey } from '../kind/kinds';
import { withLetters } from '../kind/letters';
import { LogFoot } from './LogFoot';
import css from './LogForm.module.css';
import { MoreFields } from './MoreFields';
import { OutcomeKeys } from './OutcomeKeys';
import { outcomeKey } from '../kind/outcomes';
import type { DraftState } from './useDraft';
import { useLogKeys } from './useLogKeys';
import { useSave } from './useSave';
import { WhoField } from './WhoField';

interface LogFormProps {
  kinds: Kind[];
  draft: DraftState;
  start: LogStart;
  onClose: () => void;
}

const whoField = 'input[role=combobox]';
const outcomeField = '[role=radio][tabindex="0"]';

export function LogForm({ kinds, draft, start, onClose }: LogFormProps) {
  const { i18n } = useLingui();
  const { value, kind, change } = draft;
  const form = useRef<HTMLFormElement>(null);
  const [typedWho, setTypedWho] = useState('');
  const { save, resolve, complaint } = useSave({ draft, start, onClose });
  const kindKeys = withLetters(kinds.map((each) => kindKey(each, i18n)));
  const outcomes = withLetters((kind?.outcomes ?? []).map((each) => outcomeKey(each, i18n)));

  const focusOn = (part: string) =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(part)?.focus());
  const focusOutcome = () => focusOn(outcomes.length > 0 ? outcomeField : '[type=submit]');

  function chooseWho(who: Who | Promise<Who>): void {
    resolve(who);
    focusOutcome();
  }

  function clearWho(): void {
    resolve(null);
    focusOn(whoField);
  }

  function chooseKind(word: string): void {
    change({ kind: word });
    if (value.who === null) focusOn(whoField);
    else focusOutcome();
  }

  function chooseOutcome(outcome: string): void {
    change({ outcome });
    focusOutcome();
  }

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    const missing = save();
    if (missing === 'who') focusOn(whoField);
    if (missing === 'outcome') focusOutcome();
    if (missing === 'duration' || missing === 'when') focusOn(`[name=${missing}]`);
  }

  useLogKeys({
    kinds: kindKeys,
    outcomes,
    chosenOutcome: value.outcome,
    chooseKind,
    chooseOutcome,
    save: submit,
  });

  return (
    <form ref={form} className={css.form} onSubmit={submit} noValidate>
      <KindPills keys={kindKeys} chosen={value.kind} onChoose={chooseKind} />
      <WhoField
        who={value.who}
        typed={typedWho}
        onType={setTypedWho}
        onChoose={chooseWho}
        onClear={clearWho}
      />
      {outcomes.length > 0 && (
        <OutcomeKeys keys={outcomes} chosen={value.outcome} onChoose={chooseOutcome} />
      )}
      {kind && <MoreFields draft={value} kind={kind} onChange={change} />}
      {kind && <CountsFor draft={value} kind={kind} />}
      <Complaint complaint={complaint} refused={start.refused} />
      <LogFoot onCancel={onClose} />
    </form>
  );
}
