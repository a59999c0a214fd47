// 表格填报: rows, pasting a block from Excel or WPS, moving with Enter, one step of undo.

import { offer, words } from "./facts.js";
import { parseTable } from "./tsv.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

export function newUid() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const alphabet = `${LETTERS}0123456789`;
  return Array.from(bytes, (byte, i) => (i ? alphabet[byte % 36] : LETTERS[byte % 26])).join("");
}

export class Grid {
  constructor(table) {
    this.table = table;
    this.box = table.closest(".grid-box");
    this.body = table.tBodies[0];
    this.rowsInput = this.box.querySelector("input[data-rows]");
    this.template = this.box.querySelector("template");
    this.undoButton = this.box.querySelector('[data-op="undo"]');
    this.saidBox = this.box.querySelector("[data-grid-said]");
    this.box.addEventListener("click", (event) => this.clicked(event));
    table.addEventListener("paste", (event) => this.pasted(event));
    table.addEventListener("keydown", (event) => this.key(event));
  }

  get rows() { return Array.from(this.body.rows); }

  // -- rows

  clicked(event) {
    const button = event.target.closest("button[data-op]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("tr[data-row]");
    if (button.dataset.op === "add") this.focus(this.add(), 0);
    else if (button.dataset.op === "undo") this.undo();
    else if (button.dataset.op === "remove") this.remove(row);
    else this.move(row, button.dataset.op);
  }

  add(uid = newUid()) {
    const row = this.append(uid);
    this.renumber();
    return row;
  }

  append(uid) {
    const holder = document.createElement("tbody");
    const pattern = this.template.dataset.pattern;
    holder.innerHTML = this.template.innerHTML.split(pattern).join(uid);
    return this.body.appendChild(holder.rows[0]);
  }

  remove(row) {
    const next = row.nextSibling;
    row.remove();
    this.offerUndo(() => this.body.insertBefore(row, next), `已删除第 ${row.querySelector(".row-number").textContent} 行`);
    this.renumber();
  }

  drop(uid) {
    const row = this.body.querySelector(`tr[data-row="${uid}"]`);
    if (row) { row.remove(); this.renumber(); }
  }

  move(row, way) {
    const other = way === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (way === "up") other.before(row);
    else other.after(row);
    this.renumber();
    row.querySelector(`[data-op="${way}"]`).focus();
  }

  renumber() {
    if (!this.rowsInput) return;
    this.rows.forEach((row, index) => {
      row.querySelector(".row-number").textContent = index + 1;
      row.querySelectorAll("[aria-label]").forEach((each) => {
        each.setAttribute("aria-label", each.getAttribute("aria-label").replace(/第\d+行/, `第${index + 1}行`));
      });
    });
    this.rowsInput.value = this.rows.map((row) => row.dataset.row).join(" ");
    this.rowsInput.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // -- cells

  cells(row) { return Array.from(row.cells).filter((cell) => !cell.classList.contains("row-tools") && cell.tagName === "TD"); }

  control(cell) { return cell ? cell.querySelector("[data-fact]") : null; }

  place(control) {
    const row = control.closest("tr");
    return { row: this.rows.indexOf(row), column: this.cells(row).indexOf(control.closest("td")) };
  }

  focus(row, column) {
    const control = row && this.control(this.cells(row)[column]);
    if (control) { control.focus(); if (control.select) control.select(); }
  }

  key(event) {
    const control = event.target.closest("[data-fact]");
    // keyCode 229: the key belongs to the input method, also where isComposing is already false.
    if (!control || event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    if (event.shiftKey || event.altKey || event.ctrlKey || control.tagName === "SELECT") return;
    event.preventDefault();
    const { row, column } = this.place(control);
    this.focus(this.rows[row + 1], column);
  }

  // -- pasting

  pasted(event) {
    const control = event.target.closest("[data-fact]");
    const data = event.clipboardData;
    if (!control || !data) return;
    const text = data.getData("text/plain");
    const block = parseTable(text).filter((row) => row.some((cell) => cell !== ""));
    const fromTable = data.getData("text/html").includes("<table");
    const wide = block.some((row) => row.length > 1);
    if (!block.length || (!wide && block.length === 1 && !text.startsWith('"'))) return;
    if (!wide && control.tagName === "TEXTAREA" && !fromTable) return; // paragraphs meant for this one cell
    event.preventDefault();
    this.fill(this.place(control), block);
  }

  fill(start, block) {
    const before = [];
    const added = [];
    const above = [];
    const rows = this.rows;
    block.forEach((texts, down) => {
      let row = rows[start.row + down];
      if (!row && this.template) { row = this.append(newUid()); added.push(row); }
      if (!row) return;
      texts.forEach((text, across) => {
        const cell = this.cells(row)[start.column + across];
        const control = this.control(cell);
        if (!control) return;
        // A merged cell of the sheet arrives once, with blanks below it.
        const merged = text === "" && down > 0 && /col-level[12]/.test(cell.className);
        const value = merged ? above[across] || "" : text;
        above[across] = value;
        if (control.value === value) return;
        before.push([control, control.value]);
        if (control.tagName === "SELECT") offer(control, value);
        control.value = value;
        control.classList.add("changed");
        control.dispatchEvent(new Event("fact:set", { bubbles: true }));
      });
    });
    this.table.dispatchEvent(new CustomEvent("grid:pasted", { bubbles: true }));
    this.offerUndo(() => {
      before.forEach(([control, value]) => { control.value = value; control.classList.remove("changed"); });
      added.forEach((row) => row.remove());
    }, `已粘贴 ${block.length} 行 ${Math.max(...block.map((row) => row.length))} 列`);
    this.renumber();
    this.announce();
  }

  announce() { this.table.querySelector("[data-fact]").dispatchEvent(new Event("input", { bubbles: true })); }

  offerUndo(back, said) {
    if (this.saidBox) this.saidBox.textContent = said;
    if (!this.undoButton) return;
    this.back = back;
    this.undoButton.textContent = said.startsWith("已删除") ? "撤销删除" : "撤销粘贴";
    this.undoButton.hidden = false;
  }

  undo() {
    if (this.back) this.back();
    this.back = null;
    this.undoButton.hidden = true;
    this.saidBox.textContent = "已撤销";
    this.renumber();
    if (this.rows.length) this.announce();
  }

  // Rows of a text kept in this browser that the page does not show.
  restore(uids) {
    const here = words(this.rowsInput.value);
    uids.filter((uid) => !here.includes(uid)).forEach((uid) => this.append(uid));
    this.renumber();
  }
}
