// The JSON Schemas of the files that designers edit: every file of the assets is valid, and what a schema refuses the program refuses.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { parse, stringify } from 'yaml';
import { program, source } from './support/machine.mjs';
import { run } from './support/peer.mjs';

const assets = path.join(source, 'assets');
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-schemas-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const folders = { model: 'models', menu: 'menus', info: 'info', dialog: 'dialogs', setting: 'settings', sheet: 'sheets', theme: 'themes', help: 'help', wallpaper: 'wallpapers', scenario: 'scenarios', provider: 'providers' };
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
const validate = Object.fromEntries(readdirSync(path.join(assets, 'schemas')).map((file) =>
  [file.replace('.json', ''), ajv.compile(JSON.parse(readFileSync(path.join(assets, 'schemas', file), 'utf8')))]));
const read = (kind, id) => parse(readFileSync(path.join(assets, folders[kind], `${id}.yaml`), 'utf8'));

test('every file of the assets is valid', () => {
  for (const [kind, of] of Object.entries(folders)) {
    for (const file of readdirSync(path.join(assets, of)).filter((name) => name.endsWith('.yaml'))) {
      const good = validate[kind](parse(readFileSync(path.join(assets, of, file), 'utf8')));
      assert.ok(good, `${of}/${file}: ${ajv.errorsText(validate[kind].errors)}`);
    }
  }
  assert.ok(validate.fonts(parse(readFileSync(path.join(assets, 'fonts.yaml'), 'utf8'))), ajv.errorsText(validate.fonts.errors));
  assert.ok(validate.theme(parse(readFileSync(path.join(assets, 'bench/theme.yaml'), 'utf8'))));
});

/** Edits of a good file; the schema says whether each is still good, and the program must say the same. */
const edits = {
  model: ['large', {
    none: () => {}, unknown: (m) => { m.colour = 'red'; }, nameless: (m) => { delete m.name; }, displayless: (m) => { delete m.display; },
    list: (m) => { m.display = [1]; }, tiny: (m) => { m.display.width = 10; }, huge: (m) => { m.display.height = 9000; },
    words: (m) => { m.display.width = 'wide'; }, thin: (m) => { m.display.diagonal_inches = 1; }, deep: (m) => { m.display.depth = 3; },
  }],
  theme: ['light', {
    none: () => {}, unknown: (t) => { t.colours.sky = '#000000'; }, missing: (t) => { delete t.lengths.row; }, sectionless: (t) => { delete t.fonts; },
    pale: (t) => { t.colours.page = 'pale'; }, short: (t) => { t.colours.page = '#FFF'; }, clear: (t) => { t.colours.page = '#FFFFFF80'; },
    long: (t) => { t.lengths.row = 1000; }, negative: (t) => { t.fonts.body = -1; }, words: (t) => { t.fonts.body = 'large'; }, list: (t) => { t.colours = []; },
  }],
  scenario: ['signed-in', {
    none: () => {}, unknown: (s) => { s.weather = 'rain'; }, pigeon: (s) => { s['e-mail'].method = 'pigeon'; }, methodless: (s) => { delete s['e-mail'].method; },
    port: (s) => { s['e-mail'].port = 70000; }, lock: (s) => { s['lock-setting'] = 'perhaps'; }, place: (s) => { s.originals.floor = 'x'; }, job: (s) => { s.jobs = ['dance']; },
  }],
  provider: ['exchange-online', {
    none: (p) => { p.client_id = 'id'; }, unknown: (p) => { p.client_id = 'id'; p.colour = 'red'; }, nameless: (p) => { p.client_id = 'id'; delete p.name; },
    both: (p) => { p.client_id = 'id'; p.issuer = 'https://localhost/x'; }, port: (p) => { p.client_id = 'id'; p.smtp.port = 99999; }, plain: (p) => { p.client_id = 'id'; p.smtp.security = 'none'; },
    auth: (p) => { p.client_id = 'id'; p.smtp.auth = 'plain'; }, mailless: (p) => { p.client_id = 'id'; delete p.smtp; },
  }],
  menu: ['settings', {
    none: () => {}, unknown: (m) => { m.colour = 'red'; }, titleless: (m) => { delete m.title; }, style: (m) => { m.style = 'heap'; }, itemless: (m) => { delete m.items; },
    items: (m) => { m.items = { a: 1 }; }, idless: (m) => { delete m.items[0].id; }, blind: (m) => { delete m.items[0].opens; }, mute: (m) => { delete m.items[0].text; },
    extra: (m) => { m.items[0].colour = 'red'; }, locked: (m) => { m.items[0].locked = 'perhaps'; },
  }],
  setting: ['basic', {
    none: () => {}, unknown: (s) => { s.settings[0].colour = 'red'; }, idless: (s) => { delete s.settings[0].id; }, kind: (s) => { s.settings[0].kind = 'wish'; },
    letters: (s) => { s.settings[0] = { id: 'x', text: 'screen.language', kind: 'text', letters: 'runes' }; }, locked: (s) => { s.settings[0].locked = 'perhaps'; }, listless: (s) => { delete s.settings; },
  }],
  dialog: ['power-off', {
    none: () => {}, unknown: (d) => { d.colour = 'red'; }, sign: (d) => { d.sign = 'skull'; }, idless: (d) => { delete d.choices[0].id; }, nameless: (d) => { delete d.dialog; }, primary: (d) => { d.choices[0].primary = 'perhaps'; }, heap: (d) => { d.choices = 'yes'; },
  }],
  help: ['10-copy', {
    none: () => {}, unknown: (h) => { h.colour = 'red'; }, nameless: (h) => { delete h.topic; }, untitled: (h) => { delete h.title; }, stepless: (h) => { delete h.steps; }, heap: (h) => { h.steps = 'many'; },
  }],
  wallpaper: ['hills', {
    none: () => {}, unknown: (w) => { w.sky = 'red'; }, nameless: (w) => { delete w.wallpaper; }, colour: (w) => { w.shapes[0].colour = 'mauve'; }, shapeless: (w) => { delete w.shapes[0].circle; delete w.shapes[0].band; },
    far: (w) => { w.shapes[0] = { circle: [1000, 0, 5], colour: 'accent' }; }, short: (w) => { w.shapes[0] = { band: [1, 2], colour: 'accent' }; }, clear: (w) => { w.shapes[0].alpha = 0; },
  }],
  info: ['network-status', {
    none: () => {}, groupless: (i) => { delete i.groups; }, rowless: (i) => { delete i.groups[0].rows; }, idless: (i) => { delete i.groups[0].rows[0].id; },
    mute: (i) => { delete i.groups[0].rows[0].label; }, extra: (i) => { i.groups[0].rows[0].colour = 'red'; }, when: (i) => { i.groups[0].rows[0].when = 'always'; },
    words: (i) => { i.groups[0].rows[0].words = 'yes'; },
  }],
};

