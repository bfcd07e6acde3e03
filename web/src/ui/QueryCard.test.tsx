import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderIn } from '../../test/render';
import { Card } from './Card';
import { QueryCard } from './QueryCard';

function Figures({ read }: { read: () => Promise<string> }) {
  const query = useQuery({ queryKey: ['figures'], queryFn: read });
  return (
    <QueryCard query={query} title="Figures">
      {(text) => <p>{text}</p>}
    </QueryCard>
  );
}

it('offers to try again, and does', async () => {
  const read = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue('88 of 150');
  await renderIn(<Figures read={read} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('88 of 150')).toBeVisible();
});

it('keeps a card that breaks to itself', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Broken = () => {
    throw new Error('broken');
  };
  await renderIn(
    <>
      <Card title="One">
        <Broken />
      </Card>
      <Card title="Two">fine</Card>
    </>,
  );
  expect(screen.getByText('fine')).toBeVisible();
  expect(screen.getByText('These figures could not be loaded.')).toBeVisible();
});
