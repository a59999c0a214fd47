// 未确认的文字: kept in this browser until the server has acknowledged it, at most a day, per user, filing and section.
// What an earlier visit left waits under a key of its own until somebody decides: new typing must not overwrite it.

const PREFIX = "selfeval:outbox:";
const DAY = 24 * 60 * 60 * 1000;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) || "null");
  } catch (problem) {
    return null;
  }
}

function write(key, kept) {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch (problem) {
    // A full or forbidden store must not stop the saving to the server.
  }
}

export class Outbox {
  constructor(user, filing, section) {
    this.key = `${PREFIX}${user}:${filing}:${section}`;
    this.earlier = `${this.key}:earlier`;
    this.tab = String(Math.random());
    Outbox.sweep();
  }

  // Forget what is older than a day, whoever wrote it; with a user, everything of this user.
  static sweep(user) {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const kept = read(key);
      const mine = user && key.startsWith(`${PREFIX}${user}:`);
      if (mine || !kept || Date.now() - kept.at > DAY) localStorage.removeItem(key);
    }
  }

  // What earlier visits left, put aside until `forget`.
  load() {
    const [older, fresh] = [read(this.earlier), read(this.key)];
    if (!fresh) return older;
    const fields = { ...(older ? older.fields : {}), ...fresh.fields };
    const kept = { ...fresh, fields, version: older ? older.version : fresh.version };
    write(this.earlier, kept);
    localStorage.removeItem(this.key);
    return kept;
  }

  forget() {
    localStorage.removeItem(this.earlier);
  }

  save(version, fields, rows) {
    write(this.key, { at: Date.now(), tab: this.tab, version, fields, rows });
  }

  // Only what this page wrote: another page of the same section may still be waiting for its answer.
  clear() {
    const kept = read(this.key);
    if (kept && kept.tab === this.tab) localStorage.removeItem(this.key);
  }
}
