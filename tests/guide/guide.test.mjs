// The guide from its first page to its last, in Chinese and English, through panel, browser, cloud and mailbox. Where GUIDE_TABLE names a file,
// the table of sentences and their proofs is written there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeStage, openStage } from './stage.mjs';
import { unproven, writeTable } from './proof.mjs';

before(openStage);
after(closeStage);

await import('./introduction.mjs');
await import('./enable_smtp_auth.mjs');
await import('./set_oauth.mjs');
await import('./check_state.mjs');
await import('./fax_server.mjs');
await import('./my_email.mjs');
await import('./troubleshooting.mjs');

test('every sentence has its proof', () => {
  if (process.env.GUIDE_TABLE) writeTable(process.env.GUIDE_TABLE);
  assert.deepEqual(unproven(), []);
});
