export class PacePage {
  constructor({ page }, { say }) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.tiles = page.getByRole('list', { name: say('Quotas') }).getByRole('listitem');
    this.chart = page.locator('figure').first();
  }

  /** Of one quota, or of the one that the page chooses. */
  async open(quota = '', search = '') {
    await this.page.goto(`/pace${quota && `/${quota}`}${search}`);
    await this.ready();
  }

  async ready() {
    await this.tiles.first().waitFor();
    await this.chart.waitFor();
  }

  tileOf(quota) {
    return this.page.locator(`li[data-quota="${quota}"]`);
  }

  figureOf(quota) {
    return this.tileOf(quota).locator('[data-figure]');
  }

  period() {
    return new URL(this.page.url()).searchParams.get('period');
  }

  untilPeriod(period) {
    return this.page.waitForURL((url) => url.searchParams.get('period') === period);
  }
}

export class EvidenceDrawer {
  constructor({ page }, { say }) {
    this.page = page;
    this.self = page.locator('[role="dialog"]:not([aria-modal="true"])');
    this.title = this.self.getByRole('heading', { level: 2 });
    this.rows = this.self.locator('li[data-row]');
    this.pills = this.self.locator('button[aria-pressed]');
    this.reasons = this.self.locator('ul').first().locator('li');
    this.rowMenu = (row) => row.getByRole('button', { name: say('Menu of the row') });
  }

  /** For each row whether it says nothing of why it does not count. */
  reasonlessRows() {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => row.querySelector('p + time + p') === null),
    );
  }

  async close() {
    await this.page.keyboard.press('Escape');
    await this.self.waitFor({ state: 'detached' });
  }
}
