// The page with the code: copies it, and comes again as soon as the sign-in has gone a step further.
const form = document.querySelector("#sign-in");
const copy = document.querySelector("#copy");

if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector("#code").textContent);
    copy.textContent = copy.dataset.done;
  });
}

async function poll() {
  try {
    const answer = await fetch(new URL("POLL", form.action), { cache: "no-store" });
    // Another page in its place: the log-in is over.
    if (answer.redirected || (await answer.json()).phase !== form.dataset.phase) return location.reload();
  } catch {
    // The machine is off or out of reach for now; the next time may find it.
  }
  setTimeout(poll, 1000);
}

if (form.dataset.phase !== "failed") setTimeout(poll, 1000);
