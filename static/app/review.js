// 审核页: a link into the finished paper opens there and brings the paper into view.

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[target="paper"]');
  if (link) document.getElementById("paper").scrollIntoView({ block: "start" });
});
