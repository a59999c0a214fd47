// 页面上的填报栏: read and set inputs by their fact path.

export function controls(form) {
  return Array.from(form.elements).filter((element) => element.hasAttribute("data-fact"));
}

// Path → text of every input; several ticked boxes of one path are joined as the server joins them.
export function values(form) {
  const found = {};
  for (const element of controls(form)) {
    if (element.type === "checkbox") {
      const before = found[element.name] || "";
      if (!element.checked) found[element.name] = before;
      else found[element.name] = before ? `${before}、${element.value}` : element.value;
    } else {
      found[element.name] = element.value;
    }
  }
  return found;
}

export function setValue(form, path, text) {
  for (const element of controls(form).filter((each) => each.name === path)) {
    if (element.type === "checkbox") {
      element.checked = text.split("、").includes(element.value);
    } else {
      if (element.tagName === "SELECT") offer(element, text);
      element.value = text;
      element.dispatchEvent(new Event("fact:set", { bubbles: true }));
    }
  }
}

// A drop-down takes any text: one from elsewhere becomes a choice of its own, so that it is not lost.
export function offer(select, text) {
  if (!Array.from(select.options).some((option) => option.value === text)) select.add(new Option(text, text));
}

export function mark(form, paths) {
  for (const element of controls(form)) element.classList.toggle("changed", paths.includes(element.name));
}

export function rowsOf(form) {
  const found = {};
  for (const input of form.querySelectorAll("input[data-rows]")) found[input.name.slice(5)] = words(input.value);
  return found;
}

export function words(text) {
  return text.split(" ").filter(Boolean);
}
