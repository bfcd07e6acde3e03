import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { addNextStep, endNextStep } from '../api/pipelineCalls';
import { useFormat } from '../format';
import { instantAt } from '../format/wallTime';
import { useZone } from '../format/ZoneContext';
import form from '../team/form.module.css';
import { Card } from '../ui';
import { Item, type OfOpportunity, onSubmit, Trouble } from './CardParts';
import { useEdit } from './useEdit';

function StepForm({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const zone = useZone();
  const { edit, busy, trouble } = useEdit(opportunity);
  const [what, setWhat] = useState('');
  const [due, setDue] = useState('');
  const ready = what.trim() !== '' && due !== '';
  const save = () =>
    ready &&
    edit(
      `${what} ${due}`,
      async ({ opportunity: id, key }) => {
        await addNextStep(id, what.trim(), instantAt(due, zone), key);
      },
      () => setWhat(''),
    );
  return (
    <form className={form.end} onSubmit={onSubmit(() => void save())}>
      <TextInput
        aria-label={t`What to do next`}
        placeholder={t`What to do next`}
        maxLength={200}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        aria-label={t`When it is due`}
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy} disabled={!ready}>
        <Trans>Add</Trans>
      </Button>
      <Trouble words={trouble} />
    </form>
  );
}

/** What is to be done next, and by when. */
export function StepsCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { edit, busy, trouble } = useEdit(opportunity);
  const open = opportunity.next_steps.filter(({ state }) => state === 'open');
  const end = (id: string, state: 'done' | 'dropped') =>
    edit(`${id} ${state}`, async ({ key }) => {
      await endNextStep(id, state, key);
    });
  return (
    <Card title={t`Next step`}>
      {open.length === 0 && <p className={form.hint}>{t`No next step`}</p>}
      <ul className={form.list}>
        {open.map(({ next_step_id, what, due_at }) => (
          <Item key={next_step_id} name={what} line={date.dayTime(due_at)}>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => end(next_step_id, 'done')}
            >
              <Trans>Done</Trans>
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => end(next_step_id, 'dropped')}
            >
              <Trans>Drop</Trans>
            </Button>
          </Item>
        ))}
      </ul>
      <Trouble words={trouble} />
      {opportunity.state === 'open' && <StepForm opportunity={opportunity} />}
    </Card>
  );
}
