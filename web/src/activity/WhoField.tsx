import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useId, type KeyboardEvent } from 'react';
import { useHeldKeys } from '../keyboard/useHeldKeys';
import { bestContact, useFoundContacts } from '../contact/useFoundContacts';
import { useListCursor } from '../ui/useListCursor';
import { ChosenWho } from './ChosenWho';
import type { Who } from './draft';
import { StepHead } from './StepHead';
import css from './WhoField.module.css';
import { WhoOption } from './WhoOption';

interface WhoFieldProps {
  who: Who | null;
  typed: string;
  onType: (text: string) => void;
  onChoose: (who: Who | Promise<Who>) => void;
  onClear: () => void;
}

export function WhoField({ who, typed, onType, onChoose, onClear }: WhoFieldProps) {
  const { t } = useLingui();
  return (
    <div>
      <StepHead hint={who === null ? t`type, then Enter` : t`Backspace to change`}>
        <Trans>Who</Trans>
      </StepHead>
      {who === null ? (
        <WhoSearch typed={typed} onType={onType} onChoose={onChoose} />
      ) : (
        <ChosenWho who={who} onClear={onClear} />
      )}
    </div>
  );
}

type WhoSearchProps = Pick<WhoFieldProps, 'typed' | 'onType' | 'onChoose'>;

function WhoSearch({ typed, onType, onChoose }: WhoSearchProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const list = useId();
  const input = useHeldKeys((sign) => onType(typed + sign));
  const { contacts, settled } = useFoundContacts(typed);
  const name = typed.trim();
  const options: Who[] = name === '' ? contacts : [...contacts, { name }];
  const cursor = useListCursor(options.length, typed);
  const chosen = options[cursor.at];

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.altKey) {
      event.preventDefault();
      if (!settled && name !== '' && cursor.at === 0) {
        onChoose(bestContact(queries, name).then((best) => best ?? { name }));
      } else if (chosen) {
        onChoose(chosen);
      }
    } else {
      cursor.press(event);
    }
  }

  return (
    <div className={css.box}>
      <input
        ref={input}
        className={css.input}
        role="combobox"
        aria-label={t`Who`}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${list}-${cursor.at}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={t`Name, company or phone`}
        data-autofocus
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div id={list} className={css.list} role="listbox" aria-label={t`Who`}>
        {options.map((option, index) => (
          <WhoOption
            key={'contact_id' in option ? option.contact_id : 'new'}
            id={`${list}-${index}`}
            who={option}
            selected={index === cursor.at}
            onPoint={() => cursor.moveTo(index)}
            onChoose={() => onChoose(option)}
          />
        ))}
      </div>
    </div>
  );
}
