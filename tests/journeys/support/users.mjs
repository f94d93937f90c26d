// Users at the panel, as fingers and cards do it (models with Epson Print Admin Serverless; assets/scenarios/epa-*.yaml).

export const cards = { admin: '04AD3110', wei: '04A1B2C3', maria: '04D4E5F6' };

export const untilShown = (operator, id, seconds) => operator.until(() => operator.shows(id), Boolean, `${id} on the glass`, seconds);

export async function nodeOf(operator, id) {
  const within = (node) => (node.id === id ? node : (node.children ?? []).map(within).find(Boolean));
  return within(await operator.tree());
}

/** Lays the card of somebody who is not logged in; whoever was is logged out. */
export async function logInByCard(operator, card) {
  await operator.post('card', { id: null });
  await operator.post('card', { id: card });
  await untilShown(operator, 'user-name');
}

/** Types into the one field of the sign-in page, over what stands there. */
export async function fillSignIn(operator, text) {
  await operator.tap('sign-in-field');
  for (let left = [...(await nodeOf(operator, 'input')).value].length; left > 0; --left) await operator.key('Backspace');
  await operator.type(text);
  await operator.key('Enter');
}

/** Address, Next, password, Sign in; then whatever page comes. */
export async function typeAccount(operator, { user, password }) {
  await untilShown(operator, 'sign-in-field');
  await fillSignIn(operator, user);
  await operator.tap('sign-in-next');
  await untilShown(operator, 'sign-in-user');
  await fillSignIn(operator, password);
  await operator.tap('sign-in-next');
}

/** OK on the message of success; the scan settings are there. */
export async function finishSignIn(operator) {
  await untilShown(operator, 'sign-in-ok');
  await operator.tap('sign-in-ok');
  await untilShown(operator, 'send');
}
