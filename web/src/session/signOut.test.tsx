import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, type Asked } from '../../test/fakeServer';
import { renderIn, session } from '../../test/render';
import { endLeftSession, startSession } from '../api/calls';
import { markSignedIn, signedInMark } from '../api/signedIn';
import { LanguageProvider } from '../i18n/LanguageProvider';
import { SessionGate } from './SessionGate';
import { useSession } from './useSession';
import { useSignOut } from './useSignOut';

function Page() {
  const { user } = useSession();
  const signOut = useSignOut();
  return (
    <>
      <p>{user.name}</p>
      <button onClick={signOut}>out</button>
    </>
  );
}

let away = false;
const answerSession = ({ method }: Asked): [number, unknown] | 'away' =>
  away ? 'away' : [method === 'DELETE' ? 204 : 200, method === 'DELETE' ? null : session];

const open = () =>
  renderIn(
    <LanguageProvider>
      <SessionGate notice="a notice">
        <Page />
      </SessionGate>
    </LanguageProvider>,
  );

const ended = (asked: Asked[]) => asked.filter(({ method }) => method === 'DELETE');

beforeEach(() => {
  away = false;
  markSignedIn('yes');
});

describe('signing out without a network', () => {
  it('shows nothing any more, also after a reload, and ends the session when the network is back', async () => {
    const asked = fakeServer(answerSession);
    const { unmount } = await open();
    await screen.findByText(session.user.name);
    away = true;
    await userEvent.click(screen.getByText('out'));
    expect(screen.queryByText(session.user.name)).toBeNull();
    expect(screen.getByText('a notice')).toBeVisible();

    unmount();
    await open();
    await screen.findByRole('heading', { name: 'Sign in' });
    expect(ended(asked)).toHaveLength(0);

    away = false;
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(signedInMark()).toBe('no'));
    expect(ended(asked)).toHaveLength(1);
  });

  it('ends the old session before a new one begins', async () => {
    markSignedIn('ending');
    const asked = fakeServer(answerSession);
    await Promise.all([endLeftSession(), startSession('elena@example.com', 'secret')]);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'DELETE', 'POST']);
    expect(signedInMark()).toBe('yes');
  });
});

it('signs out in every tab', async () => {
  fakeServer(answerSession);
  await open();
  await screen.findByText(session.user.name);
  markSignedIn('ending');
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'paceline.signed-in' })));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
});

it('comes back by itself when the server answers again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  away = true;
  fakeServer(answerSession);
  await open();
  await screen.findByRole('alert');
  away = false;
  await act(() => vi.advanceTimersByTimeAsync(6_000));
  expect(await screen.findByText(session.user.name)).toBeVisible();
  vi.useRealTimers();
});
