import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, type Asked } from '../../test/fakeServer';
import { renderPage } from '../../test/page';
import type { Settings } from '../api/types';
import CallRecordsPage from './CallRecordsPage';
import { webhookExample } from './webhookExample';

const settings: Settings = {
  monitoring: 'full',
  coming: null,
  leaderboard: false,
  notice: { company: null, contact: null, ground: null },
  phone_country: null,
};
const pbx = {
  webhook_id: '7',
  source: 'pbx',
  user_id: '1',
  created_at: '2026-11-20T09:05:00Z',
};

/** A server with one webhook, and what it is asked. */
async function show(refused = false) {
  let webhooks = [pbx];
  const asked = fakeServer(({ method, path }: Asked) => {
    if (path === '/settings' && refused) {
      const fault = {
        pointer: '/phone_country',
        code: 'settings.phone_country.unknown',
        detail: '',
      };
      return method === 'GET'
        ? [200, settings]
        : [400, { ...fault, title: '', status: 400, faults: [fault] }];
    }
    if (path === '/settings') return [200, settings];
    if (path === '/webhooks' && method === 'POST') {
      webhooks = [...webhooks, { ...pbx, webhook_id: '8', source: 'trunk' }];
      return [201, { webhook_id: '8', webhook: '1.8', secret: 'first-secret' }];
    }
    if (path === '/webhooks') return [200, { items: webhooks, next: null }];
    if (path === '/webhooks/7/secret') {
      return [200, { webhook_id: '7', webhook: '1.7', secret: 'second-secret' }];
    }
    if (method === 'DELETE') {
      webhooks = webhooks.filter(({ webhook_id }) => !path.endsWith(`/${webhook_id}`));
      return [204, null];
    }
    return [200, { items: [{ user_id: '1', name: 'Olga Reed' }], next: null }];
  });
  await renderPage(CallRecordsPage, '/pace');
  return { asked, user: userEvent.setup() };
}

const press = async (user: ReturnType<typeof userEvent.setup>, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));

describe('CallRecordsPage', () => {
  it('shows the secret of a new webhook until it is kept, and how to sign with it', async () => {
    const { asked, user } = await show();
    await press(user, 'Add a webhook');
    await user.type(screen.getByLabelText('Name of the switchboard'), ' trunk ');
    await press(user, 'Make the webhook');
    const secret = await screen.findByRole('region', { name: 'The secret of trunk' });
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ source: 'trunk' });
    expect(within(secret).getByDisplayValue('first-secret')).toBeVisible();
    expect(within(secret).getByDisplayValue(/X-Paceline-Webhook: 1\.8/)).toBeVisible();
    await press(user, 'I have kept the secret');
    expect(screen.queryByDisplayValue('first-secret')).toBeNull();
    expect(await screen.findByText('trunk')).toBeVisible();
  });

  it('renews a secret and revokes a webhook after one question each', async () => {
    const { asked, user } = await show();
    await screen.findByText(/made by Olga Reed/);
    await press(user, 'New secret for pbx');
    expect(asked.some(({ path }) => path.endsWith('/secret'))).toBe(false);
    await press(user, 'Make a new secret');
    expect(await screen.findByDisplayValue('second-secret')).toBeVisible();
    await press(user, 'Revoke pbx');
    await press(user, 'Cancel');
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await press(user, 'Revoke pbx');
    await press(user, 'Revoke it for good');
    expect(await screen.findByText('No switchboard delivers by webhook.')).toBeVisible();
    expect(screen.queryByDisplayValue('second-secret')).toBeNull();
  });

  it('saves the country where numbers are dialled, and names it while it is typed', async () => {
    const { asked, user } = await show();
    await user.type(await screen.findByLabelText('Country where numbers are dialled'), 'bg');
    expect(screen.getByText('Bulgaria')).toBeVisible();
    await press(user, 'Save the country');
    expect(await screen.findByText('Saved.')).toBeVisible();
    const change = asked.find(({ method }) => method === 'PATCH');
    expect(change?.body).toEqual({ phone_country: 'BG' });
  });

  it('says at the field that no such country is known', async () => {
    const { user } = await show(true);
    await user.type(await screen.findByLabelText('Country where numbers are dialled'), 'xx');
    await press(user, 'Save the country');
    expect(
      await screen.findByText('No telephone numbers of such a country are known.'),
    ).toBeVisible();
  });
});

describe('the example of a signed delivery', () => {
  it('keeps a name with a quote inside its own quotes', () => {
    const words = webhookExample('https://sales.example.com', '1.7', "Ann's");
    expect(words.split('\n')[0]).toContain(String.raw`"source":"Ann'\''s"`);
    expect(words).toContain('curl https://sales.example.com/api/v1/call-records');
  });
});
