// Debian's python3-selenium, unmodified, walks the guide's journeys: the panel through PanelTwin, Web Config and the cloud
// through ChromeDriver, in one suite.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Machine, source } from './support/machine.mjs';
import { Peer } from './support/peer.mjs';

let machine, peer;
before(async () => {
  machine = await Machine.start();
  peer = new Peer('selenium_python.py', [machine.ready.control, path.join(source, 'assets/originals/invoice.pdf')], machine.ready.ca);
});
after(async () => { await machine?.stop(); });

for (const [name, what] of [['status', 'check the status on the panel'], ['sign-in', 'sign in by Web Config, scan to e-mail'], ['360', 'nobody signed in: 360'], ['361', 'unused for 91 days: 361']]) {
  test(what, async () => { assert.deepEqual(await peer.line(), { passed: name }); });
}
test('and ends well', async () => { assert.equal(await peer.exited, 0, peer.errors); });
