// 得分与勾稽: redraws the panel, the notes below the inputs and the tabs from the answer to a save. Text only, never HTML.

function make(tag, text, name) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (name) element.className = name;
  return element;
}

function link(href, text) {
  const element = make("a", text);
  element.href = href;
  return element;
}

function iconOf(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `${sprite()}#${name}`);
  svg.append(use);
  return svg;
}

function sprite() {
  return document.querySelector("svg.icon use").getAttribute("href").split("#")[0];
}

export function setIcon(holder, name) {
  const use = holder.querySelector("svg use");
  if (use) use.setAttribute("href", `${sprite()}#${name}`);
}

export function showScores(scores) {
  const box = document.getElementById("scores");
  if (!box) return;
  for (const name of ["self", "computed", "grade"]) {
    box.querySelector(`[data-total="${name}"]`).textContent = scores[name] || "—";
  }
  const body = document.querySelector("#score-lines [data-lines]");
  const open = Array.from(body.rows, (row) => row.querySelector("details").open);
  body.textContent = "";
  scores.lines.forEach((line, index) => body.append(lineRow(line, open[index])));
  for (const line of scores.lines) {
    document.querySelectorAll(`[data-computed="${line.key}"]`).forEach((each) => { each.textContent = line.computed || "—"; });
    document.querySelectorAll(`[data-because="${line.key}"]`).forEach((each) => { each.textContent = line.because; });
  }
}

function lineRow(line, open) {
  const row = make("tr");
  const first = make("td");
  const details = make("details");
  details.open = Boolean(open);
  const why = make("p", line.because || "还不能计算");
  if (line.href) why.append(" ", link(line.href, "去填写"));
  details.append(make("summary", line.label || "（未命名指标）"), why);
  first.append(details);
  row.append(first, make("td", line.computed || "—"), make("td", line.self || "—"), make("td", line.difference, "off-by"));
  return row;
}

export function showFindings(findings) {
  const list = document.querySelector("[data-findings]");
  list.textContent = "";
  if (!findings.length) list.append(make("li", "没有发现问题", "muted"));
  findings.forEach((finding) => list.append(findingItem(finding)));
  markFields();
}

// 栏目上的标记: the fields of this page that the panel's findings name, each with what is said about it.
export function markFields() {
  document.querySelectorAll("[data-found]").forEach((each) => {
    delete each.dataset.found;
    each.removeAttribute("title");
  });
  for (const item of document.querySelectorAll("[data-findings] li:not(.settled)")) {
    const said = item.querySelector("[data-message]");
    if (!said) continue;
    for (const way of item.querySelectorAll('.to a[href^="#"]')) {
      const input = document.getElementById(decodeURIComponent(way.hash.slice(1)));
      if (!input || input.dataset.found) continue; // the gravest stands first
      input.dataset.found = said.dataset.message;
      input.title = said.textContent;
    }
  }
}

function findingItem(finding) {
  const item = make("li", "", finding.settled ? "settled" : "");
  const tag = make("span", "", `tag tag-${finding.severity}`);
  tag.append(iconOf(finding.severity), ` ${finding.severity_label}`);
  item.append(tag);
  if (finding.settled) item.append(make("span", finding.settled_label, "tag tag-ok"));
  const said = make("span", finding.message);
  said.dataset.message = finding.severity;
  item.append(said);
  if (finding.arithmetic) item.append(make("div", finding.arithmetic, "why"));
  if (finding.remedy) item.append(make("div", finding.remedy, "small"));
  const to = make("div", "", "to");
  finding.places.filter((place) => place.href).forEach((place) => to.append(link(place.href, place.label)));
  item.append(to);
  if (finding.fix) item.append(fixForm(finding));
  return item;
}

// 一键修改: the same form the page came with; section.js saves what is being typed before it leaves.
function fixForm(finding) {
  const form = make("form", "", "fix");
  form.method = "post";
  form.action = document.querySelector("[data-findings]").dataset.fixAddress;
  form.dataset.fix = "";
  const page = document.getElementById("section-form");
  const fields = {
    csrfmiddlewaretoken: page.elements.csrfmiddlewaretoken.value,
    fingerprint: finding.fingerprint,
    version: page.elements.base_version.value,
    section: page.dataset.section,
  };
  for (const [name, value] of Object.entries(fields)) {
    const input = make("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  const button = make("button", `一键修改：${finding.fix}`, "btn btn-plain btn-sm");
  button.type = "submit";
  form.append(button);
  return form;
}

export function showNotes(notes) {
  document.querySelectorAll(".fact-note").forEach((note) => {
    const found = notes[note.id.replace(/:note$/, "")];
    note.textContent = found ? found.text : "";
    note.classList.toggle("note-problem", Boolean(found) && found.kind === "problem");
  });
}

// 沿用待改: a text that reads otherwise now is no longer last year's.
export function showMarks(marks) {
  document.querySelectorAll("[data-mark]").forEach((tag) => { tag.hidden = !marks.includes(tag.dataset.mark); });
}

export function showSections(sections) {
  for (const section of sections) {
    const tab = document.querySelector(`.tabs a[data-section="${section.key}"]`);
    if (!tab) continue;
    tab.className = `status-${section.state}`;
    setIcon(tab, section.state);
    tab.querySelector("[data-section-label]").textContent = section.label;
  }
}

export function showSums(sums) {
  document.querySelectorAll("[data-sum]").forEach((each) => {
    const total = sums[each.dataset.sum];
    each.textContent = total ? `${each.dataset.sumLabel} ${total}` : "";
  });
}
