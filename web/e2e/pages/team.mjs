export class TeamPage {
  constructor({ page }, { say }) {
    this.page = page;
    this.say = say;
    this.figures = page.locator('[data-figure]');
  }

  async open() {
    await this.page.goto('/team');
    await this.figures.first().waitFor();
  }

  /** The part of the table that scrolls. */
  get table() {
    return this.page.locator('section[tabindex="0"]');
  }

  async choose(team) {
    await this.page.getByRole('combobox', { name: this.say('Team') }).selectOption({ label: team });
  }

  figureTitle(rep, quota) {
    return this.say('Show the rows behind {of}', { of: `${rep}, ${quota}` });
  }
}
