// An update of the firmware: what it asks and gets is real time, the rest goes by the machine's clock.

/** The machine's own state, once it is so; the clock goes on a second at each look, and waits while the machine talks to the maker. */
export async function whileTimePasses(operator, good, what) {
  for (let seconds = 0; seconds < 240;) {
    const state = await operator.snapshot();
    if (good(state)) return state;
    if (['checking', 'downloading'].includes(state.firmware.phase)) {
      await operator.get(`snapshot?after=${state.revision}`);
    } else {
      ++seconds;
      await operator.clock({ advance: '1s' });
    }
  }
  throw new Error(`${what}: not within four minutes of the machine's clock`);
}

export const isUpdated = (state) => state.power === 'on' && state.firmware.phase === 'idle';
