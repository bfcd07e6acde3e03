import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiFault } from '../api/fault';
import type { Opportunity, Pipeline } from '../api/pipelineTypes';
import { repsQuery } from '../api/queries';
import { refreshTouched } from '../api/touched';
import { instantAt } from '../format/wallTime';
import { useZone } from '../format/ZoneContext';
import { useMayManage } from '../session/useSession';
import css from './board.module.css';
import { type Change, changeMany, type Result, undoMany } from './bulk';
import { stageName } from './stageName';
import { useRefusal } from './useRefusal';

interface BulkBarProps {
  pipeline: Pipeline;
  chosen: readonly Opportunity[];
  onDone: () => void;
}

type Kind = Change['set'];

interface Typed {
  kind: Kind;
  stage: string;
  reason: string;
  day: string;
  what: string;
  due: string;
  rep: string;
}

function changeOf(typed: Typed, pipeline: Pipeline, zone: string): Change | null {
  const { kind, stage, reason, day, what, due, rep } = typed;
  if (kind === 'close') return day === '' ? null : { set: 'close', day };
  if (kind === 'rep') return rep === '' ? null : { set: 'rep', rep };
  if (kind === 'step') {
    if (what.trim() === '' || due === '') return null;
    return { set: 'step', what: what.trim(), due: instantAt(due, zone) };
  }
  const to = pipeline.stages.find(({ stage_id }) => stage_id === stage);
  if (to === undefined) return null;
  if (to.ends === 'open' || to.ends === 'won') return { set: 'stage', stage };
  return reason.trim() === '' ? null : { set: 'stage', stage, reason: reason.trim() };
}

interface FieldsProps {
  typed: Typed;
  pipeline: Pipeline;
  onTyped: (part: Partial<Typed>) => void;
}

