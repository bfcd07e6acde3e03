import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { qualify } from '../api/pipelineCalls';
import type { Ground, Question } from '../api/pipelineTypes';
import form from '../team/form.module.css';
import { Card } from '../ui';
import { type OfOpportunity, onSubmit, Trouble } from './CardParts';
import { grounds, groundWords, questionWords } from './eventWords';
import { useEdit } from './useEdit';

function Answer({ opportunity, question }: OfOpportunity & { question: Question }) {
  const { t, i18n } = useLingui();
  const { edit, busy, trouble } = useEdit(opportunity);
  const known = opportunity.qualification.find((each) => each.question === question);
  const told = known?.asked ? known.ground : null;
  const [ground, setGround] = useState<Ground | null>(told);
  const [note, setNote] = useState(known?.note ?? '');
  const asked = i18n._(questionWords[question]);
  const same = ground === told && note === (known?.note ?? '');
  const isKnown = ground !== null && ground !== 'unknown';
  const save = () => {
    if (ground === null) return;
    const answer = {
      question,
      ground,
      ...(isKnown && note.trim() !== '' && { note: note.trim() }),
    };
    edit(JSON.stringify(answer), (of) => qualify(of, [answer]));
  };
  return (
    <form className={form.end} onSubmit={onSubmit(save)}>
      <NativeSelect
        label={asked}
        value={ground ?? ''}
        onChange={(event) =>
          setGround(grounds.find((each) => each === event.currentTarget.value) ?? null)
        }
        data={[
          ...(told === null ? [{ value: '', label: t`not asked yet` }] : []),
          ...grounds.map((value) => ({ value, label: i18n._(groundWords[value]) })),
        ]}
      />
      {isKnown && (
        <TextInput
          label={t`Answer`}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      {!same && (
        <Button type="submit" variant="default" loading={busy}>
          <Trans>Save</Trans>
        </Button>
      )}
      <Trouble words={trouble} />
    </form>
  );
}

const questions: readonly Question[] = ['decision_maker', 'budget', 'timeframe', 'need'];

/** What is known, and how: unknown is an answer too, and is not the same as never asked. */
export function QualificationCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  return (
    <Card title={t`Qualification`}>
      {questions.map((question) => (
        <Answer key={question} opportunity={opportunity} question={question} />
      ))}
    </Card>
  );
}
