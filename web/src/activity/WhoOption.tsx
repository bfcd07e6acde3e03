import { Trans } from '@lingui/react/macro';
import { IconUserPlus } from '@tabler/icons-react';
import type { FoundContact } from '../api/types';
import { useTemperatureWord } from '../contact/useTemperatureWord';
import { Avatar, Chip, Kbd } from '../ui';
import type { Who } from './draft';
import { useSinceWords } from './useSinceWords';
import css from './WhoField.module.css';

interface WhoOptionProps {
  id: string;
  who: Who;
  selected: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function isFound(who: Who): who is FoundContact {
  return 'temperature' in who;
}

export function WhoOption({ id, who, selected, onPoint, onChoose }: WhoOptionProps) {
  return (
    // The keys of the list belong to its input, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      className={css.option}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {isFound(who) ? <Found contact={who} /> : <NewName name={who.name} />}
      {selected && (
        <span className={css.enter}>
          <Kbd>↵</Kbd>
        </span>
      )}
    </div>
  );
}

function Found({ contact }: { contact: FoundContact }) {
  const temperature = useTemperatureWord();
  const since = useSinceWords();
  return (
    <>
      <Avatar name={contact.name} />
      <span className={css.who} title={contact.name}>
        <b>
          <bdi>{contact.name}</bdi>
        </b>
        {contact.account_name && (
          <span className={css.account} title={contact.account_name}>
            <bdi>{contact.account_name}</bdi>
          </span>
        )}
      </span>
      <span className={css.since}>{since(contact)}</span>
      <Chip outline>{temperature(contact.temperature)}</Chip>
    </>
  );
}

function NewName({ name }: { name: string }) {
  return (
    <>
      <span className={css.new}>
        <IconUserPlus size={17} stroke={1.7} aria-hidden />
      </span>
      <span className={css.who}>
        <Trans>
          New contact:{' '}
          <b>
            <bdi>{name}</bdi>
          </b>
        </Trans>
      </span>
    </>
  );
}
