// 绑定提示: which facts a typed number may stand for. Pure; soft by design: round and short numbers are never taken up.

const NUMBER = /[0-9０-９]+(?:,[0-9]{3})*(?:[.．][0-9０-９]+)?/g;
const NOT_BEFORE = /[A-Za-z0-9０-９.．,〔[《第]$/;
const NOT_AFTER = /^\s*(?:年|月|日|号|〕|\]|条|款)/;
const UNITS = /^\s*(?:[%％‰万亿元人次户个件家天]|个百分点)/;
const NEAR = 8;
const MOST = 3;

export function figure(text) {
  const plain = text.replace(/[０-９．]/g, (char) => (char === "．" ? "." : String(char.charCodeAt(0) - 0xff10))).replace(/,/g, "");
  const short = plain.includes(".") ? plain.replace(/0+$/, "").replace(/\.$/, "") : plain;
  return short.replace(/^0+(?=\d)/, "");
}

function worth(number) {
  return number.includes(".") || (number.length > 2 && !number.endsWith("00"));
}

// The number the caret stands in or has just left.
export function numberAt(text, caret) {
  let last = null;
  for (const match of text.matchAll(NUMBER)) {
    if (match.index >= caret) break;
    last = { at: match.index, end: match.index + match[0].length, text: match[0], number: figure(match[0]) };
  }
  if (!last || caret > last.end + NEAR || /\n/.test(text.slice(last.end, Math.max(caret, last.end)))) return null;
  if (NOT_BEFORE.test(text.slice(0, last.at)) || NOT_AFTER.test(text.slice(last.end))) return null;
  return last;
}

function fits(fact, after) {
  if (!fact.unit) return !/^\s*[%％‰万亿]/.test(after);
  if (after.replace(/^\s*％/, "%").startsWith(fact.unit)) return true;
  return !fact.value.endsWith(fact.unit) && !UNITS.test(after);
}

function shared(label, before) {
  let count = 0;
  for (let i = 0; i + 1 < label.length; i += 1) if (before.includes(label.slice(i, i + 2))) count += 1;
  return count;
}

// How far the token reaches: over the unit too where the fact's own text carries it (93.22%).
function reach(fact, end, after) {
  if (!fact.unit || !fact.value.replace(/％/g, "%").endsWith(fact.unit)) return end;
  return end + after.match(/^\s*/)[0].length + fact.unit.length;
}

// {at, text, number, facts: [{fact, end}]}: what tokens would replace, facts named nearby first; null for none.
export function offerFor(text, caret, rows) {
  const found = numberAt(text, caret);
  if (!found || !worth(found.number)) return null;
  const after = text.slice(found.end);
  const before = text.slice(Math.max(0, found.at - 24), found.at);
  const same = rows.filter((fact) => fact.number && fact.number === found.number && fits(fact, after));
  if (!same.length) return null;
  same.sort((one, other) => shared(other.label, before) - shared(one.label, before));
  const facts = same.slice(0, MOST).map((fact) => ({ fact, end: reach(fact, found.end, after) }));
  return { at: found.at, text: found.text, number: found.number, facts };
}
