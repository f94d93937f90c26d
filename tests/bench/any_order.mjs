// Flakes: all flows of the repository twice over, in an order of chance and several at once, round after round; a failure is told with the
// seed that brings its order back.  node tests/bench/any_order.mjs [rounds] [seed]   (PANELTWIN: another program than build/release's)
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { program, source } from '../journeys/support/machine.mjs';

const rounds = Number(process.argv[2] ?? 20), first = Number(process.argv[3] ?? Date.now() % 1_000_000);
const flows = path.join(source, 'tests/flows'), jobs = String(Math.max(2, availableParallelism()));
let played = 0, failed = 0;
const begun = performance.now();
for (let round = 0; round < rounds; ++round) {
  const seed = String(first + round);
  const { status, stdout, stderr } = spawnSync(program, ['play', '--seed', seed, '--jobs', jobs, flows, flows], { encoding: 'utf8', maxBuffer: 64 << 20 });
  const lines = stdout.split('\n');
  played += lines.filter((line) => line.startsWith('passed  ') || line.startsWith('failed  ')).length;
  failed += lines.filter((line) => line.startsWith('failed  ')).length;
  if (status !== 0) console.log(`round ${round + 1}, --seed ${seed}: exit code ${status}\n${stderr}${stdout.slice(Math.max(0, stdout.indexOf('failed  ')))}`);
}
console.log(`${rounds} rounds, ${played} flows played, ${failed} failed, ${((performance.now() - begun) / 1000).toFixed(0)} s, ${jobs} at once, seeds ${first} to ${first + rounds - 1}`);
process.exit(failed ? 1 : 0);
