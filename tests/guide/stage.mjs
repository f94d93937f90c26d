// What the journeys share: the browser, and a machine for each journey in the guide's two languages, one on each size of glass.
import path from 'node:path';
import { test } from 'node:test';
import { follow, openBrowser, openPage } from '../journeys/support/browser.mjs';
import { Machine, source } from '../journeys/support/machine.mjs';
import { Operator } from '../journeys/support/operator.mjs';
import { accountOf, signIn } from '../journeys/support/walks.mjs';
import { words } from './words.mjs';

/** Web Config's page of that id. */
export const addressOf = (ready, page) => new URL(`PRESENTATION/ADVANCED/${page}/TOP`, ready.web_config).href;

let browser;
export async function openStage() { browser = await openBrowser(); }
export async function closeStage() { await browser?.close(); }

/** One machine with the people around it. */
export class Stage {
  static async open(language, scenario, given) {
    const stage = new Stage();
    stage.language = language;
    stage.words = words[language];
    stage.machine = await Machine.start({ arguments: ['--language', language, '--scenario', scenario, ...given] });
    stage.ready = stage.machine.ready;
    stage.operator = new Operator(stage.ready);
    stage.administrator = accountOf(stage.ready);
    stage.original = path.join(source, 'assets/originals/invoice.pdf');
    return stage;
  }
  async close() {
    for (const page of this.pages ?? []) await page.context().close();
    await this.machine.stop();
  }

  /** A browser window of its own, in the journey's language. */
  async page() {
    const page = await openPage(browser, this.language);
    (this.pages ??= []).push(page);
    return page;
  }

  /** Somebody of the tenant by the beginning of the address. */
  person(front) { return this.ready.tenant.accounts.find((one) => one.user.startsWith(front)); }

  /** The cloud's page at `address` in the administrator's own window, signed in at its first use. */
  async cloud(address) {
    this.centre ??= await this.page();
    await this.centre.goto(this.ready.cloud + address);
    if (await this.centre.locator('[name=loginfmt]').count()) {
      await signIn(this.centre, this.administrator);
      await this.centre.goto(this.ready.cloud + address);
    }
    return this.centre;
  }

  /** Lays two sheets into the feeder, scans them to a colleague, and answers the job as the log has it. */
  async scan() {
    this.scans = (this.scans ?? 0) + 1;
    await this.operator.post('original', { path: this.original, at: 'feeder' });
    await this.operator.scanTo('maria.santos@contoso.example');
    return this.operator.untilJobEnded(this.scans);
  }

  /** Closes the message on the glass and goes home. */
  async closeMessage() {
    if (await this.operator.shows('notice')) await this.operator.tap('ok');
    await this.operator.key('Home');
  }
}

/** Saves the form of an administrator's page. */
export async function save(page) {
  await follow(page.locator('section.pane form button.main:visible').last());
  await page.getByRole('status').waitFor();
}

/** A journey in each language; `models` gives the glass for each. */
export function journey(title, { scenario = 'factory', models = { en: 'large', 'zh-CN': 'compact' }, given = [] }, walk) {
  for (const [language, model] of Object.entries(models)) {
    test(`${title} (${model}, ${language})`, async () => {
      const stage = await Stage.open(language, scenario, ['--model', model, ...given]);
      try {
        await walk(stage, language);
      } finally {
        await stage.close();
      }
    });
  }
}