function StageFields({ typed, pipeline, onTyped }: FieldsProps) {
  const { t, i18n } = useLingui();
  const to = pipeline.stages.find(({ stage_id }) => stage_id === typed.stage);
  const asks = to !== undefined && to.ends !== 'open' && to.ends !== 'won';
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t`New stage`}
        value={typed.stage}
        onChange={(event) => onTyped({ stage: event.currentTarget.value })}
        data={[
          { value: '', label: t`Choose a stage` },
          ...pipeline.stages
            .filter(({ active }) => active)
            .map((each) => ({ value: each.stage_id, label: stageName(each, i18n) })),
        ]}
      />
      {asks && (
        <TextInput
          size="xs"
          aria-label={t`Why`}
          placeholder={t`Why`}
          value={typed.reason}
          onChange={(event) => onTyped({ reason: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Fields(props: FieldsProps) {
  const { typed, onTyped } = props;
  const { t } = useLingui();
  const reps = useQuery({ ...repsQuery(), enabled: typed.kind === 'rep' }).data?.items ?? [];
  if (typed.kind === 'stage') return <StageFields {...props} />;
  if (typed.kind === 'close') {
    return (
      <TextInput
        size="xs"
        type="date"
        aria-label={t`New close day`}
        value={typed.day}
        onChange={(event) => onTyped({ day: event.currentTarget.value })}
      />
    );
  }
  if (typed.kind === 'rep') {
    return (
      <NativeSelect
        size="xs"
        aria-label={t`New rep`}
        value={typed.rep}
        onChange={(event) => onTyped({ rep: event.currentTarget.value })}
        data={[
          { value: '', label: t`Choose a rep` },
          ...reps.map(({ rep_id, name }) => ({ value: rep_id, label: name })),
        ]}
      />
    );
  }
  return (
    <>
      <TextInput
        size="xs"
        aria-label={t`What to do next`}
        placeholder={t`What to do next`}
        maxLength={200}
        value={typed.what}
        onChange={(event) => onTyped({ what: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="datetime-local"
        aria-label={t`When it is due`}
        value={typed.due}
        onChange={(event) => onTyped({ due: event.currentTarget.value })}
      />
    </>
  );
}

function Said({ result }: { result: Result }) {
  const refusal = useRefusal();
  const { t } = useLingui();
  const { done, same, refused } = result;
  const [first] = refused;
  const why =
    first === undefined
      ? ''
      : first.error instanceof ApiFault
        ? refusal(first.error.problem)
        : t`The server does not answer.`;
  const name = first?.opportunity.name;
  return (
    <>
      <Plural value={done.length} one="# changed" other="# changed" />
      {same.length > 0 && (
        <>
          {', '}
          <Plural value={same.length} one="# was so already" other="# were so already" />
        </>
      )}
      {refused.length > 0 && (
        <b>
          {', '}
          <Plural value={refused.length} one="# refused" other="# refused" />{' '}
          <Trans>
            ({name}: {why})
          </Trans>
        </b>
      )}
    </>
  );
}

const blank = { stage: '', reason: '', day: '', what: '', due: '', rep: '' };

function useBulk(onDone: () => void) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState<number | null>(null);
  const [last, setLast] = useState<{ change: Change; result: Result } | null>(null);
  const [left, setLeft] = useState(0);
  const run = async (chosen: readonly Opportunity[], change: Change) => {
    setBusy(0);
    const result = await changeMany(chosen, change, setBusy);
    setBusy(null);
    setLeft(0);
    setLast({ change, result });
    onDone();
    await refreshTouched(queries, ['opportunity']);
  };
  const undo = async (reason: string) => {
    if (last === null) return;
    setBusy(0);
    setLeft(await undoMany(last.result.done, last.change, reason));
    setBusy(null);
    setLast(null);
    await refreshTouched(queries, ['opportunity']);
  };
  return { busy, last, left, run, undo };
}

/** One change for all rows that are chosen, each by itself, and back again. */
export function BulkBar({ pipeline, chosen, onDone }: BulkBarProps) {
  const { t } = useLingui();
  const zone = useZone();
  const mayGive = useMayManage();
  const { busy, last, left, run, undo } = useBulk(onDone);
  const [typed, setTyped] = useState<Typed>({ kind: 'stage', ...blank });
  const change = changeOf(typed, pipeline, zone);
  const count = chosen.length;
  if (count === 0 && last === null && left === 0 && busy === null) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change !== null && count > 0 && busy === null) void run(chosen, change);
  };
  return (
    <form className={css.tools} onSubmit={submit} aria-label={t`Change many`}>
      {count > 0 && (
        <>
          <b>
            <Plural value={count} one="# chosen" other="# chosen" />
          </b>
          <NativeSelect
            size="xs"
            aria-label={t`What to change`}
            value={typed.kind}
            onChange={(event) => {
              const kind = (['stage', 'close', 'step', 'rep'] as const).find(
                (each) => each === event.currentTarget.value,
              );
              if (kind) setTyped({ ...typed, kind });
            }}
            data={[
              { value: 'stage', label: t`Stage` },
              { value: 'close', label: t`Close day` },
              { value: 'step', label: t`Next step` },
              ...(mayGive ? [{ value: 'rep', label: t`Rep` }] : []),
            ]}
          />
          <Fields
            typed={typed}
            pipeline={pipeline}
            onTyped={(part) => setTyped({ ...typed, ...part })}
          />
          <Button size="xs" type="submit" disabled={change === null} loading={busy !== null}>
            <Trans>Change</Trans>
          </Button>
        </>
      )}
      <span role="status" className={css.dim}>
        {busy !== null && busy > 0 && t`${busy} done`}
        {busy === null && last && <Said result={last.result} />}
        {left > 0 && (
          <Plural
            value={left}
            one="# could not be taken back: somebody changed it meanwhile."
            other="# could not be taken back: somebody changed them meanwhile."
          />
        )}
      </span>
      {busy === null && last !== null && last.result.done.length > 0 && (
        <Button size="xs" variant="default" onClick={() => void undo(t`Taken back at once`)}>
          <Trans>Undo</Trans>
        </Button>
      )}
    </form>
  );
}
