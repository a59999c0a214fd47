// 字数: counted, never cut; text areas grow with what is written.

const waiting = new Set();

// `read`: the text as it is printed, which is what has to fit.
export function watchCounters(form, read) {
  const all = () => {
    form.querySelectorAll("[data-counter]").forEach((counter) => count(form, counter, read));
    grow(form.querySelectorAll("textarea[data-fact]"));
  };
  const one = (event) => {
    const area = event.target;
    if (area.tagName !== "TEXTAREA") return;
    growSoon(area);
    const counter = Array.from(form.querySelectorAll("[data-counter]")).find((each) => each.dataset.counter === area.name);
    if (counter) count(form, counter, read);
  };
  form.addEventListener("input", one);
  form.addEventListener("fact:set", one);
  window.addEventListener("resize", all);
  all();
}

function count(form, counter, read) {
  const control = form.elements[counter.dataset.counter];
  if (!control) return;
  const written = Array.from(read(control.value).replace(/\s/g, "")).length;
  const limit = Number(counter.dataset.limit || 0);
  const over = limit && written > limit;
  counter.classList.toggle("over", Boolean(over));
  if (!limit) counter.textContent = `${written} 字`;
  else counter.textContent = over ? `${written} 字，超出建议 ${written - limit} 字` : `${written} / ${limit} 字`;
}

// A pasted block fills hundreds of areas in one go; they grow together, before the next painting.
function growSoon(area) {
  if (!waiting.size) window.requestAnimationFrame(() => { grow(waiting); waiting.clear(); });
  waiting.add(area);
}

// First all are let go, then all are measured, then all are set: in turns, each area would have the whole table laid out anew.
function grow(areas) {
  const all = Array.from(areas);
  all.forEach((area) => { area.style.height = "auto"; });
  const heights = all.map((area) => area.scrollHeight + 2);
  all.forEach((area, index) => { area.style.height = `${heights[index]}px`; });
}
