// Finds on a page what a person would call so: a button, link or field by the words on it or beside it. Flows' browser
// steps hand this function to the page. `kind`: "press", "field", "box" or "words".
(label, kind) => {
  const tidy = (words) => (words ?? '').replace(/\s+/g, ' ').trim();
  const shows = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
  };
  // A box or radio may be drawn by its label alone.
  const canBeUsed = (element) => shows(element) || [...(element.labels ?? [])].some(shows);
  const fields = 'input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea, output';
  const presses = 'button, a[href], input[type=submit], input[type=button], input[type=image], summary, [role=button], [role=link], [role=tab]';
  const boxes = 'input[type=checkbox], input[type=radio]';
  const candidates = () => {
    if (kind === 'field') return [...document.querySelectorAll(fields)];
    if (kind === 'box') return [...document.querySelectorAll(boxes)];
    return [...document.querySelectorAll(`${presses}, ${boxes}, ${fields}, label`)];
  };
  const rowWords = (element) => {
    const row = element.closest('tr, dl, .row, .field');
    const head = row?.querySelector('th, dt, .label, legend') ?? row?.firstElementChild;
    return head && !head.contains(element) ? tidy(head.textContent) : '';
  };
  const words = (element) => [
    ...[...(element.labels ?? [])].map((one) => tidy(one.textContent)),
    tidy(element.getAttribute('aria-label')),
    ...(element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean).map((id) => tidy(document.getElementById(id)?.textContent)),
    element.matches(presses) || element.matches('label') ? tidy(element.textContent) || tidy(element.value) || tidy(element.querySelector?.('img')?.alt) : '',
    tidy(element.getAttribute('placeholder')),
    tidy(element.getAttribute('title')),
    element.name ?? '',
    element.id ?? '',
    element.matches(fields) ? rowWords(element) : '',
  ].filter((one) => typeof one === 'string' && one);
  const place = (element) => {
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const drawn = shows(element) ? element : [...element.labels].find(shows);
    const box = drawn.getBoundingClientRect();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    // A click would come to something else: a page that still moves, or that is behind a dialog.
    if (kind !== 'words' && !(top && (drawn.contains(top) || top.contains(drawn)))) return { missing: true, near: [], covered: true };
    globalThis.panelTwinFound = element;
    return { x, y, tag: element.tagName, type: element.type ?? '', checked: element.checked === true,
      disabled: element.disabled === true, words: tidy(element.value !== undefined && element.tagName !== 'BUTTON' ? element.value : element.textContent),
      address: element.href ?? '', options: [...(element.options ?? [])].map((one) => tidy(one.textContent)) };
  };
  if (document.readyState !== 'complete') return { missing: true, near: [], loading: true };
  if (/^[#.[]/.test(label)) {
    const found = [...document.querySelectorAll(label)].find((one) => kind === 'words' || canBeUsed(one));
    return found ? place(found) : { missing: true, near: [] };
  }
  const usable = candidates().filter(canBeUsed);
  const wanted = tidy(label);
  const found = usable.find((one) => words(one).includes(wanted))
    ?? usable.find((one) => words(one).some((text) => text.toLowerCase() === wanted.toLowerCase()))
    ?? usable.find((one) => words(one).some((text) => text.includes(wanted)));
  return found ? place(found) : { missing: true, near: [...new Set(usable.flatMap(words))].filter((text) => text.length < 80) };
}
