// 活数据的记号: the same grammar as values/tokens.py and the same readings as factbook/bound.py. Pure.

const LONGEST = 60;
const OPEN = "(?:\\{\\{|｛｛)";
const CLOSE = "(?:\\}\\}|｝｝)";
const SPACE = "[ \\t\\u3000]{0,8}";
const NAMED = "[^{}｛｝#＃\\\\\\s]";
const PATTERN = `(\\\\)?${OPEN}${SPACE}(${NAMED}(?:${NAMED}|[ \\t\\u3000]){0,${LONGEST - 1}}?)${SPACE}`
  + `(?:[#＃]([abcdefghijkmnpqrstuvwxyz2-9]{5}))?${SPACE}${CLOSE}`;
const UNFIT = /[{}｛｝#＃\\\s]+/g;

export function fit(label) {
  return Array.from(label.replace(UNFIT, "")).slice(0, LONGEST).join("");
}

export function hasTokens(text) {
  return text.includes("{{") || text.includes("｛｛");
}

// Plain strings and tokens {name, code, text, at} in order.
export function pieces(text) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(new RegExp(PATTERN, "gu"))) {
    if (match.index > at) found.push(text.slice(at, match.index));
    if (match[1]) found.push(match[0].slice(1));
    else found.push({ name: match[2], code: match[3] || "", text: match[0], at: match.index });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push(text.slice(at));
  return found;
}

export function tokensIn(text) {
  return hasTokens(text) ? pieces(text).filter((piece) => typeof piece !== "string") : [];
}

function grouped(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) || []), row]);
  return groups;
}

export class Facts {
  constructor(rows) { this.take(rows); }

  take(rows) {
    this.rows = rows;
    this.byCode = grouped(rows, (row) => row.code);
    this.byName = grouped(rows, (row) => fit(row.label));
  }

  // {text, problem, fact}: by the code, else by the name.
  read(token) {
    const name = fit(token.name);
    let found = (token.code && this.byCode.get(token.code)) || [];
    if (found.length !== 1) {
      const same = found.filter((row) => fit(row.label) === name);
      found = same.length ? same : this.byName.get(name) || [];
    }
    if (!found.length) return { text: `〔活数据失效：${name}〕`, problem: "unknown" };
    if (found.length > 1) return { text: `〔活数据不止一处：${name}〕`, problem: "several" };
    const fact = found[0];
    if (!fact.value) return { text: `〔未填：${fact.label}〕`, problem: "blank", fact };
    return { text: fact.value, problem: "", fact };
  }

  segments(text) {
    return pieces(text).map((piece) => (typeof piece === "string" ? piece : this.read(piece)));
  }

  expand(text) {
    if (!hasTokens(text)) return text;
    return this.segments(text).map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
  }
}
