import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import {
  endAppointment,
  moveAppointment,
  reopenAppointment,
  type SeenAppointment,
  tellOutcome,
} from '../api/appointmentCalls';
import type { Appointment } from '../api/appointmentTypes';
import { hasCode } from '../api/fault';
import { instantAt, wallTimeOf } from '../format/wallTime';
import { useZone } from '../format/ZoneContext';
import { outcomeLabel } from '../kind/outcomes';
import { kindNamed, useKinds } from '../kind/useKinds';
import form from '../team/form.module.css';
import { useFocusBack } from '../ui/useFocusBack';
import { nextStepOf, noStep, type TypedStep } from './appointment';
import { onSubmit, Trouble } from './CardParts';
import { TimeChoice } from './TimeChoice';
import { useSend } from './useSend';

export type Asked = 'move' | 'cancel' | 'held' | 'no_show' | 'outcome' | 'reopen';

interface FieldProps<Value> {
  value: Value;
  onValue: (value: Value) => void;
}

/** What the company says may come of it. */
function Outcome({ kind, value, onValue }: FieldProps<string> & { kind: string }) {
  const { t, i18n } = useLingui();
  const { outcomes } = kindNamed(useKinds(), kind);
  return (
    <NativeSelect
      label={t`What came of it`}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      data={[
        { value: '', label: t`not known yet` },
        ...outcomes
          .filter(({ outcome }) => outcome !== 'no_show')
          .map((each) => ({ value: each.outcome, label: outcomeLabel(each, i18n) })),
      ]}
    />
  );
}

function Step({ value, onValue }: FieldProps<TypedStep>) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`What to do next`}
        maxLength={200}
        value={value.what}
        onChange={(event) => onValue({ ...value, what: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t`When it is due`}
        value={value.due}
        onChange={(event) => onValue({ ...value, due: event.currentTarget.value })}
      />
    </>
  );
}

const asksOutcome = (asked: Asked) => asked === 'held' || asked === 'outcome';
const asksStep = (asked: Asked) => asksOutcome(asked) || asked === 'no_show';
const asksWhy = (asked: Asked) => asked === 'cancel' || asked === 'reopen' || asked === 'move';
const needsWhy = (asked: Asked) => asked === 'cancel' || asked === 'reopen';

interface AppointmentAskProps {
  appointment: Appointment;
  asked: Asked;
  onDone: () => void;
}

/** What a change needs, and no more. Whoever sends it has seen the version of when it was opened, or was told since. */
export function AppointmentAsk({ appointment, asked, onDone }: AppointmentAskProps) {
  const { t } = useLingui();
  useFocusBack();
  const zone = useZone();
  const { send, busy, trouble, error } = useSend(['opportunity', 'activity']);
  const [seen, setSeen] = useState(appointment.version);
  const [chosen, setChosen] = useState({
    wall: wallTimeOf(appointment.starts_at, zone),
    minutes: appointment.minutes,
  });
  const [outcome, setOutcome] = useState('');
  const [step, setStep] = useState(noStep);
  const [why, setWhy] = useState('');
  const next = nextStepOf(step, (wall) => instantAt(wall, zone));
  const reason = why.trim();
  const ready =
    next !== null &&
    (!needsWhy(asked) || reason !== '') &&
    (asked !== 'outcome' || outcome !== '') &&
    (asked !== 'move' || chosen.wall !== '');
  const does = {
    move: t({ message: 'Move', context: 'appointment' }),
    cancel: t`Call off`,
    held: t`It was held`,
    no_show: t`Nobody came`,
    outcome: t`Save`,
    reopen: t`Take back`,
  }[asked];
  const told = { ...(outcome !== '' && { outcome }), ...next };
  const because = reason === '' ? {} : { reason };
  const call = (of: SeenAppointment, key: string) => {
    switch (asked) {
      case 'move': {
        const { wall, minutes } = chosen;
        const body = { starts_at: instantAt(wall, zone), minutes, ...because };
        return moveAppointment(of, body, key);
      }
      case 'cancel':
        return endAppointment(of, { state: 'cancelled', reason }, key);
      case 'held':
        return endAppointment(of, { state: 'held', ...told }, key);
      case 'no_show':
        return endAppointment(of, { state: 'no_show', ...next }, key);
      case 'outcome':
        return tellOutcome(of, { outcome, ...next }, key);
      case 'reopen':
        return reopenAppointment(of, reason, key);
    }
  };
  const save = () => {
    if (!ready) return;
    const version = hasCode(error, 'appointment.changed') ? appointment.version : seen;
    setSeen(version);
    const of = { appointment_id: appointment.appointment_id, version };
    send(JSON.stringify([of, asked, chosen, told, reason]), (key) => call(of, key), onDone);
  };
  return (
    <form className={form.stack} onSubmit={onSubmit(save)} aria-label={does}>
      {asked === 'move' && (
        <TimeChoice
          rep={appointment.rep.rep_id}
          chosen={chosen}
          onChoose={setChosen}
          except={appointment.appointment_id}
        />
      )}
      <div className={form.fields}>
        {asksOutcome(asked) && (
          <Outcome kind={appointment.kind} value={outcome} onValue={setOutcome} />
        )}
        {asksStep(asked) && <Step value={step} onValue={setStep} />}
        {asksWhy(asked) && (
          <TextInput
            label={t`Why`}
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </div>
      <Trouble words={trouble} />
      <div className={form.end}>
        <Button type="submit" loading={busy} disabled={!ready}>
          {does}
        </Button>
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
