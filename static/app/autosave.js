// 自动保存: 0.8 s after the last key, within 2 s of the first; never while an input method is composing; retries for ever.

import { mark, rowsOf, setValue, values, words } from "./facts.js";
import { send } from "./http.js";

const QUIET = 800;
const LONGEST = 1800;
const BACK_OFF = [1000, 2000, 4000, 8000, 15000, 30000];
const SLOW = 60000;

export class Autosave {
  constructor(form, outbox, hooks) {
    this.form = form;
    this.outbox = outbox;
    this.hooks = hooks; // said(state, text), saved(data), login(), conflict(clashes), rows(data)
    this.acknowledged = values(form);
    this.acknowledgedRows = JSON.stringify(rowsOf(form));
    this.composing = false;
    this.sending = null;
    this.tries = 0;
    this.stopped = false;
    this.paste = false;
    form.addEventListener("compositionstart", () => { this.composing = true; });
    form.addEventListener("compositionend", () => { this.composing = false; this.touched(); });
    form.addEventListener("input", () => this.touched());
    form.addEventListener("change", () => this.touched());
    window.addEventListener("online", () => { if (this.dirty) this.now(); });
    window.addEventListener("pagehide", () => this.keep());
    window.addEventListener("beforeunload", (event) => {
      if (!this.dirty || this.leaving) return;
      event.preventDefault();
      event.returnValue = "";
    });
  }

  get version() { return this.form.elements.base_version.value; }

  set version(value) { this.form.elements.base_version.value = value; }

  get dirty() { return this.changed().length > 0 || JSON.stringify(rowsOf(this.form)) !== this.acknowledgedRows; }

  changed() {
    const now = values(this.form);
    return Object.keys(now).filter((path) => now[path] !== (this.acknowledged[path] || ""));
  }

  keep() {
    if (!this.dirty) return;
    const now = values(this.form);
    const fields = {};
    for (const path of this.changed()) fields[path] = now[path];
    this.outbox.save(this.version, fields, rowsOf(this.form));
  }

  touched() {
    if (!this.dirty) return;
    this.keep();
    if (this.stopped) return;
    this.first = this.first || Date.now();
    const wait = Math.max(0, Math.min(QUIET, this.first + LONGEST - Date.now()));
    this.schedule(wait);
    if (!this.sending && !this.tries) this.hooks.said("waiting", "正在填写…");
  }

