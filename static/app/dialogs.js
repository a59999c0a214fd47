// 对话框: signing in again without leaving the page, and choosing between two texts.

import { pageUser, send } from "./http.js";

let signingIn = null;

// Resolves once signed in; two savings that fail at once share one dialog.
export function signIn(url) {
  if (!signingIn) signingIn = ask(url).finally(() => { signingIn = null; });
  return signingIn;
}

function ask(url) {
  const dialog = document.getElementById("login-dialog");
  const form = dialog.querySelector("form");
  const problem = dialog.querySelector("[data-problem]");
  problem.textContent = "";
  form.elements.password.value = "";
  dialog.showModal();
  form.elements.password.focus();
  return new Promise((resolve) => {
    const keepOpen = (event) => event.preventDefault();
    const attempt = async (event) => {
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form));
      body.set("page_user", pageUser());
      const { status, data } = await send(url, body);
      if (status === 200) {
        form.removeEventListener("submit", attempt);
        dialog.removeEventListener("cancel", keepOpen);
        dialog.close();
        resolve();
      } else if (status === 403) {
        await send("/login/"); // a browser that lost its CSRF cookie gets a new one with any page
        problem.textContent = "请再点一次登录。";
      } else {
        problem.textContent = data.message || "没有连上服务器，请稍候再试。";
      }
    };
    form.addEventListener("submit", attempt);
    dialog.addEventListener("cancel", keepOpen);
  });
}

// Resolves to {path: "mine" | "theirs"}.
export function choose(clashes) {
  const dialog = document.getElementById("conflict-dialog");
  const list = dialog.querySelector("[data-clashes]");
  list.textContent = "";
  clashes.forEach((clash, number) => list.append(pair(clash, number)));
  dialog.showModal();
  return new Promise((resolve) => {
    const keepOpen = (event) => event.preventDefault();
    dialog.addEventListener("cancel", keepOpen);
    dialog.querySelector("form").addEventListener("submit", () => {
      dialog.removeEventListener("cancel", keepOpen);
      const picked = {};
      clashes.forEach((clash, number) => {
        picked[clash.path] = list.querySelector(`input[name="clash-${number}"]:checked`).value;
      });
      resolve(picked);
    }, { once: true });
  });
}

function pair(clash, number) {
  const box = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.className = "ask-label";
  legend.textContent = clash.label || clash.path;
  const two = document.createElement("div");
  two.className = "clash-pair";
  two.append(side(number, "mine", "用我的", clash.mine, true), side(number, "theirs", `用对方的（${clash.who || "同事"}）`, clash.theirs, false));
  box.append(legend, two);
  return box;
}

function side(number, value, words, text, checked) {
  const label = document.createElement("label");
  const radio = document.createElement("input");
  radio.type = "radio";
  radio.name = `clash-${number}`;
  radio.value = value;
  radio.checked = checked;
  const shown = document.createElement("div");
  shown.className = "text";
  shown.textContent = text || "（空）";
  label.append(radio, ` ${words}`, shown);
  return label;
}
