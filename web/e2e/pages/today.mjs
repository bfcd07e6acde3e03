export class TodayPage {
  constructor({ page }, { say }) {
    this.page = page;
    this.quotas = page.getByRole('region', { name: say('Quotas'), exact: true });
    this.rows = this.quotas.locator('li[data-row]');
    /** On the phone there is a button only while nothing is behind. */
    this.parts = this.quotas.locator('li, button').filter({ visible: true });
    this.logged = page.getByRole('region', { name: say('Logged today'), exact: true });
    this.undoWord = say('Undo');
  }

  async open() {
    await this.page.goto('/');
    await this.ready();
  }

  async ready() {
    await this.rows.first().waitFor();
    await this.logged.locator('li, button').first().waitFor();
  }

  /** Until the page knows the contacts, whom it finds without a network too. */
  async openKnowing() {
    const known = this.page.waitForResponse((answer) => answer.url().includes('/contacts?'));
    await this.open();
    await known;
  }

  rowOf(quota) {
    return this.rows.filter({ has: this.page.getByRole('link', { name: quota, exact: true }) });
  }

  figureOf(quota) {
    return this.rowOf(quota).locator('[data-figure]');
  }

  entryOf(contact) {
    return this.logged.locator('li').filter({ hasText: contact });
  }

  undoOf(contact) {
    return this.entryOf(contact).getByRole('button', { name: this.undoWord });
  }
}
