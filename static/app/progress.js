// 打包进度: asks every second until the bundle is finished, then shows the whole page again.

import { send } from "./http.js";

const box = document.getElementById("progress");

async function ask() {
  const { status, data } = await send(box.dataset.src);
  if (status === 200) {
    box.querySelector("progress").max = data.total || 1;
    box.querySelector("progress").value = data.done;
    box.querySelector("[data-label]").textContent = data.label;
    box.querySelector("[data-count]").textContent = `${data.done}/${data.total}`;
    box.querySelector("[data-current]").textContent = data.current;
    if (data.finished) { window.location.reload(); return; }
  }
  setTimeout(ask, status === 200 ? 1000 : 5000);
}

if (!box.dataset.finished) ask();
