import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { topicsQuery } from '../api/queries';
import type { Kind } from '../api/types';
import { parseDuration } from '../format/duration';
import type { Draft } from './draft';
import css from './MoreFields.module.css';
import { WhenField } from './WhenField';

interface MoreFieldsProps {
  draft: Draft;
  kind: Kind;
  onChange: (part: Partial<Draft>) => void;
}

/** All optional, behind the outcome, so that they are reached by Tab and never in the way. */
export function MoreFields({ draft, kind, onChange }: MoreFieldsProps) {
  const { t } = useLingui();
  const id = useId();
  const topics = useQuery(topicsQuery()).data?.items ?? [];
  return (
    <div className={css.fields}>
      {kind.has_duration && (
        <label className={css.field} htmlFor={`${id}-duration`}>
          <Understood duration={draft.duration} />
          <input
            id={`${id}-duration`}
            className={css.control}
            name="duration"
            dir="ltr"
            autoComplete="off"
            placeholder="5, 4:31, 30s"
            value={draft.duration}
            onChange={(event) => onChange({ duration: event.currentTarget.value })}
          />
        </label>
      )}
      <label className={css.field} data-wide htmlFor={`${id}-topic`}>
        <Trans>Topic</Trans>
        <select
          id={`${id}-topic`}
          className={css.control}
          value={draft.topic}
          onChange={(event) => onChange({ topic: event.currentTarget.value })}
        >
          <option value="">{t`none`}</option>
          {topics.map(({ topic }) => (
            <option key={topic} value={topic}>
              {topic}
            </option>
          ))}
        </select>
      </label>
      {kind.has_direction && (
        <label className={css.field} htmlFor={`${id}-direction`}>
          <Trans>Direction</Trans>
          <select
            id={`${id}-direction`}
            className={css.control}
            value={draft.direction}
            onChange={(event) =>
              onChange({
                direction: event.currentTarget.value === 'inbound' ? 'inbound' : 'outbound',
              })
            }
          >
            <option value="outbound">{t`outbound`}</option>
            <option value="inbound">{t`incoming`}</option>
          </select>
        </label>
      )}
      <WhenField
        occurredAt={draft.occurred_at}
        onChange={(occurred_at) => onChange({ occurred_at })}
      />
    </div>
  );
}

/** The label, with what the text in the field is taken for. */
function Understood({ duration }: { duration: string }) {
  const seconds = parseDuration(duration);
  if (typeof seconds !== 'number') return <Trans>Duration</Trans>;
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  return s === 0 ? (
    <Trans>Duration: {m} min</Trans>
  ) : (
    <Trans>
      Duration: {m} min {s} s
    </Trans>
  );
}
