// The operator's side: the control port, as a script would use it.
import assert from 'node:assert/strict';

export class Operator {
  /** @param ready  of a machine, or of a WebDriver session ("paneltwin:ready") */
  constructor(ready) { this.base = ready.control; }

  async request(method, path, body) {
    const response = await fetch(`${this.base}/paneltwin/${path}`, {
      method, body: body === undefined ? undefined : JSON.stringify(body), headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${bytes.toString('utf8')}`);
    return (response.headers.get('content-type') ?? '').startsWith('application/json') ? JSON.parse(bytes.toString('utf8')) : bytes;
  }
  get(path) { return this.request('GET', path); }
  post(path, body = {}) { return this.request('POST', path, body); }

  tap(...ons) { return ons.reduce((before, on) => before.then(() => this.post('tap', { on })), Promise.resolve()); }
  type(text) { return this.post('type', { text }); }
  key(key) { return this.post('key', { key }); }
  clock(step) { return this.post('clock', step); }
  faults(faults) { return this.post('faults', faults); }
  snapshot() { return this.get('snapshot'); }
  jobs() { return this.get('jobs'); }
  mails() { return this.get('mails'); }
  tree() { return this.get('tree'); }

  /** Every text and value on the glass, in order. */
  async words() {
    const words = [];
    const walk = (node) => { words.push(node.text, node.value); (node.children ?? []).forEach(walk); };
    walk(await this.tree());
    return words.filter(Boolean);
  }

  /** Whether a node with that id is on the glass. */
  async shows(id) {
    const within = (node) => node.id === id || (node.children ?? []).some(within);
    return within(await this.tree());
  }

  /** Waits until `good(await look())`: looks again after each change of the machine's state, for `seconds` real ones at most. */
  async until(look, good, what, seconds = 120) {
    const giveUp = Date.now() + seconds * 1000;
    for (;;) {
      const { revision } = await this.snapshot();
      const seen = await look();
      if (good(seen)) return seen;
      assert.ok(Date.now() < giveUp, `${what}: not within ${seconds} s; last seen ${JSON.stringify(seen)}`);
      await this.get(`snapshot?after=${revision}`);  // answers at the next change, or after a while without one
    }
  }

  /** Scan > Email to one address, as fingers do it. */
  async scanTo(address) {
    await this.key('Home');
    await this.tap('scan', 'scan-email', 'recipient');
    await this.type(address);
    await this.key('Enter');
    await this.tap('send');
  }

  async untilOnGlass(text, seconds) {
    return this.until(() => this.words(), (words) => words.some((word) => word.includes(text)), `"${text}" on the glass`, seconds);
  }

  /** All jobs, once the last of them has ended: a mail lies in its mailbox a moment before its sender hears of it. */
  untilNothingIsUnderWay() {
    return this.until(() => this.jobs(), (list) => list.every((job) => job.phase === 'ended'), 'the end of all jobs');
  }

  async untilJobEnded(receipt, seconds) {
    const jobs = await this.until(() => this.jobs(), (list) => list.some((job) => job.receipt === receipt && job.phase === 'ended'), `end of job ${receipt}`, seconds);
    return jobs.find((job) => job.receipt === receipt);
  }
}
