// Figures of flows: steps a second without and with pictures, and the guide's journey in a flow against Playwright driving
// the same pages. `PANELTWIN=… node tests/bench/flows.mjs` after `npm ci` in tests/journeys.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser, openPage } from '../journeys/support/browser.mjs';
import { Machine, program, source } from '../journeys/support/machine.mjs';
import { Operator } from '../journeys/support/operator.mjs';
import { run } from '../journeys/support/peer.mjs';
import { accountOf, approve, askForCode, logInToWebConfig, pressOk } from '../journeys/support/walks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-bench-'));

/** Plays, and answers steps and seconds as the program measured them, its start left out. */
async function play(...given) {
  const { code, text } = await run(program, ['play', ...given]);
  const measured = /\((\d+) steps, ([\d.]+) s/.exec(text);
  if (code !== 0 || !measured) throw new Error(text);
  return { steps: Number(measured[1]), seconds: Number(measured[2]) };
}

/** Steps a second, in three digits. */
const rate = ({ steps, seconds }) => Number((steps / seconds).toPrecision(3));

function walk(rounds) {
  const file = path.join(folder, 'walk.yaml');
  writeFileSync(file, `flow: Walk
steps:
  - repeat:
      times: ${rounds}
      steps:
        - tap: settings
        - tap: general-settings
        - expect: {id: network-settings}
        - key: Home
        - expect: {id: settings}
`);
  return file;
}

const bare = await play(walk(400));
console.log(`steps a second, no pictures      ${rate(bare)}`);
const seen = await play(walk(20), '--out', path.join(folder, 'out'));
console.log(`steps a second, picture at each  ${rate(seen)}`);

const guide = path.join(source, 'tests/flows/guide/set_up_oauth2.yaml');
const ours = await play(guide, '--shard', '1/2');
console.log(`guide's journey in a flow        ${ours.seconds.toFixed(2)} s, its Chromium's start included`);

const machine = await Machine.start();
const begun = performance.now();
const browser = await openBrowser();
const page = await openPage(browser), person = await openPage(browser);
const operator = new Operator(machine.ready), account = accountOf(machine.ready);
await logInToWebConfig(page, machine.ready);
const { address, code } = await askForCode(page, machine.ready);
await approve(person, address, code, account);
await operator.clock({ run: 20 });
await pressOk(page, account);
await operator.tap('settings', 'general-settings', 'network-settings', 'network-status', 'email-server-status');
await operator.untilOnGlass('Signed in');
await operator.key('Home');
await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
await operator.scanTo('maria.santos@contoso.example');
await operator.untilJobEnded(1);
console.log(`the same with Playwright         ${((performance.now() - begun) / 1000).toFixed(2)} s, its Chromium's start included`);
await browser.close();
await machine.stop();
rmSync(folder, { recursive: true, force: true });
