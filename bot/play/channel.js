// What the channel's page lacks: links into Discord that lead to the message here, and first suggestions.

// Our own page knows the places, so it is asked; it answers with the message to show once it is on its way.
// A channel's name links to an address of this page's own.
const LINK = /^https?:\/\/(?:(?:(?:ptb|canary)\.)?discord(?:app)?\.com|127\.0\.0\.1:\d+|localhost:\d+)\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/;
// A writer's name leads to their profile, and nobody here has one.
const PROFILE = /^https:\/\/discord\.com\/users\/\d+$/;
let wanted = null;

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (PROFILE.test(link?.href ?? "")) event.preventDefault();
  const found = LINK.exec(link?.href ?? "");
  if (!found) return;
  event.preventDefault();
  parent.postMessage({ channel: found[1], message: found[2] ?? null }, "*");
}, true);

addEventListener("message", ({ source, data }) => {
  if (source !== parent || typeof data?.show !== "string") return;
  wanted = data.show;
  show();
});

function show() {
  const message = wanted && document.querySelector(`article[data-message-id="${CSS.escape(wanted)}"]`);
  if (!message) return;
  wanted = null;
  document.querySelectorAll(".linked").forEach((each) => each.classList.remove("linked"));
  message.classList.add("linked");
  message.scrollIntoView({ block: "start" });
}

new MutationObserver(show).observe(document.getElementById("channel-message-list"), { childList: true });

// Discord asks the bot as soon as somebody comes to an empty field; the page here waits for a letter.
let asked = null;

document.addEventListener("focusin", ({ target }) => {
  const key = target.matches(".command-option-input[role=combobox]") ? target.dataset.controlKey : null;
  if (key && key !== asked && target.value === "") target.dispatchEvent(new Event("input", { bubbles: true }));
  asked = key; // a field that is drawn anew gets the focus once more
});

// Simcord's page closes a form by itself alone: until its server hears of it, no select and no command offers anything.
const form = document.getElementById("modal-root");

function tellThatItIsClosed() {
  setTimeout(() => { if (form.hidden) document.getElementById("refresh").click(); });
}

form.addEventListener("click", ({ target }) => {
  if (target.closest(".modal-close, .modal-actions .button-secondary")) tellThatItIsClosed();
});
form.addEventListener("keydown", ({ key }) => { if (key === "Escape") tellThatItIsClosed(); });
