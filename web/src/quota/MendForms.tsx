import { NativeSelect, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { outcomeLabel } from '../kind/outcomes';
import { kindsQuery, topicsQuery } from '../api/queries';
import type { EvidenceItem, Kind } from '../api/types';
import { useFormat } from '../format';
import { changesOf, draftOf, type Draft } from './correction';
import css from './drawer.module.css';
import { MendFrame } from './MendFrame';
import { useMend } from './useMend';

interface MendFormProps {
  row: EvidenceItem;
  onDone: () => void;
}

export function VoidForm({ row, onDone }: MendFormProps) {
  const { t } = useLingui();
  const mend = useMend(row.activity_id, onDone);
  return (
    <MendFrame
      does={t`Void`}
      busy={mend.isPending}
      error={mend.error}
      onSave={(reason) => mend.mutate({ as: 'void', reason })}
      onCancel={onDone}
    />
  );
}

interface FieldsProps {
  draft: Draft;
  kind: Kind | undefined;
  wrongDuration: boolean;
  onChange: (part: Partial<Draft>) => void;
}

function Topic({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { t } = useLingui();
  const id = useId();
  const { data } = useQuery(topicsQuery());
  return (
    <>
      <TextInput
        label={t`Topic`}
        dir="auto"
        list={id}
        value={draft.topic}
        onChange={(event) => onChange({ topic: event.currentTarget.value })}
      />
      <datalist id={id}>
        {data?.items.map(({ topic }) => (
          <option key={topic}>{topic}</option>
        ))}
      </datalist>
    </>
  );
}

function Fields({ draft, kind, wrongDuration, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  const empty = { value: '', label: '–' };
  const outcomes = (kind?.outcomes ?? []).map((outcome) => ({
    value: outcome.outcome,
    label: outcomeLabel(outcome, i18n),
  }));
  const directions = [
    { value: 'outbound', label: t`Outbound` },
    { value: 'inbound', label: t`Incoming` },
  ];
  return (
    <div className={css.fields}>
      <NativeSelect
        label={t`Outcome`}
        value={draft.outcome}
        data={draft.outcome === '' ? [empty, ...outcomes] : outcomes}
        onChange={(event) => onChange({ outcome: event.currentTarget.value })}
      />
      {kind?.has_direction && (
        <NativeSelect
          label={t`Direction`}
          value={draft.direction}
          data={draft.direction === '' ? [empty, ...directions] : directions}
          onChange={(event) => onChange({ direction: event.currentTarget.value })}
        />
      )}
      {kind?.has_duration && (
        <TextInput
          label={t`Length`}
          placeholder="4:31"
          value={draft.duration}
          error={wrongDuration ? t`Minutes and seconds, as in 4:31` : undefined}
          onChange={(event) => onChange({ duration: event.currentTarget.value })}
        />
      )}
      <Topic draft={draft} onChange={onChange} />
    </div>
  );
}

export function CorrectForm({ row, onDone }: MendFormProps) {
  const { t } = useLingui();
  const { span } = useFormat();
  const { data } = useQuery(kindsQuery());
  const [draft, setDraft] = useState(() => draftOf(row, span.duration));
  const mend = useMend(row.activity_id, onDone);
  const set = changesOf(row, draft);
  const kind = data?.items.find((other) => other.kind === row.kind);
  return (
    <MendFrame
      does={t`Correct`}
      busy={mend.isPending}
      error={mend.error}
      ready={set !== null && Object.keys(set).length > 0}
      onSave={(reason) => set && mend.mutate({ as: 'correct', reason, set })}
      onCancel={onDone}
    >
      <Fields
        draft={draft}
        kind={kind}
        wrongDuration={set === null}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
    </MendFrame>
  );
}
