import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import { now } from '../api/clock';
import type { Instant } from '../api/types';
import { instantAt, wallTimeOf } from '../format/wallTime';
import { useZone } from '../format/ZoneContext';
import css from './MoreFields.module.css';

interface WhenFieldProps {
  occurredAt: Instant | null;
  onChange: (occurredAt: Instant | null) => void;
}

/** Empty: now. The browser's own field knows the order and the words of the language. */
export function WhenField({ occurredAt, onChange }: WhenFieldProps) {
  const id = useId();
  const zone = useZone();
  return (
    <label className={`${css.field} ${css.when}`} htmlFor={id}>
      <Trans>When, if not now</Trans>
      <input
        id={id}
        className={css.control}
        name="when"
        type="datetime-local"
        max={wallTimeOf(now(), zone)}
        value={occurredAt === null ? '' : wallTimeOf(occurredAt, zone)}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === '' ? null : instantAt(value, zone))
        }
      />
    </label>
  );
}