/** Files that the program refuses, by their path under the folder. */
async function refused(overlay) {
  const { text } = await run(program, ['--assets', overlay, 'lint', '--files', '--format', 'json']);
  const { findings } = JSON.parse(text.slice(text.indexOf('{"findings"')));
  return new Set(findings.filter(({ rule, file }) => rule === 'broken-file' && file).map(({ file }) => path.basename(file, '.yaml')));
}

for (const [kind, [id, changes]] of Object.entries(edits)) {
  // What stands alone is tried all at once; menus and information screens are read as one, to the first fault.
  const alone = !['menu', 'info', 'setting', 'dialog', 'help', 'wallpaper'].includes(kind);
  test(`the program refuses what the schema of a ${kind} refuses, and takes what it takes`, async () => {
    const tried = Object.entries(changes).map(([name, change]) => {
      const file = read(kind, id);
      change(file);
      return { name, file, good: validate[kind](file) };
    });
    assert.ok(tried.some(({ good }) => !good) && tried.find(({ name }) => name === 'none').good);
    const write = (overlay, name, file) => {
      mkdirSync(path.join(overlay, folders[kind]), { recursive: true });
      if (alone && kind === 'model') file.id = name;
      writeFileSync(path.join(overlay, folders[kind], `${name}.yaml`), stringify(file));
    };
    const together = path.join(folder, kind);
    if (alone) for (const { name, file } of tried) write(together, name, file);
    const bad = alone ? await refused(together) : null;
    for (const { name, file, good } of tried) {
      const overlay = path.join(folder, kind, name);
      if (!alone) write(overlay, id, file);
      const is_refused = alone ? bad.has(name) : (await refused(overlay)).has(id);
      assert.equal(is_refused, !good, `${kind} '${name}': the schema says ${good}, the program ${!is_refused}`);
    }
  });
}
