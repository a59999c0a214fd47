// 插入数据: a searchable list of the facts a text may quote. Mouse and keyboard; keys of an input method are left to it.

const MOST = 80;
const CLOSED = /(?:\}\}|｝｝)$/;

function make(tag, text, name) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (name) element.className = name;
  return element;
}

// Every character of what was typed, in order, somewhere in the label or the value: 执率 finds 预算执行率.
function matches(fact, wanted) {
  const text = `${fact.label} ${fact.value} ${fact.group}`.toLowerCase();
  let at = 0;
  for (const char of wanted) {
    at = text.indexOf(char, at) + 1;
    if (!at) return false;
  }
  return true;
}

export class Picker {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input");
    this.list = box.querySelector("[role=listbox]");
    this.input.addEventListener("input", (event) => {
      // Somebody who writes the whole token by hand gets it as written.
      if (!event.isComposing && CLOSED.test(this.input.value)) this.finish(() => this.answers.written(this.input.value));
      else this.draw();
    });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the search field
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option);
    });
    this.box.addEventListener("focusout", (event) => {
      if (!this.box.contains(event.relatedTarget)) this.close(false);
    });
  }

  // Of chosen(fact), written(text) and left(focus) exactly one is called.
  open(area, rows, wanted, answers) {
    if (!this.box.hidden) this.close(false);
    this.rows = rows;
    this.answers = answers;
    this.input.value = wanted;
    this.box.hidden = false;
    this.draw();
    this.place(area);
    this.input.focus({ preventScroll: true });
  }

  place(area) {
    const field = area.getBoundingClientRect();
    const width = this.box.offsetWidth;
    const left = Math.min(field.left, document.documentElement.clientWidth - width - 8);
    const room = window.innerHeight - field.bottom;
    const above = room < this.box.offsetHeight + 8 && field.top > this.box.offsetHeight + 8;
    const top = above ? field.top - this.box.offsetHeight - 4 : field.bottom + 4;
    this.box.style.left = `${Math.max(8, left) + window.scrollX}px`;
    this.box.style.top = `${top + window.scrollY}px`;
  }

  draw() {
    const wanted = Array.from(this.input.value.toLowerCase().replace(/\s/g, ""));
    const shown = this.rows.filter((fact) => matches(fact, wanted)).slice(0, MOST);
    this.list.textContent = "";
    let group = "";
    shown.forEach((fact, index) => {
      if (fact.group !== group) {
        group = fact.group;
        const head = make("li", group, "picker-group");
        head.setAttribute("role", "presentation");
        this.list.append(head);
      }
      this.list.append(this.option(fact, index));
    });
    if (!shown.length) this.list.append(make("li", "没有这样的数据。只能引用本表填报的数和系统算出的数。", "picker-none"));
    this.mark(0);
  }

  option(fact, index) {
    const item = make("li", "", "picker-option");
    item.id = `picker-${index}`;
    item.setAttribute("role", "option");
    item.fact = fact;
    const unit = fact.unit && !fact.value.endsWith(fact.unit) ? ` ${fact.unit}` : "";
    item.append(make("span", fact.label), make("b", fact.value ? fact.value + unit : "未填", fact.value ? "" : "muted"));
    return item;
  }

  get options() { return Array.from(this.list.querySelectorAll("[role=option]")); }

  mark(index) {
    const all = this.options;
    this.at = Math.max(0, Math.min(index, all.length - 1));
    all.forEach((option, each) => option.setAttribute("aria-selected", String(each === this.at)));
    const now = all[this.at];
    if (now) {
      this.input.setAttribute("aria-activedescendant", now.id);
      this.reveal(this.at === 0 ? this.list.firstElementChild : now);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  // Not scrollIntoView: it would scroll the page as well.
  reveal(item) {
    const { list } = this;
    const top = item.offsetTop - list.offsetTop;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + item.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + item.offsetHeight - list.clientHeight;
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (steps[event.key]) this.mark(this.at + steps[event.key]);
    else if (event.key === "Enter" && this.options[this.at]) this.choose(this.options[this.at]);
    else if (event.key === "Escape") this.close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  choose(option) {
    this.finish(() => this.answers.chosen(option.fact));
  }

  close(back) {
    if (this.box.hidden) return;
    this.finish(() => this.answers.left(back));
  }

  finish(answer) {
    this.box.hidden = true; // before the focus moves: hiding a focused field sends focusout
    answer();
    this.input.value = "";
  }
}
