// assets/schemas/flow.schema.json, for editors, says of every flow what the program says. What only the program can know
// (whether another file is there, what a variable is called, what happens when the flow is played) is left to it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import YAML from 'yaml';
import { program, source } from './support/machine.mjs';
import { run } from './support/peer.mjs';

const schema = JSON.parse(readFileSync(path.join(source, 'assets/schemas/flow.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: false, strict: false }).compile(schema);

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name.endsWith('.yaml') && !entry.parentPath.includes('goldens'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
function schemaTakes(file) {
  try {
    return validate(YAML.parse(readFileSync(file, 'utf8')));
  } catch {
    return false;  // no YAML
  }
}
const onlyTheProgramKnows = ['unknown_variable', 'no_such_flow', 'circle', 'unknown_argument', 'no_data_file', 'uneven_data', 'mistake_in_a_part'];

test('every flow of the repository is good to both', () => {
  for (const file of filesIn(path.join(source, 'tests/flows'))) {
    assert.ok(schemaTakes(file), `${file}: ${JSON.stringify(validate.errors)}`);
  }
});

for (const file of filesIn(path.join(source, 'tests/flows-broken')).filter((one) => !one.includes('/parts/'))) {
  const name = path.basename(file, '.yaml');
  if (onlyTheProgramKnows.includes(name)) continue;
  test(`schema and program agree about ${name}`, async () => {
    const read = await run(program, ['play', '--list', file]);
    assert.equal(schemaTakes(file), read.code === 0, `${read.text}\n${JSON.stringify(validate.errors)}`);
  });
}
