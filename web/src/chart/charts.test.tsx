import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { detail } from '../../test/fixtures';
import { seriesOf } from '../../test/series';
import { ChartTable } from './ChartTable';
import { DayBars } from './DayBars';
import { HeatDays, type HeatWords } from './HeatDays';
import { PaceChart, type PaceWords } from './PaceChart';
import { Sparkline } from './Sparkline';

const words: PaceWords = {
  title: 'Course of Retirement contacts',
  description: 'You are at 92% of the pace.',
  quota: '150 quota',
  floor: '120 floor',
  stretch: '180 stretch',
  done: '88 done',
  expected: '95 expected',
  likely: '139 likely',
  range: '128 to 151',
  band: 'the band',
  plan: 'the plan',
  day: (day) => day.slice(5),
  count: String,
  tip: ({ day }) => `tip of ${day}`,
};

const chart = (direction: 'ltr' | 'rtl') => (
  <PaceChart series={seriesOf('2026-11-27')} tone="behind" words={words} direction={direction} />
);

describe('PaceChart', () => {
  it('is a picture with a name and the sentence as description', () => {
    render(chart('ltr'));
    const picture = screen.getByRole('img', { name: words.title });
    expect(picture).toHaveAccessibleDescription(words.description);
    expect(screen.getByText('139 likely')).toBeInTheDocument();
    expect(screen.getByText('150 quota')).toBeInTheDocument();
  });

  it('names floor and stretch only where there are any', () => {
    const { rerender } = render(chart('ltr'));
    expect(screen.queryByText('120 floor')).toBeNull();
    const series = seriesOf('2026-11-27');
    const grades = [{ key: 'floor' as const, at: 120 }];
    rerender(
      <PaceChart series={{ ...series, grades }} tone="behind" words={words} direction="ltr" />,
    );
    expect(screen.getByText('120 floor')).toBeInTheDocument();
    expect(screen.queryByText('180 stretch')).toBeNull();
  });

  it('moves a cursor by arrow keys from today on, and speaks it', () => {
    render(chart('ltr'));
    const picture = screen.getByRole('img');
    const said = screen.getByRole('status');
    expect(said).toBeEmptyDOMElement();
    fireEvent.keyDown(picture, { key: 'ArrowRight' });
    expect(said).toHaveTextContent('tip of 2026-11-27');
    fireEvent.keyDown(picture, { key: 'ArrowRight' });
    expect(said).toHaveTextContent('tip of 2026-11-30');
    fireEvent.keyDown(picture, { key: 'Home' });
    expect(said).toHaveTextContent('tip of 2026-10-01');
    fireEvent.keyDown(picture, { key: 'Escape' });
    expect(said).toBeEmptyDOMElement();
  });

  it('moves to later days with the left arrow in a page from right to left', () => {
    render(chart('rtl'));
    const picture = screen.getByRole('img');
    fireEvent.keyDown(picture, { key: 'Home' });
    fireEvent.keyDown(picture, { key: 'ArrowLeft' });
    expect(screen.getByRole('status')).toHaveTextContent('tip of 2026-10-02');
  });

  it('keeps its arrow keys from the page', () => {
    let heard = 0;
    const listen = () => (heard += 1);
    window.addEventListener('keydown', listen);
    render(chart('ltr'));
    fireEvent.keyDown(screen.getByRole('img'), { key: 'ArrowRight' });
    fireEvent.keyDown(screen.getByRole('img'), { key: 'e' });
    window.removeEventListener('keydown', listen);
    expect(heard).toBe(1);
  });
});

const heatWords: HeatWords = {
  title: 'Day by day',
  description: 'What counted.',
  leave: 'L',
  holiday: 'H',
  count: String,
  weekday: (weekday) => `day ${weekday}`,
  month: (day) => `month ${day.slice(5, 7)}`,
  day: (day) => day,
  tip: (day) => `tip of ${day}`,
};

describe('HeatDays', () => {
  it('prints the numbers, the letters and the months', () => {
    render(<HeatDays days={detail.days} today="2026-11-27" words={heatWords} direction="ltr" />);
    expect(screen.getAllByText('H')).toHaveLength(3);
    expect(screen.getByText('5')).toBeInTheDocument();
    expect(screen.getByText('month 10')).toBeInTheDocument();
    const picture = screen.getByRole('img', { name: 'Day by day' });
    fireEvent.keyDown(picture, { key: 'ArrowLeft' });
    fireEvent.keyDown(picture, { key: 'ArrowLeft' });
    expect(screen.getByRole('status')).toHaveTextContent('tip of 2026-11-20');
  });
});

describe('DayBars', () => {
  it('is a list of terms and figures', () => {
    const bar = { value: 2.7, text: '2.7', look: 'behind' as const };
    render(<DayBars title="Per day" bars={[{ ...bar, key: 'needed', label: 'Needed' }]} />);
    expect(screen.getByRole('term')).toHaveTextContent('Needed');
    expect(screen.getByRole('definition')).toHaveTextContent('2.7');
  });
});

describe('Sparkline', () => {
  it('is a picture with a name, or nothing', () => {
    const { rerender } = render(
      <Sparkline attainments={[0.8, 1.1]} tone="ahead" title="two periods" direction="ltr" />,
    );
    expect(screen.getByRole('img', { name: 'two periods' })).toBeInTheDocument();
    rerender(<Sparkline attainments={[]} tone="on" title="none" direction="ltr" />);
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('ChartTable', () => {
  it('is a table in a region that the keyboard reaches', () => {
    render(<ChartTable title="Days" columns={['Day', 'Done']} rows={[['1 Oct', '3']]} />);
    expect(screen.getByRole('region', { name: 'Days' })).toHaveAttribute('tabindex', '0');
    expect(screen.getByRole('cell', { name: '3' })).toBeInTheDocument();
  });
});
