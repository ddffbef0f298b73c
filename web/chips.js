// The clicks on the chips, each sent as one change. `element`, `trigger` and `watch` are given by the framework.
let clicked = null;
const send = (control, to) => {
  clicked = control;
  trigger("select", { ...JSON.parse(control.dataset.change), to });
};
element.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-change]");
  if (button) send(button, null);
});
element.addEventListener("change", ({ target }) => {
  if (target.matches("select[data-change]")) send(target, target.value);
});
// An arrow opens the list; left to itself, it would ask another question at each step.
element.addEventListener("keydown", (event) => {
  if (!event.target.showPicker || event.altKey || !/^Arrow(Up|Down)$/.test(event.key)) return;
  event.preventDefault();
  event.target.showPicker();
});
// The framework patches the elements that are there: a list would keep what was chosen in it, for another part.
watch("value", () => {
  element.querySelectorAll("select").forEach((list) => {
    list.value = list.querySelector("[selected]")?.value ?? "";
  });
  if (clicked && !element.contains(document.activeElement)) {
    const still = element.contains(clicked) ? clicked : element.querySelector("button, select");
    (still ?? document.querySelector("#box textarea"))?.focus();
  }
  clicked = null;
});
