// The reports of closed periods: their list, and one of them.

export class ReportsPage {
  constructor({ page }, { say }) {
    Object.assign(this, { page, say });
    this.lines = page.locator('main a[data-row]');
    this.closing = page.getByRole('region', { name: say('Close a period'), exact: true });
    this.quota = this.closing.getByLabel(say('Quota'), { exact: true });
    this.closed = page.getByRole('status').filter({ hasText: say('Closed.') });
    this.refused = page.getByRole('main').getByRole('alert');
  }

  async open(search = '') {
    await this.page.goto(`/reports${search}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Closes the period before the running one. */
  async close(quota) {
    await this.quota.selectOption(quota);
    await this.closing.getByRole('button').click();
    await this.closed.or(this.refused).waitFor();
  }
}

export class ReportPage {
  constructor({ page }, { say }) {
    Object.assign(this, { page, say });
    this.verdict = page.getByRole('group', { name: say('Verdict') });
    this.rows = page.locator('main table').last().locator('tbody tr');
    this.seen = page.getByRole('button', { name: say('I have seen this report') });
  }

  async open(report) {
    await this.page.goto(`/reports/${report}`);
    await this.page.getByRole('heading', { name: this.say('Day by day') }).waitFor();
  }

  async decide(verdict, note) {
    await this.verdict.getByRole('button', { name: verdict, exact: true }).click();
    await this.page.getByRole('main').locator('textarea').first().fill(note);
    const names = [this.say('Confirm the verdict'), this.say('Decide again')];
    await this.page
      .getByRole('main')
      .locator('button[type="submit"]')
      .filter({ hasText: new RegExp(names.join('|')) })
      .click();
    await this.page.getByText(note, { exact: true }).first().waitFor();
  }

  async acknowledge() {
    await this.seen.click();
    await this.seen.waitFor({ state: 'detached' });
  }
}
