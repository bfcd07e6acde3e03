import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { repsQuery } from '../api/queries';
import type { Opportunity, Pipeline } from '../api/pipelineTypes';
import { useFormat } from '../format';
import { useMayManage } from '../session/useSession';
import { Pill } from '../ui';
import type { Closes } from './board';
import css from './board.module.css';
import type { PipelinePlace } from './place';
import { pipelineName, stageName } from './stageName';
import { useProductLines } from './useOpportunities';

interface FiltersProps {
  place: PipelinePlace;
  pipelines: readonly Pipeline[];
  pipeline: Pipeline;
  /** Before they are filtered. */
  all: readonly Opportunity[];
  slows: (opportunity: Opportunity) => boolean;
  onPlace: (part: Partial<Record<keyof PipelinePlace, string | undefined>>) => void;
}

function Reps({ place, onPlace }: Pick<FiltersProps, 'place' | 'onPlace'>) {
  const { t } = useLingui();
  const mayChoose = useMayManage();
  const reps = useQuery({ ...repsQuery(), enabled: mayChoose }).data?.items ?? [];
  if (!mayChoose) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t`Rep`}
      value={place.rep ?? ''}
      onChange={(event) => onPlace({ rep: event.currentTarget.value })}
      data={[
        { value: '', label: t`Everybody` },
        ...reps.map(({ rep_id, name }) => ({ value: rep_id, label: name })),
      ]}
    />
  );
}

function Lines({ place, onPlace }: Pick<FiltersProps, 'place' | 'onPlace'>) {
  const { t } = useLingui();
  const lines = useProductLines().data?.items ?? [];
  if (lines.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t`Product line`}
      value={place.line ?? ''}
      onChange={(event) => onPlace({ line: event.currentTarget.value })}
      data={[
        { value: '', label: t`Every product line` },
        ...lines.map(({ key, name }) => ({ value: key, label: name })),
      ]}
    />
  );
}

function Of({ place, pipelines, pipeline, onPlace }: Omit<FiltersProps, 'all' | 'slows'>) {
  const { t, i18n } = useLingui();
  const closes: { value: Closes | ''; label: string }[] = [
    { value: '', label: t`Closes at any time` },
    { value: 'late', label: t`Close day is over` },
    { value: 'month', label: t`Closes this month` },
    { value: 'quarter', label: t`Closes this quarter` },
    { value: 'later', label: t`Closes later` },
    { value: 'unknown', label: t`No close day` },
  ];
  return (
    <>
      {pipelines.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t`Pipeline`}
          value={pipeline.pipeline_id}
          onChange={(event) => onPlace({ pipeline: event.currentTarget.value, stage: undefined })}
          data={pipelines.map((each) => ({
            value: each.pipeline_id,
            label: pipelineName(each, i18n),
          }))}
        />
      )}
      {place.view === 'table' && (
        <NativeSelect
          size="xs"
          aria-label={t`Stage`}
          value={place.stage ?? ''}
          onChange={(event) => onPlace({ stage: event.currentTarget.value })}
          data={[
            { value: '', label: t`Every stage` },
            ...pipeline.stages.map((each) => ({
              value: each.stage_id,
              label: stageName(each, i18n),
            })),
          ]}
        />
      )}
      <Reps place={place} onPlace={onPlace} />
      <Lines place={place} onPlace={onPlace} />
      <NativeSelect
        size="xs"
        aria-label={t`Close day`}
        value={place.closes ?? ''}
        onChange={(event) => onPlace({ closes: event.currentTarget.value })}
        data={closes}
      />
    </>
  );
}

/** What is shown, and how. */
export function Filters(props: FiltersProps) {
  const { place, all, slows, onPlace } = props;
  const { t } = useLingui();
  const { number } = useFormat();
  const needs = number.count(all.filter((each) => each.needs_next_step).length);
  const pushed = number.count(all.filter((each) => each.pushes > 0).length);
  const slow = number.count(all.filter(slows).length);
  return (
    <div className={css.tools}>
      <SegmentedControl
        size="xs"
        aria-label={t`View`}
        value={place.view ?? 'board'}
        onChange={(view) => onPlace({ view: view === 'board' ? undefined : view })}
        data={[
          { value: 'board', label: t`Board` },
          { value: 'compact', label: t`Compact` },
          { value: 'table', label: t`Table` },
        ]}
      />
      <TextInput
        size="xs"
        className={css.find}
        aria-label={t`Find by name or account`}
        placeholder={t`Name or account`}
        value={place.find ?? ''}
        onChange={(event) => onPlace({ find: event.currentTarget.value })}
      />
      <div className={css.strip}>
        <Of {...props} />
        <Pill
          selected={place.needs === 'yes'}
          onClick={() => onPlace({ needs: place.needs ? undefined : 'yes' })}
        >
          <Trans>No next step: {needs}</Trans>
        </Pill>
        <Pill
          selected={place.pushed === 'yes'}
          onClick={() => onPlace({ pushed: place.pushed ? undefined : 'yes' })}
        >
          <Trans>Pushed: {pushed}</Trans>
        </Pill>
        <Pill
          selected={place.slow === 'yes'}
          onClick={() => onPlace({ slow: place.slow ? undefined : 'yes' })}
        >
          <Trans>Slow: {slow}</Trans>
        </Pill>
      </div>
    </div>
  );
}
