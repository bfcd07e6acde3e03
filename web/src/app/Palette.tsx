import { useLingui } from '@lingui/react/macro';
import { useState, type ComponentProps, type KeyboardEvent } from 'react';
import { useHeldKeys } from '../keyboard/useHeldKeys';
import { Dialog } from '../ui/Dialog';
import { useListCursor } from '../ui/useListCursor';
import css from './Palette.module.css';
import { useFoundPlaces } from './useFoundPlaces';

const list = 'palette-list';

export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const places = useFoundPlaces(typed);
  const cursor = useListCursor(places.length, typed);

  function open(index: number): void {
    const place = places[index];
    if (place === undefined) return;
    onClose();
    place.open();
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) cursor.press(event);
    else open(cursor.at);
  }

  return (
    <Dialog title={t`Search`} width={560} onClose={onClose}>
      <PaletteField
        role="combobox"
        aria-label={t`Search pages, people, accounts and opportunities`}
        aria-expanded={places.length > 0}
        aria-controls={list}
        aria-activedescendant={places.length > 0 ? `${list}-${cursor.at}` : undefined}
        placeholder={t`Page, person, account or opportunity`}
        typed={typed}
        onType={setTyped}
        onKeyDown={press}
      />
      <div id={list} className={css.list} role="listbox" aria-label={t`Found`}>
        {places.map(({ id, icon: Icon, name, line }, index) => (
          // The keys of the list belong to its input, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={id}
            id={`${list}-${index}`}
            role="option"
            className={css.option}
            aria-selected={index === cursor.at}
            tabIndex={-1}
            onPointerMove={() => cursor.moveTo(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => open(index)}
          >
            <Icon size={17} stroke={1.7} aria-hidden />
            <span className={css.name}>
              <bdi>{name}</bdi>
            </span>
            <span className={css.line}>
              <bdi>{line}</bdi>
            </span>
          </div>
        ))}
      </div>
      {places.length === 0 && <p className={css.none}>{t`Nothing begins like that.`}</p>}
    </Dialog>
  );
}

interface PaletteFieldProps extends ComponentProps<'input'> {
  typed: string;
  onType: (text: string) => void;
}

function PaletteField({ typed, onType, ...rest }: PaletteFieldProps) {
  const input = useHeldKeys((sign) => onType(typed + sign));
  return (
    <input
      {...rest}
      ref={input}
      className={css.input}
      autoComplete="off"
      spellCheck={false}
      data-autofocus
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
