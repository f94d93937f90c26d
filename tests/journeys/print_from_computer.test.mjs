// A computer prints on port 9100, as drivers do: PJL, then a PDF; and Access Control lets in whom it should.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { logInToWebConfig } from './support/walks.mjs';

const invoice = readFileSync(path.join(source, 'assets/originals/invoice.pdf'));
let browser, machine, operator;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); await machine?.stop(); });

/** Sends it, and waits until the machine has taken it. */
async function print(user, name, document = invoice) {
  const socket = net.connect(machine.ready.raw.port, machine.ready.raw.host);
  const escape = '\x1b%-12345X';
  socket.write(`${escape}@PJL JOB NAME="${name}"\r\n${user ? `@PJL SET USERNAME="${user}"\r\n` : ''}@PJL ENTER LANGUAGE=PDF\r\n`);
  socket.write(document);
  socket.end(`${escape}@PJL EOJ\r\n${escape}`);
  socket.resume();
  await once(socket, 'close');
}

test('without Access Control everybody prints; with it, whom it knows, and others where they are accepted', async () => {
  machine = await Machine.start({ arguments: ['--scenario', 'epa-user-signed-in'] });
  operator = new Operator(machine.ready);
  await print('wei.lin', 'known');
  await print('', 'nameless');
  await print('stranger', 'unknown');
  for (const receipt of [1, 2, 3]) await operator.untilJobEnded(receipt);

  const config = await openPage(browser);
  await logInToWebConfig(config, machine.ready);
  await config.goto(`${machine.ready.web_config}PRESENTATION/ADVANCED/SEC_EPA_BASIC/TOP`);
  await config.locator('#INPUTC_ACCEPTUNKNOWN').check();
  await config.locator('#ok').click();
  await config.locator('#message.good').waitFor();
  await print('stranger', 'accepted');
  await print('wei.lin', 'broken', '%PDF-1.4 cut short');
  for (const receipt of [4, 5]) await operator.untilJobEnded(receipt);

  const jobs = (await operator.jobs()).map(({ type, user, result, code, file_name }) => [type, user, result, code, file_name]);
  assert.deepEqual(jobs.sort((one, other) => one[4].localeCompare(other[4])), [
    ['print', 'stranger', 'completed', 0, 'accepted.pdf'],
    ['print', 'wei.lin', 'failed', 0, 'broken.pdf'],
    ['print', 'wei.lin', 'completed', 0, 'known.pdf'],
    ['print', '', 'failed', 107, 'nameless.pdf'],
    ['print', 'stranger', 'failed', 107, 'unknown.pdf'],
  ]);
  const papers = (await operator.get('tray')).map((paper) => paper.name ?? paper);
  assert.deepEqual(papers.sort(), ['accepted.pdf', 'known.pdf']);
});
