import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { i18nIn } from '../../test/language';
import { ApiFault, Unreachable } from '../api/fault';
import { signInFault } from './signInFault';
import { fakeServer } from '../../test/fakeServer';
import { renderIn } from '../../test/render';
import { LanguageProvider } from '../i18n/LanguageProvider';
import { SignIn } from './SignIn';

const fault = (status: number, retry_after_s: number | null = null) =>
  new ApiFault({ status, code: '', title: '', detail: '', faults: [], retry_after_s });

describe('why signing in did not work', () => {
  it.each([
    [fault(401), 'not right'],
    [fault(429, 840), 'Try again in 14 minutes'],
    [fault(429, 20), 'Try again in 1 minute.'],
    [fault(429), 'Wait a while'],
    [fault(500), 'in a moment'],
    [new Unreachable(), 'does not answer'],
  ])('%s', async (error, words) => {
    expect(signInFault(await i18nIn('en'), error)).toContain(words);
  });
});

it('says that the password is not right and sends no more than was typed', async () => {
  const asked = fakeServer(() => [401, { code: 'session.refused' }]);
  await renderIn(
    <LanguageProvider>
      <SignIn />
    </LanguageProvider>,
  );
  const keyboard = userEvent.setup();
  await keyboard.type(await screen.findByLabelText('E-mail address'), 'elena@example.com');
  await keyboard.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('is not right');
  expect(asked).toMatchObject([
    { method: 'POST', path: '/session', body: { email: 'elena@example.com', password: 'wrong' } },
  ]);
});