  schedule(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  // Save at once; resolves to true when everything on the page is acknowledged.
  async now() {
    clearTimeout(this.timer);
    if (this.sending) await this.sending;
    if (this.dirty) await this.save();
    return !this.dirty;
  }

  async save() {
    if (this.composing || this.stopped || !this.dirty) return;
    if (this.sending) { this.schedule(QUIET); return; }
    this.sending = this.post();
    try {
      await this.sending;
    } finally {
      this.sending = null;
    }
    // What was typed while the answer was on its way goes out next.
    if (this.dirty && !this.stopped && !this.waiting && this.tries === 0) this.touched();
  }

  async post() {
    this.hooks.said("saving", "正在保存");
    this.first = 0;
    const sent = values(this.form);
    const rows = rowsOf(this.form);
    const body = new URLSearchParams(new FormData(this.form));
    body.delete("csrfmiddlewaretoken"); // the header carries the newest one; a stale field would win over it
    if (this.paste) body.set("origin", "paste");
    const { status, data } = await send(this.form.action, body);
    if (status === 200) this.accept(data, sent, rows);
    else if (status === 401) await this.signIn();
    else if (status === 409 && data.error === "conflict") await this.settle(data);
    else if (data.error === "too-long") this.later(data.message, SLOW); // a shorter text goes out as soon as it is typed
    else if (data.error === "no-version" && this.version !== "0") this.knowNothing();
    else if (status === 409) this.halt(data.message);
    else if (status === 403 && !this.refreshed) await this.refresh();
    else if (status === 403 || status === 404) this.later("未保存（服务器拒绝：可能已换人登录或没有权限；内容仍在本页）", SLOW);
    else this.later(status === 0 ? "未保存（网络中断，将自动重试）" : "未保存（服务器忙，将自动重试）");
  }

  accept(data, sent, rows) {
    this.tries = 0;
    this.refreshed = false;
    this.paste = false;
    this.version = data.version;
    Object.assign(this.acknowledged, sent);
    this.acknowledgedRows = JSON.stringify(rows);
    const clashes = this.take(data.values, sent);
    this.stored(data.rows, rows);
    this.hooks.saved(data);
    if (clashes.length) this.settleHere(clashes);
    if (!this.dirty) { this.outbox.clear(); this.hooks.said("saved", `已保存 ${data.saved_at}`); }
  }

  // Texts changed by others: shown where this page was untouched; where it was not, they come back as clashes.
  take(theirs, sent) {
    const now = values(this.form);
    const clashes = [];
    const taken = [];
    for (const [path, text] of Object.entries(theirs || {})) {
      if (!(path in now)) continue;
      this.acknowledged[path] = text;
      if (now[path] === sent[path]) { setValue(this.form, path, text); taken.push(path); }
      else if (now[path] !== text) clashes.push({ path, theirs: text, mine: now[path], who: "同事", label: "" });
    }
    if (taken.length) { mark(this.form, taken); this.hooks.told(`同事刚更新了 ${taken.length} 处，已显示在页面上。`); }
    return clashes;
  }

  // Which rows the server now has: only those this page knew may later be removed by it.
  stored(server, rows) {
    for (const [table, stored] of Object.entries(server || {})) {
      const input = this.form.elements[`rows_before.${table}`];
      if (!input) continue;
      const before = words(input.value);
      const own = rows[table] || [];
      input.value = own.filter((uid) => stored.includes(uid)).join(" ");
      const gone = before.filter((uid) => own.includes(uid) && !stored.includes(uid));
      const added = stored.filter((uid) => !own.includes(uid));
      this.hooks.rows(table, gone, added);
    }
  }

  // Refused for want of a true version (a restored database, a page put together again): 0 claims to know nothing that
  // was ever saved, so whatever stands there in other words comes back as a conflict.
  knowNothing() {
    this.version = "0";
    this.schedule(0);
  }

  // A stale or lost CSRF cookie looks like a refusal: either page brings a new one, signed in or not.
  async refresh() {
    this.refreshed = true;
    await send(this.form.dataset.login.replace("again/", ""));
    await send(this.form.action);
    this.schedule(0);
  }

  async signIn() {
    this.waiting = true;
    this.hooks.said("unsaved", "未保存（登录已过期，请重新登录）");
    await this.hooks.login();
    this.waiting = false;
    this.schedule(0);
  }

  async settle(data) {
    this.waiting = true;
    this.hooks.said("conflict", "未保存（同一处被两人修改，请选择）");
    const sent = values(this.form);
    const choices = await this.hooks.conflict(data.clashes);
    this.take(data.values, sent);
    this.version = data.version;
    for (const [table, stored] of Object.entries(data.rows || {})) {
      const input = this.form.elements[`rows_before.${table}`];
      if (input) input.value = words(input.value).filter((uid) => stored.includes(uid)).join(" ");
    }
    for (const clash of data.clashes) {
      this.acknowledged[clash.path] = clash.theirs;
      if (choices[clash.path] === "theirs") setValue(this.form, clash.path, clash.theirs);
    }
    this.waiting = false;
    if (this.dirty) this.schedule(0);
    else { this.outbox.clear(); this.hooks.said("saved", "已采用对方的文字"); }
  }

  async settleHere(clashes) {
    const choices = await this.hooks.conflict(clashes);
    for (const clash of clashes) if (choices[clash.path] === "theirs") setValue(this.form, clash.path, clash.theirs);
    this.touched();
  }

  halt(message) {
    this.stopped = true;
    this.keep();
    this.hooks.said("unsaved", message || "未保存");
  }

  later(text, wait) {
    this.keep();
    this.hooks.said("unsaved", text);
    const pause = wait || BACK_OFF[Math.min(this.tries, BACK_OFF.length - 1)];
    this.tries += 1;
    this.schedule(pause);
  }
}
