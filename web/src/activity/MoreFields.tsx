import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { topicsQuery } from '../api/queries';
import type { Kind } from '../api/types';
import type { Draft } from './draft';
import css from './MoreFields.module.css';

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
          <Trans>Duration</Trans>
          <input
            id={`${id}-duration`}
            className={css.control}
            name="duration"
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            placeholder="4:31"
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
    </div>
  );
}
