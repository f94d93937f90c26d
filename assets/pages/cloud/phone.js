// Looks for new requests by itself. What was typed, and what was told of the last answer, stays while the requests are the same;
// a page that loaded itself anew took both away under the hand. The page works without it, too.
const every = 3000;
const address = new URL(location.href);
address.searchParams.delete("told");

function renew(page) {
  for (const id of ["requests", "accounts"]) {
    const [shown, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (!shown || !fresh || shown.innerHTML === fresh.innerHTML) continue;
    shown.replaceWith(fresh);
    if (id === "accounts") continue;
    document.getElementById("told")?.remove();
    if (document.activeElement === document.body) fresh.querySelector("[name=number]")?.focus();
  }
}

async function look() {
  try {
    const answer = document.hidden ? null : await fetch(address, { cache: "no-store" });
    if (answer?.ok) renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // The cloud is off for a moment; the next look tells.
  }
  setTimeout(look, every);
}

setTimeout(look, every);
