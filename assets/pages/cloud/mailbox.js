// Times in the reader's own zone, and new mail without loading anew. The pages work without it, too.
const forms = {
  short: { dateStyle: "medium", timeStyle: "short" },
  long: { dateStyle: "full", timeStyle: "medium" },
};
const every = 3000;

function showTimes(within) {
  for (const time of within.querySelectorAll("time[data-form]")) {
    const form = new Intl.DateTimeFormat(document.documentElement.lang, forms[time.dataset.form]);
    time.textContent = form.format(new Date(time.dateTime));
  }
}

/** Puts the list and the count of unread mails as they are now in the place of those that show. */
async function renew() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focused = document.activeElement?.getAttribute("href");
  for (const id of ["mails", "unread"]) {
    const [shown, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (shown && fresh) shown.replaceWith(fresh);
  }
  showTimes(document);
  if (focused && document.activeElement === document.body) {
    document.querySelector(`#mails a[href="${CSS.escape(focused)}"]`)?.focus();
  }
}

let newest;
async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch("/mailbox/newest");
    if (answer.status === 401) return location.reload();
    const seen = (await answer.json()).newest;
    if (newest !== undefined && seen !== newest) await renew();
    newest = seen;
  } catch {
    // The cloud is off for a moment; the next look tells.
  }
}

showTimes(document);
if (document.getElementById("mails")) {
  look();
  setInterval(look, every);
  document.addEventListener("visibilitychange", look);
}
