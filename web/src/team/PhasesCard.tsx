import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type SubmitEvent } from 'react';
import type { Company, PhaseDefinition } from '../api/setUpTypes';
import { useFormat } from '../format';
import { Card } from '../ui';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { Reveal } from './Reveal';
import { useApply } from './useApply';
import { useFaults } from './useFaults';

const monthsOf = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

function NewPhase({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [from, setFrom] = useState('0');
  const [to, setTo] = useState('3');
  const apply = useApply(onClose);
  const faults = useFaults(apply.error);
  const from_month = monthsOf(from);
  const to_month = to.trim() === '' ? undefined : monthsOf(to);
  const good = name.trim() !== '' && from_month !== null && to_month !== null;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!good) return;
    apply.mutate({
      phases: [{ name: name.trim(), from_month, ...(to_month !== undefined && { to_month }) }],
    });
  }

  return (
    <form className={css.apart} onSubmit={submit} noValidate>
      <div className={css.fields}>
        <TextInput
          label={t`Name of the phase`}
          dir="auto"
          autoFocus
          value={name}
          error={faults.at('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t`From month`}
          dir="ltr"
          value={from}
          error={faults.at('from_month')}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label={t`Until the end of month`}
          dir="ltr"
          value={to}
          error={faults.at('to_month')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <FormEnd
        does={t`Add the phase`}
        quiet
        busy={apply.isPending}
        disabled={!good}
        trouble={faults.rest(['name', 'from_month', 'to_month'])}
        onCancel={onClose}
      />
    </form>
  );
}

function Months({ phase: { from_month, to_month } }: { phase: PhaseDefinition }) {
  const { number } = useFormat();
  const from = number.count(from_month);
  if (to_month === null || to_month === undefined)
    return <Trans>after {from} months, for ever</Trans>;
  const to = number.count(to_month);
  return from_month === 0 ? (
    <Trans>the first {to} months</Trans>
  ) : (
    <Trans>
      after {from} months, until {to} are over
    </Trans>
  );
}

/** Stretches of every employment, so that a quota can ask something else of somebody new. */
export function PhasesCard({ company }: { company: Company }) {
  const { t } = useLingui();
  return (
    <Card
      title={t`Phases`}
      note={t`A quota can ask something else in a phase, for example in the probation.`}
    >
      <ul className={css.list}>
        {(company.phases ?? []).map((phase) => (
          <li key={phase.name} className={css.item}>
            <span className={css.itemWords}>
              <span className={css.itemName} dir="auto">
                {phase.name}
              </span>
              <span className={css.itemLine}>
                <Months phase={phase} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Reveal does={<Trans>Add a phase</Trans>}>{(close) => <NewPhase onClose={close} />}</Reveal>
    </Card>
  );
}
