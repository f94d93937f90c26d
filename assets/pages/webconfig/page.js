// A choice that takes effect at once, as the machine's language menu does.
for (const choice of document.querySelectorAll("[data-submit]")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}

// Fields that only one value of another asks for ("INPUTR_IP=MANUAL"); without this script all of them show.
const conditional = [...document.querySelectorAll("[data-when]")];
function showWhatApplies() {
  for (const field of conditional) {
    const [name, value] = field.dataset.when.split("=");
    const chosen = field.closest("form").elements[name];
    field.hidden = chosen ? chosen.value !== value : false;
  }
}
if (conditional.length) {
  document.addEventListener("change", showWhatApplies);
  showWhatApplies();
}

// A form is sent once, however often the button is pressed; what comes back has a new one.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  if (form.method === "post" && !form.hasAttribute("data-again")) form.dataset.sent = "1";
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
