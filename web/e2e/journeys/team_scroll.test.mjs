import assert from 'node:assert/strict';
import { settle } from '../harness/layout.mjs';
import { journeyOfMany } from '../harness/journey.mjs';
import { TeamPage } from '../pages/team.mjs';

const REPS = 1000;
const MOST_MS = 100;
const SCROLLING_MS = 5_000;

/** Scrolls down and up again, and says how long the longest task took meanwhile. In the page. */
function scroll(region, during) {
  return new Promise((resolve) => {
    const tasks = [];
    const seen = new Set();
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
    );
    observer.observe({ type: 'longtask' });
    const end = performance.now() + during;
    let step = 60;
    let frames = 0;
    function next() {
      region.scrollTop += step;
      if (region.scrollTop + region.clientHeight >= region.scrollHeight - 1) step = -60;
      if (region.scrollTop <= 0) step = 60;
      seen.add(region.querySelector('[data-row]')?.getAttribute('aria-rowindex'));
      frames += 1;
      if (performance.now() < end) requestAnimationFrame(next);
      else {
        observer.disconnect();
        resolve({ longest: Math.max(0, ...tasks), long: tasks.length, frames, rows: seen.size });
      }
    }
    requestAnimationFrame(next);
  });
}

journeyOfMany(
  'a team of a thousand scrolls without a pause',
  { reps: REPS, days: 7 },
  async (stage) => {
    const { visit, people, note } = stage;
    const visitor = await visit({ person: people.admin, label: 'thousand' });
    const team = new TeamPage(visitor, stage);
    visitor.context.setDefaultTimeout(60_000);
    await team.open();
    await team.choose('Sales');
    const all = visitor.page.locator('table[aria-rowcount]');
    await visitor.page.waitForFunction(
      (count) => Number(document.querySelector('table')?.getAttribute('aria-rowcount')) > count,
      REPS * 0.9,
    );
    await settle(visitor.page);
    const cells = await all.locator('tbody tr[data-row]').first().locator('td').count();
    assert.equal(cells, 7, 'seven quotas');
    await visitor.picture('before');
    const { longest, long, frames, rows } = await team.table.evaluate(scroll, SCROLLING_MS);
    note(
      `longest task ${longest} ms of ${long} long ones (level ${MOST_MS}), ${frames} frames in 5 s`,
    );
    assert.ok(rows > 100, `only ${rows} rows passed by`);
    assert.ok(longest <= MOST_MS, `a task of ${longest} ms while scrolling`);
  },
);
