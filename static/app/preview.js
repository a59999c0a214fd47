// 成品预览: the finished page beside the form; it follows every save and the field one is in.

const KEPT = "selfeval:preview";
// An A4 sheet with its shadow, in pixels. In a narrower frame the columns would wrap otherwise than on paper, so it is scaled.
const SHEET = 850;

export class Preview {
  constructor() {
    this.button = document.getElementById("preview-toggle");
    this.box = document.getElementById("preview");
    this.frame = this.box.querySelector("iframe");
    this.button.addEventListener("click", (event) => {
      event.preventDefault();
      this.toggle(this.box.hidden);
    });
    this.frame.addEventListener("load", () => {
      if (this.scroll !== undefined) this.frame.contentWindow.scrollTo(0, this.scroll);
      if (this.path) this.show(this.path);
    });
    document.getElementById("section-form").addEventListener("focusin", (event) => {
      this.path = event.target.name;
      if (!this.box.hidden) this.show(this.path);
    });
    window.addEventListener("resize", () => this.fit());
    if (sessionStorage.getItem(KEPT)) this.toggle(true);
  }

  fit() {
    if (this.box.hidden) return;
    const scale = Math.min(1, this.box.clientWidth / SHEET);
    this.frame.style.width = `${100 / scale}%`;
    this.frame.style.height = `${100 / scale}%`;
    this.frame.style.transform = `scale(${scale})`;
  }

  toggle(open) {
    this.box.hidden = !open;
    document.getElementById("panel").hidden = open;
    document.getElementById("work").classList.toggle("work-preview", open);
    this.button.setAttribute("aria-pressed", String(open));
    if (open) {
      sessionStorage.setItem(KEPT, "1");
      this.fit();
      this.refresh();
    } else {
      sessionStorage.removeItem(KEPT);
    }
  }

  refresh() {
    if (this.box.hidden) return;
    const inside = this.frame.contentWindow;
    if (this.frame.src && inside) {
      this.scroll = inside.scrollY;
      inside.location.reload();
    } else {
      this.frame.src = this.button.dataset.src;
    }
  }

  show(path) {
    const inside = this.frame.contentDocument;
    const place = inside && path && inside.querySelector(`[data-key="${CSS.escape(path)}"]`);
    // Not scrollIntoView: it would scroll the page around the frame as well.
    const view = this.frame.contentWindow;
    if (place) view.scrollTo(0, view.scrollY + place.getBoundingClientRect().top - view.innerHeight / 2);
  }
}
