// A thousand users: how long their file takes with a password each, what the panel does meanwhile, and how soon a card leads to the home
// screen then. node tests/bench/users.mjs [PROGRAM]
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { Machine } from '../journeys/support/machine.mjs';
import { Operator } from '../journeys/support/operator.mjs';
import { ScriptSession } from '../journeys/support/scripts.mjs';

if (process.argv[2]) process.env.PANELTWIN = process.argv[2];
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const page = 'PRESENTATION/ADVANCED/SEC_EPA_IMPORT';

const machine = await Machine.start({ arguments: ['--scenario', 'epa-signed-out'] });
const operator = new Operator(machine.ready);
const script = new ScriptSession(machine.ready.web_config);
await script.logIn(machine.ready.admin_password);

const bad = (i) => i % 100 === 50;
const rows = Array.from({ length: 1000 - 4 }, (_, i) => `user${i},Name ${i},secret-of-${i},${bad(i) ? '?' : `07${100000 + i}`}`);  // four are there already
const { INPUTT_SETUPTOKEN } = await script.inputs(`${page}/TOP`);
const begun = performance.now();
await script.upload(`${page}/SET`, { INPUTT_SETUPTOKEN }, { INPUTF_USERFILE: `User ID,Name,Password,Card ID\r\n${rows.join('\r\n')}\r\n` });
const answered = performance.now() - begun;
const taps = [];
for (let ended = false; !ended;) {
  const before = performance.now();
  await operator.post('tap', { on: 'user-log-in' }).catch(() => {});
  taps.push(performance.now() - before);
  ended = (await operator.snapshot()).users.import?.ended;
}
const took = performance.now() - begun;
const { import: read } = (await operator.snapshot()).users;
assert.deepEqual([read.kept, read.bad], [986, 10]);

const logIns = [];
for (let i = 0; i < 21; ++i) {
  await operator.post('card', { id: null });
  const before = performance.now();
  await operator.post('card', { id: `07${100000 + i * 7}` });
  assert.ok(await operator.shows('user-name'), 'the home screen, in the first look');
  logIns.push(performance.now() - before);
}
console.log(`file of ${rows.length} users with passwords, 10 rows bad: answered after ${answered.toFixed(0)} ms, all kept after ${(took / 1000).toFixed(1)} s`);
console.log(`a tap meanwhile, answered after its frame: ${median(taps).toFixed(0)} ms (median of ${taps.length}), ${Math.max(...taps).toFixed(0)} ms at the most`);
console.log(`card to home screen, over the control port: ${median(logIns).toFixed(0)} ms (median of ${logIns.length})`);
await machine.stop();
