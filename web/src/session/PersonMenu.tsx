import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { useSession } from './useSession';
import { Avatar } from '../ui';
import { Floating } from './Floating';
import css from './PersonMenu.module.css';
import { PersonMenuItems } from './PersonMenuItems';
import { useRoleWord } from './useRoleWord';

/** With `round` only the initials are shown, as on the phone. */
export function PersonMenu({ round = false }: { round?: boolean }) {
  const { t } = useLingui();
  const { user } = useSession();
  const label = t`${user.name}: language, appearance, sign out`;
  return (
    <Floating
      label={label}
      position={round ? 'bottom-end' : 'top-start'}
      target={(toggle) => (
        <button type="button" className={round ? css.round : css.person} onClick={toggle}>
          <Avatar name={user.name} size={round ? 44 : 28} />
          {round ? <VisuallyHidden>{label}</VisuallyHidden> : <PersonWords />}
        </button>
      )}
    >
      {(close) => <PersonMenuItems onDone={close} />}
    </Floating>
  );
}

function PersonWords() {
  const { user } = useSession();
  const role = useRoleWord()(user.role);
  return (
    <span className={css.words}>
      <span className={css.name} title={user.name}>
        {user.name}
      </span>
      <span className={css.line} title={user.team?.name}>
        {role}
        {user.team && (
          <>
            {' · '}
            <bdi>{user.team.name}</bdi>
          </>
        )}
      </span>
    </span>
  );
}
