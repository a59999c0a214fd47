// 字数: counted, never cut; text areas grow with what is written.

export function watchCounters(form) {
  const all = () => {
    form.querySelectorAll("[data-counter]").forEach((counter) => count(form, counter));
    form.querySelectorAll("textarea[data-fact]").forEach(grow);
  };
  const one = (event) => {
    const area = event.target;
    if (area.tagName !== "TEXTAREA") return;
    grow(area);
    const counter = Array.from(form.querySelectorAll("[data-counter]")).find((each) => each.dataset.counter === area.name);
    if (counter) count(form, counter);
  };
  form.addEventListener("input", one);
  form.addEventListener("fact:set", one);
  window.addEventListener("resize", all);
  all();
}

function count(form, counter) {
  const control = form.elements[counter.dataset.counter];
  if (!control) return;
  const written = Array.from(control.value.replace(/\s/g, "")).length;
  const limit = Number(counter.dataset.limit || 0);
  const over = limit && written > limit;
  counter.classList.toggle("over", Boolean(over));
  if (!limit) counter.textContent = `${written} 字`;
  else counter.textContent = over ? `${written} 字，超出建议 ${written - limit} 字` : `${written} / ${limit} 字`;
}

function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}
