// 拖放文件: a file dropped on the box is chosen; the form is sent by its button, as without scripts.

const box = document.getElementById("drop");
const input = box.querySelector("input[type=file]");

function over(event) {
  event.preventDefault();
  box.classList.toggle("is-over", event.type === "dragover");
}

box.addEventListener("dragover", over);
box.addEventListener("dragleave", over);
box.addEventListener("drop", (event) => {
  over(event);
  if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; }
});
