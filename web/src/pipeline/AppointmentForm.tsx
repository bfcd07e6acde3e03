import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { setAppointment } from '../api/appointmentCalls';
import type { AppointmentKind } from '../api/appointmentTypes';
import { newKey } from '../api/newKey';
import { qualify } from '../api/pipelineCalls';
import type { OpportunityDetail, Question } from '../api/pipelineTypes';
import { instantAt } from '../format/wallTime';
import { useZone } from '../format/ZoneContext';
import { kindLabel } from '../kind/kinds';
import { kindNamed, useKinds } from '../kind/useKinds';
import form from '../team/form.module.css';
import { useFocusInto } from '../ui/useFocusBack';
import { type Answers, answersTo, neverAsked } from './appointment';
import { onSubmit, Trouble } from './CardParts';
import { grounds, groundWords, questionWords } from './eventWords';
import { type Chosen, TimeChoice } from './TimeChoice';
import { useEdit } from './useEdit';

const kinds: readonly AppointmentKind[] = ['meeting', 'visit', 'demo'];

interface UnaskedProps {
  questions: readonly Question[];
  answers: Answers;
  onAnswers: (answers: Answers) => void;
}

/** Before anybody travels: what was never asked. "Unknown" is an answer. */
function Unasked({ questions, answers, onAnswers }: UnaskedProps) {
  const { t, i18n } = useLingui();
  const name = useId();
  return (
    <div role="group" aria-labelledby={name}>
      <p id={name} className={form.legend}>{t`To ask before you meet`}</p>
      <div className={form.fields}>
        {questions.map((question) => (
          <NativeSelect
            key={question}
            label={i18n._(questionWords[question])}
            value={answers[question] ?? ''}
            onChange={(event) => {
              const ground = grounds.find((each) => each === event.currentTarget.value);
              onAnswers({ ...answers, [question]: ground });
            }}
            data={[
              { value: '', label: t`not asked yet` },
              ...grounds.map((value) => ({ value, label: i18n._(groundWords[value]) })),
            ]}
          />
        ))}
      </div>
    </div>
  );
}

interface AppointmentFormProps {
  opportunity: OpportunityDetail;
  onDone: () => void;
}

/** Sets one: the answers first, then the appointment. */
export function AppointmentForm({ opportunity, onDone }: AppointmentFormProps) {
  const { t, i18n } = useLingui();
  const zone = useZone();
  const known = useKinds();
  const { edit, busy, trouble } = useEdit(opportunity);
  const [kind, setKind] = useState<AppointmentKind>('meeting');
  const [chosen, setChosen] = useState<Chosen>({ wall: '', minutes: 60 });
  const [purpose, setPurpose] = useState('');
  const [place, setPlace] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const [why, setWhy] = useState('');
  // Its own: the answers make another version of the opportunity, and a try without an answer may have been stored.
  const [setting, setSetting] = useState({ of: '', key: '' });
  const into = useFocusInto<HTMLFormElement>();
  const questions = neverAsked(opportunity);
  const { given, open } = answersTo(questions, answers);
  const ready = chosen.wall !== '' && (open.length === 0 || why.trim() !== '');
  const { opportunity_id } = opportunity;
  const save = () => {
    if (!ready) return;
    const body = {
      opportunity_id,
      kind,
      starts_at: instantAt(chosen.wall, zone),
      minutes: chosen.minutes,
      ...(purpose.trim() !== '' && { purpose: purpose.trim() }),
      ...(place.trim() !== '' && { place: place.trim() }),
      ...(open.length > 0 && { unasked_reason: why.trim() }),
    };
    const of_body = JSON.stringify(body);
    const key = setting.of === of_body ? setting.key : newKey();
    setSetting({ of: of_body, key });
    edit(
      `appointment ${JSON.stringify([body, given])}`,
      async (of) => {
        const detail = given.length > 0 ? await qualify(of, given) : undefined;
        await setAppointment(body, key);
        return detail;
      },
      onDone,
    );
  };
  return (
    <form
      ref={into}
      tabIndex={-1}
      className={form.stack}
      onSubmit={onSubmit(save)}
      aria-label={t`New appointment`}
    >
      <TimeChoice rep={opportunity.rep.rep_id} chosen={chosen} onChoose={setChosen} />
      <div className={form.fields}>
        <NativeSelect
          label={t`What kind`}
          value={kind}
          onChange={(event) =>
            setKind(kinds.find((each) => each === event.currentTarget.value) ?? 'meeting')
          }
          data={kinds.map((value) => ({ value, label: kindLabel(kindNamed(known, value), i18n) }))}
        />
        <TextInput
          label={t`What it is for`}
          maxLength={500}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <TextInput
          label={t`Where`}
          placeholder={t`An address, a room, a link`}
          maxLength={500}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      </div>
      {questions.length > 0 && (
        <Unasked questions={questions} answers={answers} onAnswers={setAnswers} />
      )}
      {open.length > 0 && (
        <TextInput
          label={t`Or why you meet without having asked`}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      )}
      <Trouble words={trouble} />
      <div className={form.end}>
        <Button type="submit" loading={busy} disabled={!ready}>
          <Trans>Set the appointment</Trans>
        </Button>
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
