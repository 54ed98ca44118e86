
(() => {
  "use strict";
  const root = document.documentElement;
  const form = document.getElementById("filters");
  const none = document.getElementById("none");
  // The advice on how to ignore a finding holds no word of the finding.
  const said = (element) =>
    [...element.children]
      .filter((part) => !part.matches(".aside"))
      .map((part) => part.textContent.toLowerCase())
      .join("\n");
  const findings = [...document.querySelectorAll("article.finding")].map((element) => ({
    element,
    level: element.dataset.level,
    state: element.dataset.state,
    text: said(element),
  }));
  const counting = findings.filter((finding) => finding.state !== "ignored");
  const sections = [...document.querySelectorAll("main > section")];
  const levels = [...form.elements.level];

  const wanted = () => ({
    levels: levels.filter((box) => box.checked).map((box) => box.value),
    onlyNew: form.elements.new.checked,
    text: form.elements.text.value.trim().toLowerCase(),
  });

  // Show what fits, and nothing else.
  const apply = () => {
    const { levels: chosen, onlyNew, text } = wanted();
    const narrowed = chosen.length < levels.length || onlyNew || text !== "";
    for (const finding of findings) {
      finding.element.hidden = !(
        chosen.includes(finding.level) &&
        (!onlyNew || finding.state === "new") &&
        finding.text.includes(text)
      );
    }
    for (const section of sections) {
      section.hidden = narrowed && !section.querySelector("article:not([hidden])");
      const ignored = section.querySelector("details.ignored");
      if (ignored !== null) {
        ignored.hidden = !ignored.querySelector("article:not([hidden])");
        // Who looks for something finds it here too.
        if (text !== "") ignored.open = true;
      }
    }
    none.hidden = !narrowed || sections.some((section) => !section.hidden);
    const shown = counting.filter((finding) => !finding.element.hidden);
    const output = form.querySelector("output");
    output.value = `${shown.length} of ${counting.length} shown`;
  };

  // `#level=breaking,warning&new=1&text=status` is a view that can be sent around.
  const write = () => {
    const { levels: chosen, onlyNew, text } = wanted();
    const view = new URLSearchParams();
    if (chosen.length < levels.length) view.set("level", chosen.join(","));
    if (onlyNew) view.set("new", "1");
    if (text !== "") view.set("text", text);
    const fragment = view.toString();
    history.replaceState(null, "", `#${fragment}`);
  };

  const read = () => {
    const fragment = location.hash.slice(1);
    const target = fragment && document.getElementById(fragment);
    const view = new URLSearchParams(target ? "" : fragment);
    const level = view.get("level");
    for (const box of levels) {
      box.checked = level === null || level.split(",").includes(box.value);
    }
    form.elements.new.checked = view.get("new") === "1";
    form.elements.text.value = view.get("text") ?? "";
    apply();
    if (target) {
      const closed = target.closest("details");
      if (closed !== null) closed.open = true;
      target.scrollIntoView();
    }
  };

  const change = () => {
    apply();
    write();
  };
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);

  // The choice stays where the browser allows a file to keep something.
  const kept = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("undrift-theme", value);
      return localStorage.getItem("undrift-theme");
    } catch {
      return null;
    }
  };
  const dark = () =>
    (root.dataset.theme ?? "") === "dark" ||
    (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  const theme = document.getElementById("theme");
  const label = () => {
    theme.textContent = dark() ? "Light" : "Dark";
    theme.setAttribute("aria-label", dark() ? "Switch to light" : "Switch to dark");
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    kept(root.dataset.theme);
    label();
  });
  const before = kept();
  if (before === "light" || before === "dark") root.dataset.theme = before;
  label();

  form.hidden = theme.hidden = false;
  read();
})();
