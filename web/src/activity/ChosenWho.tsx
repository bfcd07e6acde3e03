import { Trans, useLingui } from '@lingui/react/macro';
import { IconPhone } from '@tabler/icons-react';
import { useEffect } from 'react';
import { isTyping } from '../keyboard/keyOf';
import { Avatar } from '../ui';
import { isKnown, type Who } from './draft';
import css from './WhoField.module.css';

export function ChosenWho({ who, onClear }: { who: Who; onClear: () => void }) {
  const { t } = useLingui();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key !== 'Backspace' || isTyping(event.target)) return;
      event.preventDefault();
      onClear();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onClear]);

  const known = isKnown(who) ? who : null;
  return (
    <div className={css.chosen}>
      <Avatar name={who.name} />
      <span className={css.who}>
        <b>
          <bdi>{who.name}</bdi>
        </b>
        <span className={css.account}>
          <bdi>{known ? known.account_name : t`new contact`}</bdi>
        </span>
      </span>
      {known?.phone && (
        <a className={css.phone} href={`tel:${known.phone}`} aria-label={known.phone}>
          <IconPhone size={15} stroke={1.8} aria-hidden />
          <bdi dir="ltr" className={css.number}>
            {known.phone}
          </bdi>
        </a>
      )}
      <button type="button" className={css.change} onClick={onClear}>
        <Trans>Change</Trans>
      </button>
    </div>
  );
}
