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

  figureTitle(rep, quota) {
    return this.say('Show the rows behind {of}', { of: `${rep}, ${quota}` });
  }
}
