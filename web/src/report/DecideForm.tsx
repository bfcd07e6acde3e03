import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import type { Excuse, Verdict, VerdictLine } from '../api/types';
import { Pill } from '../ui';
import { FaultLine } from './FaultLine';
import css from './report.module.css';
import { useDecide } from './useReport';
import { EXCUSE, excuses, VERDICT_TITLE, verdicts } from './verdictWords';

interface DecideFormProps {
  line: Pick<VerdictLine, 'report_id' | 'verdict' | 'confirmed'>;
  onDone?: () => void;
}

/** Confirms the verdict or replaces it; of the report it needs no figure. */
export function DecideForm({ line, onDone }: DecideFormProps) {
  const { t, i18n } = useLingui();
  const [verdict, setVerdict] = useState<Verdict>(line.verdict);
  const [excuse, setExcuse] = useState<Excuse>('absent');
  const [note, setNote] = useState('');
  const decide = useDecide(line.report_id, () => {
    setNote('');
    onDone?.();
  });
  const again = line.confirmed;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    decide.mutate({
      verdict,
      ...(verdict === 'excused' && { excuse }),
      ...(note.trim() !== '' && { note: note.trim() }),
    });
  };
  return (
    <form className={`${css.fields} ${css.noPrint}`} onSubmit={send}>
      <div className={css.actions} role="group" aria-label={t`Verdict`}>
        {verdicts.map((each) => (
          <Pill key={each} selected={verdict === each} onClick={() => setVerdict(each)}>
            {i18n._(VERDICT_TITLE[each])}
          </Pill>
        ))}
      </div>
      {verdict === 'excused' && (
        <NativeSelect
          label={t`Excuse`}
          description={t`Never the medical reason.`}
          value={excuse}
          onChange={(event) => setExcuse(event.currentTarget.value as Excuse)}
          data={excuses.map((each) => ({ value: each, label: i18n._(EXCUSE[each]) }))}
        />
      )}
      <Textarea
        label={again ? t`Why it is decided again` : t`Note`}
        required={again}
        dir="auto"
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={decide.isPending}>
          {again ? t`Decide again` : t`Confirm the verdict`}
        </Button>
      </div>
      <FaultLine error={decide.error} />
    </form>
  );
}
