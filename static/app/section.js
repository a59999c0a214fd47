// 分节填报页: brings saving, grids, panel, preview and dialogs together.

import { Autosave } from "./autosave.js";
import { Bound } from "./bound.js";
import { watchCounters } from "./counter.js";
import { choose, signIn } from "./dialogs.js";
import { setValue, values } from "./facts.js";
import { Grid } from "./grid.js";
import { pageUser } from "./http.js";
import { Outbox } from "./outbox.js";
import { Preview } from "./preview.js";
import { markFields, setIcon, showFindings, showMarks, showNotes, showScores, showSections, showSums } from "./score.js";

const ICONS = { idle: "info", waiting: "some", saving: "clock", saved: "done", unsaved: "warn", conflict: "warn" };

const form = document.getElementById("section-form");
const state = document.getElementById("savestate");
const bar = document.getElementById("recovery");
const outbox = new Outbox(pageUser(), form.dataset.filing, form.dataset.section);
const grids = new Map();
const preview = new Preview();
const bound = new Bound(form);

function said(name, text) {
  state.dataset.state = name;
  setIcon(state, ICONS[name]);
  const words = state.querySelector("[data-said]");
  if (words.textContent !== text) words.textContent = text;
}

function told(text, ...buttons) {
  bar.textContent = text;
  bar.append(...buttons);
  bar.hidden = false;
}

function button(words, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn-plain btn-sm";
  made.textContent = words;
  made.addEventListener("click", () => { bar.hidden = true; action(); });
  return made;
}

const saver = new Autosave(form, outbox, {
  said,
  told,
  login: () => signIn(form.dataset.login),
  conflict: choose,
  rows(table, gone, added) {
    const grid = grids.get(table);
    if (!grid) return;
    gone.forEach((uid) => grid.drop(uid));
    if (added.length) told(`同事新增了 ${added.length} 行，`, button("刷新查看", () => window.location.reload()));
  },
  saved(data) {
    showScores(data.scores);
    showFindings(data.findings);
    showNotes(data.notes);
    showMarks(data.marks);
    showSections(data.sections);
    showSums(data.sums);
    bound.update(data.facts, data.facts_mark);
    preview.refresh();
  },
});

document.querySelectorAll("table[data-grid]").forEach((table) => grids.set(table.dataset.grid, new Grid(table)));
form.addEventListener("grid:pasted", () => { saver.paste = true; });
watchCounters(form, (text) => bound.expand(text));
said("idle", "填写后自动保存");

async function leaveFor(href) {
  if (await saver.now()) {
    saver.leaving = true;
    window.location.assign(href);
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => {
  const pressed = event.target.closest("button[name=op]");
  if (!pressed || pressed.dataset.op) return;
  event.preventDefault();
  if (pressed.dataset.href) leaveFor(pressed.dataset.href);
  else saver.now().then((done) => { if (done && state.dataset.state === "idle") said("saved", "没有改动，无须保存"); });
});
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    saver.now();
  }
});
document.querySelectorAll(".tabs a").forEach((tab) => tab.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !saver.dirty) return;
  event.preventDefault();
  leaveFor(tab.href);
}));

// 一键修改: what is typed goes to the server first; the fix is made on the version that then stands.
document.addEventListener("submit", async (event) => {
  const fix = event.target;
  if (!("fix" in fix.dataset)) return;
  event.preventDefault();
  if (!(await saver.now())) return;
  fix.elements.version.value = saver.version;
  if (!fix.isConnected) { // the findings were drawn anew by the save
    fix.hidden = true;
    document.body.append(fix);
  }
  saver.leaving = true;
  fix.submit();
});

// Signing out forgets what this browser kept, but only after it has reached the server.
document.getElementById("logout").addEventListener("submit", async (event) => {
  event.preventDefault();
  const out = event.target;
  if (!(await saver.now())) return;
  Outbox.sweep(pageUser());
  saver.leaving = true;
  out.submit();
});

function recover() {
  const kept = outbox.load();
  if (!kept) return;
  const now = values(form);
  const differing = Object.keys(kept.fields).filter((path) => kept.fields[path] !== (now[path] || ""));
  if (!differing.length) { outbox.forget(); return; }
  const when = new Date(kept.at).toLocaleString("zh-CN", { hour12: false });
  told(`${when} 有 ${differing.length} 处文字没有来得及保存。`, button("恢复并保存", () => {
    for (const [table, uids] of Object.entries(kept.rows || {})) if (grids.has(table)) grids.get(table).restore(uids);
    // With the version it was typed on, so that the server can tell what others changed since.
    saver.version = kept.version;
    differing.forEach((path) => setValue(form, path, kept.fields[path]));
    saver.touched();
    outbox.forget(); // by now the page itself has put it into its own outbox
  }), button("放弃", () => outbox.forget()));
}
recover();
markFields();

function follow() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!target || !form.contains(target)) return;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}
window.addEventListener("hashchange", follow);
follow();
document.documentElement.dataset.ready = "1";
