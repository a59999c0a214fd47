// 活数据: facts quoted in prose. The text area keeps the token; this draws it as a chip, shows what is printed, and offers to bind.

import { offerFor } from "./offers.js";
import { Picker } from "./picker.js";
import { Facts, hasTokens, pieces, tokensIn } from "./tokens.js";

const QUIET = 600;
const OPENERS = /(?<!\\)(?:\{\{|｛｛)$/;

function make(tag, text, name) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (name) element.className = name;
  return element;
}

// Through the browser's own editing, so that Ctrl+Z takes it back.
function put(area, from, to, text) {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand(text ? "insertText" : "delete", false, text)) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function unitOf(fact, after) {
  if (!fact.unit || fact.value.endsWith(fact.unit) || after.startsWith(fact.unit)) return "";
  return fact.unit;
}

export class Bound {
  constructor(form) {
    this.form = form;
    this.facts = new Facts(JSON.parse(document.getElementById("facts").textContent));
    this.mark = form.elements.facts_mark;
    this.picker = new Picker(document.getElementById("picker"));
    this.refused = new Set(); // numbers the writer does not want bound; each is asked about once
    this.composing = false;
    form.addEventListener("compositionstart", () => { this.composing = true; });
    form.addEventListener("compositionend", (event) => { this.composing = false; this.typed(event); });
    form.addEventListener("input", (event) => { if (!event.isComposing) this.typed(event); });
    form.addEventListener("fact:set", (event) => this.draw(event.target));
    form.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("click", (event) => this.clicked(event));
    form.addEventListener("scroll", (event) => this.scrolled(event.target), true);
    form.querySelectorAll("textarea[data-quotes]").forEach((area) => this.draw(area));
    form.classList.add("quoting"); // shows the buttons that need this script
  }

  expand(text) { return this.facts.expand(text); }

  update(rows, mark) {
    if (!rows) return;
    this.facts.take(rows);
    this.mark.value = mark;
    // As if set anew: chips, what is printed and the count of characters all follow.
    this.form.querySelectorAll("textarea[data-quotes]").forEach((area) => area.dispatchEvent(new Event("fact:set", { bubbles: true })));
  }

  part(area, name) { return document.getElementById(`${area.name}:${name}`); }

  // -- drawing

  draw(area) {
    if (!area.matches || !area.matches("textarea[data-quotes]")) return;
    const any = hasTokens(area.value);
    const box = this.part(area, "printed");
    if (!any && !area.nextElementSibling.firstChild) return; // a pasted block fills hundreds of areas that quote nothing
    box.hidden = !any || !tokensIn(area.value).length;
    box.textContent = "";
    if (!box.hidden) box.append(make("span", "印作", "printed-as"), ...this.facts.segments(area.value).map((each) => this.drawn(each)));
    this.ink(area, any);
  }

  drawn(segment) {
    if (typeof segment === "string") return document.createTextNode(segment);
    const chip = make("span", segment.text, segment.problem ? "chip chip-problem" : "chip");
    if (segment.fact) chip.title = segment.fact.label;
    return chip;
  }

  // The same text behind the text area's own, invisible but for a tint where tokens stand.
  ink(area, any) {
    const sheet = area.nextElementSibling;
    sheet.textContent = "";
    if (!any) return;
    for (const piece of pieces(area.value)) {
      if (typeof piece === "string") sheet.append(piece);
      else sheet.append(make("mark", piece.text, this.facts.read(piece).problem ? "ink-problem" : ""));
    }
    this.scrolled(area);
  }

  scrolled(area) {
    if (area.matches && area.matches("textarea[data-quotes]")) area.nextElementSibling.scrollTop = area.scrollTop;
  }

  // -- typing

  typed(event) {
    const area = event.target;
    if (!area.matches || !area.matches("textarea[data-quotes]")) return;
    this.draw(area);
    this.hideOffer(area);
    if (this.composing) return;
    const caret = area.selectionEnd;
    if (document.activeElement === area && event.inputType !== "historyUndo" && OPENERS.test(area.value.slice(0, caret))) {
      this.pick(area, caret - 2, caret);
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.offer(area), QUIET);
  }

  key(event) {
    const area = event.target;
    if (!area.matches("textarea[data-quotes]") || event.isComposing || event.keyCode === 229) return;
    if (event.altKey && !event.ctrlKey && event.key.toLowerCase() === "i") {
      event.preventDefault();
      this.pick(area, area.selectionStart, area.selectionEnd);
    } else if (["Backspace", "Delete"].includes(event.key) && area.selectionStart === area.selectionEnd) {
      const caret = area.selectionEnd;
      const edge = (token) => (event.key === "Backspace" ? token.at + token.text.length : token.at);
      const token = tokensIn(area.value).find((each) => edge(each) === caret);
      if (!token) return;
      event.preventDefault(); // a chip goes as a whole, never by half
      put(area, token.at, token.at + token.text.length, "");
    }
  }

  clicked(event) {
    const button = event.target.closest("button[data-quote]");
    if (!button) return;
    const area = this.form.elements[button.dataset.quote];
    this.pick(area, area.selectionStart, area.selectionEnd);
  }

  // -- inserting

  pick(area, from, to) {
    const selected = area.value.slice(from, to);
    const wanted = OPENERS.test(selected) || selected.length > 20 ? "" : selected.replace(/\s/g, "");
    const known = this.facts.rows.some((fact) => wanted && (fact.number === wanted || fact.value === wanted));
    this.picker.open(area, this.facts.rows, known ? wanted : "", {
      chosen: (fact) => put(area, from, to, fact.token + unitOf(fact, area.value.slice(to))),
      written: (text) => put(area, to, to, text),
      left(focus) {
        if (!focus) return;
        area.focus();
        area.setSelectionRange(to, to);
      },
    });
  }

  // -- offering

  offer(area) {
    if (this.composing || document.activeElement !== area) return;
    const inside = tokensIn(area.value).some((token) => area.selectionEnd > token.at && area.selectionEnd <= token.at + token.text.length);
    const found = inside ? null : offerFor(area.value, area.selectionEnd, this.facts.rows);
    if (!found || this.refused.has(`${area.name}|${found.number}`)) return;
    if (this.offered && this.offered !== area) this.hideOffer(this.offered);
    this.offered = area;
    const box = this.part(area, "offer");
    box.textContent = "";
    box.append(`“${found.text}”与表中数据相同，`);
    for (const { fact, end } of found.facts) {
      box.append(this.button(`绑定“${fact.label}”？`, () => {
        const now = area.value.slice(found.at, found.at + found.text.length);
        if (now === found.text) put(area, found.at, end, fact.token);
        this.hideOffer(area);
      }));
    }
    box.append(this.button("不绑定", () => {
      this.refused.add(`${area.name}|${found.number}`);
      this.hideOffer(area);
      area.focus();
    }));
    box.hidden = false;
    box.scrollIntoView({ block: "nearest" }); // the bar of buttons at the foot must not hide it
  }

  button(words, action) {
    const made = make("button", words, "offer-button");
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  hideOffer(area) {
    const box = this.part(area, "offer");
    box.hidden = true;
    box.textContent = "";
  }
}
