import { Plural, Trans } from '@lingui/react/macro';
import type { HandedOver } from '../api/setUpTypes';
import { addDays, useFormat } from '../format';
import css from './form.module.css';

/** What was handed over, each quota by its key. */
export function HandedOverWords({ of }: { of: HandedOver }) {
  const { number, date } = useFormat();
  return (
    <div role="status">
      <ul className={css.consequences}>
        <li>
          <Plural
            value={of.contacts}
            _0="No contact was handed over."
            one="# contact was handed over."
            other="# contacts were handed over."
          />
        </li>
        {of.quotas.map(({ key, amount, from, to }) => {
          const [more, first, last] = [
            number.count(amount),
            date.day(from),
            date.day(addDays(to, -1)),
          ];
          return (
            <li key={key}>
              <Trans>
                {key}: {more} more are asked from {first} to {last}.
              </Trans>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
